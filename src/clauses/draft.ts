/** A clause under construction: links are indexes until all ids are known. */
import type { Clause } from '../analysis.ts';
import { endingOf } from './lines.ts';

export interface Draft extends Omit<Clause, 'id' | 'parent' | 'chapeau'> {
  /** Where its text begins, after the label. */
  from: number;
  /** Index of the clause above; -1 at the top. */
  parent: number;
  /** Index of the clause whose sentence it completes; -1 when none. */
  chapeau: number;
}

/** Kinds that hold running text, which a following line may carry on. */
const RUNNING: ReadonlySet<Clause['kind']> = new Set(['preamble', 'definition', 'clause', 'item', 'paragraph']);

export const isRunning = (draft: Draft): boolean => RUNNING.has(draft.kind);

/** How the draft's own text ends. */
export const draftEnding = (text: string, draft: Draft): ReturnType<typeof endingOf> =>
  endingOf(text, draft.start, draft.end);

/** True when the text of the draft breaks off: the next line may carry on its sentence. */
export const breaksOff = (text: string, draft: Draft | undefined): boolean =>
  draft !== undefined && isRunning(draft) && draftEnding(text, draft) === 'none';

/** Gives every draft its id: its path, or its kind where there is none, with "~2" for the second of the same. */
export const withIds = (drafts: readonly Draft[]): Clause[] => {
  const counts = new Map<string, number>();
  const ids = drafts.map((draft) => {
    const base = draft.path.join('/') || draft.kind;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  });
  return drafts.map(({ start, end, label, path, kind, heading, annex, page, parent, chapeau }, i) => ({
    start, end, id: ids[i]!, label, path, kind, heading, annex, parent: ids[parent] ?? null, chapeau: ids[chapeau] ?? null, page,
  }));
};

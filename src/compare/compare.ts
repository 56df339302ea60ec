/** Two drafts of one text side by side. Pure: two analyses in, one comparison out; nothing is written when they are the same. */
import type { Score } from '../analysis.ts';
import { alignClauses, type Group } from './align.ts';
import { alignBodies } from './bodies.ts';
import { bearing, type DecisionChange, decisionChanges } from './decisions.ts';
import type { Draft } from './draft.ts';
import { type Move, movesOf } from './moves.ts';
import { type ReadingChange, readingChanges, sidesOf } from './readings.ts';

/** Clauses whose words changed. */
export interface ClauseChange {
  readonly kind: 'reworded' | 'split' | 'merged' | 'added' | 'removed';
  readonly moved: boolean;
  /** Ids of clauses of either draft, in reading order. */
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  /** Its text has provisions on security in one of the drafts. */
  readonly security: boolean;
  readonly readings: readonly ReadingChange[];
}

export interface Comparison {
  /** Decisions that read otherwise because words changed. */
  readonly decisions: readonly DecisionChange[];
  /** Decisions that read otherwise although no word that bears on them changed: their clauses stand in other places. */
  readonly shifted: readonly DecisionChange[];
  readonly clauses: readonly ClauseChange[];
  /** Clauses of the same words that stand elsewhere or bear other numbers, in runs. */
  readonly moves: readonly Move[];
  readonly score: { readonly old: Score; readonly fresh: Score };
}

/** What changed from `old` to `fresh`. Both must have been read with the same rules. */
export const compareDrafts = (old: Draft, fresh: Draft): Comparison => {
  const groups = alignClauses(old, fresh);
  const bodies = alignBodies(old, fresh, groups);
  const changed = groups.filter(({ same }) => !same);
  const idsOf = (draft: Draft, indexes: readonly number[]): string[] => indexes.map((index) => draft.analysis.clauses[index]!.id);
  const reworded = { old: new Set(changed.flatMap((group) => idsOf(old, group.old))), fresh: new Set(changed.flatMap((group) => idsOf(fresh, group.fresh))) };
  const bears = [bearing(old, reworded.old), bearing(fresh, reworded.fresh)];
  const decisions = decisionChanges(old, fresh, bodies, reworded);
  const caused = new Set(decisions.filter(({ decision, move }) => move === 'applies' || bears.some((on) => on(decision))));
  const [before, after] = [sidesOf(old), sidesOf(fresh)];
  return {
    decisions: decisions.filter((change) => caused.has(change)),
    shifted: decisions.filter((change) => !caused.has(change)),
    clauses: changed.map((group): ClauseChange => {
      const [a, b] = [before(group.old), after(group.fresh)];
      const kind = kindOf(group);
      return {
        kind,
        moved: group.moved,
        old: idsOf(old, group.old),
        fresh: idsOf(fresh, group.fresh),
        security: a.provisions.length + b.provisions.length > 0,
        readings: kind === 'added' || kind === 'removed' ? [] : readingChanges(a, b, bodies),
      };
    }),
    moves: movesOf(old, fresh, groups),
    score: { old: old.analysis.score, fresh: fresh.analysis.score },
  };
};

const kindOf = ({ old, fresh }: Group): ClauseChange['kind'] => {
  if (old.length === 0) return 'added';
  if (fresh.length === 0) return 'removed';
  if (fresh.length > 1) return 'split';
  return old.length > 1 ? 'merged' : 'reworded';
};

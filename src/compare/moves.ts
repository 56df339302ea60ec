/** Clauses that only stand elsewhere or bear another number, told in runs: "2.4.3 to 2.4.11 are now 2.4.4 to 2.4.12". */
import type { Group } from './align.ts';
import type { Draft } from './draft.ts';
import { parentIndex } from './same.ts';

/** A run of neighbours that went together. */
export interface Move {
  readonly kind: 'moved' | 'renumbered';
  /** Ids of the first and the last clause of the run, in either draft. */
  readonly old: readonly [string, string];
  readonly fresh: readonly [string, string];
  /** How many clauses went, those below the run included. */
  readonly clauses: number;
}

interface Run {
  readonly kind: Move['kind'];
  readonly from: readonly [above: number, aboveNow: number];
  readonly old: [number, number];
  readonly fresh: [number, number];
  clauses: number;
}

/** Runs in the order of the old draft. A clause that went with the one above it is counted there and opens no run. */
export const movesOf = (old: Draft, fresh: Draft, groups: readonly Group[]): Move[] => {
  const [above, aboveNow] = [parentIndex(old), parentIndex(fresh)];
  const runs: Run[] = [];
  const led = new Map<number, { run: Run; to: number }>();
  let open: Run | null = null;
  const pairs = groups.filter((group) => group.old.length > 0 && group.fresh.length > 0).map((group) => ({ a: group.old[0]!, b: group.fresh[0]!, moved: group.moved }));
  for (const { a, b, moved } of pairs.toSorted((x, y) => x.a - y.a)) {
    const [before, now] = [old.analysis.clauses[a]!, fresh.analysis.clauses[b]!];
    const lead = led.get(above(a));
    if (!moved && (before.label === now.label || before.label === '' || now.label === '') && lead === undefined) {
      if (before.label !== '') open = null;
      continue;
    }
    if (lead !== undefined && lead.to === aboveNow(b) && ordinal(before.label) === ordinal(now.label)) {
      lead.run.clauses++;
      led.set(a, { run: lead.run, to: b });
      continue;
    }
    const kind = moved ? 'moved' : 'renumbered';
    if (open !== null && open.kind === kind && open.from[0] === above(a) && open.from[1] === aboveNow(b) && open.fresh[1] < b) {
      open.old[1] = a;
      open.fresh[1] = b;
      open.clauses++;
    } else {
      open = { kind, from: [above(a), aboveNow(b)], old: [a, a], fresh: [b, b], clauses: 1 };
      runs.push(open);
    }
    led.set(a, { run: open, to: b });
  }
  const ids = ({ analysis: { clauses } }: Draft, [first, last]: readonly [number, number]): [string, string] => [clauses[first]!.id, clauses[last]!.id];
  return runs.map(({ kind, old: from, fresh: to, clauses }) => ({ kind, old: ids(old, from), fresh: ids(fresh, to), clauses }));
};

/** The last part of a label, which stays when what stands above is renumbered: 3 of "2.4.3", a of "(a)". */
const ordinal = (label: string): string => /[\p{L}\p{N}]*$/u.exec(label)![0];

/** Which clause of the new draft is which clause of the old one, across renumbering, moves, splits and merges. */
import type { Draft } from './draft.ts';
import { findPieces, pairNear } from './near.ts';
import { longestRise } from './order.ts';
import { join, pairSame, parentIndex } from './same.ts';

/** Clauses that belong together, by index: mostly one and one; a split has several new ones, a merger several old ones. */
export interface Group {
  readonly old: readonly number[];
  readonly fresh: readonly number[];
  /** The words are the same on both sides. */
  readonly same: boolean;
  /** It stands in another place among its neighbours, or in another part. */
  readonly moved: boolean;
}

/** Groups in the order of the new draft; what is gone follows the clause that it stood behind. */
export const alignClauses = (old: Draft, fresh: Draft): Group[] => {
  const pairing = pairSame(old, fresh);
  pairNear(pairing, old, fresh);
  const isSame = (index: number): boolean => pairing.ahead.has(index) && old.wording[index] === fresh.wording[pairing.ahead.get(index)!];
  const split = new Map<number, number[]>();
  for (const { whole, piece } of findPieces(old.wording, (index) => !isSame(index), fresh.wording, (index) => !pairing.back.has(index))) {
    if (pairing.ahead.has(whole)) split.set(whole, [...(split.get(whole) ?? []), piece]);
    else join(pairing, whole, piece);
  }
  const merged = new Map<number, number[]>();
  for (const { whole, piece } of findPieces(fresh.wording, (index) => !pairing.back.has(index) || !isSame(pairing.back.get(index)!), old.wording, (index) => !pairing.ahead.has(index))) {
    if (pairing.back.has(whole)) merged.set(whole, [...(merged.get(whole) ?? []), piece]);
    else join(pairing, piece, whole);
  }
  const pairs = [...pairing.ahead].toSorted((a, b) => a[0] - b[0]);
  const inOrder = new Set(longestRise(pairs.map(([, index]) => index)).map((at) => pairs[at]![0]));
  const [parentOld, parentFresh] = [parentIndex(old), parentIndex(fresh)];
  const changesPart = (a: number, b: number): boolean => {
    const [from, to] = [parentOld(a), parentFresh(b)];
    return from >= 0 && to >= 0 && pairing.ahead.has(from) && pairing.back.has(to) && pairing.ahead.get(from) !== to;
  };
  const groups: Group[] = pairs.map(([a, b]) => ({
    old: [a, ...(merged.get(b) ?? [])].toSorted((x, y) => x - y),
    fresh: [b, ...(split.get(a) ?? [])].toSorted((x, y) => x - y),
    same: isSame(a) && !merged.has(b) && !split.has(a),
    moved: !inOrder.has(a) || changesPart(a, b),
  }));
  const used = { old: new Set(groups.flatMap((group) => group.old)), fresh: new Set(groups.flatMap((group) => group.fresh)) };
  const alone = (draft: Draft, taken: ReadonlySet<number>): number[] => draft.wording.flatMap((words, index) => (words === '' || taken.has(index) ? [] : [index]));
  for (const index of alone(old, used.old)) groups.push({ old: [index], fresh: [], same: false, moved: false });
  for (const index of alone(fresh, used.fresh)) groups.push({ old: [], fresh: [index], same: false, moved: false });
  const place = (group: Group): number => group.fresh[0] ?? placeOfGone(group.old[0]!, pairing.ahead);
  return groups.map((group) => ({ group, at: place(group) })).toSorted((a, b) => a.at - b.at).map(({ group }) => group);
};

/** Half a step behind the nearest clause above that is still there. */
const placeOfGone = (old: number, ahead: ReadonlyMap<number, number>): number => {
  let above = old - 1;
  while (above >= 0 && !ahead.has(above)) above--;
  return (above < 0 ? -1 : ahead.get(above)!) + 0.5;
};

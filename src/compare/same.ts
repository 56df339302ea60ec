/** Clauses of the same wording in both drafts, found by hashing; of several equal ones those in the same surroundings pair up. */
import type { Draft } from './draft.ts';

/** Indexes of clauses, old -> new, and back. */
export interface Pairing {
  readonly ahead: Map<number, number>;
  readonly back: Map<number, number>;
}

export const join = ({ ahead, back }: Pairing, old: number, fresh: number): void => {
  ahead.set(old, fresh);
  back.set(fresh, old);
};

/** Pairs of clauses with equal words. */
export const pairSame = (old: Draft, fresh: Draft): Pairing => {
  const pairing: Pairing = { ahead: new Map(), back: new Map() };
  const [before, after] = [placesOf(old), placesOf(fresh)];
  for (const [words, [first, ...others]] of before) {
    const there = after.get(words);
    if (others.length === 0 && there?.length === 1) join(pairing, first!, there[0]!);
  }
  grow(pairing, old, fresh);
  const parents = [parentIndex(old), parentIndex(fresh)] as const;
  for (const strict of [true, false]) {
    for (const [words, here] of before) {
      const left = (after.get(words) ?? []).filter((index) => !pairing.back.has(index));
      for (const index of left.length === 0 ? [] : here) {
        if (pairing.ahead.has(index)) continue;
        const at = strict ? left.findIndex((other) => pairing.ahead.get(parents[0](index)) === parents[1](other) && parents[1](other) >= 0) : 0;
        if (at < 0 || left.length === 0) continue;
        join(pairing, index, left.splice(at, 1)[0]!);
      }
    }
    grow(pairing, old, fresh);
  }
  return pairing;
};

const placesOf = ({ wording }: Draft): Map<string, number[]> => {
  const places = new Map<string, number[]>();
  wording.forEach((words, index) => {
    if (words !== '') (places.get(words) ?? places.set(words, []).get(words)!).push(index);
  });
  return places;
};

/** Neighbours of a pair that say the same are a pair, forwards and backwards. */
const grow = (pairing: Pairing, old: Draft, fresh: Draft): void => {
  for (const step of [1, -1]) {
    const starts = [...pairing.ahead];
    for (let [a, b] of starts) {
      for (;;) {
        a += step;
        b += step;
        if (a < 0 || b < 0 || a >= old.wording.length || b >= fresh.wording.length) break;
        if (pairing.ahead.has(a) || pairing.back.has(b) || old.wording[a] !== fresh.wording[b]) break;
        join(pairing, a, b);
      }
    }
  }
};

/** Index of the parent of a clause; -1 for none. */
export const parentIndex = ({ analysis: { clauses } }: Draft): ((index: number) => number) => {
  const byId = new Map(clauses.map(({ id }, index) => [id, index]));
  return (index) => byId.get(clauses[index]!.parent ?? '') ?? -1;
};

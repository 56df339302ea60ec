/**
 * Clauses in other words: candidates share rare pairs of words or stand between the same neighbours, so that the cost
 * grows with the text and not with its square.
 */
import type { Draft } from './draft.ts';
import { join, type Pairing } from './same.ts';

/** Words and pairs of neighbouring words of one clause. */
interface Bag {
  readonly words: ReadonlySet<string>;
  readonly shingles: ReadonlySet<string>;
}

/** Dice coefficient of words from which two clauses are the same one in other words. */
const ALIKE = 0.5;
/** The same between neighbours that are pairs themselves. */
const ALIKE_IN_PLACE = 0.25;
/** A pair of words in more of the clauses that are left says nothing about which one is meant. */
const RARE = 12;
/** Part of the shingles of a piece that must stand in the clause that it was cut from. */
const PIECE = 0.7;
const PIECE_SHINGLES = 4;

/** A clause that is a piece of one in the other draft, beside the piece that is its pair. */
export interface Piece {
  readonly whole: number;
  readonly piece: number;
}

/** Pairs what `pairSame` left over, in place. */
export const pairNear = (pairing: Pairing, old: Draft, fresh: Draft): void => {
  const bagsOld = bagsOf(old.wording, (index) => !pairing.ahead.has(index));
  const bagsFresh = bagsOf(fresh.wording, (index) => !pairing.back.has(index));
  const where = rareShingles(bagsFresh);
  const candidates: { from: number; to: number; alike: number }[] = [];
  for (const [from, bag] of bagsOld) {
    const near = new Set([...bag.shingles].flatMap((shingle) => where.get(shingle) ?? []));
    const inPlace = neighbour(pairing, from);
    if (inPlace !== null && bagsFresh.has(inPlace)) near.add(inPlace);
    for (const to of near) {
      const alike = dice(bag.words, bagsFresh.get(to)!.words);
      if (alike >= (to === inPlace ? ALIKE_IN_PLACE : ALIKE)) candidates.push({ from, to, alike: alike + (to === inPlace ? 0.1 : 0) });
    }
  }
  for (const { from, to } of candidates.toSorted((a, b) => b.alike - a.alike || a.from - b.from || a.to - b.to)) {
    if (!pairing.ahead.has(from) && !pairing.back.has(to)) join(pairing, from, to);
  }
};

/** The new clause that stands where the old one stood, by a pair right before or right after it. */
const neighbour = ({ ahead, back }: Pairing, old: number): number | null => {
  const [before, after] = [ahead.get(old - 1), ahead.get(old + 1)];
  if (before !== undefined && !back.has(before + 1)) return before + 1;
  return after !== undefined && after > 0 && !back.has(after - 1) ? after - 1 : null;
};

/**
 * Pieces of clauses: new clauses that were part of an old one. `whole` and `piece` index the two lists of wordings. Only
 * wholes in `open` (reworded or gone) are looked at; a clause that stands unchanged lost no piece.
 */
export const findPieces = (wholes: readonly string[], open: (index: number) => boolean, pieces: readonly string[], free: (index: number) => boolean): Piece[] => {
  const wholeBags = bagsOf(wholes, open);
  const where = rareShingles(wholeBags);
  const found: Piece[] = [];
  for (const [piece, { shingles }] of bagsOf(pieces, free)) {
    if (shingles.size < PIECE_SHINGLES) continue;
    const shared = new Map<number, number>();
    for (const shingle of shingles) for (const whole of where.get(shingle) ?? []) shared.set(whole, (shared.get(whole) ?? 0) + 1);
    const near = [...shared].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    if (near === undefined) continue;
    const inside = [...shingles].filter((shingle) => wholeBags.get(near[0])!.shingles.has(shingle)).length;
    if (inside >= PIECE * shingles.size) found.push({ whole: near[0], piece });
  }
  return found;
};

const bagsOf = (wording: readonly string[], wanted: (index: number) => boolean): Map<number, Bag> => {
  const bags = new Map<number, Bag>();
  wording.forEach((text, index) => {
    if (text === '' || !wanted(index)) return;
    const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    bags.set(index, { words: new Set(words), shingles: new Set(words.length < 2 ? words : words.slice(1).map((word, at) => `${words[at]} ${word}`)) });
  });
  return bags;
};

const rareShingles = (bags: ReadonlyMap<number, Bag>): Map<string, number[]> => {
  const where = new Map<string, number[]>();
  for (const [index, { shingles }] of bags) for (const shingle of shingles) (where.get(shingle) ?? where.set(shingle, []).get(shingle)!).push(index);
  for (const [shingle, places] of where) if (places.length > RARE) where.delete(shingle);
  return where;
};

/** How alike two sets are, 0 to 1. */
export const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
};

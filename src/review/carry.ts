/**
 * Verdicts of an earlier draft on this one: those whose wording stands carry over by their key; where the wording changed
 * the verdict is offered again beside the old words; where it is gone the verdict is kept and told. Pure.
 */
import { normalise, type Verdict } from '../verdicts.ts';
import type { Item } from './items.ts';
import type { Held, Ledger } from './ledger.ts';

/** A verdict that somebody gave earlier, on other words or in another log. */
export interface Offer {
  by: string;
  verdict: Verdict;
  /** The words it was given on; null when they are the same. */
  quote: string | null;
  /** Key it was given under, to be named when it is confirmed. */
  from: string | null;
}

export interface Carried {
  /** Offers by key of the item in this text. */
  offers: ReadonlyMap<string, readonly Offer[]>;
  /** Keys of verdicts that were given on another text and stand in this one. */
  carried: ReadonlySet<string>;
  lost: readonly Held[];
}

/** The verdict in force for an item; none where the text has changed under it. */
export const verdictFor = ({ held }: Pick<Ledger, 'held'>, { key, basis }: Item, document: string): Verdict | undefined => {
  const verdict = held.get(key)?.verdict;
  return verdict === undefined || (verdict.basis !== basis && verdict.document !== document) ? undefined : verdict;
};

/** At least this part of the words must be shared (Dice coefficient, rare words counting more) to call it the same clause in other words. */
const ALIKE = 0.5;
/** A word in more texts than this says nothing about which one is meant. */
const COMMON = 200;

/** Matches a ledger with the items of a text whose hash is `document`. */
export const carryOver = (ledger: Ledger, items: readonly Item[], document: string): Carried => {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const confirmed = new Set([...ledger.held.values()].flatMap(({ verdict }) => verdict.from ?? []));
  const offers = new Map<string, Offer[]>();
  const carried = new Set<string>();
  const adrift: Held[] = [];
  for (const held of ledger.held.values()) {
    const item = byKey.get(held.about.key);
    if (item === undefined) {
      if (!confirmed.has(held.about.key)) adrift.push(held);
    } else if (held.verdict.document !== document) {
      if (verdictFor(ledger, item, document) === undefined) offers.set(item.key, [{ by: 'earlier', verdict: held.verdict, quote: null, from: null }]);
      else carried.add(item.key);
    }
  }
  const free = items.filter(({ target, key }) => target === 'provision' && !ledger.held.has(key));
  const pairs = pairUp(adrift.map(({ about }) => about.quote), free.map(({ quote }) => quote));
  for (const [old, item] of pairs) {
    const { verdict, about } = adrift[old]!;
    offers.set(free[item]!.key, [{ by: 'earlier', verdict, quote: about.quote, from: about.key }]);
  }
  return { offers, carried, lost: adrift.filter((_, i) => !pairs.has(i)) };
};

/** Pairs old texts with new ones, the most alike first, each used once: index -> index. */
export const pairUp = (old: readonly string[], fresh: readonly string[]): Map<number, number> => {
  const bags = fresh.map(wordsOf);
  const where = new Map<string, number[]>();
  bags.forEach((bag, i) => {
    for (const word of bag) where.set(word, [...(where.get(word) ?? []), i].slice(0, COMMON + 1));
  });
  /** Words that stand in many clauses make no two of them alike. */
  const weigh = (word: string): number => Math.log(1 + fresh.length / (where.get(word)?.length ?? 1));
  const candidates = old.flatMap((text, from) => {
    const bag = wordsOf(text);
    const near = new Set([...bag].flatMap((word) => {
      const places = where.get(word) ?? [];
      return places.length > COMMON ? [] : places;
    }));
    return [...near].map((to) => ({ from, to, alike: dice(bag, bags[to]!, weigh) })).filter(({ alike }) => alike >= ALIKE);
  });
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of candidates.toSorted((a, b) => b.alike - a.alike || a.from - b.from || a.to - b.to)) {
    if (pairs.has(from) || taken.has(to)) continue;
    pairs.set(from, to);
    taken.add(to);
  }
  return pairs;
};

const wordsOf = (text: string): Set<string> => new Set(normalise(text).match(/[\p{L}\p{N}]+/gu) ?? []);

const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (word: string) => number): number => {
  let [shared, all] = [0, 0];
  for (const word of a) {
    all += weigh(word);
    if (b.has(word)) shared += weigh(word);
  }
  for (const word of b) all += weigh(word);
  return all === 0 ? 0 : (2 * shared) / all;
};

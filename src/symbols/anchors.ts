/** The event a deadline counts from: "of the signing of this Agreement", "before the end of the transition", "following its establishment". */
import type { TimesData } from '../rules/symbols.ts';
import { CAPITAL, type Vocabulary } from '../tokens.ts';
import type { AmountReader } from './amounts.ts';
import { gapAfter, textOf, type Words } from './phrases.ts';

export interface Anchor {
  /** "signature", the name of a known event, or the words of the text without the article. */
  readonly name: string;
  readonly last: number;
  /** False when it is given in the words of the text. */
  readonly known: boolean;
}

export interface AnchorReader {
  /** The anchor at a token, after "of", "after", "before". */
  anchorAt(words: Words, at: number, stop: number): Anchor | null;
  /** Only what is an event by its own words: a known one, or "the completion of ...". */
  eventAt(words: Words, at: number, stop: number): Anchor | null;
}

/** The anchor of a deadline in days from the signature. */
export const SIGNATURE = 'signature';

/** An anchor in the words of the text is cut after so many. */
const LONGEST = 12;
const MOST_SMALL_WORDS = 6;
const SPACE = /^[\s"“”‘’'-]{1,3}$/u;

/** Lists this grammar needs from `createWords`, by the name it asks for. */
export const anchorLists = (data: TimesData): Record<string, string[]> => ({
  signature: data.signature,
  bounds: data.bounds,
  anchorEnds: data.anchorEnds,
  ...Object.fromEntries(Object.entries(data.events).map(([name, phrases]) => [`event:${name}`, phrases])),
  ...Object.fromEntries(Object.entries(data.periods).map(([name, phrases]) => [`period:${name}`, phrases])),
});

const joined = (words: Words, at: number, stop: number): boolean => at < stop && SPACE.test(gapAfter(words, at - 1));

const longest = (words: Words, sort: string, names: readonly string[], at: number): Anchor | null => {
  let found: Anchor | null = null;
  for (const name of names) {
    const last = words.ends(`${sort}:${name}`, at);
    if (last > (found?.last ?? 0)) found = { name, last, known: true };
  }
  return found;
};

/** A reader for one language. */
export const createAnchorReader = (data: TimesData, amounts: AmountReader, vocabulary: Vocabulary): AnchorReader => {
  const keySet = (list: readonly string[]): Set<string> => new Set(list.map((word) => vocabulary.keyOf(word.replace(/^=/u, ''))));
  const small = keySet(data.anchorWords);
  const articles = keySet(data.articles);
  const self = keySet(data.this);
  const texts = keySet(data.texts);
  const links = keySet(data.of);
  const and = keySet(data.and);
  const key = (words: Words, at: number): string => vocabulary.keys[words.tokens.word[at]!]!;
  const isCapital = (words: Words, at: number): boolean => (vocabulary.flags[words.tokens.word[at]!]! & CAPITAL) !== 0;

  /** The end of the name under which a text means itself ("of this Agreement"), or `at` when another text follows, or none. */
  const ownNameEnd = (words: Words, at: number, stop: number): { last: number; other: boolean } => {
    let i = at;
    if (joined(words, i, stop) && links.has(key(words, i))) i++;
    let selfSaid = false;
    while (joined(words, i, stop) && (articles.has(key(words, i)) || self.has(key(words, i)))) selfSaid = self.has(key(words, i++)) || selfSaid;
    if (i === at || !joined(words, i, stop)) return { last: at, other: false };
    const from = i;
    while (joined(words, i, stop) && i < from + LONGEST && (texts.has(key(words, i)) || words.title.has(vocabulary.stems[words.tokens.word[i]!]!))) i++;
    const more = joined(words, i, stop) && isCapital(words, i);
    return selfSaid || (i > from && !more) ? { last: i, other: false } : { last: at, other: true };
  };

  const knownAt = (words: Words, at: number, stop: number): Anchor | null => {
    const signed = words.ends('signature', at);
    if (signed > 0) {
      const { last, other } = ownNameEnd(words, signed, stop);
      if (!other) return { name: SIGNATURE, last, known: true };
    }
    return longest(words, 'event', Object.keys(data.events), at);
  };

  const periodAt = (words: Words, at: number, stop: number): Anchor | null => longest(words, 'period', Object.keys(data.periods), skipArticles(words, at, stop));

  const smallEnd = (words: Words, at: number, stop: number): number => {
    let i = at;
    while (i < Math.min(stop, at + MOST_SMALL_WORDS) && small.has(key(words, i)) && (i === at || joined(words, i, stop))) i++;
    return i < stop && (i === at || joined(words, i, stop)) ? i : at;
  };

  /** Anywhere behind the small words: "the date of", then the event. */
  const knownBehind = (words: Words, at: number, stop: number): Anchor | null => {
    const end = smallEnd(words, at, stop);
    for (let i = at; i <= end; i++) {
      const known = knownAt(words, i, stop);
      if (known) return known;
    }
    return null;
  };

  /** "the Board and submit": the name ends where a small letter follows a capital across "and". */
  const breaksOff = (words: Words, at: number, stop: number): boolean => and.has(key(words, at)) && at + 1 < stop && isCapital(words, at - 1) && !isCapital(words, at + 1);

  const written = (words: Words, at: number, stop: number): Anchor | null => {
    const from = skipArticles(words, at, stop);
    let last = Math.max(from, words.ends('bounds', from));
    let bracket = false;
    while (last < Math.min(stop, from + LONGEST) && (last === from || joined(words, last, stop) || (bracket && /^[)\]] $/u.test(gapAfter(words, last - 1))))) {
      if (words.ends('anchorEnds', last) > 0 || words.ends('within', last) > 0 || (last > from && breaksOff(words, last, stop))) break;
      const amount = amounts.amountAt(words, last, stop)?.last ?? last + 1;
      bracket = amount > last + 1;
      last = amount;
    }
    return last === from ? null : { name: textOf(words, from, last), last, known: false };
  };

  const skipArticles = (words: Words, at: number, stop: number): number => {
    let from = at;
    while (from + 1 < stop && articles.has(key(words, from)) && joined(words, from + 1, stop)) from++;
    return from;
  };

  return {
    anchorAt: (words, at, stop) => (joined(words, at, stop) ? (knownBehind(words, at, stop) ?? periodAt(words, at, stop) ?? written(words, at, stop)) : null),
    eventAt: (words, at, stop) => {
      if (!joined(words, at, stop)) return null;
      const known = knownBehind(words, at, stop);
      if (known) return known;
      const from = skipArticles(words, at, stop);
      return words.ends('bounds', from) > 0 ? written(words, from, stop) : null;
    },
  };
};

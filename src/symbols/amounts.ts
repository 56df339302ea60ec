/** Numbers and durations as agreements write them: "thirty (30) days", "(36) thirty-six months", "one hundred and twenty days". */
import type { TimesData } from '../rules/symbols.ts';
import type { Vocabulary } from '../tokens.ts';
import { gapAfter, type Words } from './phrases.ts';

export interface Amount {
  readonly value: number;
  /** First token after it. */
  readonly last: number;
  /** "90th". */
  readonly ordinal: boolean;
}

export interface Duration {
  /** Null where the draft leaves the number open: "[X] days". */
  readonly days: number | null;
  readonly last: number;
  readonly ordinal: boolean;
}

export interface AmountReader {
  amountAt(words: Words, at: number, stop: number): Amount | null;
  /** Length of one unit and the first token after it: "(working) days". */
  unitAt(words: Words, at: number, stop: number): { days: number; last: number } | null;
  /** `single`: "a month", "the first year" count as one. */
  durationAt(words: Words, at: number, stop: number, single: boolean): Duration | null;
}

/** A number has no more words than this, a duration no more parts ("one year and six months"). */
const MOST_WORDS = 10;
const MOST_PARTS = 3;

const INSIDE = /^[\s-]$/u;
const BESIDE = /^[\s()[\]/,-]{1,6}$/u;
const TO_UNIT = /^[\s)\]\-–"”'’]{0,4}$/u;

const isDigits = (form: string): boolean => /^\p{Nd}/u.test(form);
const round = (days: number): number => Math.round(days * 100) / 100;

interface Compound {
  keys: string[];
  value: number;
}

/** Numbers of several words by their first, longest first. */
const compoundNumbers = (vocabulary: Vocabulary): Map<string, Compound[]> => {
  const compounds = new Map<string, Compound[]>();
  for (const [words, value] of Object.entries(vocabulary.language.numbers)) {
    const keys = words.split(' ').map((word) => vocabulary.keyOf(word));
    if (keys.length < 2) continue;
    compounds.set(keys[0]!, [...(compounds.get(keys[0]!) ?? []), { keys, value }].toSorted((a, b) => b.keys.length - a.keys.length));
  }
  return compounds;
};

/** A reader for one language. */
export const createAmountReader = (data: TimesData, vocabulary: Vocabulary): AmountReader => {
  const keySet = (list: readonly string[]): Set<string> => new Set(list.map((word) => vocabulary.keyOf(word)));
  const and = keySet(data.and);
  const singles = keySet(data.single);
  const suffixes = keySet(data.ordinals);
  const adjectives = keySet(data.unitWords);
  const blanks = keySet(data.placeholders);
  const after = keySet(data.unitAfter);
  const wholes = new Map(Object.entries(data.whole).map(([word, days]) => [vocabulary.keyOf(word), days]));
  const compounds = compoundNumbers(vocabulary);
  const units = new Map(Object.entries(data.units).map(([word, days]) => [vocabulary.keyOf(word), days]));

  const key = (words: Words, at: number): string => vocabulary.keys[words.tokens.word[at]!]!;
  const valueAt = (words: Words, at: number): number => vocabulary.values[words.tokens.word[at]!]!;
  const formAt = (words: Words, at: number): string => vocabulary.forms[words.tokens.word[at]!]!;

  /** "quatre-vingt", "soixante et onze": the longest that stands here. */
  const compoundAt = (words: Words, at: number, stop: number): { value: number; last: number } | null => {
    for (const { keys, value } of compounds.get(key(words, at)) ?? []) {
      if (at + keys.length <= stop && keys.every((each, i) => key(words, at + i) === each && (i === 0 || INSIDE.test(gapAfter(words, at + i - 1))))) return { value, last: at + keys.length };
    }
    return null;
  };

  const wordsAt = (words: Words, at: number, stop: number): { value: number; last: number } => {
    let [thousands, value, last] = [0, 0, at];
    for (let i = at; i < Math.min(stop, at + MOST_WORDS); i++) {
      if (i > at && !INSIDE.test(gapAfter(words, i - 1))) break;
      const compound = compoundAt(words, i, stop);
      const part = compound?.value ?? valueAt(words, i);
      if (and.has(key(words, i)) && i > at && i + 1 < stop) {
        const next = singles.has(key(words, i + 1)) && i + 2 < stop ? i + 2 : i + 1;
        if (valueAt(words, next) < 1) return { value: thousands + value + valueAt(words, next), last: next + 1 };
        if (value >= 100 && value % 100 === 0) continue;
        break;
      }
      if (Number.isNaN(part) || isDigits(formAt(words, i))) break;
      if (part < 1 && i > at) break;
      if (part === 1000) {
        if (thousands > 0) break;
        [thousands, value] = [(value || 1) * 1000, 0];
      } else if (part === 100) {
        if (value >= 100) break;
        value = (value || 1) * 100;
      } else {
        const tens = value % 100;
        const fits = tens === 0 || (part < 10 && tens >= 20 && tens % 10 === 0) || (data.unitsFirst && tens < 10 && part >= 20);
        if (i > at && !fits) break;
        value += part;
      }
      last = compound?.last ?? i + 1;
      i = last - 1;
    }
    return { value: thousands + value, last };
  };

  /** One number in one writing, null when none stands here. */
  const plainAt = (words: Words, at: number, stop: number): (Amount & { digits: boolean }) | null => {
    if (at >= stop || Number.isNaN(valueAt(words, at))) return null;
    const digits = isDigits(formAt(words, at));
    const { value, last } = digits ? { value: valueAt(words, at), last: at + 1 } : wordsAt(words, at, stop);
    const ordinal = digits && last < stop && suffixes.has(key(words, last)) && gapAfter(words, last - 1) === '';
    return { value, last: ordinal ? last + 1 : last, ordinal, digits };
  };

  /** The same number in the other writing right after: "(30)". Where the two differ, the word in brackets still belongs to it. */
  const repeatAt = (words: Words, first: Amount & { digits: boolean }, at: number, stop: number): (Amount & { digits: boolean }) | null => {
    if (at >= stop) return null;
    const gap = gapAfter(words, at - 1);
    const second = BESIDE.test(gap) ? plainAt(words, at, stop) : null;
    if (second === null || second.digits === first.digits) return null;
    const closes = /^\s?[)\]]/u.test(words.text.slice(words.tokens.end[second.last - 1]!, words.tokens.end[second.last - 1]! + 2));
    return second.value === first.value || (/[([]/u.test(gap) && closes) ? second : null;
  };

  const amountAt: AmountReader['amountAt'] = (words, at, stop) => {
    const first = plainAt(words, at, stop);
    if (first === null) return null;
    const second = repeatAt(words, first, first.last, stop);
    // where words and figures differ, the words prevail
    const value = second !== null && first.digits ? second.value : first.value;
    return { value, last: second?.last ?? first.last, ordinal: first.ordinal };
  };

  const unitAt: AmountReader['unitAt'] = (words, at, stop) => {
    for (let i = at; i < Math.min(stop, at + 3); i++) {
      const gap = i > 0 ? gapAfter(words, i - 1) : '';
      if (i > at ? !TO_UNIT.test(gap) : false) return null;
      const days = units.get(key(words, i));
      if (days !== undefined) return { days, last: i + 1 < stop && after.has(key(words, i + 1)) && gapAfter(words, i) === ' ' ? i + 2 : i + 1 };
      if (!adjectives.has(key(words, i))) return null;
    }
    return null;
  };

  const blankAt = (words: Words, at: number, stop: number): Duration | null => {
    if (at + 1 >= stop || !blanks.has(key(words, at)) || formAt(words, at) !== formAt(words, at).toUpperCase()) return null;
    const unit = TO_UNIT.test(gapAfter(words, at)) ? unitAt(words, at + 1, stop) : null;
    return unit && { days: null, last: unit.last, ordinal: false };
  };

  const durationAt: AmountReader['durationAt'] = (words, at, stop, single) => {
    if (single && at + 1 < stop && singles.has(key(words, at)) && gapAfter(words, at) === ' ') {
      const unit = unitAt(words, at + 1, stop);
      if (unit) return { days: round(unit.days), last: unit.last, ordinal: false };
    }
    const whole = wholes.get(key(words, at));
    if (whole !== undefined) return { days: whole, last: at + 1, ordinal: false };
    let [days, last, ordinal, smallest] = [0, at, false, Number.POSITIVE_INFINITY];
    for (let part = 0, i = at; part < MOST_PARTS; part++) {
      const amount = amountAt(words, i, stop);
      if (amount === null) break;
      let end = amount.last;
      if (end < stop && amount.value < 1 && singles.has(key(words, end))) end++;
      const unit = end < stop && TO_UNIT.test(gapAfter(words, end - 1)) ? unitAt(words, end, stop) : null;
      if (unit === null || unit.days >= smallest) break;
      [days, last, smallest, ordinal] = [days + amount.value * unit.days, unit.last, unit.days, ordinal || amount.ordinal];
      last = repeatedAt(words, amount, last, stop);
      if (last + 1 >= stop || !and.has(key(words, last)) || gapAfter(words, last - 1) !== ' ') break;
      i = last + 1;
    }
    return last === at ? blankAt(words, at, stop) : { days: round(days), last, ordinal };
  };

  /** "ninety days (90) days": the number again after its unit, with or without the unit again. */
  const repeatedAt = (words: Words, amount: Amount, at: number, stop: number): number => {
    if (at >= stop || !/[([]/u.test(gapAfter(words, at - 1))) return at;
    const again = plainAt(words, at, stop);
    if (again === null || again.value !== amount.value) return at;
    return (again.last < stop && TO_UNIT.test(gapAfter(words, again.last - 1)) && unitAt(words, again.last, stop)?.last) || again.last;
  };

  return { amountAt, unitAt, durationAt };
};

/** Calendar dates in the forms agreements use: "12 September 2018", "September 12, 2018", "21st day of November 2006", "29.04.94", "2018-09-12". */
import type { TimesData } from '../rules/symbols.ts';
import type { Vocabulary } from '../tokens.ts';
import { gapAfter, type Words } from './phrases.ts';

export interface CalendarDate {
  /** ISO; the last day where the text names a month or a year only. */
  readonly date: string;
  readonly last: number;
  /** False for "March 2020" and "the end of 2019". */
  readonly precise: boolean;
}

export interface DateReader {
  dateAt(words: Words, at: number, stop: number): CalendarDate | null;
  /** "end of March 2020", "end of the year 2019". */
  endAt(words: Words, at: number, stop: number): CalendarDate | null;
}

/** Small words that may stand between the parts of a date: "day of", ", the". */
const MOST_SMALL_WORDS = 3;
const SPACE = /^[\s,.]{1,3}$/u;
const MOST_DAYS = 31;
/** Years of two digits from here on belong to the last century. */
const CENTURY = 50;

/** A reader for one language. */
export const createDateReader = (data: TimesData, vocabulary: Vocabulary): DateReader => {
  const keySet = (list: readonly string[]): Set<string> => new Set(list.map((word) => vocabulary.keyOf(word)));
  const months = new Map(Object.entries(data.months).map(([word, month]) => [vocabulary.keyOf(word), month]));
  const [suffixes, small] = [keySet(data.ordinals), keySet(data.dateWords)];

  const key = (words: Words, at: number): string => vocabulary.keys[words.tokens.word[at]!]!;
  // figures of any script are the same key
  const form = key;
  const numberAt = (words: Words, at: number, stop: number, digits: RegExp): number => (at < stop && digits.test(form(words, at)) ? Number(form(words, at)) : Number.NaN);
  const yearAt = (words: Words, at: number, stop: number): number => numberAt(words, at, stop, /^(?:19|20)[0-9]{2}$/u);

  const skipSmall = (words: Words, at: number, stop: number): number => {
    let i = at;
    while (i < stop && i < at + MOST_SMALL_WORDS && SPACE.test(gapAfter(words, i - 1)) && small.has(key(words, i))) i++;
    return i < stop && SPACE.test(gapAfter(words, i - 1)) ? i : stop;
  };

  const dayAt = (words: Words, at: number, stop: number): { day: number; last: number } | null => {
    const day = numberAt(words, at, stop, /^[0-9]{1,2}$/u);
    if (Number.isNaN(day)) return dayWordAt(words, at, stop);
    const suffix = at + 1 < stop && gapAfter(words, at) === '' && suffixes.has(key(words, at + 1));
    return { day, last: suffix ? at + 2 : at + 1 };
  };

  /** "premier janvier", "uno de enero". */
  const dayWordAt = (words: Words, at: number, stop: number): { day: number; last: number } | null => {
    const day = at < stop && !/^[0-9]/u.test(key(words, at)) ? vocabulary.values[words.tokens.word[at]!]! : Number.NaN;
    return Number.isInteger(day) && day <= MOST_DAYS ? { day, last: at + 1 } : null;
  };

  const monthYearAt = (words: Words, at: number, stop: number): { month: number; year: number; last: number } | null => {
    const month = at < stop ? months.get(key(words, at)) : undefined;
    if (month === undefined) return null;
    const next = skipSmall(words, at + 1, stop);
    const year = yearAt(words, next, stop);
    return Number.isNaN(year) ? null : { month, year, last: next + 1 };
  };

  const dayFirst = (words: Words, at: number, stop: number): CalendarDate | null => {
    const day = dayAt(words, at, stop);
    const rest = day && monthYearAt(words, skipSmall(words, day.last, stop), stop);
    return rest && dated(rest.year, rest.month, day.day, rest.last);
  };

  const monthFirst = (words: Words, at: number, stop: number): CalendarDate | null => {
    const month = months.get(key(words, at));
    if (month === undefined) return null;
    const day = dayAt(words, skipSmall(words, at + 1, stop), stop);
    const next = day ? skipSmall(words, day.last, stop) : stop;
    const year = yearAt(words, next, stop);
    return day === null || Number.isNaN(year) ? null : dated(year, month, day.day, next + 1);
  };

  const monthOnly = (words: Words, at: number, stop: number): CalendarDate | null => {
    const found = monthYearAt(words, at, stop);
    return found && { date: iso(found.year, found.month, daysIn(found.year, found.month)), last: found.last, precise: false };
  };

  const numeric = (words: Words, at: number, stop: number): CalendarDate | null => {
    const own = /^([0-9]{1,4})\.([0-9]{1,2})\.([0-9]{2,4})$/u.exec(form(words, at));
    if (own) return ordered(own[1]!, own[2]!, own[3]!, at + 1);
    if (at + 2 >= stop) return null;
    const gap = gapAfter(words, at);
    const parts = [at, at + 1, at + 2].map((i) => form(words, i));
    if (!/^[-/]$/u.test(gap) || gapAfter(words, at + 1) !== gap || !parts.every((part) => /^[0-9]{1,4}$/u.test(part))) return null;
    return ordered(parts[0]!, parts[1]!, parts[2]!, at + 3);
  };

  const withClock = (words: Words, found: CalendarDate, stop: number): CalendarDate => {
    const at = words.ends('clock', found.last);
    const time = at > 0 ? at : found.last;
    if (time >= stop || !/^[0-9]{1,2}[:.][0-9]{2}$/u.test(form(words, time))) return found;
    const unit = time + 1 < stop && Object.hasOwn(data.units, key(words, time + 1)) ? 1 : 0;
    return { ...found, last: time + 1 + unit };
  };

  const dateAt: DateReader['dateAt'] = (words, at, stop) => {
    const found = dayFirst(words, at, stop) ?? monthFirst(words, at, stop) ?? numeric(words, at, stop) ?? monthOnly(words, at, stop);
    return found && withClock(words, found, stop);
  };

  const endAt: DateReader['endAt'] = (words, at, stop) => {
    const end = words.ends('endOf', at);
    if (end < 0) return null;
    const next = skipSmall(words, end, stop);
    const year = yearAt(words, next, stop);
    return Number.isNaN(year) ? monthOnly(words, next, stop) : { date: iso(year, 12, 31), last: next + 1, precise: false };
  };

  return { dateAt, endAt };
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const iso = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const dated = (year: number, month: number, day: number, last: number): CalendarDate | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { date: iso(year, month, day), last, precise: true } : null;

const longYear = (text: string): number => (/^(?:19|20)[0-9]{2}$/u.test(text) ? Number(text) : Number.NaN);

/** Year first, else day first; "2.1.10" is a clause and no date, so short years need two digits everywhere. */
const ordered = (a: string, b: string, c: string, last: number): CalendarDate | null => {
  if (a.length === 4) return c.length <= 2 ? dated(longYear(a), Number(b), Number(c), last) : null;
  if (c.length === 4) return dated(longYear(c), Number(b), Number(a), last) ?? dated(longYear(c), Number(a), Number(b), last);
  if (a.length !== 2 || b.length !== 2 || c.length !== 2) return null;
  return dated(Number(c) + (Number(c) >= CENTURY ? 1900 : 2000), Number(b), Number(a), last);
};

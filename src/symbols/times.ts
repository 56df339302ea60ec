/**
 * Where the text names a time: a deadline with its anchor, the length of a period, a calendar date, or a word that
 * sounds like a time and binds nobody. One grammar read from left to right over the tokens; all its words are data.
 */
import type { Lexicon, Scan } from '../lexicon.ts';
import type { TimesData } from '../rules/symbols.ts';
import type { TokenStream } from '../sentences.ts';
import type { Span } from '../span.ts';
import { CAPITAL, NUMBER, type Vocabulary } from '../tokens.ts';
import { createAmountReader } from './amounts.ts';
import { anchorLists, createAnchorReader, SIGNATURE, type Anchor } from './anchors.ts';
import { createDateReader, type CalendarDate } from './dates.ts';
import { withMoments } from './moments.ts';
import { createOpeners, createWords, gapAfter, spanOf, stretchesOf, textOf, type Words } from './phrases.ts';

export interface Time extends Span {
  /** Token range, end exclusive. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly kind: 'deadline' | 'duration' | 'date' | 'floating';
  readonly text: string;
  /** Days after the anchor, negative before it; the length of a duration; null when it cannot be told. */
  readonly days: number | null;
  /** "signature", a known event, the event as written, "date" for a calendar date; empty when the text names none. */
  readonly anchor: string;
  /** ISO, for calendar dates. */
  readonly date: string | null;
  /** Token range of the duration or date alone, without "within" and anchor. */
  readonly core: { readonly first: number; readonly last: number; readonly kind: 'date' | 'duration' } | null;
}

export type TimeFinder = (text: string, stream: TokenStream, scan: Scan) => Time[];

type Found = Pick<Time, 'kind' | 'days' | 'anchor' | 'date' | 'last' | 'core'>;

/** So many small words may stand between "within" and the number. */
const MOST_LEAD_WORDS = 8;
const AFTER_LEAD = /^[\s("'“‘[–-]{1,3}$/u;
const BLANK = /[[\]_…]|\.{2,}/u;
const BEFORE_LINK = /^[\s)\]’'"”]{1,3}$/u;

const isAge = (words: Words, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (words.ends('notTimes', i) > 0) return true;
  return false;
};

const onDate = ({ date, last }: CalendarDate, first: number, kind: Time['kind']): Found => ({ kind, days: null, anchor: 'date', date, last, core: { first, last, kind: 'date' } });

/** Whether the words before a date only tell when something was made: "signed on", not "to be signed on". */
const names = (words: Words, token: number, first: number): boolean =>
  token - 1 >= first && words.ends('naming', token - 1) > 0 && !(token - 2 >= first && words.ends('future', token - 2) > 0);

/** A finder for one language; its data says how that language writes times. Linear in the text. */
export const createTimeFinder = (data: TimesData, vocabulary: Vocabulary, lexicon: Lexicon): TimeFinder => {
  const { within, latest, limits, leadWords, after, of, later, before, until, at, from, naming, future, clock, endOf, immediate, floating, notTimes } = data;
  const open = createWords({ within, latest, limits, leadWords, after, of, later, before, until, at, from, naming, future, clock, endOf, immediate, floating, notTimes, ...anchorLists(data) }, vocabulary, lexicon);
  const opens = createOpeners(
    [...within, ...limits, ...until, ...before, ...at, ...from, ...immediate, ...floating, ...notTimes],
    [...Object.keys(data.months), ...Object.keys(data.units), ...Object.keys(data.whole), ...data.placeholders, ...data.dayZero],
    vocabulary,
  );
  const amounts = createAmountReader(data, vocabulary);
  const dates = createDateReader(data, vocabulary);
  const anchors = createAnchorReader(data, amounts, vocabulary);
  const zero = new Set(data.dayZero.map((letter) => vocabulary.keyOf(letter)));

  const flag = (words: Words, token: number, bit: number): boolean => (vocabulary.flags[words.tokens.word[token]!]! & bit) !== 0;

  /** "of the signing", "before the end of the transition", "thereafter": anchor and direction; `led` after words like "within". */
  const linkAt = (words: Words, token: number, stop: number, led: boolean): (Anchor & { sign: number }) | null => {
    if (token >= stop) return null;
    const gap = gapAfter(words, token - 1);
    const comma = led && /^, ?$/u.test(gap);
    if (!comma && !BEFORE_LINK.test(gap)) return null;
    const alone = words.ends('later', token);
    if (alone > 0) return { name: textOf(words, token, alone), last: alone, known: false, sign: 1 };
    const back = comma ? -1 : words.ends('before', token);
    const loose = comma ? -1 : words.ends('of', token);
    const forth = Math.max(words.ends('after', token), loose);
    const link = Math.max(back, forth);
    const anchor = link > 0 && link < stop ? anchors.anchorAt(words, link, stop) : null;
    // "a period of 36 months of reform" names no anchor, "72 hours of signing" does
    if (!led && link === loose && anchor?.name !== SIGNATURE) return null;
    return anchor && { ...anchor, sign: back > forth ? -1 : 1 };
  };

  const anchored = (words: Words, days: number | null, begin: number, end: number, stop: number, led: boolean, otherwise: Time['kind']): Found => {
    const late = end < stop && BEFORE_LINK.test(gapAfter(words, end - 1)) ? words.ends('latest', end) : -1;
    const last = late > 0 ? late : end;
    const link = linkAt(words, last, stop, led || late > 0);
    const core = { first: begin, last: end, kind: 'duration' } as const;
    if (link === null) return { kind: late > 0 ? 'deadline' : otherwise, days, anchor: '', date: null, last, core };
    return { kind: 'deadline', days: days === null ? null : days * link.sign, anchor: link.name, date: null, last: link.last, core };
  };

  /** A duration behind "within", "not exceeding" or nothing. */
  const ledDuration = (words: Words, lead: number, stop: number, otherwise: Time['kind']): Found | null => {
    const blank = lead < stop && BLANK.test(gapAfter(words, lead - 1)) ? amounts.unitAt(words, lead, stop) : null;
    if (blank) return anchored(words, null, lead, blank.last, stop, true, otherwise);
    for (let i = lead; i < Math.min(stop, lead + MOST_LEAD_WORDS) && AFTER_LEAD.test(gapAfter(words, i - 1)); i++) {
      const found = amounts.durationAt(words, i, stop, true);
      if (found) return isAge(words, i, found.last) ? null : anchored(words, found.days, i, found.last, stop, otherwise === 'deadline', otherwise);
      if (words.ends('leadWords', i) < 0) return null;
    }
    return null;
  };

  const ledDate = (words: Words, lead: number, stop: number, kind: Time['kind']): Found | null => {
    for (let i = lead; i < Math.min(stop, lead + MOST_LEAD_WORDS) && AFTER_LEAD.test(gapAfter(words, i - 1)); i++) {
      const found = dates.endAt(words, i, stop) ?? dates.dateAt(words, i, stop);
      if (found) return onDate(found, i, kind);
      if (words.ends('leadWords', i) < 0) return null;
    }
    return null;
  };

  /** "by day 45", "by D+30", "on the 90th day of its term". */
  const ledDay = (words: Words, lead: number, stop: number): Found | null => {
    for (let i = lead; i < Math.min(stop, lead + 2) && AFTER_LEAD.test(gapAfter(words, i - 1)); i++) {
      const numbered = dayNumberAt(words, i, stop) ?? dayCountAt(words, i, stop);
      if (numbered) return numbered;
      const found = amounts.durationAt(words, i, stop, false);
      if (found?.ordinal && !isAge(words, i, found.last)) return anchored(words, found.days, i, found.last, stop, true, 'deadline');
      if (words.ends('leadWords', i) < 0) return null;
    }
    return null;
  };

  /** "day 45", "month 8". */
  const dayNumberAt = (words: Words, token: number, stop: number): Found | null => {
    if (token + 1 >= stop || gapAfter(words, token) !== ' ' || !flag(words, token + 1, NUMBER)) return null;
    const unit = amounts.unitAt(words, token, token + 1);
    const amount = unit && amounts.amountAt(words, token + 1, stop);
    if (!unit || !amount || amount.ordinal || dates.dateAt(words, token + 1, stop)) return null;
    if (amount.last < stop && gapAfter(words, amount.last - 1) === ' ' && amounts.unitAt(words, amount.last, stop)) return null;
    const link = linkAt(words, amount.last, stop, true);
    return { kind: 'deadline', days: amount.value * unit.days, anchor: link?.name ?? data.dayZeroName, date: null, last: link?.last ?? amount.last, core: null };
  };

  /** "D+30". */
  const dayCountAt = (words: Words, token: number, stop: number): Found | null => {
    if (token + 1 >= stop || !zero.has(vocabulary.keys[words.tokens.word[token]!]!) || !flag(words, token, CAPITAL)) return null;
    const sign = /^\s?([+\-–−])\s?$/u.exec(gapAfter(words, token))?.[1];
    const value = vocabulary.values[words.tokens.word[token + 1]!]!;
    if (sign === undefined || Number.isNaN(value)) return null;
    const unit = token + 2 < stop && gapAfter(words, token + 1) === ' ' ? amounts.unitAt(words, token + 2, stop) : null;
    return { kind: 'deadline', days: (sign === '+' ? value : -value) * (unit?.days ?? 1), anchor: data.dayZeroName, date: null, last: unit?.last ?? token + 2, core: null };
  };

  const toEvent = (words: Words, lead: number, stop: number, days: number | null, signature: boolean): Found | null => {
    const event = lead < stop ? anchors.eventAt(words, lead, stop) : null;
    const counted = event && dayCountAt(words, event.last - 1, stop);
    if (counted) return counted;
    return event === null || (!signature && event.name === SIGNATURE) ? null : { kind: 'deadline', days, anchor: event.name, date: null, last: event.last, core: null };
  };

  /** What begins at this token behind words such as "within", "by", "before", "upon". */
  const ledAt = (words: Words, token: number, first: number, stop: number): Found | null => {
    const lead = words.ends('within', token);
    const found = lead > 0 ? (ledDuration(words, lead, stop, 'deadline') ?? ledDate(words, lead, stop, 'deadline')) : null;
    if (found) return found;
    const limit = words.ends('limits', token);
    const limited = limit > 0 ? ledDuration(words, limit, stop, 'duration') : null;
    if (limited) return limited;
    const [by, back, on, start] = ['until', 'before', 'at', 'from'].map((list) => words.ends(list, token)) as [number, number, number, number];
    if (by > 0 || back > 0) {
      const either = Math.max(by, back);
      const due = ledDate(words, either, stop, names(words, token, first) ? 'date' : 'deadline') ?? ledDay(words, either, stop) ?? toEvent(words, either, stop, by > 0 ? 0 : null, back > 0);
      if (due) return due;
    }
    if (start > 0) {
      const due = ledDate(words, start, stop, names(words, token, first) ? 'date' : 'deadline');
      if (due) return due;
    }
    return on > 0 ? (ledDay(words, on, stop) ?? knownMoment(words, on, stop)) : null;
  };

  const knownMoment = (words: Words, lead: number, stop: number): Found | null => {
    const event = lead < stop ? anchors.eventAt(words, lead, stop) : null;
    const counted = event && dayCountAt(words, event.last - 1, stop);
    if (counted) return counted;
    return event?.known ? { kind: 'deadline', days: 0, anchor: event.name, date: null, last: event.last, core: null } : null;
  };

  const timeAt = (words: Words, token: number, first: number, stop: number): Found | null => {
    const loose = words.ends('floating', token);
    if (loose > 0) return { kind: 'floating', days: null, anchor: '', date: null, last: loose, core: null };
    const led = ledAt(words, token, first, stop);
    if (led) return led;
    const now = words.ends('immediate', token);
    if (now > 0) {
      const link = linkAt(words, now, stop, false);
      return { kind: 'deadline', days: 0, anchor: link?.name ?? '', date: null, last: link?.last ?? now, core: null };
    }
    const date = dates.dateAt(words, token, stop);
    if (date) return onDate(date, token, 'date');
    const found = amounts.durationAt(words, token, stop, false);
    if (found) {
      if (isAge(words, token, found.last) || (found.days !== null && found.days < 1 && token > first && words.ends('clock', token - 1) === token)) return null;
      const time = anchored(words, found.days, token, found.last, stop, false, 'duration');
      return found.ordinal && time.kind === 'duration' ? null : time;
    }
    return dayCountAt(words, token, stop) ?? (flag(words, token, CAPITAL) ? dayNumberAt(words, token, stop) : null);
  };

  return (text, stream, scan) => {
    const words = open(text, stream, scan);
    const times: Time[] = [];
    for (const { sentence, first, last } of stretchesOf(stream.sentences)) {
      for (let i = first; i < last; ) {
        if (!opens(words.tokens.word[i]!)) {
          i++;
          continue;
        }
        const barred = words.ends('notTimes', i);
        const read = timeAt(words, i, first, last);
        const found = read && read.last > barred ? read : null;
        if (found) times.push({ ...found, first: i, sentence, ...spanOf(words, i, found.last) });
        i = found?.last ?? Math.max(barred, i + 1);
      }
    }
    return withMoments(words, times);
  };
};

/** Places of all dates and durations, those inside deadlines too, as the matcher takes them: token ranges ordered by start. */
export const givenTimes = (times: readonly Time[]): Record<'date' | 'duration', { start: number[]; end: number[] }> => {
  const given = { date: { start: [] as number[], end: [] as number[] }, duration: { start: [] as number[], end: [] as number[] } };
  for (const { core } of times) {
    if (core === null) continue;
    given[core.kind].start.push(core.first);
    given[core.kind].end.push(core.last);
  }
  return given;
};

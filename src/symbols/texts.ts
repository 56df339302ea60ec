/**
 * Other texts an agreement names: "the Cessation of Hostilities Agreement of 21 December 2017", "Resolution 2046
 * (2012)", "the Police Act", and acronyms it introduces for them.
 */
import type { ReferencesData } from '../rules/symbols.ts';
import type { Span } from '../span.ts';
import { ACRONYM, CAPITAL, type Vocabulary } from '../tokens.ts';
import { gapAfter, type Stretch, type Text } from './phrases.ts';

export interface NamedText {
  /** Token range without article; date and introduced acronym included. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly kind: 'agreement' | 'law';
  /** The name of the text that is being read. */
  readonly own: boolean;
}

/** Offset after the bracket that a name opened: "(RSA as amended)". */
export const closedEnd = (text: string, { start, end }: Span): number => {
  const own = text.slice(start, end);
  if (own.lastIndexOf('(') <= own.lastIndexOf(')')) return end;
  const close = /^[^()]{0,24}\)/u.exec(text.slice(end, end + 26));
  return close ? end + close[0].length : end;
};

export type TextFinder = (words: Text, stretches: readonly Stretch[]) => NamedText[];

/** A name is cut after so many words, its date after so many. */
const MOST_WORDS = 16;
const MOST_DATE_WORDS = 8;
/** Text of a long name. */
const LONG_NAME = 4;
const JOINT = /^[\s\-/'’‘"“”&]{1,3}$|^, $/u;
const NEXT = /^[\s"”’]{1,3}$/u;

/** A finder for one language. */
export const createTextFinder = (data: ReferencesData, vocabulary: Vocabulary): TextFinder => {
  const keySet = (list: readonly string[]): Set<string> => new Set(list.map((word) => vocabulary.keyOf(word)));
  const agreement = keySet(data.agreement);
  const law = keySet(data.law);
  const alone = keySet(data.alone);
  const indefinite = keySet(data.indefinite);
  const general = keySet(data.general);
  const joins = keySet(data.joins);
  const links = keySet(data.links);
  const articles = keySet(data.articles);
  const made = keySet(data.made);
  const self = keySet(data.this);
  const numbers = keySet(data.number);
  const common = new Set([...vocabulary.language.stop, ...data.links]);

  const key = (words: Text, at: number): string => vocabulary.keys[words.tokens.word[at]!]!;
  const form = (words: Text, at: number): string => vocabulary.forms[words.tokens.word[at]!]!;
  const has = (words: Text, at: number, bit: number): boolean => (vocabulary.flags[words.tokens.word[at]!]! & bit) !== 0;
  const isDigit = (words: Text, at: number): boolean => /^\p{Nd}/u.test(form(words, at));
  const isYear = (words: Text, at: number): boolean => /^(?:19|20)\p{Nd}{2}$/u.test(form(words, at));

  const startOf = (words: Text, head: number, floor: number): number => {
    let first = head;
    for (let i = head - 1; i >= Math.max(floor, head - MOST_WORDS) && JOINT.test(gapAfter(words, i)) && gapAfter(words, i) !== ', '; i--) {
      if (articles.has(key(words, i)) || self.has(key(words, i))) break;
      if (links.has(key(words, i))) continue;
      if (!has(words, i, CAPITAL)) break;
      first = i;
    }
    return first;
  };

  const endOf = (words: Text, head: number, stop: number): number => {
    let last = head + 1;
    if (last >= stop || !NEXT.test(gapAfter(words, head)) || !joins.has(key(words, last))) return last;
    for (let i = last; i < Math.min(stop, head + MOST_WORDS) && JOINT.test(gapAfter(words, i - 1)); i++) {
      if (has(words, i, CAPITAL) && !isDigit(words, i)) last = i + 1;
      else if (!links.has(key(words, i)) && !articles.has(key(words, i))) break;
    }
    return last;
  };

  /** A number, then a year in brackets or behind a comma: "2046 (2012)", "No. 1/2004", ", 2011". */
  const numberEnd = (words: Text, last: number, stop: number): number => {
    let end = last;
    if (end < stop && numbers.has(key(words, end)) && gapAfter(words, end - 1) === ' ') end++;
    while (end < Math.min(stop, last + 5) && isDigit(words, end) && (isYear(words, end) ? /^[\s./,(]{1,2}$/u : /^(?:\.? |[/.])$/u).test(gapAfter(words, end - 1))) end++;
    return end === last || !isDigit(words, end - 1) ? last : end;
  };

  const dateEnd = (words: Text, last: number, stop: number): number => {
    let others = 0;
    for (let i = last; i < Math.min(stop, last + MOST_DATE_WORDS) && /^[\s,(]{0,2}$/u.test(gapAfter(words, i - 1)); i++) {
      if (isYear(words, i) && i > last) return i + 1;
      if (!isDigit(words, i) && !made.has(key(words, i)) && form(words, i).length > 2 && ++others > 1) break;
    }
    return last;
  };

  const acronymEnd = (words: Text, last: number, stop: number): number =>
    last < stop && has(words, last, ACRONYM) && /^\s?[([]["“'’]?$/u.test(gapAfter(words, last - 1)) ? last + 1 : last;

  const nameAt = (words: Text, head: number, { first: floor, last: stop, sentence }: Stretch): (NamedText & { acronym: string | null }) | null => {
    if (!has(words, head, CAPITAL)) return null;
    const kind = agreement.has(key(words, head)) ? 'agreement' : 'law';
    const reach = startOf(words, head, floor);
    const first = reach === floor ? behindAcronym(words, floor, head) : reach;
    let last = endOf(words, head, stop);
    if (last === head + 1 && last < stop && NEXT.test(gapAfter(words, head)) && has(words, last, CAPITAL) && !numbers.has(key(words, last))) return null;
    const capitals = countCapitals(words, first, last);
    const numbered = numberEnd(words, last, stop);
    const single = alone.has(key(words, head));
    if (numbered === last && !single && (capitals < 2 || (general.has(key(words, head)) && last === head + 1))) return null;
    if (first > floor && indefinite.has(key(words, first - 1))) return null;
    if (first > floor && self.has(key(words, first - 1))) return { first, last, sentence, kind, own: true, acronym: null };
    const named = last;
    last = dateEnd(words, numbered, stop);
    const dated = last > numbered;
    const withAcronym = acronymEnd(words, last, stop);
    const acronym = withAcronym > last ? form(words, last) : first > reach ? form(words, first - 1) : null;
    last = dateEnd(words, withAcronym, stop);
    const own = isOwn(words, first, named) && !dated && last === withAcronym && (acronym === null || words.title.has(vocabulary.stemOf(acronym)));
    return { first, last, sentence, kind, own, acronym };
  };

  /** In a list of acronyms the name follows its short form: "RSA Republican Security Accord". */
  const behindAcronym = (words: Text, first: number, head: number): number => {
    let i = first;
    while (i + 1 < head && (has(words, i, ACRONYM) || (form(words, i).length === 1 && gapAfter(words, i) === '-'))) i++;
    return head - i < 2 ? first : i;
  };

  const countCapitals = (words: Text, first: number, last: number): number => {
    let count = 0;
    for (let i = first; i < last; i++) if (has(words, i, CAPITAL) && !articles.has(key(words, i))) count++;
    return count;
  };

  /** All its words stand in the title; a long name may differ by one ("revitalized"). */
  const isOwn = (words: Text, first: number, last: number): boolean => {
    let [known, unknown] = [0, 0];
    for (let i = first; i < last; i++) {
      if (common.has(key(words, i))) continue;
      if (words.title.has(vocabulary.stems[words.tokens.word[i]!]!)) known++;
      else unknown++;
    }
    return unknown === 0 || (unknown === 1 && known >= LONG_NAME);
  };

  return (words, stretches) => {
    const names: NamedText[] = [];
    const acronyms = new Map<string, Pick<NamedText, 'kind' | 'own'>>();
    for (const stretch of stretches) {
      for (let i = stretch.first; i < stretch.last; i++) {
        if (!agreement.has(key(words, i)) && !law.has(key(words, i))) continue;
        const name = nameAt(words, i, stretch);
        if (name === null) continue;
        if (name.acronym !== null && !acronyms.has(name.acronym)) acronyms.set(name.acronym, name);
        names.push(name);
        i = Math.max(i, name.last - 1);
      }
    }
    if (acronyms.size === 0) return names;
    let next = 0;
    const short: NamedText[] = [];
    for (const { first, last, sentence } of stretches) {
      for (let i = first; i < last; i++) {
        while (next < names.length && names[next]!.last <= i) next++;
        const known = has(words, i, ACRONYM) && !(next < names.length && names[next]!.first <= i) ? acronyms.get(form(words, i)) : undefined;
        if (known) short.push({ first: i, sentence, last: Math.max(numberEnd(words, i + 1, last), dateEnd(words, i + 1, last)), kind: known.kind, own: known.own });
      }
    }
    return [...names, ...short].toSorted((a, b) => a.first - b.first);
  };
};

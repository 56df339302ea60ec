/** The sentence around a place, as a reader would quote it: without its number and without the words that tell its time. */
import type { Clause, Provision } from './analysis.ts';
import { bodyOf } from './sentences.ts';
import { contains, overlaps, trim, type Span } from './span.ts';

const END = /[.?!؟۔]["'”’»)\]]*\s+(?=[\p{Lu}\p{Lo}("“«])/gu;
/** A full stop behind one capital or a short abbreviation ends no sentence. */
const SHORTENED = /(?:^|[\s(])(?:\p{Lu}|\p{Lu}\p{Ll}{1,2})$/u;

/** No sentence is looked for farther than this around a place: a clause can be a megabyte long. */
const REACH = 2000;

/** What is left of a span when the number of its clause is skipped. */
export const unnumbered = (text: string, { label }: Clause, { start, end }: Span): Span =>
  label !== '' && text.startsWith(label, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + label.length, start + label.length + 1)) ? { start: start + label.length, end } : { start, end };

/** The provision that holds a place, else the sentence of its clause. */
export const sentenceAround = (text: string, clause: Clause, place: Span, provisions: readonly Provision[]): Span => {
  const provision = provisions.find((each) => contains(each, place));
  if (provision !== undefined) return { start: provision.start, end: provision.end };
  const body = bodyOf(text, clause);
  const from = Math.max(body.start, place.start - REACH);
  const to = Math.min(body.end, place.end + REACH);
  let start = from;
  for (const match of text.slice(from, to).matchAll(END)) {
    const [at, next] = [from + match.index, from + match.index + match[0].length];
    if (SHORTENED.test(text.slice(Math.max(start, at - 4), at))) continue;
    if (next > place.start) return trim(text, { start, end: Math.max(next, place.end) });
    start = next;
  }
  return trim(text, { start, end: to });
};

/** A stretch on one line, without the places that lie in it (deadlines) and without what they leave behind: commas, empty brackets. */
export const withoutPlaces = (text: string, span: Span, places: readonly Span[]): string => {
  let [at, kept] = [span.start, ''];
  for (const { start, end } of places.filter((place) => overlaps(place, span)).toSorted((a, b) => a.start - b.start)) {
    kept = `${(kept + text.slice(at, Math.max(at, start))).replace(/,\s*$/u, '')} `;
    at = Math.max(at, end);
    at += /^,?/u.exec(text.slice(at, span.end))![0].length;
  }
  return tidy(kept + text.slice(at, Math.max(at, span.end)));
};

const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/\(\s*\)|\[\s*\]/gu, '')
    .replace(/ (?=[,.;:)\]])/gu, '')
    .replace(/([,;])[,;]+/gu, '$1')
    .replace(/,(?=[.:])/gu, '')
    .replace(/^[\s,.;:\-–]+|[\s,;:.\-–]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/**
 * The marks of a live draft in the frozen text: brackets with their parties and alternatives, options line by line, blanks,
 * and words that the source marks as struck or inserted. Linear in the text; a text without marks is looked at once.
 */
import type { DraftMarks } from '../rules/drafts.ts';
import type { Span } from '../span.ts';

/** One way to settle a passage: the stretch that would stay, empty where all would go. `by` is who proposes it, in the words of the text. */
export interface Variant extends Span {
  readonly by: string | null;
}

/** A stretch that is not agreed: of its variants one stays and the rest of the passage goes. A blank has none. */
export interface Passage extends Span {
  readonly kind: 'bracket' | 'options' | 'change' | 'blank';
  readonly variants: readonly Variant[];
}

/** Signs around struck and inserted words where a source is read "as marked"; no text has them of its own. */
export const STRUCK = ['\u27e6-', '-\u27e7'] as const;
export const INSERTED = ['\u27e6+', '+\u27e7'] as const;

/** A pair of brackets longer than this was never closed. */
const LONGEST = 20_000;

/** True when a text may hold marks at all: cheap, and wrong only on the side of yes. */
export const mayBeMarked = (text: string, marks: DraftMarks): boolean => /[[\u27e6\u25cf]|_{3}/u.test(text) || optionLine(marks)?.test(text) === true;

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const oneOf = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).map(escape).join('|');

/** "Option 1", "2.2. Alternative A:" at the start of a line; null where the language has no such word. */
const optionLine = ({ options }: DraftMarks): RegExp | null =>
  options.length === 0 ? null : new RegExp(`^(?<label>\\d[\\d.]{0,12}\\)?\\s{1,3})?[\\p{P}\\s]{0,4}(?:${oneOf(options)})\\s{1,3}(?<nth>\\d{1,2}|[A-Z]|[IVX]{1,4})\\b[\\s.:)\\p{Pd}]{0,4}`, 'imu');

/** Brackets that match, outermost only, in reading order. */
export const bracketsIn = (text: string): Span[] => {
  const found: Span[] = [];
  const open: number[] = [];
  for (let at = text.search(/[[\]]/u); at >= 0 && at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x5b) open.push(at);
    else if (sign === 0x5d && open.length > 0) {
      const start = open.pop()!;
      if (at - start > LONGEST) continue;
      while (found.length > 0 && found.at(-1)!.start > start) found.pop();
      found.push({ start, end: at + 1 });
    }
  }
  return found;
};

export interface OptionName extends Span {
  /** It is called 1, A or I: other options begin with it. */
  readonly first: boolean;
}

export interface MarkReader {
  /** What a pair of brackets holds: nothing that counts, a blank, or wording with its variants. */
  read(text: string, bracket: Span): { kind: 'ordinary' | 'blank' | 'wording'; variants: Variant[]; sure: boolean };
  /** The name of an option that a line opens with, behind the number of its clause; null for other lines. */
  optionIn(line: string): OptionName | null;
  readonly between: RegExp;
  isTitle(line: string): boolean;
}

/** A reader of marks by the words of one language. */
export const markReader = (marks: DraftMarks): MarkReader => {
  const ordinary = new RegExp(`^(?:${oneOf(marks.ordinary) || '(?!)'})(?![\\p{L}\\p{N}])`, 'iu');
  const blanks = new Set(marks.blanks.map((word) => word.toLowerCase()));
  const joined = new Set(marks.joined.map((word) => word.toLowerCase()));
  const option = optionLine(marks);
  const titles = new RegExp(`(?<![\\p{L}])(?:${oneOf(marks.titles) || '(?!)'})(?![\\p{L}])`, 'iu');
  return {
    between: new RegExp(`^\\s*(?:/|(?:${oneOf(marks.or) || '(?!)'})(?=\\s))?\\s*$`, 'iu'),
    optionIn: (line) => {
      const match = option?.exec(line.slice(0, 80));
      return match === null || match === undefined ? null : { start: match.groups?.['label']?.length ?? 0, end: match[0].length, first: /^(?:1|A|I)$/iu.test(match.groups!['nth']!) };
    },
    isTitle: (line) => titles.test(line),
    read: (text, { start, end }) => {
      const inner = { start: start + 1, end: end - 1 };
      const content = text.slice(inner.start, inner.end).trim();
      const nothing = { kind: 'ordinary', variants: [], sure: false } as const;
      if (content === '' || /^[.\u2026\s]*$/u.test(content) || ordinary.test(content)) return { ...nothing, variants: [] };
      // "[t]he", "Part[s]", "document[.": a letter on the other side of a bracket is an editor at work
      if (/[\p{L}\p{N}]/u.test(text[end] ?? '') || /[\p{L}\p{N}]/u.test(text[start - 1] ?? '')) return { ...nothing, variants: [] };
      if (blanks.has(content.toLowerCase()) || /^[\u25cf\u2022_.\u2026\s*-]+$/u.test(content)) return { kind: 'blank', variants: [], sure: true };
      // behind "[30]" or "[30] [60]"
      const unit = /^(?:\s?\[\d[\d.,]{0,12}\]){0,4}\s?(?:%|\p{Ll}{3})/u.test(text.slice(end, end + 70));
      if (/^\d{1,3}$/u.test(content) && !(unit && /[\s(]/u.test(text[start - 1] ?? '') && text[start - 2] !== '.') && !/\d\]\s$/u.test(text.slice(Math.max(0, start - 3), start))) return { ...nothing, variants: [] };
      const party = /^([\p{Lu}][\p{L}\p{N} .&+'\u2019-]{0,40}?)\s*:\s+/u.exec(text.slice(inner.start, inner.end));
      if (party !== null) return { kind: 'wording', variants: [{ start: inner.start + party[0].length, end: inner.end, by: party[1]! }], sure: true };
      const figures = /^\d[\d.,]*(?:\s?%)?$/u.test(content) && unit;
      return { kind: 'wording', variants: slashed(text, inner, joined), sure: figures };
    },
  };
};

/** "shall/should", "30 / 60": short alternatives between slashes; else the content as one variant. */
const slashed = (text: string, inner: Span, joined: ReadonlySet<string>): Variant[] => {
  const content = text.slice(inner.start, inner.end);
  const parts = content.split('/');
  const short = parts.length > 1 && (parts.every((part) => /^\s*[\p{L}\p{N}.,%'\u2019-]+\s*$/u.test(part)) || content.includes(' / '));
  if (!short || joined.has(content.trim().toLowerCase())) return [{ ...inner, by: null }];
  let at = inner.start;
  return (content.includes(' / ') ? content.split(' / ') : parts).map((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return { start: found, end: at, by: null };
  });
};

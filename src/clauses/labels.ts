/** The grammar of labels: what may stand at the start of a clause, read without context. */
import { asciiDigits } from '../digits.ts';
import type { Part } from '../rules/numbering.ts';
import { fold, foldedWords, type Vocabulary } from './vocabulary.ts';

/** One way to count a label: "(i)" is the first roman or the ninth letter. */
export interface Reading {
  /** Labels of one style count on from one another: "decimal", "(a)", "roman.", "article". */
  readonly style: string;
  /** Components from the top down: "2.1.3" is 2, 1, 3. */
  readonly trail: readonly string[];
  /** Number of the last component. */
  readonly value: number;
}

export interface Label {
  /** Without brackets and closing dot; inner spaces as single spaces. */
  readonly text: string;
  /** Offset of the first character after the label and the white space that follows it. */
  readonly end: number;
  readonly form: 'part' | 'decimal' | 'letter' | 'bullet';
  readonly part: Part | null;
  readonly readings: readonly Reading[];
  /** How surely it is a label: closed by a mark or standing alone; followed by a capital; followed by running text. */
  readonly tie: 'firm' | 'plain' | 'weak';
  /** True when no number follows the word: "Annex". */
  readonly unnumbered: boolean;
  /** True when brackets or dots make it a list label that may follow another label at once: "1. (a)". */
  readonly bracketed: boolean;
}

const NUMBER = /([([]?)[ \t]?(\p{Nd}{1,3}(?:[.–-]\p{Nd}{1,3}){0,9})(?![\p{Nd}%])(\p{L}(?![\p{L}\p{M}]))?([ \t]?[)\]]|[ \t]?\.(?!\p{Nd})|[°º]|[ \t]?[-–/:](?=\s|[^\p{Lu}\p{Ll}\p{Nd}\s])|)(?:[.)]|[-–](?=\s))?/uy;
const SPACED = /([([]?)(\p{Nd}{1,3}(?:[ \t]?\.[ \t]?\p{Nd}{1,3}){1,9})(?![\p{Nd}%])()([ \t]?\.|[)\]]|)/uy;
const LETTER = /([([]?)[ \t]?((?:\p{L}\p{M}{0,2}){1,6})([ \t]?[)\]]|[ \t]?\.|[ \t]?[-–/:](?=\s|[^\p{Lu}\p{Ll}\p{Nd}\s])|)(?:[-–](?=\s))?/uy;
const WORD = /\p{L}[\p{L}\p{M}]{0,30}(?![\p{L}\p{M}])/uy;
const PART_NUMBER = /([(]?)(\p{Nd}{1,4}[.-]\p{L}|\p{Nd}{1,4}(?:[.-]\p{Nd}{1,3}){0,4}(?:er|re|ère|ème|[°º]|\p{L})?|[IVXLC]{1,7}(?:[.-]\p{Lu}|[.-]\p{Nd}{1,3})?|[ivxlc]{1,7}|\p{L})(?![\p{L}\p{M}\p{Nd}])((?:\([\p{L}\p{Nd}]{1,4}\)){0,4})([)]?)/uy;
const SPACE = /[ \t\u00a0]*/uy;
const ROMAN = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const skipSpace = (text: string, at: number): number => at + (match(SPACE, text, at)?.[0].length ?? 0);

const romanValue = (text: string): number => {
  let total = 0;
  let before = 0;
  for (const letter of [...text].toReversed()) {
    const value = ROMAN_VALUES[letter] ?? 0;
    total += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return total;
};

/** How the text after a label goes on. A script without capitals counts as a capital. */
const tieOf = (text: string, at: number, closed: boolean): Label['tie'] | null => {
  const next = text.codePointAt(at);
  if (next === undefined || text[at] === '\n' || closed) return 'firm';
  const c = String.fromCodePoint(next);
  if (/[,;)\]?!]/u.test(c)) return null;
  return /\p{Ll}/u.test(c) ? 'weak' : 'plain';
};

const numberLabel = (text: string, at: number, pattern: RegExp): Label | null => {
  const m = match(pattern, text, at);
  if (!m) return null;
  const [whole, open = '', digits = '', letter = '', close = ''] = m;
  const compact = digits.replace(/\s/gu, '');
  const trail = asciiDigits(compact).split(/[.–-]/u).map((n) => String(Number(n)));
  const mark = close.trim();
  if (open !== '' && mark !== ')' && mark !== ']') return null;
  const dashed = /[-–]/u.test(compact);
  if (trail.length === 1 ? mark === '' || mark === ':' : dashed && mark === '') return null;
  if (/^[-–/]$/u.test(mark) && trail.length > 1 && !dashed) return null;
  let end = at + whole.length;
  if (mark === '.' && /\p{Nd}/u.test(text[end] ?? '')) return null;
  const stuck = !/\s/u.test(text[end] ?? ' ');
  end = skipSpace(text, end);
  if (mark === '' && stuck) return null;
  const tie = tieOf(text, end, mark !== '');
  if (!tie) return null;
  const style = trail.length > 1 || mark === '.' || mark === '' ? 'decimal' : `${open}1${mark}`;
  return {
    text: compact + letter, end, form: 'decimal', part: null, tie, unnumbered: false, bracketed: mark === ')',
    readings: [{ style, trail: letter ? [...trail.slice(0, -1), trail.at(-1)! + letter] : trail, value: Number(trail.at(-1)) }],
  };
};

const letterReadings = (token: string, frame: string, words: Vocabulary): Reading[] => {
  const lower = token.toLowerCase();
  const readings: Reading[] = [];
  const add = (kind: string, value: number): unknown => readings.push({ style: frame.replace('*', kind), trail: [token], value });
  if (/^[a-z]+$/u.test(lower) && (token === lower || token === token.toUpperCase())) {
    const upper = token === lower ? '' : '^';
    if (/^(.)\1{0,2}$/u.test(lower)) add(`${upper}a`, lower.charCodeAt(0) - 96 + 26 * (lower.length - 1));
    if (ROMAN.test(lower)) add(`${upper}i`, romanValue(lower));
  }
  for (const { alphabet, value } of words.letters.get(fold(token)) ?? []) add(alphabet, value);
  return readings;
};

const letterLabel = (text: string, at: number, words: Vocabulary): Label | null => {
  const m = match(LETTER, text, at);
  if (!m) return null;
  const [whole, open = '', token = '', close = ''] = m;
  const mark = close.trim();
  if (mark === '' || (open !== '' && mark !== ')' && mark !== ']')) return null;
  const latin = /^[a-zA-Z]+$/u.test(token);
  if (latin && /[-–/:]/u.test(mark) && token !== token.toUpperCase()) return null;
  let end = at + whole.length;
  if (mark === '.' && /^\s?\p{L}\./u.test(text.slice(end, end + 4))) return null;
  end = skipSpace(text, end);
  const tie = tieOf(text, end, true);
  const readings = letterReadings(token, `${open}*${mark}`, words);
  if (!tie || readings.length === 0) return null;
  return { text: token, end, form: 'letter', part: null, tie, unnumbered: false, bracketed: mark === ')' || mark === ']', readings };
};

/** The value of one to three ordinal words at `at`, with the offset after them. */
const ordinalAt = (text: string, at: number, words: Vocabulary): { value: number; end: number } | null => {
  let found: { value: number; end: number } | null = null;
  let end = at;
  for (let count = 0; count < 3; count++) {
    const word = match(WORD, text, count === 0 ? end : skipSpace(text, end));
    if (!word) break;
    if (count === 0 && !words.ordinalStarts.has(fold(word[0]))) break;
    end = word.index + word[0].length;
    const value = words.ordinals.get(foldedWords(text.slice(at, end)).join(' '));
    if (value !== undefined) found = { value, end };
  }
  return found;
};

const numberAfter = (text: string, at: number, words: Vocabulary): { trail: string[]; value: number; end: number } | null => {
  const ordinal = ordinalAt(text, at, words);
  if (ordinal) return { trail: [String(ordinal.value)], ...ordinal };
  const m = match(PART_NUMBER, text, at);
  if (!m) return null;
  const [whole, open = '', number = '', groups = '', close = ''] = m;
  if (open === '' && close !== '') return null;
  if (number.length === 1 && /\p{Ll}/u.test(number) && !/[ivx]/u.test(number)) return null;
  const trail = [...asciiDigits(number.replace(/(?<=\p{Nd})(?:er|re|ère|ème|[°º])$/u, '')).split(/[.-]/u), ...(groups.match(/[\p{L}\p{Nd}]+/gu) ?? [])];
  const first = trail[0]!.toLowerCase();
  if (trail.length === 1) {
    if (ROMAN.test(first)) trail[0] = String(romanValue(first));
    else if (/^[a-z]$/u.test(first)) trail[0] = String(first.charCodeAt(0) - 96);
  }
  return { trail, value: Number.parseInt(trail.at(-1)!, 10) || 0, end: at + whole.length };
};

const partLabel = (text: string, at: number, words: Vocabulary): Label | null => {
  const word = match(WORD, text, at);
  if (!word) return null;
  let part = words.parts.get(fold(word[0]));
  let after = at + word[0].length;
  let number: { trail: string[]; value: number; end: number } | null = null;
  if (part) {
    if (text[after] === '.') after++;
    number = numberAfter(text, skipSpace(text, after), words);
  } else {
    const ordinal = ordinalAt(text, at, words);
    const next = ordinal && match(WORD, text, skipSpace(text, ordinal.end));
    part = next ? words.parts.get(fold(next[0])) : undefined;
    if (!part || !ordinal || !next) return null;
    number = { trail: [String(ordinal.value)], value: ordinal.value, end: next.index + next[0].length };
  }
  const bare = number ? number.end : after;
  const closing = /^[ \t]?(?:[.:–—]|-(?=\s)|\))+/u.exec(text.slice(bare, bare + 6))?.[0] ?? '';
  const end = skipSpace(text, bare + closing.length);
  const tie = tieOf(text, end, closing !== '');
  if (!tie || (!number && tie !== 'firm')) return null;
  return {
    text: text.slice(at, bare).replace(/\s+/gu, ' ').replace(/\((?![^()]*\))/u, '').replace(/ \(([^()]*)\)$/u, ' $1').replace(/[.\s]+$/u, ''),
    end, form: 'part', part, tie, unnumbered: !number, bracketed: false,
    readings: [{ style: part, trail: number?.trail ?? [], value: number?.value ?? 0 }],
  };
};

const bulletLabel = (text: string, at: number, words: Vocabulary): Label | null => {
  const c = text[at]!;
  if (!words.bullets.has(c)) return null;
  const next = text[at + 1] ?? ' ';
  if (!/\s/u.test(next) && (c === '*' || !/[\p{L}"“«„(]/u.test(next))) return null;
  const end = skipSpace(text, at + 1);
  if (end >= text.length || text[end] === '\n' || words.bullets.has(text[end]!)) return null;
  return { text: '', end, form: 'bullet', part: null, tie: 'firm', unnumbered: true, bracketed: false, readings: [{ style: `bullet${c}`, trail: [], value: 0 }] };
};

/** The label at `at`, or null. Looks at a bounded stretch of text only. */
export const readLabel = (text: string, at: number, words: Vocabulary): Label | null =>
  bulletLabel(text, at, words) ?? numberLabel(text, at, NUMBER) ?? letterLabel(text, at, words) ?? partLabel(text, at, words);

/** A dotted number with spaces inside ("2 .1.3"): only to be trusted where it carries on the count. */
export const readSpacedLabel = (text: string, at: number): Label | null => numberLabel(text, at, SPACED);

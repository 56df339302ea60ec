/** Labels as the text cites them, and as clauses carry them, brought to one writing: "Chapter II", "CHAPTER 2", "Chapter Two". */

/** What sort of part a word names. */
export type PartClass = 'article' | 'inner' | 'chapter' | 'annex';

/** A cited label: the part itself and what is cited inside it, "5" and ["2", "b"]. */
export interface CitedLabel {
  readonly base: string;
  readonly inside: readonly string[];
  /** Offset after it. */
  readonly end: number;
}

const ROMAN = /^(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

const FIGURE = /(\p{Nd}{1,4}(?:[.-]\p{Nd}{1,3}){0,7}\p{L}?)(?![\p{L}\p{Nd}%]|[:,/]\p{Nd})((?:\s?\([\p{L}\p{Nd}]{1,5}\)){0,4})/uy;
const ENCLOSED = /\(\s?(\p{Nd}{1,4}(?:[.-]\p{Nd}{1,3}){0,7}\p{L}?)\s?\)((?:\s?\([\p{L}\p{Nd}]{1,5}\)){0,4})/uy;
const LETTERS = /([IVXLC]{1,7}|\p{Lu})(?![\p{L}\p{Nd}.'’]\p{L}|[\p{L}\p{Nd}'’])((?:\s?\([\p{L}\p{Nd}]{1,5}\)){0,4})/uy;
const BRACKETED = /\(\s?([\p{L}]{1,5})\s?\)((?:\s?\([\p{L}\p{Nd}]{1,5}\)){0,4})/uy;

/** The label at an offset: figures, Roman numerals or a capital, or letters in brackets; null when none stands there. */
export const readCitedLabel = (text: string, at: number): CitedLabel | null => {
  for (const pattern of [FIGURE, ENCLOSED, LETTERS, BRACKETED]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { base: found[1]!, inside: found[2]!.match(/[\p{L}\p{Nd}]+/gu) ?? [], end: at + found[0].length };
  }
  return null;
};

/** Labels of one list look alike: "5", "1.21", "(b)" or "IV". */
export const shapeOf = (base: string): 'figure' | 'dotted' | 'letters' => (/^\p{Nd}+$/u.test(base) ? 'figure' : /^\p{Nd}/u.test(base) ? 'dotted' : 'letters');

/** One or two spellings of a label part: Roman numerals also as figures, "C" being both the letter and a hundred. */
export const spellings = (label: string): string[] => {
  const key = label.toLowerCase().replace(/[-–]/gu, '.').replace(/(?<![\p{Nd}])0+(?=\p{Nd})/gu, '');
  return ROMAN.test(key) ? [key, String(romanValue(key))] : [key];
};

/** `text` in small letters. */
export const romanValue = (text: string): number => {
  let total = 0;
  let before = 0;
  for (const letter of [...text].toReversed()) {
    const value = ROMAN_VALUES[letter]!;
    total += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return total;
};

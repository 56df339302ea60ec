/**
 * Words as integers. Every distinct word form is looked up once (folded, stemmed, classed) and kept in a
 * Vocabulary; a text is then arrays of numbers, and rules run over those.
 */
import { asciiDigits } from './digits.ts';
import type { Language } from './rules/language.ts';

/** Facts about a word form, as bits. */
export const CAPITAL = 1;
export const ACRONYM = 2;
export const NUMBER = 4;

/** Tokens of one text in reading order: parallel arrays of word ids and end-exclusive offsets into the text. */
export interface Tokens {
  count: number;
  word: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

/** Word forms seen so far. Ids are dense and never change; one vocabulary serves many texts of one language. */
export interface Vocabulary {
  readonly language: Language;
  /** Id of a word form as it stands in the text. */
  intern(form: string): number;
  readonly forms: string[];
  /** Folded, lower-case key of each word form: what an exact pattern word is compared with. */
  readonly keys: string[];
  /** Stem of each word form: what a plain pattern word is compared with. */
  readonly stems: string[];
  readonly flags: number[];
  /** Numeric value of number words and whole numbers, NaN for others (also for 06:00 and 11.1, which are flagged as numbers). */
  readonly values: number[];
  /** Key of a word written in a rule. */
  keyOf(word: string): string;
  /** Stem of a word written in a rule. */
  stemOf(word: string): string;
  /** All stems found so far, by key. */
  stemTable(): Record<string, string>;
}

export type Stemmer = (key: string) => string;

/** A vocabulary for one language; `stem` is the stemmer its data names, `known` the stems of words that were met before. */
export const createVocabulary = (language: Language, stem: Stemmer, known: Readonly<Record<string, string>> = {}): Vocabulary => {
  const ids = new Map<string, number>();
  const [forms, keys, stems, flags, values]: [string[], string[], string[], number[], number[]] = [[], [], [], [], []];
  const fold = folder(language);
  const numbers = new Map(Object.entries(language.numbers).map(([word, value]) => [fold(word), value]));
  const stemOfKey = new Map(Object.entries(known));

  const stemOfFolded = (key: string): string => {
    let stemmed = stemOfKey.get(key);
    if (stemmed === undefined) {
      stemmed = stem(key);
      stemOfKey.set(key, stemmed);
    }
    return stemmed;
  };

  const intern = (form: string): number => {
    const met = ids.get(form);
    if (met !== undefined) return met;
    const id = forms.length;
    const key = fold(form);
    const value = numbers.get(key) ?? digits(key);
    ids.set(form, id);
    forms.push(form);
    keys.push(key);
    stems.push(stemOfFolded(key));
    values.push(value);
    flags.push(caseFlags(form) | (Number.isNaN(value) && !/^\p{Nd}/u.test(form) ? 0 : NUMBER));
    return id;
  };

  return { language, intern, forms, keys, stems, flags, values, keyOf: fold, stemOf: (word) => stemOfFolded(fold(word)), stemTable: () => Object.fromEntries([...stemOfKey].toSorted()) };
};

const folder = (language: Language): ((form: string) => string) => {
  const rewrite = new Map(Object.entries(language.fold));
  const repairs = Object.entries(language.forms?.repairs ?? {});
  const possessive = language.possessives.flatMap((ending) => [`'${ending}`, `’${ending}`]);
  return (form) => {
    let key = form.toLowerCase();
    for (const ending of possessive) if (key.endsWith(ending)) key = key.slice(0, -ending.length);
    if (JOINT.test(key)) key = key.replace(/[-‐‑'’]/gu, '');
    if (language.foldAccents && BEYOND_ASCII.test(key)) key = key.normalize('NFD').replace(/\p{M}/gu, '');
    if (rewrite.size > 0) key = Array.from(key, (c) => rewrite.get(c) ?? c).join('');
    for (const [wrong, right] of repairs) if (key.includes(wrong)) key = key.replaceAll(wrong, right);
    return asciiDigits(key);
  };
};

const JOINT = /[-‐‑'’]/u;
const BEYOND_ASCII = /[^\0-\x7f]/u;

const digits = (key: string): number => (/^\d+(?:[.,\s]\d{3})*$/u.test(key) ? Number(key.replace(/[.,\s]/gu, '')) : Number.NaN);

const caseFlags = (form: string): number => {
  const first = form[0]!;
  if (first.toLowerCase() === first) return 0;
  let capitals = 0;
  for (const c of form) if (c.toLowerCase() !== c) capitals++;
  return capitals >= 2 && form.length <= 12 && capitals * 2 >= form.length ? CAPITAL | ACRONYM : CAPITAL;
};

const LETTER = 1;
const DIGIT = 2;
const HYPHEN = 3;
const APOSTROPHE = 4;
const SIGN = 5;
const AMPERSAND = 6;
const UNKNOWN = 255;
const classes = new Uint8Array(65536).fill(UNKNOWN);

const classify = (code: number): number => {
  const c = String.fromCharCode(code);
  let kind = 0;
  if (/[\p{L}\p{M}]/u.test(c)) kind = LETTER;
  else if (/\p{Nd}/u.test(c)) kind = DIGIT;
  else if (c === '-' || c === '‐' || c === '‑') kind = HYPHEN;
  else if (c === "'" || c === '’') kind = APOSTROPHE;
  else if (c === '%') kind = SIGN;
  else if (c === '&') kind = AMPERSAND;
  else if (code >= 0xd800 && code <= 0xdfff) kind = LETTER;
  classes[code] = kind;
  return kind;
};

const classOf = (code: number): number => {
  const kind = classes[code]!;
  return kind === UNKNOWN ? classify(code) : kind;
};

/** Reads `text` between two offsets and calls `emit` for every token. */
export const scan = (vocabulary: Vocabulary, text: string, from: number, to: number, emit: (word: number, start: number, end: number) => void): void => {
  const { joinPrefixes, elisions, digitGroups } = vocabulary.language;
  let i = from;
  while (i < to) {
    const kind = classOf(text.charCodeAt(i));
    if (kind === LETTER) {
      const end = wordEnd(text, i, to, joinPrefixes, elisions);
      emit(vocabulary.intern(text.slice(i, end)), i, end);
      i = end;
    } else if (kind === DIGIT) {
      const end = digitGroups ? groupsEnd(text, i, to) : numberEnd(text, i, to);
      emit(vocabulary.intern(text.slice(i, end)), i, end);
      i = end;
    } else {
      if (kind === SIGN) emit(vocabulary.intern(text[i]!), i, i + 1);
      i++;
    }
  }
};

/** A word of a rule as the words that a text would be cut into: "cessez-le-feu" is three, "l'armée" two. */
export const splitWord = (word: string, { joinPrefixes, elisions }: Language): string[] => {
  const words: string[] = [];
  for (let i = 0; i < word.length; ) {
    const kind = classOf(word.charCodeAt(i));
    const end = kind === LETTER ? wordEnd(word, i, word.length, joinPrefixes, elisions) : kind === DIGIT ? numberEnd(word, i, word.length) : i + 1;
    if (kind === LETTER || kind === DIGIT || kind === SIGN) words.push(word.slice(i, end));
    i = end;
  }
  return words;
};

const isUpper = (letter: string): boolean => letter.toLowerCase() !== letter;

const wordEnd = (text: string, start: number, to: number, joinPrefixes: string[], elisions: string[]): number => {
  let end = start + 1;
  for (;;) {
    while (end < to && classOf(text.charCodeAt(end)) === LETTER) end++;
    if (end + 1 >= to || classOf(text.charCodeAt(end + 1)) !== LETTER) return end;
    const joint = classOf(text.charCodeAt(end));
    if (joint === APOSTROPHE && !(elisions.length > 0 && elisions.includes(text.slice(start, end).toLowerCase()))) end += 2;
    else if (joint === AMPERSAND && isUpper(text[end - 1]!) && isUpper(text[end + 1]!)) end += 2;
    else if (joint === HYPHEN && end - start <= 7 && joinPrefixes.includes(text.slice(start, end).toLowerCase())) end += 2;
    else return end;
  }
};

const numberEnd = (text: string, start: number, to: number): number => {
  let end = start + 1;
  for (;;) {
    while (end < to && classOf(text.charCodeAt(end)) === DIGIT) end++;
    const separator = text.charCodeAt(end);
    if ((separator === 0x2e || separator === 0x2c || separator === 0x3a) && end + 1 < to && classOf(text.charCodeAt(end + 1)) === DIGIT) end += 2;
    else return end;
  }
};

const GROUPS = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)/uy;

/** "60 000", with a blank of any kind, is one number where the language writes figures so. */
const groupsEnd = (text: string, start: number, to: number): number => {
  GROUPS.lastIndex = start;
  const end = GROUPS.test(text) ? GROUPS.lastIndex : 0;
  return end > start && end <= to ? end : numberEnd(text, start, to);
};

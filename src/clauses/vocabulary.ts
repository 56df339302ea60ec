/** The numbering words of all languages at once, folded and keyed for look-up. */
import type { Numbering, Part } from '../rules/numbering.ts';

/** Phrases by their first word; each phrase is the list of its folded words. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface Vocabulary {
  readonly parts: ReadonlyMap<string, Part>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** First words of the ordinals. */
  readonly ordinalStarts: ReadonlySet<string>;
  /** Letter to its places in the list alphabets ("letters:0" 3). */
  readonly letters: ReadonlyMap<string, readonly { alphabet: string; value: number }[]>;
  readonly bullets: ReadonlySet<string>;
  readonly contents: ReadonlySet<string>;
  readonly preamble: ReadonlySet<string>;
  readonly definitions: ReadonlySet<string>;
  readonly recitals: Phrases;
  readonly closings: Phrases;
  readonly marks: Phrases;
}

/** Case, accents, Arabic vowel signs and letter variants, tatweel and typographic forms taken away. */
export const fold = (text: string): string =>
  (/^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '')).toLowerCase();

/** Folded words of a text, without punctuation. */
export const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{Nd}]+/gu) ?? [];

const LONGEST_HEADING_WORD = 60;

const phrase = (text: string): string => foldedWords(text).join(' ');

const phrases = (lists: readonly string[][]): Phrases => {
  const map = new Map<string, string[][]>();
  for (const text of lists.flat()) {
    const words = foldedWords(text);
    const first = words[0];
    if (first === undefined) continue;
    map.set(first, [...(map.get(first) ?? []), words]);
  }
  return map;
};

/** True when one of the phrases stands at `words[at]`. */
export const standsAt = (set: Phrases, words: readonly string[], at = 0): boolean =>
  (set.get(words[at] ?? '') ?? []).some((wanted) => wanted.every((word, i) => words[at + i] === word));

/** True when the whole text is one of the headings. */
export const isHeadingWord = (set: ReadonlySet<string>, text: string): boolean => text.length <= LONGEST_HEADING_WORD && set.has(phrase(text));

const compile = (numbering: readonly Numbering[]): Vocabulary => {
  const letters = new Map<string, { alphabet: string; value: number }[]>();
  numbering.flatMap((n) => n.letters).forEach((alphabet, index) =>
    alphabet.forEach((letter, i) => {
      const key = fold(letter);
      letters.set(key, [...(letters.get(key) ?? []), { alphabet: `letters:${index}`, value: i + 1 }]);
    }),
  );
  const set = (pick: (n: Numbering) => string[]): Set<string> => new Set(numbering.flatMap(pick).map(phrase));
  const ordinals = new Map(numbering.flatMap((n) => n.ordinals.flatMap((words, i) => words.map((w) => [phrase(w), i + 1] as const))));
  return {
    parts: new Map(numbering.flatMap((n) => Object.entries(n.parts).flatMap(([part, words]) => words.map((w) => [fold(w), part as Part] as const)))),
    ordinals,
    ordinalStarts: new Set([...ordinals.keys()].map((w) => w.split(' ')[0]!)),
    letters,
    bullets: new Set(numbering.flatMap((n) => n.bullets)),
    contents: set((n) => n.contents),
    preamble: set((n) => n.preamble.headings),
    definitions: set((n) => n.definitions),
    recitals: phrases(numbering.map((n) => n.preamble.openers)),
    closings: phrases(numbering.map((n) => n.signature.openers)),
    marks: phrases(numbering.map((n) => n.signature.marks)),
  };
};

const compiled = new WeakMap<readonly Numbering[], Vocabulary>();

/** The vocabulary of these languages, compiled once per array. */
export const vocabularyOf = (numbering: readonly Numbering[]): Vocabulary => {
  const known = compiled.get(numbering) ?? compile(numbering);
  compiled.set(numbering, known);
  return known;
};

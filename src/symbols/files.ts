/** Which file of a package a reference means: an annex by its label, an earlier accord by its name, acronym and year. */
import type { Clause, Reference } from '../analysis.ts';

export interface NamedFile {
  readonly name: string;
  readonly title: string;
  readonly kind: 'main' | 'annex' | 'other';
  /** Titles and first headings. */
  readonly heads: readonly string[];
  /** Labels of the annexes in it. */
  readonly annexes: readonly string[];
  /** Where a text tells its date and short name: its first and last pages. */
  readonly opening: string;
  readonly clauses: readonly Clause[];
}

/** A name with fewer words that tell is too common to go by. */
const FEWEST_WORDS = 2;
const YEAR = /(?<![\p{N}])(?:19|20)[0-9]{2}(?![\p{N}])/gu;

/** Letters and figures only, in lower case: "ANNEX C", "Annex-C" and "annex_c" are one label. */
export const keyOf = (label: string): string => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The file that a reference in file `from` points to; null when none answers, or when it is the file itself. */
export const fileNamed = (reference: Reference, from: string, files: readonly NamedFile[]): NamedFile | null => {
  const others = files.filter(({ name }) => name !== from);
  if (reference.kind === 'annex') return others.find((file) => file.kind !== 'main' && file.annexes.some((label) => keyOf(label) === keyOf(reference.text))) ?? byName(reference, others);
  return reference.state === 'external' ? byName(reference, others) : null;
};

/** An annex that the text does not even head is known by the name of its file; an accord by the words of its title. */
const byName = ({ kind, text }: Reference, files: readonly NamedFile[]): NamedFile | null => {
  if (kind === 'annex') return files.find((file) => file.kind !== 'main' && [file.name, ...file.heads].some((name) => startsWith(wordsOf(name), wordsOf(text)))) ?? null;
  const fitting = files.filter((file) => isCalled(file, text) && agreesOnYear(file, text));
  return fitting.length === 1 ? fitting[0]! : null;
};

const startsWith = (words: readonly string[], wanted: readonly string[]): boolean => wanted.length > 0 && wanted.every((word, i) => words[i] === word);

/** All words of the name that tell stand in the titles or the name of the file, or its acronym does. */
const isCalled = (file: NamedFile, name: string): boolean => {
  const own = new Set([...file.heads, file.name].flatMap(wordsOf));
  const short = name.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}]*\p{Lu}[\p{L}]*(?![\p{L}])/gu) ?? [];
  if (short.some((acronym) => own.has(acronym.toLowerCase()) || file.opening.includes(`(${acronym})`) || file.heads.some((head) => initials(head).includes(acronym.toLowerCase())))) return true;
  const telling = tellingWords(name);
  return telling.length >= FEWEST_WORDS && telling.every((word) => own.has(word));
};

/** Capitalised words, but no label before a number and no month beside one. */
const tellingWords = (name: string): string[] => {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isNumber = (word: string | undefined): boolean => word !== undefined && /^\p{N}/u.test(word);
  return words.filter((word, i) => /^\p{Lu}/u.test(word) && !isNumber(words[i + 1]) && !isNumber(words[i - 1])).map((word) => word.toLowerCase());
};

const initials = (head: string): string[] => {
  const words = head.match(/[\p{L}]+/gu) ?? [];
  return [words, words.filter((word) => word.length > 3)].map((kept) => kept.map(([letter]) => letter!.toLowerCase()).join(''));
};

/** A year in the name is found in the text, where the text tells any. */
const agreesOnYear = (file: NamedFile, name: string): boolean => {
  const told = new Set(`${file.heads.join(' ')} ${file.name} ${file.opening}`.match(YEAR) ?? []);
  return told.size === 0 || (name.match(YEAR) ?? []).every((year) => told.has(year));
};

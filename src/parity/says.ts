/** What a clause says that does not depend on its language: its number, figures, times, bodies, strength and reading. */
import type { Analysis, Clause, Provision } from '../analysis.ts';
import { asciiDigits } from '../digits.ts';
import type { Language } from '../rules/language.ts';
import type { Numbering } from '../rules/numbering.ts';
import { romanValue } from '../symbols/labels.ts';

/** One version of an accord, with what reading its figures and labels needs. */
export interface Version {
  readonly analysis: Analysis;
  readonly text: string;
  /** Null for a language without rules. */
  readonly language: Language | null;
  readonly numbering: Numbering | null;
}

export interface Said {
  readonly clause: Clause;
  readonly text: string;
  /** The number of its label: "2.1", "b" as "#2"; empty for unnumbered text. */
  readonly label: string;
  /** Figures outside the label, whether in digits or in words. */
  readonly numbers: ReadonlySet<number>;
  /** Figures written in digits. */
  readonly digits: ReadonlySet<number>;
  /** Lengths of time in days, and calendar dates. */
  readonly times: ReadonlySet<string>;
  readonly bodies: readonly string[];
  readonly provisions: readonly Provision[];
  readonly leaves: ReadonlySet<string>;
}

const STRUCTURE: ReadonlySet<Clause['kind']> = new Set(['title', 'contents', 'signature']);

/** Every clause that can be set beside one of another version, in reading order. */
export const readClauses = ({ analysis, text, language, numbering }: Version): Said[] => {
  const provisions = groupBy(analysis.provisions, ({ clause }) => clause);
  const deadlines = groupBy(analysis.deadlines, ({ clause }) => clause);
  const names = analysis.bodies.map(({ id, name, acronyms }) => ({ id, spellings: [name, ...acronyms] }));
  const words = new Map(Object.entries(language?.numbers ?? {}).filter(([, value]) => value > 1));
  return analysis.clauses.filter(({ kind }) => !STRUCTURE.has(kind)).map((clause): Said => {
    const whole = text.slice(clause.start, clause.end);
    const own = withoutLabel(whole, clause.label);
    const found = provisions.get(clause.id) ?? [];
    const digits = digitsIn(own);
    return {
      clause, text: own, label: labelNumber(clause.label, numbering), digits,
      numbers: new Set([...digits, ...wordsIn(own, words)]),
      times: new Set((deadlines.get(clause.id) ?? []).flatMap(({ days, date, kind }) => (date !== null && kind === 'date' ? [date] : days === null ? [] : [`${days}`]))),
      bodies: names.filter(({ spellings }) => spellings.some((each) => whole.includes(each))).map(({ id }) => id),
      provisions: found,
      leaves: new Set(found.flatMap(({ leaves }) => leaves)),
    };
  });
};

/** The text of a clause behind its label, which may stand in brackets or before a dot. */
const withoutLabel = (text: string, label: string): string => {
  const at = label === '' ? -1 : text.indexOf(label);
  return at < 0 || at > 8 ? text : text.slice(at + label.length).replace(/^[\s).:؛،\]-]+/u, '');
};

/** "Article 5", "المادة (5)", "IV", "b" and "ب" as the number that they count. */
export const labelNumber = (label: string, numbering: Numbering | null): string => {
  const plain = asciiDigits(label).toLowerCase();
  const digits = plain.match(/\d+/gu);
  if (digits !== null) return digits.join('.');
  const parts = plain.split(/[\s()]+/u).filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const inWords = (numbering?.ordinals ?? []).findIndex((names) => names.some((name) => bare(last) === bare(name.toLowerCase())));
  if (inWords >= 0) return `${inWords + 1}`;
  // one letter alone is a letter; behind the word for a part, or with others, a Roman number
  if (ROMAN.test(last) && (parts.length > 1 || last.length > 1)) return `${romanValue(last)}`;
  if (/^[a-z]$/u.test(last)) return `#${last.charCodeAt(0) - 96}`;
  for (const alphabet of numbering?.letters ?? []) if (alphabet.includes(last)) return `#${alphabet.indexOf(last) + 1}`;
  return '';
};

/** Without marks and without the article that some languages write onto the word. */
const bare = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/^ال/u, '');

const ROMAN = /^[ivxlc]+$/u;

/** Nought says nothing: "6 o'clock" is "06:00". */
const digitsIn = (text: string): Set<number> =>
  new Set([...asciiDigits(text).matchAll(/\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+/gu)].map(([figure]) => Number(figure.replace(/\D/gu, ''))).filter((figure) => figure !== 0));

const wordsIn = (text: string, words: ReadonlyMap<string, number>): number[] =>
  words.size === 0 ? [] : (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => words.get(word) ?? words.get(word.normalize('NFD').replace(/\p{M}/gu, '')) ?? []);

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
};

/**
 * Acronyms that a text makes for words of its own: "disarmament, demobilisation and reintegration (DDR)". Where they
 * stand later, the words they stand for are read. Names of bodies and of texts are left alone: `symbols/` knows those.
 */
import type { LanguageRules } from './rules/ruleset.ts';
import { scan, splitWord, type Vocabulary } from './tokens.ts';

/** Acronym as it is written -> ids of the words it stands for. */
export type Acronyms = ReadonlyMap<string, readonly number[]>;

/** A test, by key, for words that make the name of a body or a text: head nouns, and names known by themselves. */
export const nameTest = ({ bodies: { heads, known }, references: { agreement, law } }: Pick<LanguageRules, 'bodies' | 'references'>, vocabulary: Vocabulary): ((key: string) => boolean) => {
  const names = [...Object.values(heads).flat(), ...Object.values(known).flat(), ...agreement, ...law];
  const words = names.flatMap((name) => splitWord(name, vocabulary.language)).filter((word) => word.length > LINK);
  const keys = new Set(words.map((word) => vocabulary.keyOf(word)));
  return (key) => keys.has(key);
};

/** `isNamed` tells, by their keys, the words that make a name (see `nameTest`). Linear in the text. */
export const findAcronyms = (text: string, vocabulary: Vocabulary, isNamed: (key: string) => boolean): Acronyms => {
  const found = new Map<string, readonly number[]>();
  for (const { index, 1: acronym } of text.matchAll(INTRODUCED)) {
    if (found.has(acronym!)) continue;
    const before: number[] = [];
    scan(vocabulary, text, Math.max(0, index - LOOK_BACK), index, (word) => before.push(word));
    const words = spelledBy(acronym!, before, false, vocabulary) ?? spelledBy(acronym!, before, true, vocabulary);
    if (words !== null && !words.some((word) => isNamed(vocabulary.keys[word]!))) found.set(acronym!, words);
  }
  return found;
};

/** An acronym in brackets: capitals, with an ampersand where the words have an "and". */
const INTRODUCED = /\(["“«'’]?(\p{Lu}[\p{Lu}&]{1,7})["”»'’]?\)/gu;

/** The words of an acronym are looked for in so many characters before it. */
const LOOK_BACK = 160;

/** A link between the words of an acronym ("of", "and the") is no longer than this. */
const LINK = 3;

/** The last of the words before an acronym whose first letters spell it, or null; `withLinks` tells whether links have letters too (COH). */
const spelledBy = (acronym: string, before: readonly number[], withLinks: boolean, { keys, flags }: Vocabulary): readonly number[] | null => {
  const letters = [...acronym.toLowerCase()].filter((letter) => letter !== '&');
  let left = letters.length;
  for (let at = before.length - 1; at >= 0; at--) {
    const key = keys[before[at]!]!;
    const isLink = flags[before[at]!] === 0 && key.length <= LINK;
    if (key[0] === letters[left - 1] && (!isLink || (withLinks && left > 1))) left--;
    else if (!isLink || left === letters.length) return null;
    if (left === 0) return before.slice(at);
  }
  return null;
};

/**
 * The stemmers that a language can name. natural is imported file by file: its root loads database clients. Its French and
 * Spanish stemmers part singular from plural once accents are folded (commission, commissions), so these languages
 * bring their endings as data.
 */
import type { Forms, Language } from './rules/language.ts';
import { createMender } from './slips.ts';
import type { Stemmer } from './tokens.ts';

/** The stemmer a language's data asks for, loaded only now. */
export const loadStemmer = async (language: Language): Promise<Stemmer> => {
  switch (language.stemmer) {
    case 'porter':
      return wrap(await import('natural/lib/natural/stemmers/porter_stemmer.js'));
    case 'forms':
      return language.forms ? mending(formStemmer(language.forms), language.forms) : (key) => key;
    case 'none':
      return (key) => key;
  }
};

const wrap = (module: { default: { stem(token: string): string } }): Stemmer => {
  const { stem } = module.default;
  return (key) => (/\d/u.test(key) ? key : stem.call(module.default, key));
};

const mending = (stem: Stemmer, { rare }: Forms): Stemmer => {
  if (rare.length === 0) return stem;
  const mend = createMender(rare);
  return (key) => mend(stem(key));
};

const longestFirst = (list: readonly string[]): string[] => list.toSorted((a, b) => b.length - a.length);

/** Takes off one ending and, round by round, what is written together with the word before it. */
const formStemmer = ({ prefixes, suffixes, replace, keep, rounds, whole, exceptions }: Forms): Stemmer => {
  const before = longestFirst(prefixes);
  const after = longestFirst([...suffixes, ...Object.keys(replace)]);
  const protectedWords = new Set(whole);
  const known = new Map(Object.entries(exceptions));
  const bare = (word: string): string => {
    const ending = after.find((affix) => word.endsWith(affix) && word.length - affix.length >= keep.suffix);
    return ending === undefined ? word : word.slice(0, -ending.length) + (replace[ending] ?? '');
  };
  return (key) => {
    if (/\d/u.test(key)) return key;
    let word = key;
    for (let round = 0; ; round++) {
      const stem = known.get(word) ?? (protectedWords.has(word) || protectedWords.has(bare(word)) ? bare(word) : undefined);
      if (stem !== undefined) return stem;
      const start = round < rounds ? before.find((affix) => word.startsWith(affix) && word.length - affix.length >= keep.prefix) : undefined;
      if (start === undefined) return bare(word);
      word = word.slice(start.length);
    }
  };
};

/** The stemmers that a language can name. natural is imported file by file: its root loads database clients. */
import type { Language } from './rules/language.ts';
import type { Stemmer } from './tokens.ts';

/** The stemmer a language's data asks for, loaded only now. */
export const loadStemmer = async (language: Language): Promise<Stemmer> => {
  switch (language.stemmer) {
    case 'porter':
      return wrap(await import('natural/lib/natural/stemmers/porter_stemmer.js'));
    case 'porter-fr':
      return wrap(await import('natural/lib/natural/stemmers/porter_stemmer_fr.js'));
    case 'porter-es':
      return wrap(await import('natural/lib/natural/stemmers/porter_stemmer_es.js'));
    case 'affixes':
      return affixStemmer(language);
    case 'none':
      return (key) => key;
  }
};

const wrap = (module: { default: { stem(token: string): string } }): Stemmer => {
  const { stem } = module.default;
  return (key) => (/\d/u.test(key) ? key : stem.call(module.default, key));
};

const longestFirst = (list: readonly string[]): string[] => list.toSorted((a, b) => b.length - a.length);

/** Light stemming by the affix lists of the language: one suffix and any run of prefixes, as long as enough letters remain. */
const affixStemmer = ({ affixes }: Language): Stemmer => {
  if (affixes === undefined) return (key) => key;
  const [prefixes, suffixes] = [longestFirst(affixes.prefixes), longestFirst(affixes.suffixes)];
  return (key) => {
    const prefix = prefixes.find((affix) => key.startsWith(affix) && key.length - affix.length >= affixes.keep) ?? '';
    const rest = key.slice(prefix.length);
    const suffix = suffixes.find((affix) => rest.endsWith(affix) && rest.length - affix.length >= affixes.keep) ?? '';
    return suffix === '' ? rest : rest.slice(0, -suffix.length);
  };
};

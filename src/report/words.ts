/** The words of a report: keys of `rules/<lang>/words.yml` filled with values. No report writes words of its own. */
export type Words = Readonly<Record<string, string>>;

/** The words for a key, each `{name}` replaced. Throws when the key or a value is missing, which is a fault of ours. */
export const say = (words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`words.yml has nothing for ${key}`);
  return contracted(sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} lacks a value for {${name}}`);
    return String(value);
  }), words);
};

/** "de el Comité" as the language writes it: "del Comité". */
export const contracted = (sentence: string, words: Words): string =>
  (words['contractions'] ?? '').split(', ').filter(Boolean).reduce((told, pair) => {
    const [apart, joined] = pair.split(' > ') as [string, string];
    return told.replace(new RegExp(`(?<!\\p{L})${apart} (?=\\p{L})`, 'gu'), `${joined} `);
  }, sentence);

/** The words for one of many things a text may hold (a language, a body kind), or those for the family as a whole. */
export const sayOneOf = (words: Words, family: string, name: string): string =>
  Object.hasOwn(words, `${family}.${name}`) ? words[`${family}.${name}`]! : say(words, `${family}.other`, { name });

/** What stands between the items of a list. */
export const comma = (words: Words): string => say(words, 'list.comma');

/** Words of the text as the language quotes them. */
export const inQuotes = (text: string, words: Words, ascii: boolean): string => (ascii ? `"${text}"` : say(words, 'quote', { text }));

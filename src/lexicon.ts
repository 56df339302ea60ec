/** Word lists looked up in a text, list by list: for the stages that need a few lists and no patterns. */
import { createTrie } from './trie.ts';
import type { Tokens, Vocabulary } from './tokens.ts';

export { phraseTests } from './trie.ts';

/** Places where one word list matched, as token ranges (end exclusive) ordered by start. */
export interface Hits {
  readonly start: number[];
  readonly end: number[];
}

/** Finds all places of all lists in the tokens. `breaks[i] = 1` where token i begins a sentence: no place crosses it. */
export type Lexicon = (tokens: Tokens, breaks: Uint8Array) => Hits[];

/** A lexicon of lists of phrases, each already turned into tests by `phraseTests`. */
export const createLexicon = (lists: readonly (readonly string[])[], vocabulary: Vocabulary): Lexicon => {
  const trie = createTrie(lists, vocabulary);
  const listsOf: number[][] = [];
  trie.lists.forEach((phrases, list) => {
    for (const phrase of new Set(phrases)) (listsOf[phrase] ??= []).push(list);
  });
  return (tokens, breaks) => {
    const hits: Hits[] = lists.map(() => ({ start: [], end: [] }));
    const { phrase, start, end } = trie.search(tokens, breaks);
    for (let i = 0; i < phrase.length; i++) {
      for (const list of listsOf[phrase[i]!]!) {
        hits[list]!.start.push(start[i]!);
        hits[list]!.end.push(end[i]!);
      }
    }
    return hits;
  };
};

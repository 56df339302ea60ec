/** The word lists of all stages that read one language, looked up together in one walk over the text. */
import type { TokenStream } from './sentences.ts';
import type { Vocabulary } from './tokens.ts';
import { createTrie, phraseTests, type Finds, type Trie } from './trie.ts';

/** Places where one word list stands, as token ranges (end exclusive) ordered by start. */
export interface Hits {
  readonly start: number[];
  readonly end: number[];
}

/** What one walk over a text found. */
export interface Scan {
  readonly finds: Finds;
  /** The places of a list that was added by `add`. */
  hits(list: number): Hits;
}

export interface Lexicon {
  /** Adds lists of phrases; gives the number of the first, the others follow. All lists are added before the first text. */
  add(lists: readonly (readonly string[])[]): number;
  scan(stream: TokenStream): Scan;
}

const NO_HITS: Hits = { start: [], end: [] };

/** A lexicon that begins with phrases of rules, already turned into tests and told by their number. */
export const createLexicon = (vocabulary: Vocabulary, rulePhrases: readonly string[] = []): Lexicon => {
  const phrases = [...rulePhrases];
  const numbers = new Map(phrases.map((phrase, index) => [phrase, index]));
  const listsOf: number[][] = [];
  let lists = 0;
  let trie: Trie | null = null;
  const numberOf = (tests: string): number => {
    const known = numbers.get(tests);
    if (known !== undefined) return known;
    numbers.set(tests, phrases.length);
    return phrases.push(tests) - 1;
  };
  return {
    add: (added) => {
      const first = lists;
      for (const list of added) {
        for (const phrase of new Set(list.map((each) => numberOf(phraseTests(each, vocabulary))))) (listsOf[phrase] ??= []).push(lists);
        lists++;
      }
      return first;
    },
    scan: ({ tokens, sentences }) => {
      const breaks = new Uint8Array(tokens.count + 1);
      for (const { first } of sentences) breaks[first] = 1;
      trie ??= createTrie(phrases, vocabulary);
      const finds = trie.search(tokens, breaks);
      const hits: (Hits | undefined)[] = [];
      for (let i = 0; i < finds.phrase.length; i++) {
        const members = listsOf[finds.phrase[i]!];
        if (members === undefined) continue;
        for (const list of members) {
          const places = (hits[list] ??= { start: [], end: [] });
          places.start.push(finds.start[i]!);
          places.end.push(finds.end[i]!);
        }
      }
      return { finds, hits: (list) => hits[list] ?? NO_HITS };
    },
  };
};

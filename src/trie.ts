/**
 * Phrases as a trie over word tests, walked once over the text. What is found is told phrase by phrase: the lists that
 * share a phrase do not multiply the work.
 */
import { CAPITAL, NUMBER, splitWord, type Tokens, type Vocabulary } from './tokens.ts';

/** Everything found in one text: parallel arrays, ordered by `start`. */
export interface Finds {
  readonly phrase: number[];
  readonly start: number[];
  readonly end: number[];
}

export interface Trie {
  /** All places of all phrases. `breaks[i] = 1` where token i begins a sentence: no place crosses it. */
  search(tokens: Tokens, breaks: Uint8Array): Finds;
}

/**
 * A phrase of a rule as the tests its words stand for: the stem for a plain word, "=" and the folded form for an exact
 * one, `<num>` and `<cap>` as they are.
 */
export const phraseTests = (phrase: string, vocabulary: Vocabulary): string =>
  phrase
    .split(' ')
    .flatMap((word) => {
      if (word.startsWith('<')) return word;
      const exact = word.startsWith('=');
      const bare = exact ? word.slice(1) : word;
      const parts = JOINT.test(bare) ? splitWord(bare, vocabulary.language) : [bare];
      return parts.map((part) => (exact ? `=${vocabulary.keyOf(part)}` : vocabulary.stemOf(part)));
    })
    .join(' ');

const JOINT = /[-‐‑'’]/u;

/** A node and a test in one number: more tests than this no set of rules has. */
const TESTS = 1 << 20;

/** Builds the trie of phrases, each turned into tests by `phraseTests` and told by its number. */
export const createTrie = (phrases: readonly string[], vocabulary: Vocabulary): Trie => {
  const tests = new Map<string, number>();
  const children = new Map<number, number>();
  /** By node: the phrase that ends there, or -1; whether a phrase goes on from there. */
  const ends = [-1];
  const goesOn = [true];
  phrases.forEach((phrase, index) => {
    let node = 0;
    for (const word of phrase.includes(' ') ? phrase.split(' ') : [phrase]) {
      let test = tests.get(word);
      if (test === undefined) tests.set(word, (test = tests.size));
      let child = children.get(node * TESTS + test);
      if (child === undefined) {
        child = ends.push(-1) - 1;
        goesOn.push(false);
        children.set(node * TESTS + test, child);
        goesOn[node] = true;
      }
      node = child;
    }
    ends[node] = index;
  });
  const testsOf = passedTests(tests, vocabulary);
  const firstOf: (readonly number[] | undefined)[] = [];
  const childrenOf = (node: number, word: number): number[] => testsOf(word).flatMap((test) => children.get(node * TESTS + test) ?? []);

  const search = (tokens: Tokens, breaks: Uint8Array): Finds => {
    const finds: Finds = { phrase: [], start: [], end: [] };
    const { word, count } = tokens;
    const walk = (node: number, from: number, at: number): void => {
      if (ends[node]! >= 0) {
        finds.phrase.push(ends[node]!);
        finds.start.push(from);
        finds.end.push(at);
      }
      if (!goesOn[node] || at >= count || breaks[at] === 1) return;
      for (const test of testsOf(word[at]!)) {
        const child = children.get(node * TESTS + test);
        if (child !== undefined) walk(child, from, at + 1);
      }
    };
    for (let i = 0; i < count; i++) {
      for (const node of (firstOf[word[i]!] ??= childrenOf(0, word[i]!))) walk(node, i, i + 1);
    }
    return finds;
  };
  return { search };
};

/** Which tests a word form passes; found once per form, kept as long as the vocabulary. */
const passedTests = (tests: ReadonlyMap<string, number>, vocabulary: Vocabulary): ((word: number) => readonly number[]) => {
  const passed: (readonly number[] | undefined)[] = [];
  const none: readonly number[] = [];
  return (word) => {
    const known = passed[word];
    if (known !== undefined) return known;
    const found: number[] = [];
    const add = (name: string): void => {
      const test = tests.get(name);
      if (test !== undefined) found.push(test);
    };
    add(`=${vocabulary.keys[word]!}`);
    add(vocabulary.stems[word]!);
    if (vocabulary.flags[word]! & NUMBER) add('<num>');
    if (vocabulary.flags[word]! & CAPITAL) add('<cap>');
    return (passed[word] = found.length === 0 ? none : found);
  };
};

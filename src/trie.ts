/**
 * Phrases of the rules as a trie over word tests, walked once over the text. What is found is told phrase by phrase:
 * the lists that share a phrase do not multiply the work.
 */
import { CAPITAL, NUMBER, type Tokens, type Vocabulary } from './tokens.ts';

/** Everything found in one text: parallel arrays in the order of `start`, then longest last. */
export interface Finds {
  readonly phrase: number[];
  readonly start: number[];
  readonly end: number[];
}

export interface Trie {
  /** Number of phrases; a phrase is the number of its last node. */
  readonly size: number;
  /** Phrase numbers of each list, in the order the lists were given. */
  readonly lists: readonly (readonly number[])[];
  /** All places of all phrases. `breaks[i] = 1` where token i begins a sentence: no place crosses it. */
  search(tokens: Tokens, breaks: Uint8Array): Finds;
}

interface Node {
  readonly id: number;
  next: Map<number, Node> | null;
  /** True when a phrase ends here. */
  ends: boolean;
}

/**
 * A phrase of a rule as the tests its words stand for: the stem for a plain word, "=" and the folded form for an exact
 * one, `<num>` and `<cap>` as they are.
 */
export const phraseTests = (phrase: string, vocabulary: Vocabulary): string =>
  phrase
    .split(' ')
    .map((word) => {
      if (word.startsWith('<')) return word;
      return word.startsWith('=') ? `=${vocabulary.lookUp(word.slice(1)).key}` : vocabulary.lookUp(word).stem;
    })
    .join(' ');

/** Builds the trie of all lists; each phrase is already turned into tests by `phraseTests`. */
export const createTrie = (lists: readonly (readonly string[])[], vocabulary: Vocabulary): Trie => {
  const tests = new Map<string, number>();
  const nodes: Node[] = [{ id: 0, next: null, ends: false }];
  const root = nodes[0]!;
  const insert = (phrase: string): number => {
    let node = root;
    for (const word of phrase.split(' ')) {
      let test = tests.get(word);
      if (test === undefined) tests.set(word, (test = tests.size));
      node.next ??= new Map();
      let child = node.next.get(test);
      if (child === undefined) {
        child = { id: nodes.length, next: null, ends: false };
        nodes.push(child);
        node.next.set(test, child);
      }
      node = child;
    }
    node.ends = true;
    return node.id;
  };
  const phrases = lists.map((list) => list.map(insert));
  const testsOf = passedTests(tests, vocabulary);
  const first = firstNodes(root, testsOf);

  const search = (tokens: Tokens, breaks: Uint8Array): Finds => {
    const finds: Finds = { phrase: [], start: [], end: [] };
    const { word, count } = tokens;
    const walk = (node: Node, from: number, at: number): void => {
      if (node.ends) {
        finds.phrase.push(node.id);
        finds.start.push(from);
        finds.end.push(at);
      }
      if (node.next === null || at >= count || breaks[at] === 1) return;
      for (const test of testsOf(word[at]!)) {
        const child = node.next.get(test);
        if (child !== undefined) walk(child, from, at + 1);
      }
    };
    for (let i = 0; i < count; i++) for (const node of first(word[i]!)) walk(node, i, i + 1);
    return finds;
  };
  return { size: nodes.length, lists: phrases, search };
};

const firstNodes = (root: Node, testsOf: (word: number) => readonly number[]): ((word: number) => readonly Node[]) => {
  const known: (readonly Node[] | undefined)[] = [];
  return (word) => (known[word] ??= testsOf(word).flatMap((test) => root.next?.get(test) ?? []));
};

/** Which tests a word form passes; found once per form, kept as long as the vocabulary. */
const passedTests = (tests: ReadonlyMap<string, number>, vocabulary: Vocabulary): ((word: number) => readonly number[]) => {
  const passed: (readonly number[] | undefined)[] = [];
  return (word) => {
    const known = passed[word];
    if (known !== undefined) return known;
    const names = [`=${vocabulary.keys[word]!}`, vocabulary.stems[word]!];
    if (vocabulary.flags[word]! & NUMBER) names.push('<num>');
    if (vocabulary.flags[word]! & CAPITAL) names.push('<cap>');
    const found = names.map((name) => tests.get(name)).filter((test) => test !== undefined);
    passed[word] = found;
    return found;
  };
};

/** Where phrases stand in one text, indexed three ways: by phrase, by first token, by the token after the last. */
import type { Hits } from './lexicon.ts';
import type { Finds, Trie } from './trie.ts';

/** Which phrases belong to which list, as bits: a test costs one look-up. */
export interface Lists {
  /** Phrases of each list. */
  readonly phrases: readonly (readonly number[])[];
  has(list: number, phrase: number): boolean;
}

/** Lists of the trie and, behind its phrases, one pseudo-phrase for each built-in kind: `kinds[i]` is the list of kind i. */
export const createLists = (trie: Trie, kinds: readonly number[], joined: readonly { list: number; kind: number }[]): Lists => {
  const phrases = trie.lists.map((list) => [...new Set(list)]);
  kinds.forEach((list, kind) => phrases[list]!.push(trie.size + kind));
  for (const { list, kind } of joined) phrases[list]!.push(trie.size + kind);
  const width = ((trie.size + kinds.length) >> 5) + 1;
  const bits = new Uint32Array(width * phrases.length);
  phrases.forEach((members, list) => {
    for (const phrase of members) bits[list * width + (phrase >> 5)]! |= 1 << (phrase & 31);
  });
  return { phrases, has: (list, phrase) => ((bits[list * width + (phrase >> 5)]! >>> (phrase & 31)) & 1) === 1 };
};

export interface Places {
  /** Number of places of a list. */
  count(list: number): number;
  /** Calls `visit` for each place of a list, phrase by phrase. */
  each(list: number, visit: (start: number, end: number) => void): void;
  /** Ends of the places of `list` that start at `token`, longest first; `from` is where to go on (0 at first), -1 when there is no more. */
  readonly byStart: Index;
  readonly byEnd: Index;
  readonly lists: Lists;
}

/** Places sorted by one of their ends: `other[i]` for i from `offsets[token]` to `offsets[token + 1]`, longest first. */
export interface Index {
  readonly offsets: Int32Array;
  readonly phrase: Int32Array;
  readonly other: Int32Array;
}

/** Indexes what the trie found together with the places of the built-in kinds (in the order of `kinds`). */
export const indexPlaces = (finds: Finds, given: readonly Hits[], trieSize: number, lists: Lists, tokens: number): Places => {
  const extra = given.reduce((sum, hits) => sum + hits.start.length, 0);
  const total = finds.phrase.length + extra;
  const phrase = new Int32Array(total);
  const start = new Int32Array(total);
  const end = new Int32Array(total);
  phrase.set(finds.phrase);
  start.set(finds.start);
  end.set(finds.end);
  let at = finds.phrase.length;
  given.forEach((hits, kind) => {
    phrase.fill(trieSize + kind, at, at + hits.start.length);
    start.set(hits.start, at);
    end.set(hits.end, at);
    at += hits.start.length;
  });
  const byPhrase = group(phrase, trieSize + given.length);
  const counts = (list: number): number => lists.phrases[list]!.reduce((sum, member) => sum + byPhrase.offsets[member + 1]! - byPhrase.offsets[member]!, 0);
  return {
    lists,
    count: counts,
    each: (list, visit) => {
      for (const member of lists.phrases[list]!) {
        for (let i = byPhrase.offsets[member]!; i < byPhrase.offsets[member + 1]!; i++) visit(start[byPhrase.order[i]!]!, end[byPhrase.order[i]!]!);
      }
    },
    byStart: indexBy(start, end, phrase, tokens, 1),
    byEnd: indexBy(end, start, phrase, tokens, -1),
  };
};

/** Counting sort: positions of equal keys side by side, in order. */
const group = (keys: Int32Array, size: number): { offsets: Int32Array; order: Int32Array } => {
  const offsets = new Int32Array(size + 1);
  for (const key of keys) offsets[key + 1]!++;
  for (let i = 0; i < size; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice();
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[next[keys[i]!]!++] = i;
  return { offsets, order };
};

const indexBy = (keys: Int32Array, others: Int32Array, phrases: Int32Array, tokens: number, direction: 1 | -1): Index => {
  const { offsets, order } = group(keys, tokens + 1);
  for (let token = 0; token <= tokens; token++) {
    const [from, to] = [offsets[token]!, offsets[token + 1]!];
    if (to - from > 1) order.subarray(from, to).sort((a, b) => direction * (others[b]! - others[a]!) || phrases[a]! - phrases[b]!);
  }
  return { offsets, phrase: order.map((i) => phrases[i]!), other: order.map((i) => others[i]!) };
};

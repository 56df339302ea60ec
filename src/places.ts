/** Where phrases stand in one text, indexed by their first token and by the token after their last. */
import type { Hits } from './lexicon.ts';
import type { Finds } from './trie.ts';

export interface Places {
  readonly byStart: Index;
  readonly byEnd: Index;
}

/** Places sorted by one of their ends: `other[i]` for i from `offsets[token]` to `offsets[token + 1]`, longest first. */
export interface Index {
  readonly offsets: Int32Array;
  readonly phrase: Int32Array;
  readonly other: Int32Array;
}

/**
 * Indexes what was found together with the places of the built-in kinds. Kind i counts as phrase `firstKind + i`; phrases
 * from there on belong to other stages and are left out.
 */
export const indexPlaces = (finds: Finds, given: readonly Hits[], firstKind: number, tokens: number): Places => {
  const most = given.reduce((sum, hits) => sum + hits.start.length, finds.phrase.length);
  const phrase = new Int32Array(most);
  const start = new Int32Array(most);
  const end = new Int32Array(most);
  let count = 0;
  const add = (p: number, s: number, e: number): void => {
    phrase[count] = p;
    start[count] = s;
    end[count++] = e;
  };
  for (let i = 0; i < finds.phrase.length; i++) if (finds.phrase[i]! < firstKind) add(finds.phrase[i]!, finds.start[i]!, finds.end[i]!);
  given.forEach((hits, kind) => hits.start.forEach((first, i) => add(firstKind + kind, first, hits.end[i]!)));
  return { byStart: indexBy(start, end, phrase, count, tokens, -1), byEnd: indexBy(end, start, phrase, count, tokens, 1) };
};

/** Counting sort by `keys`; the few of one key are put in order one by one. `direction` -1: largest other end first. */
const indexBy = (keys: Int32Array, others: Int32Array, phrases: Int32Array, count: number, tokens: number, direction: 1 | -1): Index => {
  const offsets = new Int32Array(tokens + 2);
  for (let i = 0; i < count; i++) offsets[keys[i]! + 1]!++;
  for (let token = 0; token <= tokens; token++) offsets[token + 1]! += offsets[token]!;
  const filled = offsets.slice();
  const phrase = new Int32Array(count);
  const other = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    let at = filled[key]!++;
    for (; at > offsets[key]! && direction * (others[i]! - other[at - 1]!) < 0; at--) {
      other[at] = other[at - 1]!;
      phrase[at] = phrase[at - 1]!;
    }
    other[at] = others[i]!;
    phrase[at] = phrases[i]!;
  }
  return { offsets, phrase, other };
};

/**
 * Runs all rules over a token stream. A pattern is looked for only at its rarest list in this text and verified in a
 * bounded window around it, so the cost is linear in the text and nearly flat in the number of rules.
 */
import type { Hits } from './lexicon.ts';
import { createLists, indexPlaces, type Places } from './places.ts';
import type { CompiledElement, CompiledPattern, CompiledRule, CompiledRules } from './rules/compile.ts';
import type { Sentence, TokenStream } from './sentences.ts';
import { byPosition, overlaps, type Span } from './span.ts';
import type { Vocabulary } from './tokens.ts';
import { createTrie } from './trie.ts';

/** Where a rule holds: token ranges, end exclusive. */
export interface Match extends Span {
  readonly rule: CompiledRule;
  readonly sentence: number;
  readonly captures: Readonly<Record<string, Span>>;
}

/** Places of the built-in kinds (`body`, `date`, ...) that other stages found. */
export type Given = Readonly<Record<string, Hits>>;

/** All matches of all rules, by rule and position; overlapping matches of one rule are told once (the first, the longest). */
export type Matcher = (stream: TokenStream, given: Given) => Match[];

const NO_HITS: Hits = { start: [], end: [] };

/** Prepares the rules of one language once; the matcher serves any number of texts. */
export const createMatcher = (rules: CompiledRules, vocabulary: Vocabulary): Matcher => {
  const trie = createTrie(rules.lists, vocabulary);
  const kinds = Object.keys(rules.kinds);
  const lists = createLists(trie, kinds.map((kind) => rules.kinds[kind]!), rules.joined.map(({ list, kind }) => ({ list, kind: kinds.indexOf(kind) })));
  return ({ tokens, sentences }, given) => {
    const breaks = new Uint8Array(tokens.count + 1);
    const sentenceOf = new Int32Array(tokens.count);
    sentences.forEach((sentence, index) => {
      breaks[sentence.first] = 1;
      sentenceOf.fill(index, sentence.first, sentence.last);
    });
    const places = indexPlaces(trie.search(tokens, breaks), kinds.map((kind) => given[kind] ?? NO_HITS), trie.size, lists, tokens.count);
    const counts = new Int32Array(rules.lists.length).map((_, list) => places.count(list));
    const search: PatternSearch = (pattern, rule) => searchPattern(pattern, rule, places, counts, sentences, sentenceOf);
    return rules.rules.flatMap((rule) => applyRule(rule, search, sentences));
  };
};

type PatternSearch = (pattern: CompiledPattern, rule: CompiledRule) => Match[];

const applyRule = (rule: CompiledRule, search: PatternSearch, sentences: readonly Sentence[]): Match[] => {
  const found = rule.patterns.flatMap((pattern) => search(pattern, rule));
  if (found.length === 0) return found;
  const kept = withoutOverlaps(found);
  if (rule.unless.length === 0 && rule.silencedBy.length === 0) return kept;
  const cancels = rule.unless.flatMap((pattern) => search(pattern, rule)).toSorted(byPosition);
  const silenced = new Set(rule.silencedBy.flatMap((pattern) => search(pattern, rule)).map((match) => match.sentence));
  return kept.filter((match) => !silenced.has(match.sentence) && !overlapsAny(match, cancels, sentences));
};

const overlapsAny = (match: Match, cancels: readonly Match[], sentences: readonly Sentence[]): boolean => {
  if (cancels.length === 0) return false;
  const sentence = sentences[match.sentence]!;
  for (let i = lowerBound(cancels, sentence.first); i < cancels.length && cancels[i]!.start < sentence.last; i++) {
    if (overlaps(cancels[i]!, match)) return true;
  }
  return false;
};

const lowerBound = (matches: readonly Match[], start: number): number => {
  let [low, high] = [0, matches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matches[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
};

const withoutOverlaps = (matches: Match[]): Match[] => {
  const kept: Match[] = [];
  for (const match of matches.toSorted(byPosition)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= match.start) kept.push(match);
  }
  return kept;
};

const searchPattern = (pattern: CompiledPattern, rule: CompiledRule, places: Places, counts: Int32Array, sentences: readonly Sentence[], sentenceOf: Int32Array): Match[] => {
  const anchor = rarest(pattern, counts);
  if (anchor < 0) return [];
  const { elements } = pattern;
  const found: Match[] = [];
  const search: Search = { elements, places, from: new Int32Array(elements.length), to: new Int32Array(elements.length), failed: null, first: 0, own: 0, last: 0 };
  const gaps = elements.reduce((count, element) => count + ('gap' in element ? 1 : 0), 0);
  places.each((elements[anchor] as { list: number }).list, (start, end) => {
    const sentence = sentenceOf[start]!;
    ({ first: search.first, own: search.own, last: search.last } = sentences[sentence]!);
    search.from[anchor] = start;
    search.to[anchor] = end;
    // one gap alone cannot make the search revisit a state
    search.failed = gaps > 1 ? new Set() : null;
    const last = rightwards(search, anchor + 1, end);
    if (last < 0) return;
    search.failed?.clear();
    const first = leftwards(search, anchor - 1, start);
    if (first >= 0) found.push({ rule, sentence, start: first, end: last, captures: capturesOf(pattern, search) });
  });
  return found;
};

/** The element that must be there and stands fewest times in this text; -1 when one of them never does. */
const rarest = (pattern: CompiledPattern, counts: Int32Array): number => {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < pattern.elements.length; index++) {
    const element = pattern.elements[index]!;
    if (!('list' in element) || element.optional) continue;
    const count = counts[element.list]!;
    if (count === 0) return -1;
    if (count < fewest) [best, fewest] = [index, count];
  }
  return best;
};

/** One search in one sentence. */
interface Search {
  readonly elements: readonly CompiledElement[];
  readonly places: Places;
  /** Token range of each element in the match so far. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** (element, position) pairs already known to lead nowhere: keeps the search linear in the window. */
  failed: Set<number> | null;
  first: number;
  own: number;
  last: number;
}

/** Matches the elements from `index` on, rightwards from token `at`: the end of the match, or -1. Shortest gaps, longest phrases first. */
const rightwards = (search: Search, index: number, at: number): number => {
  const { elements, from, to, failed, places } = search;
  if (index === elements.length) return at;
  const key = at * 32 + index;
  if (failed?.has(key)) return -1;
  const element = elements[index]!;
  let result = -1;
  from[index] = at;
  if ('list' in element) {
    const { offsets, other, phrase } = places.byStart;
    for (let i = offsets[at]!; i < offsets[at + 1]! && result < 0; i++) {
      const end = other[i]!;
      if (end > search.last || !places.lists.has(element.list, phrase[i]!)) continue;
      to[index] = end;
      result = rightwards(search, index + 1, end);
    }
    if (result < 0 && element.optional) result = rightwards(search, index + 1, (to[index] = at));
  } else if ('gap' in element) {
    const furthest = Math.min(search.last, at + element.gap);
    for (let end = at; end <= furthest && result < 0; end++) result = rightwards(search, index + 1, (to[index] = end));
  } else if (atEdge(element.edge, at, search)) result = rightwards(search, index + 1, (to[index] = at));
  if (result < 0) failed?.add(key);
  return result;
};

/** The mirror of `rightwards`: elements `index`, `index - 1`, ... leftwards from token `at`; the start of the match, or -1. */
const leftwards = (search: Search, index: number, at: number): number => {
  const { elements, from, to, failed, places } = search;
  if (index < 0) return at;
  const key = at * 32 + index;
  if (failed?.has(key)) return -1;
  const element = elements[index]!;
  let result = -1;
  to[index] = at;
  if ('list' in element) {
    const { offsets, other, phrase } = places.byEnd;
    for (let i = offsets[at]!; i < offsets[at + 1]! && result < 0; i++) {
      const start = other[i]!;
      if (start < search.first || !places.lists.has(element.list, phrase[i]!)) continue;
      from[index] = start;
      result = leftwards(search, index - 1, start);
    }
    if (result < 0 && element.optional) result = leftwards(search, index - 1, (from[index] = at));
  } else if ('gap' in element) {
    const furthest = Math.max(search.first, at - element.gap);
    for (let start = at; start >= furthest && result < 0; start--) result = leftwards(search, index - 1, (from[index] = start));
  } else if (atEdge(element.edge, at, search)) result = leftwards(search, index - 1, (from[index] = at));
  if (result < 0) failed?.add(key);
  return result;
};

/** A list item begins twice: with its chapeau and with its own first word. */
const atEdge = (edge: 'start' | 'end', at: number, { first, own, last }: Search): boolean => (edge === 'end' ? at === last : at === own || at === first);

const NOTHING: Record<string, Span> = {};

const capturesOf = ({ captures }: CompiledPattern, { from, to }: Search): Record<string, Span> => {
  if (captures.length === 0) return NOTHING;
  return Object.fromEntries(captures.map((capture) => [capture.name, { start: from[capture.from]!, end: to[capture.to - 1]! }]));
};

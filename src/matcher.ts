/**
 * Runs all rules over a token stream. A pattern is looked for only at its rarest list in this text and verified in a
 * bounded window around it, so the cost is linear in the text and nearly flat in the number of rules.
 */
import type { Hits } from './lexicon.ts';
import { createLists, indexPlaces, type Index, type Places } from './places.ts';
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
    const search: Search = (pattern, rule) => searchPattern(pattern, rule, places, counts, sentences, sentenceOf);
    return rules.rules.flatMap((rule) => applyRule(rule, search, sentences));
  };
};

type Search = (pattern: CompiledPattern, rule: CompiledRule) => Match[];

const applyRule = (rule: CompiledRule, search: Search, sentences: readonly Sentence[]): Match[] => {
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
  const { list } = pattern.elements[anchor] as { list: number };
  const found: Match[] = [];
  const bounds: Span[] = [];
  const failed = new Set<number>();
  places.each(list, (start, end) => {
    const sentence = sentenceOf[start]!;
    bounds[anchor] = { start, end };
    const window: Window = { places, sentence: sentences[sentence]!, bounds, failed };
    failed.clear();
    const last = match(pattern.elements, anchor + 1, end, 1, window);
    if (last < 0) return;
    failed.clear();
    const first = match(pattern.elements, anchor - 1, start, -1, window);
    if (first >= 0) found.push({ rule, sentence, start: first, end: last, captures: capturesOf(pattern, bounds) });
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

interface Window {
  readonly places: Places;
  readonly sentence: Sentence;
  /** Token range of each element in the match so far. */
  readonly bounds: Span[];
  /** (element, position) pairs already known to lead nowhere: keeps the search linear in the window. */
  readonly failed: Set<number>;
}

/**
 * Matches the elements from `index` on in one direction (1 rightwards, -1 leftwards) from the edge of token `at`;
 * the far edge of the match, or -1. Shortest gaps, longest phrases first.
 */
const match = (elements: readonly CompiledElement[], index: number, at: number, direction: 1 | -1, window: Window): number => {
  if (index < 0 || index === elements.length) return at;
  const key = at * 32 + index;
  if (window.failed.has(key)) return -1;
  const element = elements[index]!;
  const { sentence } = window;
  const goOn = (to: number): number => {
    window.bounds[index] = direction > 0 ? { start: at, end: to } : { start: to, end: at };
    return match(elements, index + direction, to, direction, window);
  };
  let result = -1;
  if ('list' in element) {
    result = matchList(element.list, at, direction > 0 ? window.places.byStart : window.places.byEnd, window, goOn);
    if (result < 0 && element.optional) result = goOn(at);
  } else if ('gap' in element) {
    const room = direction > 0 ? sentence.last - at : at - sentence.first;
    for (let step = 0; step <= element.gap && step <= room && result < 0; step++) result = goOn(at + direction * step);
  } else if (atEdge(element.edge, at, sentence)) result = goOn(at);
  if (result < 0) window.failed.add(key);
  return result;
};

const matchList = (list: number, at: number, index: Index, { places, sentence }: Window, goOn: (to: number) => number): number => {
  for (let i = index.offsets[at]!; i < index.offsets[at + 1]!; i++) {
    const to = index.other[i]!;
    if (to < sentence.first || to > sentence.last || !places.lists.has(list, index.phrase[i]!)) continue;
    const result = goOn(to);
    if (result >= 0) return result;
  }
  return -1;
};

/** A list item begins twice: with its chapeau and with its own first word. */
const atEdge = (edge: 'start' | 'end', at: number, sentence: Sentence): boolean =>
  edge === 'end' ? at === sentence.last : at === sentence.own || at === sentence.first;

const capturesOf = (pattern: CompiledPattern, bounds: readonly Span[]): Record<string, Span> =>
  Object.fromEntries(pattern.captures.map(({ name, from, to }) => [name, { start: bounds[from]!.start, end: bounds[to - 1]!.end }]));

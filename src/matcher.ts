/**
 * Runs all rules over a token stream. Which sentences hold all the word lists of a pattern is told by bits, list by list;
 * only there the pattern is looked for, at its most telling list and in a bounded window around it. So the cost is linear
 * in the text and nearly flat in the number of rules.
 */
import type { Hits, Scan } from './lexicon.ts';
import { indexPlaces, type Places } from './places.ts';
import { END, isNeeded, listOf, OPTIONAL, START, type CompiledElement, type CompiledPattern, type CompiledRule, type CompiledRules } from './rules/compile.ts';
import type { Sentence, TokenStream } from './sentences.ts';
import { byPosition, overlaps, type Span } from './span.ts';

/** Where a rule holds: token ranges, end exclusive. */
export interface Match extends Span {
  readonly rule: CompiledRule;
  readonly sentence: number;
  readonly captures: Readonly<Record<string, Span>>;
}

/** Places of the built-in kinds (`body`, `date`, ...) that other stages found. */
export type Given = Readonly<Record<string, Hits>>;

/** All matches of all rules, by rule and position; overlapping matches of one rule are told once (the first, the longest). */
export type Matcher = (stream: TokenStream, scan: Scan, given: Given) => Match[];

const NO_HITS: Hits = { start: [], end: [] };

/** Sentences that are searched together: bounds the memory on long texts. */
const BLOCK = 1024;

/** Prepares the rules of one language once; the matcher serves any number of texts. The scan's first phrases are those of the rules. */
export const createMatcher = (rules: CompiledRules): Matcher => {
  const kinds = Object.keys(rules.kinds);
  const members = createMembers(rules, kinds);
  const anchored = rulesByAnchor(rules);
  const longest = longestPattern(rules);
  // taken once: a short text would spend more on room for all lists than on its own few
  const asked = new Uint8Array(rules.rules.length);
  const room: Room = { rows: new Int32Array(rules.lists.length * (BLOCK >> 5)), held: [], seen: new Uint8Array(rules.lists.length), mask: new Int32Array(BLOCK >> 5) };
  return ({ tokens, sentences }, { finds }, given) => {
    const places = indexPlaces(finds, kinds.map((kind) => given[kind] ?? NO_HITS), members.firstKind, tokens.count);
    const found: (Match[] | undefined)[] = [];
    const words = (Math.min(BLOCK, sentences.length) + 31) >> 5;
    const block: Block = { ...room, places, members, sentences, words, from: 0, size: 0, search: createSearch(places, members, longest) };
    for (; block.from < sentences.length; block.from += BLOCK) {
      block.size = Math.min(BLOCK, sentences.length - block.from);
      markLists(block);
      for (const list of block.held) for (const rule of anchored[list] ?? []) asked[rule] = 1;
      for (let rule = asked.indexOf(1); rule >= 0; rule = asked.indexOf(1, rule + 1)) applyRule(rules.rules[rule]!, block, (found[rule] ??= []));
      asked.fill(0);
      clearLists(block);
    }
    return found.flatMap((matches) => matches ?? []);
  };
};

/** By list: the rules that have a pattern which is looked for where that list stands. */
const rulesByAnchor = ({ lists, rules }: CompiledRules): readonly (readonly number[] | undefined)[] => {
  const anchored: (number[] | undefined)[] = lists.map(() => undefined);
  rules.forEach((rule, index) => {
    for (const list of new Set(rule.patterns.map(anchorOf))) (anchored[list] ??= []).push(index);
  });
  return anchored;
};

const anchorOf = ({ elements, anchor }: CompiledPattern): number => listOf(elements[anchor]!);

/** Which phrases belong to which lists. Each built-in kind counts as one more phrase behind those of the rules. */
interface Members {
  readonly firstKind: number;
  /** Lists of phrase p: `lists[i]` for i from `offsets[p]` to `offsets[p + 1]`. */
  readonly offsets: Int32Array;
  readonly lists: Int32Array;
  /** The same as one bit for each phrase of each list, `width` words to a list. */
  readonly bits: Int32Array;
  readonly width: number;
}

const createMembers = ({ phrases, lists, joined, kinds }: CompiledRules, names: readonly string[]): Members => {
  const firstKind = phrases.length;
  const phrasesOf = lists.map((members) => [...members]);
  names.forEach((name, kind) => phrasesOf[kinds[name]!]!.push(firstKind + kind));
  for (const { list, kind } of joined) phrasesOf[list]!.push(firstKind + names.indexOf(kind));
  const width = ((firstKind + names.length) >> 5) + 1;
  const bits = new Int32Array(width * lists.length);
  const offsets = new Int32Array(firstKind + names.length + 2);
  phrasesOf.forEach((members, list) => {
    for (const phrase of members) {
      bits[list * width + (phrase >> 5)]! |= 1 << (phrase & 31);
      offsets[phrase + 1]!++;
    }
  });
  for (let phrase = 1; phrase < offsets.length; phrase++) offsets[phrase]! += offsets[phrase - 1]!;
  const filled = offsets.slice();
  const listsOf = new Int32Array(offsets.at(-1)!);
  phrasesOf.forEach((members, list) => {
    for (const phrase of members) listsOf[filled[phrase]!++] = list;
  });
  return { firstKind, offsets, lists: listsOf, bits, width };
};

/** What a block fills and `clearLists` empties again. */
interface Room {
  /** `words` to a list: a bit for each sentence of the block in which the list stands. */
  readonly rows: Int32Array;
  /** The lists that stand anywhere in the block. */
  readonly held: number[];
  /** 1 for the same lists. */
  readonly seen: Uint8Array;
  /** The sentences that one pattern is looked for in. */
  readonly mask: Int32Array;
}

/** Sentences `from` to `from + size` of a text. */
interface Block extends Room {
  readonly places: Places;
  readonly members: Members;
  readonly sentences: readonly Sentence[];
  readonly words: number;
  readonly search: Search;
  from: number;
  size: number;
}

const markLists = ({ places: { byStart }, members: { offsets, lists }, sentences, from, size, rows, words, held, seen }: Block): void => {
  for (let s = 0; s < size; s++) {
    const { first, last } = sentences[from + s]!;
    const [word, bit] = [s >> 5, 1 << (s & 31)];
    for (let i = byStart.offsets[first]!; i < byStart.offsets[last]!; i++) {
      const phrase = byStart.phrase[i]!;
      for (let k = offsets[phrase]!; k < offsets[phrase + 1]!; k++) {
        const list = lists[k]!;
        rows[list * words + word]! |= bit;
        if (seen[list] === 0) {
          seen[list] = 1;
          held.push(list);
        }
      }
    }
  }
};

const clearLists = ({ rows, words, held, seen }: Block): void => {
  for (const list of held) {
    rows.fill(0, list * words, (list + 1) * words);
    seen[list] = 0;
  }
  held.length = 0;
};

const applyRule = (rule: CompiledRule, block: Block, into: Match[]): void => {
  const found = searchAll(rule.patterns, rule, block, null);
  if (found.length === 0) return;
  const kept = withoutOverlaps(found);
  if (rule.unless.length === 0 && rule.silencedBy.length === 0) {
    into.push(...kept);
    return;
  }
  const within = sentencesOf(kept, block);
  const cancels = searchAll(rule.unless, rule, block, within).toSorted(byPosition);
  const silenced = new Set(searchAll(rule.silencedBy, rule, block, within).map((match) => match.sentence));
  into.push(...kept.filter((match) => !silenced.has(match.sentence) && !overlapsAny(match, cancels, block.sentences)));
};

const sentencesOf = (matches: readonly Match[], { from, words }: Block): Int32Array => {
  const bits = new Int32Array(words);
  for (const { sentence } of matches) bits[(sentence - from) >> 5]! |= 1 << ((sentence - from) & 31);
  return bits;
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

/** All places of some patterns in one block; `within`: only in these sentences. */
const searchAll = (patterns: readonly CompiledPattern[], rule: CompiledRule, block: Block, within: Int32Array | null): Match[] => {
  const found: Match[] = [];
  for (const pattern of patterns) searchPattern(pattern, rule, block, within, found);
  return found;
};

const searchPattern = (pattern: CompiledPattern, rule: CompiledRule, block: Block, within: Int32Array | null, into: Match[]): void => {
  const { sentences, from, words, mask, search } = block;
  if (block.seen[anchorOf(pattern)] === 0 || !markSentences(pattern.elements, anchorOf(pattern), block, within)) return;
  search.elements = pattern.elements;
  // one gap alone cannot make the search revisit a state
  search.failed = countGaps(pattern.elements) > 1 ? new Set() : null;
  for (let word = 0; word < words; word++) {
    for (let bits = mask[word]!; bits !== 0; bits &= bits - 1) {
      const sentence = from + (word << 5) + 31 - Math.clz32(bits & -bits);
      search.sentence = sentences[sentence]!;
      searchSentence(search, pattern, rule, sentence, into);
    }
  }
};

const searchSentence = (search: Search, pattern: CompiledPattern, rule: CompiledRule, sentence: number, into: Match[]): void => {
  const { anchor } = pattern;
  const list = anchorOf(pattern);
  const { places: { byStart: { offsets, phrase, other } }, members, from, to, failed, sentence: { first, last } } = search;
  for (let token = first; token < last; token++) {
    for (let i = offsets[token]!; i < offsets[token + 1]!; i++) {
      if (!holds(members, list, phrase[i]!)) continue;
      from[anchor] = token;
      to[anchor] = other[i]!;
      failed?.clear();
      const end = rightwards(search, anchor + 1, other[i]!);
      if (end < 0) continue;
      failed?.clear();
      const start = leftwards(search, anchor - 1, token);
      if (start >= 0) into.push({ rule, sentence, start, end, captures: capturesOf(pattern, search) });
    }
  }
};

/** Marks in `mask` the sentences that hold every list a pattern needs; false when there are none. */
const markSentences = (elements: readonly CompiledElement[], list: number, { rows, words, mask }: Block, within: Int32Array | null): boolean => {
  let any = 0;
  for (let word = 0; word < words; word++) {
    let bits = within === null ? rows[list * words + word]! : rows[list * words + word]! & within[word]!;
    for (let e = 0; bits !== 0 && e < elements.length; e++) if (isNeeded(elements[e]!)) bits &= rows[elements[e]! * words + word]!;
    mask[word] = bits;
    any |= bits;
  }
  return any !== 0;
};

const countGaps = (elements: readonly CompiledElement[]): number => elements.reduce((count, element) => count + (element < 0 && element > START ? 1 : 0), 0);

/** The search that is under way; one serves a whole text. */
interface Search {
  readonly places: Places;
  readonly members: Members;
  elements: readonly CompiledElement[];
  sentence: Sentence;
  /** Token range of each element in the match so far. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** (element, position) pairs already known to lead nowhere: keeps the search linear in the window. */
  failed: Set<number> | null;
}

const createSearch = (places: Places, members: Members, longest: number): Search => ({ places, members, elements: [], sentence: NO_SENTENCE, from: new Int32Array(longest), to: new Int32Array(longest), failed: null });

/** Elements of the longest pattern. */
const longestPattern = ({ rules }: CompiledRules): number =>
  rules.reduce((most, { patterns, unless, silencedBy }) => [patterns, unless, silencedBy].flat().reduce((longest, { elements }) => Math.max(longest, elements.length), most), 0);

const NO_SENTENCE: Sentence = { start: 0, end: 0, clause: 0, first: 0, own: 0, last: 0, chapeau: -1 };

const holds = ({ bits, width }: Members, list: number, phrase: number): boolean => ((bits[list * width + (phrase >> 5)]! >>> (phrase & 31)) & 1) === 1;

/** Matches the elements from `index` on, rightwards from token `at`: the end of the match, or -1. Shortest gaps, longest phrases first. */
const rightwards = (search: Search, index: number, at: number): number => {
  const { elements, from, to, failed, places, members, sentence } = search;
  if (index === elements.length) return at;
  const key = at * 32 + index;
  if (failed?.has(key)) return -1;
  const element = elements[index]!;
  let result = -1;
  from[index] = at;
  if (element >= 0) {
    const list = listOf(element);
    const { offsets, other, phrase } = places.byStart;
    for (let i = offsets[at]!; i < offsets[at + 1]! && result < 0; i++) {
      const end = other[i]!;
      if (end > sentence.last || !holds(members, list, phrase[i]!)) continue;
      to[index] = end;
      result = rightwards(search, index + 1, end);
    }
    if (result < 0 && element >= OPTIONAL) result = rightwards(search, index + 1, (to[index] = at));
  } else if (element > START) {
    const furthest = Math.min(sentence.last, at - element);
    for (let end = at; end <= furthest && result < 0; end++) result = rightwards(search, index + 1, (to[index] = end));
  } else if (atEdge(element, at, sentence)) result = rightwards(search, index + 1, (to[index] = at));
  if (result < 0) failed?.add(key);
  return result;
};

/** The mirror of `rightwards`: elements `index`, `index - 1`, ... leftwards from token `at`; the start of the match, or -1. */
const leftwards = (search: Search, index: number, at: number): number => {
  const { elements, from, to, failed, places, members, sentence } = search;
  if (index < 0) return at;
  const key = at * 32 + index;
  if (failed?.has(key)) return -1;
  const element = elements[index]!;
  let result = -1;
  to[index] = at;
  if (element >= 0) {
    const list = listOf(element);
    const { offsets, other, phrase } = places.byEnd;
    for (let i = offsets[at]!; i < offsets[at + 1]! && result < 0; i++) {
      const start = other[i]!;
      if (start < sentence.first || !holds(members, list, phrase[i]!)) continue;
      from[index] = start;
      result = leftwards(search, index - 1, start);
    }
    if (result < 0 && element >= OPTIONAL) result = leftwards(search, index - 1, (from[index] = at));
  } else if (element > START) {
    const furthest = Math.max(sentence.first, at + element);
    for (let start = at; start >= furthest && result < 0; start--) result = leftwards(search, index - 1, (from[index] = start));
  } else if (atEdge(element, at, sentence)) result = leftwards(search, index - 1, (from[index] = at));
  if (result < 0) failed?.add(key);
  return result;
};

/** A list item begins twice: with its chapeau and with its own first word. */
const atEdge = (edge: CompiledElement, at: number, { first, own, last }: Sentence): boolean => (edge === END ? at === last : at === own || at === first);

const NOTHING: Record<string, Span> = {};

const capturesOf = ({ captures }: CompiledPattern, { from, to }: Search): Record<string, Span> => {
  if (captures.length === 0) return NOTHING;
  return Object.fromEntries(captures.map((capture) => [capture.name, { start: from[capture.from]!, end: to[capture.to - 1]! }]));
};

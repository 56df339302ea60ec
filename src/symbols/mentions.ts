/**
 * Where the text names a body: by a head noun ("Joint Security Board"), by an acronym the text itself introduces, or
 * by a name that needs neither ("the Parties"). Mentions are token ranges; who they are is settled in `bodies.ts`.
 */
import type { HolderKind } from '../analysis.ts';
import type { Hits, Lexicon, Scan } from '../lexicon.ts';
import type { BodiesData } from '../rules/symbols.ts';
import type { Sentence, TokenStream } from '../sentences.ts';
import { ACRONYM, CAPITAL, type Tokens, type Vocabulary } from '../tokens.ts';

export interface Mention {
  /** Token range, end exclusive; articles are left out, a defining acronym in brackets is included. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** Token range of the head noun, or of the whole name where it has none. */
  readonly head: { first: number; last: number };
  readonly kind: HolderKind;
  /** A full name; else a bare head noun ("the Board") or a lower-case one ("a joint committee"). */
  readonly named: boolean;
  /** Known by its own name (the Parties, the United Nations), not by a head noun. */
  readonly known: boolean;
  readonly acronym: string | null;
  /** Stands behind the mention before it with nothing but "and the" between them. */
  readonly paired: boolean;
}

/** A mention before those around it are looked at. */
type Found = Omit<Mention, 'paired'>;

/** A name is not longer than this many words. */
const MAX_NAME = 14;

export type MentionFinder = (text: string, stream: TokenStream, scan: Scan) => Mention[];

/** A finder for one language; its data says which nouns make a body. */
export const createMentionFinder = (data: BodiesData, vocabulary: Vocabulary, lexicon: Lexicon): MentionFinder => {
  const heads = Object.entries(data.heads) as [HolderKind, string[]][];
  const known = Object.entries(data.known) as [HolderKind, string[]][];
  const headLists = lexicon.add(heads.map(([, words]) => words));
  const knownLists = lexicon.add(known.map(([, words]) => words));
  const notBodies = lexicon.add([data.notBodies]);
  const capitalOnly = lexicon.add([data.capitalOnly]);
  const isLink = wordTest(data.links, vocabulary);
  const isArticle = wordTest(data.articles, vocabulary);
  const follows = wordTest(data.follow, vocabulary);
  const isBetween = wordTest(data.between, vocabulary);

  return (text, stream, { hits }) => {
    const { tokens, sentences } = stream;
    const sentenceOf = new Int32Array(tokens.count);
    sentences.forEach((sentence, index) => sentenceOf.fill(index, sentence.first, sentence.last));
    const isBarred = coverTest(ranges(hits(notBodies)), tokens.count);
    const needsCapital = new Set(hits(capitalOnly).start);
    const isHead = new Uint8Array(tokens.count);
    heads.forEach((_, list) => hits(headLists + list).start.forEach((start) => (isHead[start] = 1)));
    const context: Context = { text, tokens, vocabulary, isLink, isArticle, isBetween, follows, isHead, sentences, sentenceOf, before: data.before };
    const found: Found[] = [];
    heads.forEach(([kind], list) => {
      for (const head of ranges(hits(headLists + list))) {
        if (isBarred(head) || (needsCapital.has(head.first) && (vocabulary.flags[tokens.word[head.first]!]! & CAPITAL) === 0)) continue;
        found.push(namedByHead(head, kind, sentenceOf[head.first]!, context));
      }
    });
    known.forEach(([kind], list) => {
      for (const head of ranges(hits(knownLists + list))) {
        if (isBarred(head)) continue;
        found.push({ ...head, head, kind, sentence: sentenceOf[head.first]!, named: true, known: true, acronym: acronymAfter(head.last, context, sentenceOf[head.first]!) });
      }
    });
    const byName = longestOnly(found);
    return longestOnly([...byName, ...byAcronym(byName, context, sentenceOf)]).map((mention, i, all) => ({ ...mention, paired: i > 0 && isPaired(all[i - 1]!, mention, context) }));
  };
};

interface Context {
  readonly text: string;
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
  readonly isLink: (word: number) => boolean;
  readonly isArticle: (word: number) => boolean;
  readonly isBetween: (word: number) => boolean;
  readonly follows: (word: number) => boolean;
  /** 1 for the first token of every head noun. */
  readonly isHead: Uint8Array;
  readonly sentences: readonly Sentence[];
  readonly sentenceOf: Int32Array;
  /** How many words before a head noun in small letters may belong to a name. */
  readonly before: number;
}

type Range = { first: number; last: number };

const ranges = (hits: Hits): Range[] => hits.start.map((first, i) => ({ first, last: hits.end[i]! }));

/** A test whether a range lies inside one of the given ranges; for each token the furthest end of a range over it is kept. */
const coverTest = (covers: readonly Range[], tokens: number): ((range: Range) => boolean) => {
  const reach = new Int32Array(tokens);
  for (const { first, last } of covers) for (let i = first; i < last; i++) reach[i] = Math.max(reach[i]!, last);
  return ({ first, last }) => reach[first]! >= last;
};

const wordTest = (words: readonly string[], vocabulary: Vocabulary): ((word: number) => boolean) => {
  const keys = new Set(words.map((word) => vocabulary.keyOf(word)));
  return (word) => keys.has(vocabulary.keys[word]!);
};

const isCapital = (context: Context, token: number): boolean => (context.vocabulary.flags[context.tokens.word[token]!]! & CAPITAL) !== 0;

/** Only blanks, hyphens, slashes or quotes stand between two tokens of one name. */
const joined = ({ text, tokens }: Context, left: number): boolean => /^[\s\-/'’‘"“”&]*$/u.test(text.slice(tokens.end[left]!, tokens.start[left + 1]!));

/** "Demobilisation, Reinsertion and Reintegration Commission": a comma before a capital, once an "and" was seen to the right. */
const listed = ({ text, tokens }: Context, left: number): boolean => text.slice(tokens.end[left]!, tokens.start[left + 1]!) === ', ';

/**
 * "and the Security Council": what stands between two bodies, told by an article and a head noun of its own behind the
 * "and"; or by an acronym ("and the KLF"), also one in brackets that the words behind the "and" begin like and `name` does not.
 */
const divides = (context: Context, at: number, name: number, stop: number): boolean => {
  const { tokens, vocabulary, isBetween, isArticle, isLink, isHead } = context;
  if (!isBetween(tokens.word[at]!)) return false;
  let first = at + 1;
  const linked = first < stop && isLink(tokens.word[first]!) && !isArticle(tokens.word[first]!);
  if (linked) first++;
  if (first >= stop || !isArticle(tokens.word[first]!)) return false;
  first++;
  if (first < stop && (vocabulary.flags[tokens.word[first]!]! & ACRONYM) !== 0) return true;
  if (linked) return false;
  let capitals = true;
  for (let end = first; end < stop && (isCapital(context, end) || isLink(tokens.word[end]!) || isArticle(tokens.word[end]!)); end++) {
    capitals &&= isCapital(context, end);
    if (capitals && isHead[end] === 1) return true;
    const acronym = end > first ? acronymAfter(end, context, context.sentenceOf[end]!)?.[0] : undefined;
    if (acronym !== undefined) return acronym === initial(context, first) && acronym !== initial(context, name);
  }
  return false;
};

const initial = ({ text, tokens }: Context, token: number): string => text[tokens.start[token]!]!;

const isPaired = (before: Found, { first, sentence }: Found, { tokens, isBetween, isArticle }: Context): boolean =>
  before.sentence === sentence && first - before.last >= 1 && first - before.last <= 2 && isBetween(tokens.word[before.last]!) && (first - before.last === 1 || isArticle(tokens.word[before.last + 1]!));

/** In a list of acronyms the name follows: "JSB: Joint Security Board". The first word is then the acronym, not the name. */
const introduces = ({ tokens, vocabulary }: Context, first: number, { own }: Sentence): boolean =>
  first === own && (vocabulary.flags[tokens.word[first]!]! & ACRONYM) !== 0;

const namedByHead = (head: Range, kind: HolderKind, sentence: number, context: Context): Found => {
  const { tokens, isLink, isArticle } = context;
  const bounds = context.sentences[sentence]!;
  const floor = Math.max(bounds.first, head.first - MAX_NAME);
  let first = head.first;
  let last = head.last;
  const capital = isCapital(context, head.first);
  if (capital) {
    let linked = false;
    for (let i = first - 1; i >= floor && (joined(context, i) || (linked && listed(context, i))) && !isArticle(tokens.word[i]!); i--) {
      if (isCapital(context, i)) first = i;
      else if (isLink(tokens.word[i]!)) linked = true;
      else break;
    }
    if (introduces(context, first, bounds) && first + 1 < head.last) first++;
    for (let i = last; i < bounds.last && i < head.last + MAX_NAME && joined(context, i - 1); i++) {
      if (divides(context, i, first, bounds.last)) break;
      if (isCapital(context, i) || context.follows(tokens.word[i]!)) last = i + 1;
      else if (!isLink(tokens.word[i]!) && !isArticle(tokens.word[i]!)) break;
    }
  } else {
    for (let i = last; i < bounds.last && i < head.last + MAX_NAME && joined(context, i - 1); i++) {
      if (context.follows(tokens.word[i]!)) last = i + 1;
      else if (!isLink(tokens.word[i]!) && !isArticle(tokens.word[i]!)) break;
    }
    for (let i = first - 1; i >= Math.max(floor, first - context.before) && joined(context, i); i--) {
      if (!isArticle(tokens.word[i]!)) continue;
      first = i + 1;
      break;
    }
  }
  const after = acronymAfter(last, context, sentence);
  const acronym = after ?? acronymBefore(first, context, bounds);
  return { first, last: after === null ? last : last + 1, head, kind, sentence, named: (capital && first < head.first) || last > head.last, known: false, acronym };
};

const acronymAfter = (last: number, { text, tokens, vocabulary, sentences }: Context, sentence: number): string | null => {
  if (last >= sentences[sentence]!.last || (vocabulary.flags[tokens.word[last]!]! & ACRONYM) === 0) return null;
  const between = text.slice(tokens.end[last - 1]!, tokens.start[last]!);
  return /^\s*[([]["“'’]?$/u.test(between) ? vocabulary.forms[tokens.word[last]!]! : null;
};

/** The acronym that a line of a list of acronyms begins with, when the name follows it and begins like it. */
const acronymBefore = (first: number, { text, tokens, vocabulary }: Context, { own }: Sentence): string | null => {
  if (first !== own + 1 || (vocabulary.flags[tokens.word[own]!]! & ACRONYM) === 0) return null;
  const acronym = vocabulary.forms[tokens.word[own]!]!;
  const between = text.slice(tokens.end[own]!, tokens.start[first]!);
  return /^\s*[:–—=-]?\s*$/u.test(between) && text[tokens.start[first]!] === acronym[0] ? acronym : null;
};

const byAcronym = (named: readonly Found[], { tokens, vocabulary }: Context, sentenceOf: Int32Array): Found[] => {
  const kinds = new Map<string, HolderKind>();
  for (const mention of named) if (mention.acronym !== null && !kinds.has(mention.acronym)) kinds.set(mention.acronym, mention.kind);
  if (kinds.size === 0) return [];
  const found: Found[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if ((vocabulary.flags[tokens.word[i]!]! & ACRONYM) === 0) continue;
    const acronym = vocabulary.forms[tokens.word[i]!]!;
    const kind = kinds.get(acronym);
    if (kind === undefined) continue;
    const range = { first: i, last: i + 1 };
    found.push({ ...range, head: range, kind, sentence: sentenceOf[i]!, named: true, known: false, acronym });
  }
  return found;
};

/** In reading order; of mentions that overlap only the longest. */
const longestOnly = (mentions: readonly Found[]): Found[] => {
  const kept: Found[] = [];
  for (const mention of mentions.toSorted((a, b) => a.first - b.first || b.last - a.last)) {
    const before = kept.at(-1);
    if (before === undefined || before.last <= mention.first) kept.push(mention);
    else if (mention.last - mention.first > before.last - before.first) kept[kept.length - 1] = mention;
  }
  return kept;
};

/** Index of the first mention that begins inside a token range, or -1. */
export const firstMention = (mentions: readonly Mention[], start: number, end: number): number => {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < start) low = middle + 1;
    else high = middle;
  }
  return low < mentions.length && mentions[low]!.first < end ? low : -1;
};

/** Small grammars over tokens share this: named lists of phrases located once, gaps between tokens, stretches to read in. */
import type { Lexicon, Scan } from '../lexicon.ts';
import type { Sentence, TokenStream } from '../sentences.ts';
import { NUMBER, type Tokens, type Vocabulary } from '../tokens.ts';
import { phraseTests } from '../trie.ts';

/** A text opened for reading from any token. */
export interface Text {
  readonly text: string;
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
  /** Stems of the words at the head of the text: its own name. */
  readonly title: ReadonlySet<string>;
}

/** A text with the phrases of one grammar located. */
export interface Words extends Text {
  /** End of the longest phrase of the list that starts at the token, or -1. */
  ends(list: string, at: number): number;
}

/** A run of tokens that stand next to each other in the text: a sentence, or the chapeau copied before it. */
export interface Stretch {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
}

/** A title has no more words than this. */
const TITLE_WORDS = 40;
/** No two words of one expression stand farther apart than this. */
const WIDEST_GAP = 12;

export const openText = (text: string, stream: TokenStream, vocabulary: Vocabulary): Text => ({ text, tokens: stream.tokens, vocabulary, title: titleOf(text, stream, vocabulary) });

/** Opens token streams for one grammar; `lists` are its phrases by name. */
export const createWords = (lists: Readonly<Record<string, readonly string[]>>, vocabulary: Vocabulary, lexicon: Lexicon): ((text: string, stream: TokenStream, scan: Scan) => Words) => {
  const names = Object.keys(lists);
  const numbers = lexicon.add(names.map((name) => lists[name]!));
  return (text, stream, { hits }) => {
    const { tokens, sentences } = stream;
    const begins = new Uint8Array(tokens.count + 1);
    for (const { own } of sentences) begins[own] = 1;
    const any = new Uint8Array(tokens.count + 1);
    const longest = new Map(names.map((name, index) => {
      const ends = new Map<number, number>();
      const places = hits(numbers + index);
      places.start.forEach((start, i) => {
        const end = places.end[i]!;
        if (begins.subarray(start + 1, end).includes(1)) return;
        any[start] = 1;
        ends.set(start, Math.max(ends.get(start) ?? 0, end));
      });
      return [name, ends] as const;
    }));
    return { ...openText(text, stream, vocabulary), ends: (list, at) => (any[at] === 1 ? (longest.get(list)!.get(at) ?? -1) : -1) };
  };
};

/** A title is what stands before the first full sentence. */
const titleOf = (text: string, { tokens, sentences }: TokenStream, vocabulary: Vocabulary): Set<string> => {
  const common = new Set(vocabulary.language.stop);
  const body = sentences.find(({ end }) => /[.;:!?؟؛]/u.test(text[end - 1]!));
  const title = new Set<string>();
  for (let i = 0; i < Math.min(TITLE_WORDS, body?.first ?? tokens.count); i++) {
    const word = tokens.word[i]!;
    if (!common.has(vocabulary.keys[word]!)) title.add(vocabulary.stems[word]!);
  }
  return title;
};

/** Tells whether a word can begin one of the phrases, is one of the words, or has to do with numbers: all others need no reading. */
export const createOpeners = (phrases: readonly string[], others: readonly string[], vocabulary: Vocabulary): ((word: number) => boolean) => {
  const tests = new Set(phrases.map((phrase) => phraseTests(phrase.split(' ')[0]!, vocabulary)));
  const keys = new Set(others.map((word) => vocabulary.keyOf(word)));
  const opens: (boolean | undefined)[] = [];
  return (word) =>
    (opens[word] ??= /^\p{Nd}/u.test(vocabulary.forms[word]!) || (vocabulary.flags[word]! & NUMBER) !== 0 || keys.has(vocabulary.keys[word]!) || tests.has(vocabulary.stems[word]!) || tests.has(`=${vocabulary.keys[word]!}`));
};

/** The stretches of all sentences in order. */
export const stretchesOf = (sentences: readonly Sentence[]): Stretch[] =>
  sentences.flatMap(({ first, own, last }, sentence) => [...(first < own ? [{ sentence, first, last: own }] : []), { sentence, first: own, last }]);

/** What stands between a token and the next; a NUL where it is too much for one expression. */
export const gapAfter = ({ text, tokens }: Text, token: number): string => {
  const [from, to] = [tokens.end[token]!, tokens.start[token + 1]!];
  return to - from > WIDEST_GAP || to < from ? '\0' : text.slice(from, to);
};

/** The text from one token up to, not including, another. */
export const textOf = ({ text, tokens }: Text, first: number, last: number): string => text.slice(tokens.start[first]!, tokens.end[last - 1]!);

/** Characters of a token range, with the bracket before it where it closes inside: "(36) thirty-six months". */
export const spanOf = ({ text, tokens }: Text, first: number, last: number): { start: number; end: number; text: string } => {
  const end = tokens.end[last - 1]!;
  const own = text.slice(tokens.start[first]!, end);
  const start = tokens.start[first]! - (/^[^([]*[)\]]/u.test(own) && /[([]/u.test(text[tokens.start[first]! - 1] ?? '') ? 1 : 0);
  return { start, end, text: text.slice(start, end) };
};

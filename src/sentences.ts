/**
 * Sentences of every clause, as ranges of tokens. A list item is read as the end of its chapeau's last sentence
 * ("The Board shall: ... (b) fix the size"), so its range begins with a copy of the chapeau's tokens: one mechanism
 * serves rules that span both, and nothing inside a list is missed.
 */
import type { Clause } from './analysis.ts';
import type { Acronyms } from './acronyms.ts';
import type { Document } from './document.ts';
import { trim, type Span } from './span.ts';
import { scan, type Tokens, type Vocabulary } from './tokens.ts';

export interface Sentence extends Span {
  /** Index of its clause. */
  readonly clause: number;
  /** Token range [first, last) including the copied chapeau. */
  readonly first: number;
  readonly last: number;
  /** First token of the sentence's own text. */
  readonly own: number;
  /** Index of the chapeau sentence whose tokens were copied, or -1. */
  readonly chapeau: number;
}

export interface TokenStream {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** At most so many tokens of a chapeau are copied before each of its items: enough for subject, verb and object. */
const CHAPEAU_TOKENS = 60;

const NO_ACRONYMS: Acronyms = new Map();

/**
 * Splits the clauses (contents pages and what `reads` leaves out excluded) into sentences and these into tokens. An
 * acronym is read as the words it stands for, all at its place. Linear in the text.
 */
export const readSentences = (
  document: Document,
  clauses: readonly Clause[],
  vocabulary: Vocabulary,
  reads: (clause: Clause) => boolean = () => true,
  acronyms: Acronyms = NO_ACRONYMS,
): TokenStream => {
  const stream = growable(Math.max(64, document.text.length >> 2));
  const push = (word: number, start: number, end: number): void => {
    const words = acronyms.size > 0 && document.text[start - 1] !== '(' ? acronyms.get(vocabulary.forms[word]!) : undefined;
    if (words === undefined) stream.push(word, start, end);
    else for (const spelled of words) stream.push(spelled, start, end);
  };
  const sentences: Sentence[] = [];
  const lastSentenceOf = new Map<string, number>();
  const isAbbreviation = abbreviationTest(vocabulary);

  clauses.forEach((clause, clauseIndex) => {
    if (clause.kind === 'contents' || !reads(clause)) return;
    const chapeau = clause.chapeau === null ? -1 : (lastSentenceOf.get(clause.chapeau) ?? -1);
    let opening = chapeau;
    for (const span of sentenceSpans(document.text, bodyOf(document.text, clause), isAbbreviation)) {
      const first = stream.count();
      if (opening >= 0) copyChapeau(stream, sentences[opening]!);
      const own = stream.count();
      scan(vocabulary, document.text, span.start, span.end, push);
      if (stream.count() === own) {
        stream.truncate(first);
        continue;
      }
      lastSentenceOf.set(clause.id, sentences.length);
      sentences.push({ ...span, clause: clauseIndex, first, last: stream.count(), own, chapeau: opening });
      opening = -1;
    }
  });
  return { tokens: stream.finish(), sentences };
};

/** The clause without its label. */
export const bodyOf = (text: string, clause: Clause): Span => {
  if (clause.label === '') return clause;
  const own = text.slice(clause.start, Math.min(clause.end, clause.start + 80));
  const label = /^\s*[([]?(?:[\p{L}]+\.?\s+)?[\p{L}\p{N}.\-–]{1,20}[)\].:]*(?:\s+|$)/u.exec(own);
  if (label === null || clause.kind === 'heading') return clause;
  const bare = label[0].replace(/[^\p{L}\p{N}]/gu, '');
  return bare.endsWith(clause.label.replace(/[^\p{L}\p{N}]/gu, '').slice(-bare.length)) ? { start: clause.start + label[0].length, end: clause.end } : clause;
};

const copyChapeau = (stream: ReturnType<typeof growable>, chapeau: Sentence): void => {
  const from = Math.max(chapeau.own, chapeau.last - CHAPEAU_TOKENS);
  for (let i = from; i < chapeau.last; i++) stream.copy(i);
};

const abbreviationTest = (vocabulary: Vocabulary): ((word: string) => boolean) => {
  const known = new Set(vocabulary.language.abbreviations.map((word) => word.toLowerCase()));
  return (word) => known.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
};

/** Sentence ends: . ? ! ؟ followed by white space, unless the word before is an abbreviation or the next begins in lower case. */
function* sentenceSpans(text: string, clause: Span, isAbbreviation: (word: string) => boolean): Generator<Span> {
  const body = text.slice(clause.start, clause.end);
  let start = 0;
  for (const match of body.matchAll(/[.?!؟۔]+["'”’»)\]]*(?=\s)/gu)) {
    const end = match.index + match[0].length;
    const next = /\S/u.exec(body.slice(end, end + 8))?.[0] ?? '';
    const wordBefore = /[\p{L}\p{M}]+$/u.exec(body.slice(Math.max(start, match.index - 16), match.index))?.[0] ?? '';
    if (isAbbreviation(wordBefore) || /\p{Ll}/u.test(next)) continue;
    yield trim(text, { start: clause.start + start, end: clause.start + end });
    start = end;
  }
  const rest = trim(text, { start: clause.start + start, end: clause.end });
  if (rest.start < rest.end) yield rest;
}

const doubled = (array: Int32Array): Int32Array => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

/** Token arrays that grow by doubling. */
const growable = (capacity: number) => {
  let word: Int32Array = new Int32Array(capacity);
  let start: Int32Array = new Int32Array(capacity);
  let end: Int32Array = new Int32Array(capacity);
  let count = 0;
  const push = (w: number, s: number, e: number): void => {
    if (count === word.length) [word, start, end] = [doubled(word), doubled(start), doubled(end)];
    word[count] = w;
    start[count] = s;
    end[count] = e;
    count++;
  };
  return {
    push,
    copy: (i: number): void => push(word[i]!, start[i]!, end[i]!),
    count: (): number => count,
    truncate: (to: number): void => {
      count = to;
    },
    finish: (): Tokens => ({ count, word: word.subarray(0, count), start: start.subarray(0, count), end: end.subarray(0, count) }),
  };
};

/** The grammar of citations: "Chapter I, Article 1.21", "Articles 5 and 7", "paragraph 3 of this Article", "Article 11.1 of the Accord of ...". */
import type { ReferencesData } from '../rules/symbols.ts';
import type { Span } from '../span.ts';
import { CAPITAL, type Vocabulary } from '../tokens.ts';
import { type CitedLabel, type PartClass, readCitedLabel, shapeOf } from './labels.ts';
import { gapAfter, type Stretch, type Text } from './phrases.ts';
import type { CitedPart } from './targets.ts';
import type { NamedText } from './texts.ts';

export interface Citation {
  /** One entry for each label cited ("Articles 5 and 7" has two), its parts outermost first. */
  readonly labels: readonly (Span & { readonly parts: readonly CitedPart[] })[];
  /** "of this Article": the part around the citing place that the labels belong to. */
  readonly around: PartClass | null;
  /** Whose label it is, where the text says so; "some" when a name follows that is not known as a text. */
  readonly belongs: 'own' | 'other' | 'some' | null;
  /** First token after it. */
  readonly last: number;
  /** The other text whose name is part of the citation. */
  readonly text: NamedText | null;
}

export interface CitationReader {
  /** The citation that begins at a token; `texts` are the named texts by first token. */
  citationAt(words: Text, token: number, stretch: Stretch, texts: ReadonlyMap<number, NamedText>): Citation | null;
  /** Class of a label word, or null. */
  partOf(word: string): PartClass | null;
  /** Value of an ordinal or number word, or null. */
  ordinalOf(word: string): number | null;
}

type Labels = (Span & { readonly parts: readonly CitedPart[] })[];

/** "item (a) of paragraph 2 of Article 5 of Annex B"; "Articles 1, 2, 3 ..." */
const MOST_PARTS = 4;
const MOST_LABELS = 12;
/** Text between "of" and the noun of the text: "this revitalised peace agreement". */
const MOST_NAME_WORDS = 4;
const RANK: Readonly<Record<PartClass, number>> = { annex: 0, chapter: 1, article: 2, inner: 3 };
const DOWN = /^(?:,? ?| ?[([] ?|[)\]],? )$/u;
const SPACE = /^[)\]]? $/u;

const joined = (words: Text, at: number, stop: number, gap: RegExp): boolean => at < stop && gap.test(gapAfter(words, at - 1));

const afterOffset = ({ tokens }: Text, at: number, stop: number, offset: number): number => {
  let i = at;
  while (i < stop && tokens.start[i]! < offset) i++;
  return i;
};

const partsOf = (part: PartClass, { base, inside }: CitedLabel): CitedPart[] => [{ part, label: base }, ...inside.map((label) => ({ part: 'inner' as const, label }))];

/** A reader for one language. */
export const createCitationReader = (data: ReferencesData, vocabulary: Vocabulary): CitationReader => {
  const fold = (word: string): string => vocabulary.keyOf(word);
  const keySet = (list: readonly string[]): Set<string> => new Set(list.map(fold));
  const partWords = new Map((['article', 'inner', 'chapter', 'annex'] as const).flatMap((part) => data[part].map((word) => [fold(word), part] as const)));
  const ordinals = new Map(Object.entries(data.ordinals).map(([word, value]) => [fold(word), value]));
  const many = keySet(data.many);
  const capital = keySet(data.capital);
  const and = keySet(data.and);
  const number = keySet(data.number);
  const self = keySet(data.this);
  const of = keySet(data.of);
  const other = keySet(data.other);
  const articles = keySet(data.articles);
  const relative = keySet(data.relative);
  const alone = keySet(data.alone);
  const nouns = keySet([...data.agreement, ...data.law]);

  const ordinalOf = (word: string): number | null => {
    const value = ordinals.get(fold(word)) ?? vocabulary.language.numbers[fold(word)];
    return value !== undefined && Number.isInteger(value) ? value : null;
  };
  const key = (words: Text, at: number): string => vocabulary.keys[words.tokens.word[at]!]!;
  const isCapital = (words: Text, at: number): boolean => (vocabulary.flags[words.tokens.word[at]!]! & CAPITAL) !== 0;

  /** A label at a token, with the bracket that may stand before it. */
  const labelAt = (words: Text, token: number, stop: number): (CitedLabel & { start: number }) | null => {
    if (token >= stop) return null;
    const bracket = /[([] ?$/u.exec(words.text.slice(Math.max(0, words.tokens.start[token]! - 2), words.tokens.start[token]!))?.[0].length ?? 0;
    const start = words.tokens.start[token]! - bracket;
    const read = readCitedLabel(words.text, start);
    if (read && read.end <= words.tokens.end[stop - 1]! + 1) return { ...read, start };
    const value = data.smallOrdinals || isCapital(words, token) ? ordinalOf(vocabulary.forms[words.tokens.word[token]!]!) : null;
    return value === null ? null : { base: String(value), inside: [], start, end: words.tokens.end[token]! };
  };

  /** A label word with its labels: "Articles 5 and 7", "Annex C", "First Schedule". */
  const citedAt = (words: Text, token: number, stop: number): { part: PartClass; labels: Labels; last: number } | null => {
    const { tokens } = words;
    const ordinal = data.smallOrdinals || isCapital(words, token) ? ordinals.get(key(words, token)) : undefined;
    if (ordinal !== undefined && joined(words, token + 1, stop, /^ $/u)) {
      const part = partWords.get(key(words, token + 1));
      if (part !== 'annex' && part !== 'chapter') return null;
      return { part, labels: [{ parts: [{ part, label: String(ordinal) }], start: tokens.start[token]!, end: tokens.end[token + 1]! }], last: token + 2 };
    }
    const part = partWords.get(key(words, token));
    if (part === undefined || (capital.has(key(words, token)) && !isCapital(words, token))) return null;
    let at = token + 1;
    if (joined(words, at, stop, /^\.? $/u) && number.has(key(words, at))) at++;
    if (!joined(words, at, stop, /^(?:[.\-–]? ?| ?[([] ?)$/u)) return null;
    const first = labelAt(words, at, stop);
    if (first === null) return null;
    const labels: Labels = [{ parts: partsOf(part, first), start: tokens.start[token]!, end: first.end }];
    let last = afterOffset(words, at, stop, first.end);
    while (labels.length < MOST_LABELS && last < stop) {
      const gap = gapAfter(words, last - 1);
      const next = and.has(key(words, last)) && /^[)\]]?,? $/u.test(gap) ? last + 1 : last;
      if (next >= stop || (next === last ? !/^[)\]]?(?:, ?| ?[-–] ?)[([]?$/u.test(gap) : !/^ [([]?$/u.test(gapAfter(words, last)))) break;
      const another = labelAt(words, next, stop);
      if (another === null) break;
      // "5(2)(a) or (b)" means 5(2)(b)
      const sibling = first.inside.length > 0 && words.text[another.start] === '(';
      if (!sibling && (shapeOf(another.base) !== shapeOf(first.base) || (shapeOf(first.base) === 'figure' && words.text[another.start] !== '(' && !many.has(key(words, token))))) break;
      const parts = sibling ? partsOf(part, { ...first, inside: [...first.inside.slice(0, -1), another.base, ...another.inside] }) : partsOf(part, another);
      labels.push({ parts, start: another.start, end: another.end });
      last = afterOffset(words, next, stop, another.end);
    }
    return { part, labels, last };
  };

  const skipArticles = (words: Text, token: number, stop: number): number => {
    let i = token;
    while (i < stop && articles.has(key(words, i)) && SPACE.test(gapAfter(words, i))) i++;
    return i;
  };

  /** "of the Constitution", in a text that is none. */
  const isForeign = (words: Text, at: number): boolean => alone.has(key(words, at)) && !words.title.has(vocabulary.stems[words.tokens.word[at]!]!);

  /** "of this Agreement", "of that Law", "of the Accord of 1 May 2019"; `at` stands on the word "of". */
  const ownerAt = (words: Text, at: number, stop: number, texts: ReadonlyMap<number, NamedText>): Pick<Citation, 'belongs' | 'last' | 'text'> | null => {
    if (at + 1 >= stop || !of.has(key(words, at))) return null;
    const token = skipArticles(words, at + 1, stop);
    if (token >= stop) return null;
    const named = texts.get(token);
    if (named) return { belongs: named.own ? 'own' : 'other', last: named.last, text: named };
    const said = self.has(key(words, token)) ? 'own' : other.has(key(words, token)) ? 'other' : null;
    for (let i = said === null ? token : token + 1; i < Math.min(stop, token + MOST_NAME_WORDS) && SPACE.test(gapAfter(words, i - 1)); i++) {
      if (nouns.has(key(words, i))) return { belongs: said ?? (isForeign(words, i) ? 'other' : 'own'), last: i + 1, text: texts.get(token + 1) ?? null };
      if (said === null) break;
    }
    return isCapital(words, token) ? { belongs: 'some', last: at, text: null } : null;
  };

  const citationAt: CitationReader['citationAt'] = (words, token, { last: stop }, texts) => {
    const start = citedAt(words, token, stop);
    if (start === null) return null;
    let { part, labels, last } = start;
    let outermost = RANK[part];
    let around: PartClass | null = null;
    for (let count = 1; count < MOST_PARTS && last < stop && around === null; count++) {
      const down = labels.length === 1 && DOWN.test(gapAfter(words, last - 1)) ? citedAt(words, last, stop) : null;
      if (down && RANK[down.part] > RANK[part]) {
        const [outer] = labels;
        labels = down.labels.map((label, i) => ({ ...label, parts: [...outer!.parts, ...label.parts], start: i === 0 ? outer!.start : label.start }));
        [part, last] = [down.part, down.last];
        continue;
      }
      if (!of.has(key(words, last)) || !SPACE.test(gapAfter(words, last - 1)) || last + 1 >= stop) break;
      const next = skipArticles(words, last + 1, stop);
      if (next + 1 < stop && self.has(key(words, next)) && partWords.has(key(words, next + 1)) && labelAt(words, next + 2, stop) === null) {
        around = partWords.get(key(words, next + 1))!;
        last = next + 2;
      } else {
        const up = next < stop ? citedAt(words, next, stop) : null;
        if (up === null || up.labels.length > 1 || (RANK[up.part] >= outermost && up.part !== 'inner')) break;
        labels = labels.map((label) => ({ ...label, parts: [...up.labels[0]!.parts, ...label.parts] }));
        [outermost, last] = [RANK[up.part], up.last];
        labels[labels.length - 1] = { ...labels.at(-1)!, end: up.labels[0]!.end };
        continue;
      }
      labels[labels.length - 1] = { ...labels.at(-1)!, end: words.tokens.end[last - 1]! };
    }
    const extend = (to: number): void => {
      last = to;
      labels[labels.length - 1] = { ...labels.at(-1)!, end: Math.max(labels.at(-1)!.end, words.tokens.end[to - 1]!) };
    };
    if (joined(words, last, stop, SPACE) && relative.has(key(words, last))) extend(last + 1);
    const owner = joined(words, last, stop, /^[)\]]?\.? $/u) ? ownerAt(words, last, stop, texts) : null;
    if (owner && owner.belongs !== 'some') extend(owner.last);
    return { labels, around, belongs: owner?.belongs ?? null, last, text: owner?.text ?? null };
  };

  return { citationAt, ordinalOf, partOf: (word) => partWords.get(fold(word)) ?? null };
};


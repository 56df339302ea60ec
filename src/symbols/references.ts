/**
 * Where the text points: to its own parts and to other texts. A part of this text is looked up in the clause tree; what
 * belongs to another text is external, never wrong.
 */
import type { Clause, Reference } from '../analysis.ts';
import type { ReferencesData } from '../rules/symbols.ts';
import type { TokenStream } from '../sentences.ts';
import { byPosition } from '../span.ts';
import type { Vocabulary } from '../tokens.ts';
import { emptyAnnexes } from './annexes.ts';
import { type Citation, createCitationReader } from './citations.ts';
import { gapAfter, openText, stretchesOf, type Text } from './phrases.ts';
import { type CitedPart, createTargets, type Targets } from './targets.ts';
import { closedEnd, createTextFinder, type NamedText } from './texts.ts';

export type ReferenceFinder = (text: string, stream: TokenStream, clauses: readonly Clause[]) => Reference[];

/** Headings and tables of contents name parts, they do not refer to them. */
const NAMING: ReadonlySet<Clause['kind']> = new Set(['title', 'contents', 'heading', 'signature']);

/** A finder for one language: all references in reading order, copies of a chapeau not counted. Linear in the text. */
export const createReferenceFinder = (data: ReferencesData, vocabulary: Vocabulary): ReferenceFinder => {
  const findTexts = createTextFinder(data, vocabulary);
  const { citationAt, partOf, ordinalOf } = createCitationReader(data, vocabulary);

  return (text, stream, clauses) => {
    const { sentences } = stream;
    const words = openText(text, stream, vocabulary);
    const own = stretchesOf(sentences).filter(({ sentence, first }) => first === sentences[sentence]!.own && !NAMING.has(clauses[sentences[sentence]!.clause]!.kind));
    const texts = findTexts(words, own);
    const starting = new Map(texts.map((named) => [named.first, named]));
    const ending = new Map(texts.map((named) => [named.last, named]));
    const targets = createTargets(clauses, partOf, ordinalOf);
    const empty = emptyAnnexes(text, clauses);
    const taken = new Set<NamedText>();
    const references: Reference[] = [];
    for (const stretch of own) {
      const from = sentences[stretch.sentence]!.clause;
      for (let i = stretch.first; i < stretch.last; ) {
        const citation = citationAt(words, i, stretch, starting);
        if (citation) references.push(...settle(withTextBefore(citation, words, i, ending), from, text, clauses, targets, empty));
        if (citation?.text) taken.add(citation.text);
        i = citation?.last ?? i + 1;
      }
    }
    for (const named of texts) {
      if (named.own || taken.has(named)) continue;
      const start = words.tokens.start[named.first]!;
      const end = closedEnd(text, { start, end: words.tokens.end[named.last - 1]! });
      references.push({ clause: clauses[sentences[named.sentence]!.clause]!.id, text: text.slice(start, end), kind: named.kind, target: null, state: 'external', start, end });
    }
    return withoutOverlaps(references);
  };
};

/** In reading order; of two that overlap ("Article C Resolution") the first, of two that start together the longer. */
const withoutOverlaps = (references: readonly Reference[]): Reference[] => {
  const kept: Reference[] = [];
  for (const reference of references.toSorted(byPosition)) if (reference.start >= (kept.at(-1)?.end ?? 0)) kept.push(reference);
  return kept;
};

/** "the Police Act, section 5": the name stands before the label. */
const withTextBefore = (citation: Citation, words: Text, token: number, ending: ReadonlyMap<number, NamedText>): Citation => {
  const named = ending.get(token);
  return citation.belongs === null && named && !named.own && /^,? $/u.test(gapAfter(words, token - 1)) ? { ...citation, belongs: 'other' } : citation;
};

const settle = ({ labels, around, belongs }: Citation, from: number, text: string, clauses: readonly Clause[], targets: Targets, empty: ReadonlySet<string>): Reference[] =>
  labels.flatMap(({ parts, start, end }): Reference[] => {
    const reference = { clause: clauses[from]!.id, text: text.slice(start, end), kind: kindOf(parts), start, end };
    if (belongs === 'other') return [{ ...reference, target: null, state: 'external' }];
    const scope = around === null ? -1 : targets.around(around, from);
    const found = findParts(parts, from, scope, targets);
    if (found === null) return [];
    // a name that is not known as a text may still be one
    if (found < 0) return [{ ...reference, target: null, state: belongs === 'some' ? 'external' : 'dangling' }];
    const target = clauses[found]!;
    return [{ ...reference, target: target.id, state: target.annex !== null && empty.has(target.annex) ? 'empty' : 'resolved' }];
  });

/** "Articles 5-7" may be a label of its own or a range; a range is there when its first member is. */
const findParts = (parts: readonly CitedPart[], from: number, scope: number, targets: Targets): number | null => {
  const found = targets.find(parts, from, scope);
  const first = /^(\p{Nd}+)-\p{Nd}+$/u.exec(parts.at(-1)!.label)?.[1];
  return found === -1 && first !== undefined ? targets.find([...parts.slice(0, -1), { ...parts.at(-1)!, label: first }], from, scope) : found;
};

const kindOf = (parts: readonly CitedPart[]): Reference['kind'] => {
  if (parts.some(({ part }) => part === 'annex')) return 'annex';
  return parts.every(({ part }) => part === 'chapter') ? 'chapter' : 'article';
};

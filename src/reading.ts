/** From clauses to matches: sentences, tokens, mentions of bodies, times and references, then all rules. The only caller of the matcher. */
import type { Clause, Deadline, Reference } from './analysis.ts';
import { findAcronyms, nameTest } from './acronyms.ts';
import type { Document } from './document.ts';
import { createGenreReader, type GenreSigns } from './genre.ts';
import { createLexicon, type Scan } from './lexicon.ts';
import { createMatcher, type Given, type Match } from './matcher.ts';
import type { LanguageRules } from './rules/ruleset.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { loadStemmer } from './stemmers.ts';
import { joinBodies, type BodyTable } from './symbols/bodies.ts';
import { resolveDeadlines } from './symbols/deadlines.ts';
import { createMentionFinder, type Mention } from './symbols/mentions.ts';
import { createReferenceFinder } from './symbols/references.ts';
import { createTimeFinder, givenTimes } from './symbols/times.ts';
import { createVocabulary, type Tokens, type Vocabulary } from './tokens.ts';

export interface Reading {
  readonly vocabulary: Vocabulary;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly bodies: BodyTable;
  readonly matches: readonly Match[];
  readonly genre: GenreSigns;
  /** Where all phrases of the rules stand. */
  readonly scan: Scan;
  /** Places that were handed to the matcher, kind by kind. */
  readonly given: Given;
  readonly deadlines: Deadline[];
  readonly references: Reference[];
}

/** `signed` is the date of signature, ISO, or null; `reads` tells which clauses are in the language of the reader, all unless given. */
export type Reader = (document: Document, clauses: readonly Clause[], signed: string | null, reads?: (clause: Clause) => boolean) => Reading;

/** Prepares the rules of one language once; the reader it returns serves any number of texts. */
export const createReader = async (rules: LanguageRules): Promise<Reader> => {
  const vocabulary = createVocabulary(rules.language, await loadStemmer(rules.language), rules.stems);
  const lexicon = createLexicon(vocabulary, rules.compiled.phrases);
  const findMatches = createMatcher(rules.compiled);
  const isNamed = nameTest(rules, vocabulary);
  const findMentions = createMentionFinder(rules.bodies, vocabulary, lexicon);
  const findTimes = createTimeFinder(rules.times, vocabulary, lexicon);
  const readGenre = createGenreReader(rules.genre, lexicon);
  const findReferences = createReferenceFinder(rules.references, vocabulary);
  return (document, clauses, signed, reads) => {
    const stream = readSentences(document, clauses, vocabulary, reads, findAcronyms(document.text, vocabulary, isNamed));
    const scan = lexicon.scan(stream);
    const mentions = findMentions(document.text, stream, scan);
    const bodies = joinBodies(document.text, stream, mentions, rules.bodies, vocabulary);
    const times = findTimes(document.text, stream, scan);
    const references = findReferences(document.text, stream, clauses);
    const deadlines = resolveDeadlines(times, stream.sentences, clauses, signed);
    const given = { ...givenTimes(times), body: { start: mentions.map((mention) => mention.first), end: mentions.map((mention) => mention.last) } };
    const matches = findMatches(stream, scan, given);
    return { vocabulary, tokens: stream.tokens, sentences: stream.sentences, mentions, bodies, matches, genre: readGenre(scan), scan, given, deadlines, references };
  };
};

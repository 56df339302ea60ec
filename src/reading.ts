/** From clauses to matches: sentences, tokens, mentions of bodies, times and references, then all rules. The only caller of the matcher. */
import type { Clause, Deadline, Reference } from './analysis.ts';
import type { Document } from './document.ts';
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
  /** Places that were handed to the matcher, kind by kind. */
  readonly given: Given;
  readonly deadlines: Deadline[];
  readonly references: Reference[];
}

/** `signed` is the date of signature, ISO, or null. */
export type Reader = (document: Document, clauses: readonly Clause[], signed: string | null) => Reading;

/** Prepares the rules of one language once; the reader it returns serves any number of texts. */
export const createReader = async (rules: LanguageRules): Promise<Reader> => {
  const vocabulary = createVocabulary(rules.language, await loadStemmer(rules.language));
  const findMatches = createMatcher(rules.compiled, vocabulary);
  const findMentions = createMentionFinder(rules.bodies, vocabulary);
  const findTimes = createTimeFinder(rules.times, vocabulary);
  const findReferences = createReferenceFinder(rules.references, vocabulary);
  return (document, clauses, signed) => {
    const stream = readSentences(document, clauses, vocabulary);
    const mentions = findMentions(document.text, stream);
    const bodies = joinBodies(document.text, stream, mentions, rules.bodies, vocabulary);
    const times = findTimes(document.text, stream);
    const references = findReferences(document.text, stream, clauses);
    const deadlines = resolveDeadlines(times, stream.sentences, clauses, signed);
    const given = { ...givenTimes(times), body: { start: mentions.map((mention) => mention.first), end: mentions.map((mention) => mention.last) } };
    const matches = findMatches(stream, given);
    return { vocabulary, tokens: stream.tokens, sentences: stream.sentences, mentions, bodies, matches, given, deadlines, references };
  };
};

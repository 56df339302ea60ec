/** The readers of times and references over plain text, with the English data of this repository. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Clause, Deadline, Reference } from '../src/analysis.ts';
import { splitClauses } from '../src/clauses.ts';
import type { Document } from '../src/document.ts';
import { createLexicon } from '../src/lexicon.ts';
import { languageSchema } from '../src/rules/language.ts';
import { referencesSchema, timesSchema } from '../src/rules/symbols.ts';
import { readSentences, type TokenStream } from '../src/sentences.ts';
import { loadStemmer } from '../src/stemmers.ts';
import { resolveDeadlines } from '../src/symbols/deadlines.ts';
import { createReferenceFinder } from '../src/symbols/references.ts';
import { createTimeFinder, type Time } from '../src/symbols/times.ts';
import { createVocabulary } from '../src/tokens.ts';
import { documentOf, english } from './clauses-helper.ts';

const data = (name: string): unknown => parse(readFileSync(fileURLToPath(new URL(`../rules/en/${name}.yml`, import.meta.url)), 'utf8'));
const language = languageSchema.parse(data('language'));
const vocabulary = createVocabulary(language, await loadStemmer(language));
const lexicon = createLexicon(vocabulary);
const findTimes = createTimeFinder(timesSchema.parse(data('times')), vocabulary, lexicon);
const findReferences = createReferenceFinder(referencesSchema.parse(data('references')), vocabulary);

export interface Read {
  text: string;
  clauses: Clause[];
  stream: TokenStream;
  times: Time[];
  references: Reference[];
  deadlines(signed: string | null): Deadline[];
}

export const readClauses = (document: Document, clauses: Clause[]): Read => {
  const stream = readSentences(document, clauses, vocabulary);
  const times = findTimes(document.text, stream, lexicon.scan(stream));
  return {
    text: document.text, clauses, stream, times,
    references: findReferences(document.text, stream, clauses),
    deadlines: (signed) => resolveDeadlines(times, stream.sentences, clauses, signed),
  };
};

/** A text as one document, split into clauses. */
export const readText = (text: string): Read => {
  const document = documentOf(text);
  return readClauses(document, splitClauses(document, english));
};

/** One sentence or paragraph as a single clause. */
export const readSentence = (text: string): Read =>
  readClauses(documentOf(text), [
    { id: 'c', label: '', path: [], kind: 'paragraph', heading: '', annex: null, parent: null, chapeau: null, page: 1, start: 0, end: text.length },
  ]);

/** A file of the fixtures without the blank lines between its paragraphs. */
export const fixture = (name: string): string => readFileSync(fileURLToPath(new URL(`../fixtures/symbols/${name}`, import.meta.url)), 'utf8').replace(/\n+/gu, '\n').trim();

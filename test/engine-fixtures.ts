/** A tiny language and helpers to run patterns over invented text. */
import { createLexicon } from '../src/lexicon.ts';
import { createMatcher, type Match } from '../src/matcher.ts';
import { compileRules } from '../src/rules/compile.ts';
import { languageSchema } from '../src/rules/language.ts';
import type { Rule } from '../src/rules/schema.ts';
import { readSentences, type TokenStream } from '../src/sentences.ts';
import { createVocabulary, type Vocabulary } from '../src/tokens.ts';
import type { Clause } from '../src/analysis.ts';
import type { Document } from '../src/document.ts';

/** Words are folded and lose a final s: enough to tell stems from exact forms. */
export const tinyVocabulary = (): Vocabulary =>
  createVocabulary(
    languageSchema.parse({ format: 1, code: 'xx', name: 'Tiny', stemmer: 'none', foldAccents: true, joinPrefixes: ['re'], possessives: ['s'], elisions: ['l'], numbers: { six: 6 }, stop: ['the', 'of'], abbreviations: ['art'] }),
    (key) => key.replace(/s$/u, ''),
  );

export const clause = (id: string, start: number, end: number, chapeau: string | null = null): Clause => ({
  id, label: '', path: [], kind: 'paragraph', heading: '', annex: null, parent: null, chapeau, page: 1, start, end,
});

export const documentOf = (text: string): Document => ({
  title: '', language: 'xx', text, pages: 1, fileSha256: '', textSha256: '', limits: [], lines: [{ start: 0, end: text.length, page: 1 }],
});

export const streamOf = (text: string, vocabulary: Vocabulary): TokenStream => readSentences(documentOf(text), [clause('c', 0, text.length)], vocabulary);

export const ruleOf = (rule: Partial<Rule> & { patterns: string[] }): Rule & { path: string } => ({
  id: 'r', emits: 'X', strength: 'strong', unless: [], silencedBy: [], examples: { match: ['x'], skip: ['y'], todo: [] }, path: 'test', ...rule,
});

/** Matches of one rule in a text, as the words they cover. */
export const matchesIn = (rule: Partial<Rule> & { patterns: string[] }, text: string, lists: Record<string, string[]> = {}): string[] => {
  const vocabulary = tinyVocabulary();
  const compiled = compileRules([ruleOf(rule)], lists, vocabulary, (_id, at, what) => {
    throw new Error(`${what}: ${at}`);
  });
  const stream = streamOf(text, vocabulary);
  return createMatcher(compiled)(stream, createLexicon(vocabulary, compiled.phrases).scan(stream), {}).map((match) => coveredText(match, stream, text));
};

export const coveredText = (match: Match, { tokens }: TokenStream, text: string): string => text.slice(tokens.start[match.start]!, tokens.end[match.end - 1]!);

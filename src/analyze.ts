/** The pipeline: one Source in, one Analysis out. Pure but for loading stemmers once per language. */
import type { Analysis, Decision, Reference, Score } from './analysis.ts';
import { splitClauses } from './clauses.ts';
import { decide } from './decisions.ts';
import { gradeDepth, strongRules } from './depth.ts';
import { makeDocument, type Document, type Source } from './document.ts';
import { readFacts } from './facts.ts';
import { findKind } from './genre.ts';
import { linkDecisions } from './links.ts';
import { findProvisions } from './provisions.ts';
import { createReader, type Reader } from './reading.ts';
import type { LanguageRules, Ruleset } from './rules/ruleset.ts';
import { scoreOpenness } from './score.ts';
import { describeBodies } from './symbols/cards.ts';
import { findWarnings } from './warnings.ts';

export interface AnalyzeOptions {
  /** ISO 639-1 code that overrides detection. */
  lang?: string;
  /** Agreement type that overrides the one found; a name of scoring.yml. */
  type?: string;
  /** Date of signature, ISO; deadlines then get calendar dates. */
  signed?: string;
}

export interface Analyzed {
  analysis: Analysis;
  /** The frozen text that every span points into. */
  document: Document;
}

export type Analyzer = (source: Source, options?: AnalyzeOptions) => Promise<Analyzed>;

/** An analyzer for one ruleset; rules of a language are prepared when its first text comes. */
export const createAnalyzer = (ruleset: Ruleset, tool: { name: string; version: string }): Analyzer => {
  const readers = new Map<string, Promise<Reader>>();
  return async (source, options = {}) => {
    const draft = makeDocument(source);
    const language = options.lang ?? (await import('./detect.ts')).detectLanguage(draft.text, Object.keys(ruleset.languages));
    const document: Document = { ...draft, language };
    const rules = ruleset.languages[language];
    const clauses = splitClauses(document, Object.values(ruleset.languages).map(({ numbering }) => numbering));
    const identity = identify(document, titleOf(document, clauses, rules), ruleset, tool, options);
    if (rules === undefined) return { document, analysis: structureOnly(identity, clauses, document, ruleset) };
    const known = readers.get(language) ?? createReader(rules);
    readers.set(language, known);
    return { document, analysis: analyzeText(document, clauses, await known, rules, ruleset, identity, options) };
  };
};

type Identity = Pick<Analysis, 'format' | 'tool' | 'ruleset' | 'document'>;

const analyzeText = (document: Document, clauses: Analysis['clauses'], read: Reader, rules: LanguageRules, ruleset: Ruleset, identity: Identity, options: AnalyzeOptions): Analysis => {
  const reading = read(document, clauses, options.signed ?? null);
  const found = readFacts(document.text, clauses, reading, ruleset.statuses);
  const table = findProvisions(clauses, reading, found, reading.deadlines, ruleset.statuses);
  const bodies = describeBodies(document.text, clauses, reading, found, reading.deadlines, ruleset.statuses);
  const kind = findKind(clauses, reading, found, rules.genre, ruleset.scoring, ruleset.statuses);
  const type: Score['type'] = options.type === undefined ? { name: kind.type, by: 'machine' } : { name: options.type, by: 'user' };
  const links = linkDecisions(table, reading, found, ruleset.catalogue, ruleset.links);
  const decisions = decide(links, { clauses, bodies, references: reading.references, found, provisions: table.provisions, type: type.name }, ruleset.catalogue, ruleset.links, ruleset.scoring);
  const score = scoreOpenness(decisions, ruleset.scoring, {
    type,
    declaredStage: kind.declaredStage,
    promises: table.provisions.filter(({ leaves }) => leaves.includes('DM.2')).length,
    parked: new Set(),
    reviewed: false,
  });
  return {
    ...identity,
    document: { ...identity.document, agreementLike: kind.agreementLike },
    clauses,
    provisions: withDecisions(table.provisions, decisions),
    bodies,
    deadlines: reading.deadlines,
    references: reading.references,
    decisions,
    score,
    depth: gradeDepth(table.provisions, strongRules(rules.compiled), ruleset.depth),
    warnings: !kind.agreementLike ? [] : findWarnings({ ...table, text: document.text, clauses, bodies, deadlines: reading.deadlines, references: reading.references, decisions, holders: score.holders, found, reading }, ruleset.warnings, rules.warnings),
    limits: [...document.limits, ...unseenTexts(reading.references)],
  };
};

/** The title the file states, else the first title line that names an accord, else the first. */
const titleOf = ({ title, text }: Document, clauses: Analysis['clauses'], rules: LanguageRules | undefined): string => {
  if (title !== '') return title;
  const lines = clauses.filter(({ kind }) => kind === 'title').map(({ start, end }) => text.slice(start, end));
  const nouns = rules === undefined ? [] : [...rules.references.agreement, ...rules.references.law];
  const telling = lines.find((line) => nouns.some((noun) => line.toLowerCase().includes(noun)));
  return telling ?? lines[0] ?? headingOf(text, clauses);
};

const headingOf = (text: string, clauses: Analysis['clauses']): string => {
  const heading = clauses.find(({ kind }) => kind === 'heading');
  return heading === undefined ? '' : text.slice(heading.start, heading.end);
};

const identify = (document: Document, title: string, ruleset: Ruleset, tool: Identity['tool'], options: AnalyzeOptions): Identity => ({
  format: 1,
  tool,
  ruleset: { version: tool.version, sha256: ruleset.sha256 },
  document: {
    title,
    language: document.language,
    fileSha256: document.fileSha256,
    textSha256: document.textSha256,
    characters: document.text.length,
    pages: document.pages,
    signed: options.signed ?? null,
    agreementLike: true,
  },
});

const withDecisions = (provisions: Analysis['provisions'], decisions: readonly Decision[]): Analysis['provisions'] => {
  const bearing = new Map<string, string[]>();
  for (const decision of decisions) for (const id of decision.provisions) bearing.set(id, [...(bearing.get(id) ?? []), decision.id]);
  return provisions.map((provision) => ({ ...provision, decisions: bearing.get(provision.id) ?? [] }));
};

/** Annexes and other texts that clauses lean on and that are not at hand. */
const unseenTexts = (references: readonly Reference[]): Analysis['limits'] => {
  const texts = new Map<string, string[]>();
  for (const { state, text, clause, kind } of references) {
    if (state === 'empty' || (state === 'dangling' && kind === 'annex')) texts.set(text, [...(texts.get(text) ?? []), clause]);
  }
  return [...texts].map(([text, clauses]) => ({ what: `cannot see: ${text}`, where: clauses[0] ?? null }));
};

/** What can be said of a text in a language without rules: its parts, and that no more can be said. */
const structureOnly = (identity: Identity, clauses: Analysis['clauses'], document: Document, ruleset: Ruleset): Analysis => ({
  ...identity,
  clauses,
  provisions: [],
  bodies: [],
  deadlines: [],
  references: [],
  decisions: [],
  score: scoreOpenness([], ruleset.scoring, { type: { name: ruleset.scoring.defaultType, by: 'machine' }, declaredStage: false, promises: 0, parked: new Set(), reviewed: false }),
  depth: [],
  warnings: [],
  limits: [...document.limits, { what: `no rules for the language "${document.language}": structure only, no score`, where: null }],
});

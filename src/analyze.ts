/** The pipeline: one Source in, one Analysis out. Pure but for loading stemmers once per language. */
import type { Analysis, Decision, Reference, Score } from './analysis.ts';
import { decide } from './decisions.ts';
import { gradeDepth, strongRules } from './depth.ts';
import { withDesk } from './desk.ts';
import { detectLanguage } from './detect.ts';
import { makeDocument, type Document, type Source } from './document.ts';
import { readingDrafts } from './drafts/live.ts';
import { findKind } from './genre.ts';
import { holdTo } from './limits.ts';
import { describeFiles, linkFiles, splitFiles } from './package.ts';
import { joinParts, readParts, type Voice, withoutRepeats } from './parts.ts';
import { commonWordsOf, languagesOf } from './passages.ts';
import { createReader, type Reader } from './reading.ts';
import { say, sayOneOf } from './report/words.ts';
import type { LanguageRules, Ruleset } from './rules/ruleset.ts';
import { wordingFor, type Wording } from './rules/wording.ts';
import { scoreOpenness } from './score.ts';
import { findWarnings } from './warnings.ts';
import { namingFor } from './warnings/naming.ts';

export interface AnalyzeOptions {
  /** ISO 639-1 code that overrides detection; the whole text is then read in this language. */
  lang?: string;
  /** Language of questions, warnings and limits; the language of the text unless given, English where it has no words. */
  reportLang?: string;
  /** Agreement type that overrides the one found; a name of scoring.yml. */
  type?: string;
  /** Date of signature, ISO; deadlines then get calendar dates. */
  signed?: string;
  /** False: without warnings, checks, ledger and depth, for those who keep only the reading and its score. */
  desk?: boolean;
}

export interface Analyzed {
  analysis: Analysis;
  /** The frozen text that every span points into. */
  document: Document;
}

export type Analyzer = (source: Source, options?: AnalyzeOptions) => Promise<Analyzed>;

/** An analyzer for one ruleset; rules of a language are prepared when its first text comes. */
export const createAnalyzer = (ruleset: Ruleset, tool: { name: string; version: string }): Analyzer => readingDrafts(createReading(ruleset, tool), ruleset);

const createReading = (ruleset: Ruleset, tool: { name: string; version: string }): Analyzer => {
  const readers = new Map<string, Promise<Reader>>();
  const readerOf = (code: string): Promise<Reader> => {
    const known = readers.get(code) ?? createReader(ruleset.languages[code]!);
    readers.set(code, known);
    return known;
  };
  const numbering = Object.values(ruleset.languages).map((rules) => rules.numbering);
  const common = commonWordsOf(ruleset.languages);
  return async (source, options = {}) => {
    const draft = makeDocument(source);
    const language = options.lang ?? (await detectLanguage(draft.text, common));
    const document: Document = { ...draft, language };
    const rules = ruleset.languages[language];
    const clauses = splitFiles(document, numbering);
    holdTo('clauses', clauses.length, 'clauses', nameOf(document), PART);
    const wording = wordingFor(options.reportLang ?? language, ruleset);
    const identity = identify(document, titleOf(document, clauses, rules), ruleset, tool, options);
    if (rules === undefined) return { document, analysis: structureOnly(identity, clauses, document, ruleset, wording) };
    const codes = options.lang === undefined ? languagesOf(document.text, clauses, language, common) : null;
    const voices = await Promise.all(
      [...new Set([language, ...(codes ?? [])])].map(async (code): Promise<Voice> => ({ rules: ruleset.languages[code]!, read: await readerOf(code), reads: codes === null ? undefined : inLanguage(clauses, codes, code) })),
    );
    return { document, analysis: analyzeText(document, clauses, voices, ruleset, wording, identity, options) };
  };
};

const inLanguage = (clauses: Analysis['clauses'], codes: readonly string[], code: string): Voice['reads'] => {
  const own = new Set(clauses.filter((_, i) => codes[i] === code));
  return (clause) => own.has(clause);
};

/** What to call the text in a message. */
const nameOf = ({ title }: Document): string => (title === '' ? 'the text' : title.slice(0, 80));
const PART = 'Give only the part that holds the agreement';

type Identity = Pick<Analysis, 'format' | 'tool' | 'ruleset' | 'document'>;

const analyzeText = (document: Document, clauses: Analysis['clauses'], voices: readonly Voice[], ruleset: Ruleset, wording: Wording, identity: Identity, options: AnalyzeOptions): Analysis => {
  const parts = linkFiles(readParts(document, clauses, voices, options.signed ?? null, ruleset), document, clauses);
  const [main] = parts as [(typeof parts)[number]];
  const { provisions, bodies, deadlines, references, found, links } = joinParts(parts);
  holdTo('references', references.length, 'references', nameOf(document), PART);
  const kind = findKind(clauses, main.reading, main.found, ruleset.scoring, ruleset.statuses);
  const type: Score['type'] = options.type === undefined ? { name: kind.type, by: 'machine' } : { name: options.type, by: 'user' };
  const decisions = decide(links, { clauses, bodies, references, found, provisions, type: type.name }, ruleset.catalogue, ruleset.links, ruleset.scoring, wording.catalogue.decisions);
  const score = scoreOpenness(decisions, ruleset.scoring, {
    type,
    declaredStage: kind.declaredStage,
    promises: provisions.filter(({ leaves }) => leaves.includes('DM.2')).length,
    parked: new Set(),
    reviewed: false,
  });
  const reading: Analysis = {
    ...identity,
    document: { ...identity.document, agreementLike: kind.agreementLike, ...describeFiles(document, clauses) },
    clauses,
    provisions: withDecisions(provisions, decisions),
    bodies,
    deadlines,
    references,
    decisions,
    score,
    depth: [],
    warnings: [],
    limits: [...document.limits, ...unseenTexts(references, wording)],
    checks: [],
    ledger: [],
  };
  if (options.desk === false) return reading;
  const depth = gradeDepth(provisions, new Set(parts.flatMap(({ rules }) => [...strongRules(rules.compiled)])), ruleset.depth);
  const naming = namingFor(reading, wording.words);
  const warnings = !kind.agreementLike
    ? []
    : withoutRepeats(parts.flatMap(({ reading: own, found: facts, table }) =>
        findWarnings({ ...table, text: document.text, clauses, bodies, deadlines, references, decisions, holders: score.holders, found: facts, reading: own, naming }, ruleset.warnings, wording.warnings),
      ));
  return withDesk({ ...reading, depth, warnings }, document.text, ruleset, wording);
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
const unseenTexts = (references: readonly Reference[], { words }: Wording): Analysis['limits'] => {
  /** Where each is named first. */
  const texts = new Map<string, string>();
  for (const { state, text, clause, kind } of references) {
    if ((state === 'empty' || (state === 'dangling' && kind === 'annex')) && !texts.has(text)) texts.set(text, clause);
  }
  return [...texts].map(([text, where]) => ({ what: say(words, 'limit.unseen-text', { text }), where }));
};

/** What can be said of a text in a language without rules: its parts, and that no more can be said. */
const structureOnly = (identity: Identity, clauses: Analysis['clauses'], document: Document, ruleset: Ruleset, { words }: Wording): Analysis => ({
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
  checks: [],
  ledger: [],
  limits: [...document.limits, { what: say(words, 'limit.no-rules', { language: sayOneOf(words, 'language', document.language) }), where: null }],
});

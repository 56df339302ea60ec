/**
 * Reads a folder of rules. Used at build time and for `--rules`; a normal run takes the compiled JSON and loads neither
 * YAML nor zod.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { loadStemmer } from '../stemmers.ts';
import { createVocabulary } from '../tokens.ts';
import { compileRules } from './compile.ts';
import { depthSchema } from './depth.ts';
import { genreSchema } from './genre.ts';
import { languageSchema } from './language.ts';
import { linksSchema } from './links.ts';
import { numberingSchema } from './numbering.ts';
import type { LanguageRules, Ruleset } from './ruleset.ts';
import { ruleFileSchema, taxonomySchema, vocabularySchema, type Rule } from './schema.ts';
import { catalogueSchema, scoringSchema } from './scoring.ts';
import { statusesSchema } from './statuses.ts';
import { bodiesSchema, timesSchema, wordsSchema, referencesSchema } from './symbols.ts';
import { checkWarnings, warningsSchema, warningTextsSchema } from './warnings.ts';

/** A rule file is small; anything larger is not a rule file. */
const MAX_FILE_BYTES = 1 << 20;
const MAX_FILES = 2000;

/** A rule as it is written, with the file it stands in: what `lacuna rules test` runs. */
export interface SourceRule extends Rule {
  language: string;
  /** Folder and file without ending, below the language: `topics/CF`. */
  path: string;
  file: string;
}

/** Loads, checks and compiles every language below `folder`. Throws a Failure with `file:line:column`. */
export const loadRuleset = async (folder: string): Promise<{ ruleset: Ruleset; sources: SourceRule[] }> => {
  const files = listFiles(folder);
  const read = <T>(name: string, schema: z.ZodType<T>): T => readYaml(folder, name, schema).value;
  const languages: Record<string, LanguageRules> = {};
  const sources: SourceRule[] = [];
  for (const code of languageFolders(folder)) {
    const language = read(`${code}/language.yml`, languageSchema);
    const vocabulary = createVocabulary(language, await loadStemmer(language));
    const lists = read(`${code}/vocabulary.yml`, vocabularySchema).lists;
    const rules = files.filter((file) => /^(?:topics|facts|decisions)\//u.test(file.slice(code.length + 1)) && file.startsWith(`${code}/`)).flatMap((file) => readRules(folder, file, code));
    const locate = new Map(rules.map((rule) => [rule.id, rule]));
    const fail = (id: string, text: string, what: string): never => {
      const file = locate.get(id)!.file;
      throw new Failure(`rule ${id}: ${what}`, { where: positionOf(folder, file, text), next: 'Correct the rule' });
    };
    sources.push(...rules);
    languages[code] = {
      language,
      numbering: read(`${code}/numbering.yml`, numberingSchema),
      bodies: read(`${code}/bodies.yml`, bodiesSchema),
      times: read(`${code}/times.yml`, timesSchema),
      references: read(`${code}/references.yml`, referencesSchema),
      genre: read(`${code}/genre.yml`, genreSchema),
      words: read(`${code}/words.yml`, wordsSchema),
      warnings: read(`${code}/warnings.yml`, warningTextsSchema),
      compiled: compileRules(rules, lists, vocabulary, fail),
    };
  }
  const ruleset: Ruleset = {
    sha256: hashOf(folder, files),
    taxonomy: read('taxonomy.yml', taxonomySchema),
    catalogue: read('decisions.yml', catalogueSchema),
    scoring: read('scoring.yml', scoringSchema),
    statuses: read('statuses.yml', statusesSchema),
    links: read('links.yml', linksSchema),
    depth: read('depth.yml', depthSchema),
    warnings: read('warnings.yml', warningsSchema),
    languages,
  };
  checkHygiene(ruleset, sources);
  return { ruleset, sources };
};

const listFiles = (folder: string): string[] => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => name.split(sep).join('/'))
    .toSorted();
  if (files.length === 0) throw new Failure('no rule files', { where: folder, next: 'Name a folder of rules such as the rules/ folder of lacuna' });
  if (files.length > MAX_FILES) throw new Failure(`more than ${MAX_FILES} files`, { where: folder, next: 'Name a folder that holds rules only' });
  return files;
};

const languageFolders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2}$/u.test(entry.name))
    .map((entry) => entry.name)
    .toSorted();

const readYaml = <T>(folder: string, name: string, schema: z.ZodType<T>): { value: T; document: YamlDocument; lines: LineCounter } => {
  const path = join(folder, name);
  const where = relative(process.cwd(), path) || path;
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Failure('the file is missing', { where, next: 'Add it, see rules/README.md' });
  if (size > MAX_FILE_BYTES) throw new Failure('the file is larger than 1 MB', { where, next: 'Split it' });
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${where}:${line}:${col}`;
  };
  const [problem] = document.errors;
  if (problem !== undefined) throw new Failure(firstLine(problem.message), { where: at(problem.pos[0]), next: 'Correct the YAML' });
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { value: parsed.data, document, lines };
  // a misspelt key also leaves the right one missing: the key is what the user can see
  const issue = parsed.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? parsed.error.issues[0]!;
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  throw new Failure(firstLine(issue.message), { where: at(offsetOf(document, keys)), next: 'Correct the rule file, see rules/README.md' });
};

const firstLine = (message: string): string => message.split('\n')[0]!.replace(/[.:]$/u, '');

/** Offset of the value (or key) at a path, or of the nearest thing above it that exists. */
const offsetOf = (document: YamlDocument, path: readonly PropertyKey[]): number => {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
};

const readRules = (folder: string, file: string, language: string): SourceRule[] => {
  const path = file.slice(language.length + 1, -'.yml'.length);
  return readYaml(folder, file, ruleFileSchema).value.rules.map((rule) => ({ ...rule, language, path, file }));
};

/** `file:line:column` of the first place where a text stands in a rule file. */
const positionOf = (folder: string, file: string, text: string): string => {
  const content = readFileSync(join(folder, file), 'utf8');
  const at = Math.max(0, content.indexOf(text));
  const before = content.slice(0, at).split('\n');
  return `${relative(process.cwd(), join(folder, file))}:${before.length}:${before.at(-1)!.length + 1}`;
};

const hashOf = (folder: string, files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(folder, file))).update('\0');
  return hash.digest('hex');
};

/** What no single file can tell: ids are unique, rules emit things that exist, every leaf has a rule. */
const checkHygiene = (ruleset: Ruleset, sources: readonly SourceRule[]): void => {
  const seen = new Set<string>();
  const leaves = new Set(ruleset.taxonomy.domains.flatMap((domain) => domain.leaves.map((leaf) => leaf.id)));
  const facts = new Set(ruleset.statuses.facts);
  const parameters = new Set(ruleset.catalogue.decisions.flatMap((decision) => [decision.id, ...Object.keys(decision.parameters).map((parameter) => `${decision.id}.${parameter}`)]).concat(Object.keys(ruleset.links.groups)));
  checkWarnings(ruleset.warnings, Object.fromEntries(Object.entries(ruleset.languages).map(([code, { warnings }]) => [code, warnings])), facts);
  for (const rule of sources) {
    const id = `${rule.language}/${rule.path}/${rule.id}`;
    const where = `rules/${rule.file}`;
    if (seen.has(id)) throw new Failure(`two rules are called ${rule.id}`, { where, next: 'Rename one' });
    seen.add(id);
    const known = rule.path.startsWith('topics/') ? leaves : rule.path.startsWith('decisions/') ? parameters : facts;
    if (!known.has(rule.emits)) throw new Failure(`rule ${rule.id} emits ${rule.emits}, which nothing knows`, { where, next: 'Use a leaf of taxonomy.yml, a fact of statuses.yml or a parameter of decisions.yml' });
  }
};

/**
 * Reads a folder of rules. Used at build time and for `--rules`; a normal run takes the compiled JSON and loads neither
 * YAML nor zod.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Failure } from '../failure.ts';
import { checkChecks, checksSchema } from './checks.ts';
import { depthSchema } from './depth.ts';
import { listRuleFiles } from './files.ts';
import { linksSchema } from './links.ts';
import { loadLanguage, type SourceRule, WORDING } from './load-language.ts';
import { readYaml } from './read-yaml.ts';
import type { LanguageRules, Ruleset } from './ruleset.ts';
import { taxonomySchema } from './schema.ts';
import { catalogueSchema, scoringSchema } from './scoring.ts';
import { statusesSchema } from './statuses.ts';
import { checkWarnings, warningsSchema } from './warnings.ts';
import { missingWords, SOURCE, type Wording } from './wording.ts';

export type { SourceRule };

export interface LoadedRules {
  ruleset: Ruleset;
  sources: SourceRule[];
  /** What is still missing before reports can be written in a language, by language; empty where nothing is. */
  missing: Record<string, string[]>;
}

/** Loads, checks and compiles every language below `folder`, or only some. Throws a Failure with `file:line:column`. */
export const loadRuleset = async (folder: string, only?: readonly string[]): Promise<LoadedRules> => {
  const files = listRuleFiles(folder);
  const read = <T>(name: string, schema: z.ZodType<T>): T => readYaml(folder, name, schema);
  const languages: Record<string, LanguageRules> = {};
  const sources: SourceRule[] = [];
  for (const code of languageFolders(folder).filter((each) => only === undefined || each === SOURCE || only.includes(each))) {
    const loaded = await loadLanguage(folder, code, files);
    sources.push(...loaded.sources);
    languages[code] = loaded.rules;
  }
  const missing = completeWordings(languages, files);
  const ruleset: Ruleset = {
    sha256: hashOf(folder, files),
    taxonomy: read('taxonomy.yml', taxonomySchema),
    catalogue: read('decisions.yml', catalogueSchema),
    scoring: read('scoring.yml', scoringSchema),
    statuses: read('statuses.yml', statusesSchema),
    links: read('links.yml', linksSchema),
    depth: read('depth.yml', depthSchema),
    warnings: read('warnings.yml', warningsSchema),
    checks: read('checks.yml', checksSchema),
    languages,
  };
  checkHygiene(ruleset, sources);
  return { ruleset, sources, missing };
};

const languageFolders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2}$/u.test(entry.name))
    .map((entry) => entry.name)
    .toSorted();

/** Takes back wordings that lack something the source has: a report is in one language or in another, never in both. */
const completeWordings = (languages: Record<string, LanguageRules>, files: readonly string[]): Record<string, string[]> => {
  const source = languages[SOURCE]?.wording;
  if (!source) throw new Failure(`no words of reports in ${SOURCE}`, { where: `rules/${SOURCE}`, next: 'Every other language is measured by it; keep words.yml, catalogue.yml and warnings.yml' });
  return Object.fromEntries(Object.entries(languages).map(([code, rules]) => {
    const missing = rules.wording === null ? WORDING.filter((name) => !files.includes(`${code}/${name}`)) : missingIn(rules.wording, source);
    if (missing.length > 0) Object.assign(rules, { wording: null, speaks: false });
    return [code, missing];
  }));
};

const missingIn = (own: Wording, source: Wording): string[] =>
  (['words', 'catalogue', 'warnings', 'checks'] as const).flatMap((file) => missingWords(own[file], source[file]).map((key) => `${file}.yml: ${key}`));

const hashOf = (folder: string, files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(folder, file))).update('\0');
  return hash.digest('hex');
};

/** What no single file can tell: ids are unique, rules emit things that exist, what the shared files name has English words. */
const checkHygiene = (ruleset: Ruleset, sources: readonly SourceRule[]): void => {
  const seen = new Set<string>();
  const leaves = new Set(ruleset.taxonomy.domains.flatMap((domain) => domain.leaves.map((leaf) => leaf.id)));
  const facts = new Set(ruleset.statuses.facts);
  const parameters = new Set(ruleset.catalogue.decisions.flatMap((decision) => [decision.id, ...decision.parameters.map((parameter) => `${decision.id}.${parameter}`)]).concat(Object.keys(ruleset.links.groups)));
  const spoken = Object.entries(ruleset.languages).flatMap(([code, { wording }]) => (wording === null ? [] : [[code, wording.warnings] as const]));
  checkWarnings(ruleset.warnings, Object.fromEntries(spoken), facts);
  const domains = ruleset.taxonomy.domains.map(({ id }) => id);
  checkChecks(ruleset.checks, Object.fromEntries(Object.entries(ruleset.languages).flatMap(([code, { wording }]) => (wording === null ? [] : [[code, wording.checks]]))), {
    facts, parameters, leaves: new Set([...leaves, ...domains]), decisions: new Set(ruleset.catalogue.decisions.map(({ id }) => id)), warnings: new Set(ruleset.warnings.warnings.map(({ id }) => id)),
  });
  checkNamed(ruleset);
  for (const rule of sources) {
    const id = `${rule.language}/${rule.path}/${rule.id}`;
    const where = `rules/${rule.file}`;
    if (seen.has(id)) throw new Failure(`two rules are called ${rule.id}`, { where, next: 'Rename one' });
    seen.add(id);
    const known = rule.path.startsWith('topics/') ? leaves : rule.path.startsWith('decisions/') ? parameters : facts;
    if (!known.has(rule.emits)) throw new Failure(`rule ${rule.id} emits ${rule.emits}, which nothing knows`, { where, next: 'Use a leaf of taxonomy.yml, a fact of statuses.yml or a parameter of decisions.yml' });
  }
};

/** Everything that a report may have to name has its words in the source language. */
const checkNamed = ({ taxonomy, catalogue, statuses, scoring, languages }: Ruleset): void => {
  const { catalogue: named, words } = languages[SOURCE]!.wording!;
  const wanted = {
    domains: Object.fromEntries(taxonomy.domains.map(({ id }) => [id, ''])),
    leaves: Object.fromEntries(taxonomy.domains.flatMap(({ leaves }) => leaves.map(({ id }) => [id, '']))),
    issues: Object.fromEntries(catalogue.issues.map(({ id }) => [id, ''])),
    decisions: Object.fromEntries(catalogue.decisions.map(({ id, parameters }) => [id, { question: '', parameters: Object.fromEntries(parameters.map((name) => [name, ''])) }])),
    reasons: Object.fromEntries(statuses.rows.map(({ id }) => [id, ''])),
  };
  const [nameless] = missingWords(named, wanted);
  if (nameless !== undefined) throw new Failure(`${nameless} has no words`, { where: `rules/${SOURCE}/catalogue.yml`, next: 'Add them' });
  const level = scoring.levels.find(({ id }) => words[`level.${id}`] === undefined);
  if (level !== undefined) throw new Failure(`level.${level.id} has no words`, { where: `rules/${SOURCE}/words.yml`, next: 'Add them' });
};

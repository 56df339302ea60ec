/**
 * The ruleset of a run: compiled JSON that stands beside the program, or a folder of YAML that the user names. Each
 * language has two files, its rules and its words for reports, that are parsed when first asked for; a run needs of the
 * other languages only how they number and which words are common in them.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.ts';
import type { LoadedRules } from './rules/load.ts';
import type { LanguageRules, Ruleset } from './rules/ruleset.ts';

/** `src/` and `dist/` are neighbours, so that one address serves the sources and the bundle. */
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const RULES_FOLDER = fromHere('../rules');
const COMPILED_FOLDER = fromHere('../dist/rules');

/** The compiled rules, or those of `folder`. Throws a Failure for a folder whose rules do not load. */
export const openRuleset = async (folder?: string): Promise<Ruleset> => (folder === undefined ? readCompiled(COMPILED_FOLDER) : (await loadFolder(folder)).ruleset);

/** Rules as they are written, with their examples, of all languages or some: loads YAML and zod. Throws a Failure with `file:line:column`. */
export const loadFolder = async (folder: string, only?: readonly string[]): Promise<LoadedRules> => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure('no such folder', { where: folder, next: 'Name a folder of rules such as the rules/ folder of lacuna' });
  }
  return (await import('./rules/load.ts')).loadRuleset(folder, only);
};

const fileOf = (folder: string, name: string): string => `${folder}/${name}.json`;

const readJson = <T>(folder: string, name: string): T => JSON.parse(readFileSync(fileOf(folder, name), 'utf8')) as T;

/** Reads what `writeCompiled` wrote. */
export const readCompiled = (folder: string): Ruleset => {
  const ruleset = readJson<Ruleset>(folder, 'ruleset');
  for (const [code, rules] of Object.entries(ruleset.languages)) {
    let own: LanguageRules | undefined;
    let wording: LanguageRules['wording'] | undefined;
    for (const key of OWN) Object.defineProperty(rules, key, { enumerable: true, get: () => (own ??= readJson<LanguageRules>(folder, code))[key] });
    Object.defineProperty(rules, 'wording', { enumerable: true, get: () => (wording ??= rules.speaks ? readJson<LanguageRules['wording']>(folder, `${code}.words`) : null) });
  }
  return ruleset;
};

/** What only texts in the language need. */
const OWN = ['language', 'bodies', 'times', 'references', 'genre', 'drafts', 'compiled', 'stems'] as const satisfies readonly (keyof LanguageRules)[];

/** Writes a ruleset as JSON into `folder`; languages that are gone are removed. */
export const writeCompiled = (ruleset: Ruleset, folder = COMPILED_FOLDER): void => {
  mkdirSync(folder, { recursive: true });
  const languages = Object.fromEntries(Object.entries(ruleset.languages).map(([code, { numbering, common, speaks }]) => [code, { numbering, common, speaks }]));
  writeFileSync(fileOf(folder, 'ruleset'), JSON.stringify({ ...ruleset, languages }));
  for (const [code, rules] of Object.entries(ruleset.languages)) {
    writeFileSync(fileOf(folder, code), JSON.stringify(Object.fromEntries(OWN.map((key) => [key, rules[key]]))));
    if (rules.speaks) writeFileSync(fileOf(folder, `${code}.words`), JSON.stringify(rules.wording));
  }
  const kept = new Set(['ruleset', ...Object.keys(languages), ...Object.keys(languages).filter((code) => languages[code]!.speaks).map((code) => `${code}.words`)].map((name) => fileOf(folder, name)));
  for (const name of readdirSync(folder)) if (!kept.has(`${folder}/${name}`)) rmSync(`${folder}/${name}`, { recursive: true });
};

/** The rules of one language: every file but `language.yml` may be missing, and then there is simply nothing of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { fold } from '../clauses/vocabulary.ts';
import { Failure } from '../failure.ts';
import { loadStemmer } from '../stemmers.ts';
import { createVocabulary, scan, type Vocabulary } from '../tokens.ts';
import { catalogueWordsSchema } from './catalogue.ts';
import { checkTextsSchema } from './checks.ts';
import { compileRules } from './compile.ts';
import { draftsSchema } from './drafts.ts';
import { genreSchema } from './genre.ts';
import { formsSchema, languageSchema, type Language } from './language.ts';
import { numberingSchema } from './numbering.ts';
import { positionOf, readYaml } from './read-yaml.ts';
import type { LanguageRules } from './ruleset.ts';
import { ruleFileSchema, vocabularySchema, type Rule } from './schema.ts';
import { bodiesSchema, referencesSchema, timesSchema, wordsSchema } from './symbols.ts';
import { warningTextsSchema } from './warnings.ts';
import type { Wording } from './wording.ts';

/** A rule as it is written, with the file it stands in: what `lacuna rules test` runs. */
export interface SourceRule extends Rule {
  language: string;
  /** Folder and file without ending, below the language: `topics/CF`. */
  path: string;
  file: string;
}

export interface LoadedLanguage {
  rules: LanguageRules;
  sources: SourceRule[];
}

/** The files that hold words of reports; a language is one for reports when it has them all. */
export const WORDING = ['words.yml', 'catalogue.yml', 'warnings.yml', 'checks.yml'] as const;

/** Loads and compiles one language. `files`: all rule files of the folder, in order. Throws a Failure with `file:line:column`. */
export const loadLanguage = async (folder: string, code: string, files: readonly string[]): Promise<LoadedLanguage> => {
  const has = (name: string): boolean => existsSync(join(folder, code, name));
  const read = <T>(name: string, schema: z.ZodType<T>): T => readYaml(folder, `${code}/${name}`, schema);
  const readOr = <T>(name: string, schema: z.ZodType<T>, nothing: unknown = { format: 1 }): T => (has(name) ? read(name, schema) : schema.parse(nothing));
  const language: Language = { ...read('language.yml', languageSchema), forms: has('forms.yml') ? read('forms.yml', formsSchema) : null };
  if (language.code !== code) throw new Failure(`the code is "${language.code}", the folder is called ${code}`, { where: positionOf(folder, `${code}/language.yml`, 'code'), next: 'Make them the same' });
  const lists = readOr('vocabulary.yml', vocabularySchema, { format: 1, lists: {} }).lists;
  const sources = files
    .filter((file) => new RegExp(`^${code}/(?:topics|facts|decisions)/`, 'u').test(file))
    .flatMap((file) => readYaml(folder, file, ruleFileSchema).rules.map((rule): SourceRule => ({ ...rule, language: code, path: file.slice(code.length + 1, -'.yml'.length), file })));
  const locate = new Map(sources.map((rule) => [rule.id, rule]));
  const fail = (id: string, text: string, what: string): never => {
    throw new Failure(`rule ${id}: ${what}`, { where: positionOf(folder, locate.get(id)!.file, text), next: 'Correct the rule' });
  };
  const wording: Wording | null = WORDING.every(has)
    ? {
        language: code,
        direction: language.direction,
        words: read('words.yml', wordsSchema).words,
        catalogue: read('catalogue.yml', catalogueWordsSchema),
        warnings: read('warnings.yml', warningTextsSchema),
        checks: read('checks.yml', checkTextsSchema),
      }
    : null;
  const vocabulary = createVocabulary(language, await loadStemmer(language));
  const rules: LanguageRules = {
    language,
    common: language.stop.map(fold),
    numbering: readOr('numbering.yml', numberingSchema, {}),
    bodies: readOr('bodies.yml', bodiesSchema),
    times: readOr('times.yml', timesSchema),
    references: readOr('references.yml', referencesSchema),
    genre: readOr('genre.yml', genreSchema),
    drafts: readOr('drafts.yml', draftsSchema),
    wording,
    speaks: wording !== null,
    compiled: compileRules(sources, lists, vocabulary, fail),
    stems: stemsOf(vocabulary, sources),
  };
  return { rules, sources };
};

/** Stems of the words of the rules and of their examples: most words that an agreement is made of. */
const stemsOf = (vocabulary: Vocabulary, sources: readonly SourceRule[]): Record<string, string> => {
  for (const { examples } of sources) for (const text of [...examples.match, ...examples.skip]) scan(vocabulary, text, 0, text.length, () => {});
  return vocabulary.stemTable();
};

/** `lacuna rules list` and `lacuna rules test`: what the rules are, where they fire, and whether their examples hold. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { Failure, printable } from '../failure.ts';
import type { ExampleResult } from '../rules/check.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { rulesOption } from './options.ts';
import { complain, raise, tell } from './outcome.ts';
import { openProduct } from './product.ts';

export const rulesCommand = (): Command => {
  const list = new Command('list')
    .summary('every rule and what it emits')
    .description('Lists every rule with the topic or fact that it emits; with a folder of texts, also in how many of them it fires.')
    .addOption(rulesOption())
    .option('--coverage <folder>', 'count the texts of this folder in which each rule fires')
    .option('--out <file>', 'write the list to this file')
    .addHelpText('after', '\nExamples:\n  lacuna rules list\n  lacuna rules list --coverage agreements/')
    .action(listRules);
  const test = new Command('test')
    .summary('run the examples that stand beside the rules')
    .description('Runs the examples beside every rule and prints those that fail. Exit code 1 when one does.')
    .addOption(rulesOption())
    .addOption(new Option('--lang <code>', 'only the rules of this language, two letters'))
    .addHelpText('after', '\nExamples:\n  lacuna rules test\n  lacuna rules test --rules my-rules/ --lang fr')
    .action(testRules);
  return new Command('rules').summary('list and test the rules').description('Lists the rules, or runs the examples that prove them.').addCommand(list).addCommand(test)
    .addHelpText('after', '\nExamples:\n  lacuna rules list\n  lacuna rules test --lang en');
};

const listRules = async ({ rules, coverage, out }: { rules?: string; coverage?: string; out?: string }): Promise<void> => {
  const { openRuleset } = await import('../ruleset-file.ts');
  const ruleset = await openRuleset(rules);
  const fired = coverage === undefined ? null : await countTexts(coverage, ruleset);
  const rows = Object.entries(ruleset.languages).flatMap(([code, { compiled }]) =>
    compiled.rules.map(({ id, emits, strength, patterns }) => {
      const name = `${code}/${id}`;
      return [name, emits, strength, String(patterns.length), ...(fired === null ? [] : [String(fired.texts.get(name) ?? 0)])];
    }),
  );
  const header = ['rule', 'emits', 'strength', 'patterns', ...(fired === null ? [] : [`texts of ${fired.read}`])];
  const product = await openProduct(out);
  await product.write([header, ...rows].map((row) => `${row.join('\t')}\n`).join(''));
  await product.finish();
};

/** In how many texts of a folder each rule fires. */
const countTexts = async (folder: string, ruleset: Ruleset): Promise<{ read: number; texts: Map<string, number> }> => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Failure('no such folder', { where: folder, next: 'Name a folder of texts' });
  const [{ createRuleFinder }, { readSource }] = await Promise.all([import('../rules/coverage.ts'), import('../read/index.ts')]);
  const rulesIn = createRuleFinder(ruleset);
  const texts = new Map<string, number>();
  let read = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile()).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    try {
      for (const rule of await rulesIn(await readSource({ path: join(folder, entry.name) }))) texts.set(rule, (texts.get(rule) ?? 0) + 1);
      read++;
    } catch (error) {
      complain(error, entry.name);
    }
  }
  return { read, texts };
};

/** So many missing words are named; the rest shows when these are there. */
const MISSING = 12;

const testRules = async ({ rules, lang }: { rules?: string; lang?: string }): Promise<void> => {
  const [{ loadFolder, RULES_FOLDER }, { checkExamples }] = await Promise.all([import('../ruleset-file.ts'), import('../rules/check.ts')]);
  const { ruleset, sources: all, missing } = await loadFolder(rules ?? RULES_FOLDER, lang === undefined ? undefined : [lang]);
  if (lang !== undefined && ruleset.languages[lang] === undefined) throw new Failure(`no rules for the language "${lang}"`, { where: '--lang', next: `Use one of ${Object.keys(ruleset.languages).join(', ')}` });
  const sources = all.filter(({ language }) => lang === undefined || language === lang);
  const results = await checkExamples(ruleset, sources);
  const failed = results.filter(({ passed }) => !passed);
  const product = await openProduct(undefined);
  await product.write(failed.map(describe).join(''));
  await product.write(`${sources.length} rules: ${results.length - failed.length} examples passed, ${failed.length} failed\n`);
  for (const [code, keys] of Object.entries(missing)) if (keys.length > 0) await product.write(`${code}: no reports in this language yet; missing ${keys.length}: ${keys.slice(0, MISSING).join(', ')}${keys.length > MISSING ? ' ...' : ''}\n`);
  if (failed.length === 0) return;
  tell(`lacuna: ${failed.length} rule ${failed.length === 1 ? 'example fails' : 'examples fail'}`);
  raise(1);
};

const WANTED: Record<ExampleResult['kind'], (text: string) => string> = {
  match: (text) => text,
  skip: (text) => `no match: ${text}`,
  todo: (text) => `still a miss (move it to match): ${text}`,
};

const describe = ({ rule, kind, text, found }: ExampleResult): string =>
  `${rule}\n  wanted  ${printable(WANTED[kind](text))}\n  found   ${printable(found.includes('⟦') ? found : `no match: ${found}`)}\n`;

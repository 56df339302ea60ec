/** `lacuna precedents`: how other agreements settled what a text leaves open. */
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Failure, printable } from '../failure.ts';
import type { Precedents, Wanted } from '../corpus/precedents.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { analyzeOptions, checkType, langOption, type ReadingOptions, rulesOption, typeOption, wholeNumber } from './options.ts';
import { openProduct } from './product.ts';

interface Options extends ReadingOptions {
  corpus: string;
  most: number;
  format: 'text' | 'json' | 'csv';
  out?: string;
}

export const precedentsCommand = (): Command =>
  new Command('precedents')
    .summary('how other agreements settled the same decision')
    .description('For each decision that a text leaves open, or for one decision, shows the clauses by which agreements of the corpus settled it: first those that settle it, then in part, then those that hand it on or put it off; among these the specific ones, and those in words near the text. Counts how many agreements answered; a principle that fixes no point is counted and not shown.')
    .argument('<file-or-decision>', 'a text, or the id of a decision such as n1 (lacuna glossary lists them)')
    .option('--corpus <file>', 'the corpus', 'lacuna-corpus.sqlite')
    .addOption(new Option('--most <number>', 'precedents for each decision').argParser(wholeNumber(1, 100)).default(3))
    .addOption(new Option('--format <name>', 'form of the answer').choices(['text', 'json', 'csv']).default('text'))
    .addOption(typeOption())
    .addOption(langOption())
    .addOption(rulesOption())
    .option('--out <file>', 'write the answer to this file')
    .addHelpText('after', '\nExamples:\n  lacuna precedents draft.docx\n  lacuna precedents n1 --most 10')
    .action(precedents);

const precedents = async (subject: string, options: Options): Promise<void> => {
  const [{ openRuleset }, { openStore }, { precedentsFor }, { wordingFor }] = await Promise.all([import('../ruleset-file.ts'), import('../corpus/store.ts'), import('../corpus/precedents.ts'), import('../rules/wording.ts')]);
  const ruleset = await openRuleset(options.rules);
  const { words, catalogue: { decisions: named } } = wordingFor('en', ruleset);
  const wanted = await wantedBy(subject, options, ruleset, (id) => named[id]!.question);
  const store = openStore(options.corpus, { create: false });
  let found: Precedents[];
  try {
    found = wanted.map((each) => precedentsFor(store.db, each, options.most));
  } finally {
    store.close();
  }
  const { renderPrecedents } = await import('../corpus/precedents-page.ts');
  const product = await openProduct(options.out, existsSync(subject) ? [subject] : []);
  await product.write(await renderPrecedents(found, wanted.map(({ id }) => ({ id, ...named[id]! })), words, options.format));
  await product.finish();
};

/** One decision by its id, or every open one of a text, heaviest first. */
const wantedBy = async (subject: string, options: Options, ruleset: Ruleset, questionOf: (id: string) => string): Promise<Wanted[]> => {
  const entry = existsSync(subject) ? undefined : ruleset.catalogue.decisions.find(({ id }) => id === subject.toLowerCase());
  const parametersOf = (id: string): string[] => [...ruleset.catalogue.decisions.find((each) => each.id === id)!.parameters];
  if (entry !== undefined) return [{ id: entry.id, parameters: parametersOf(entry.id), context: `${questionOf(entry.id)} ${parametersOf(entry.id).join(' ')}` }];
  if (!existsSync(subject) && /^[a-z]\d$/iu.test(subject)) throw new Failure('no such decision', { where: printable(subject), next: 'lacuna glossary lists the decisions' });
  checkType(options.type, ruleset);
  const [{ createAnalyzer }, { readSource }, { tool }] = await Promise.all([import('../analyze.ts'), import('../read/index.ts'), import('../tool.ts')]);
  const source = await readSource({ path: subject });
  const { analysis, document: { text } } = await createAnalyzer(ruleset, tool)(source, analyzeOptions(options));
  const provisions = new Map(analysis.provisions.map((provision) => [provision.id, provision]));
  return analysis.decisions
    .filter(({ applicable, openness }) => applicable && openness !== null && openness > 0)
    .toSorted((a, b) => b.weight * b.openness! - a.weight * a.openness!)
    .map(({ id, provisions: proofs }) => ({
      id,
      parameters: parametersOf(id),
      context: [questionOf(id), ...parametersOf(id), ...proofs.slice(0, 5).flatMap((each) => provisions.get(each) ?? []).map(({ start, end }) => text.slice(start, end))].join(' '),
      type: analysis.score.type.name,
      except: source.fileSha256,
    }));
};

/** `lacuna parity`: versions of one accord, in one language or in several, set side by side. */
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { Failure, printable } from '../failure.ts';
import type { Version } from '../parity/says.ts';
import type { Compared } from '../report/parity.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { checkReportLang, type PageOptions, pageOptions, reportLangOption, rulesOption, withOptions } from './options.ts';
import { raise } from './outcome.ts';
import { paperOf, textOptions } from './paper.ts';
import { openProduct } from './product.ts';

interface Options extends PageOptions {
  format: 'text' | 'json' | 'csv';
  strict?: true;
  reportLang?: string;
  rules?: string;
}

export const parityCommand = (): Command =>
  withOptions(
    new Command('parity')
      .summary('where two versions of one accord differ')
      .description('Sets versions of one accord side by side, in the same or in different languages, and lists where they differ: a figure, a time, an obligation, a body, a reading, or a clause that stands in one only. Each version is compared with the first.')
      .argument('<versions...>', 'two to four files, "-" for standard input')
      .addOption(new Option('--format <name>', 'form of the report').choices(['text', 'json', 'csv']).default('text'))
      .option('--strict', 'exit code 1 when they differ'),
    [reportLangOption(), rulesOption(), ...pageOptions()],
  )
    .addHelpText('after', '\nExamples:\n  lacuna parity accord.en.docx accord.ar.docx\n  lacuna parity accord.en.pdf accord.fr.pdf --format csv --out differences.csv')
    .action(parity);

const parity = async (files: string[], options: Options): Promise<void> => {
  if (files.length < 2 || files.length > 4) throw new Failure(`${files.length} version${files.length === 1 ? '' : 's'}`, { where: 'lacuna parity', next: 'Name two to four versions of one text' });
  const [{ createAnalyzer }, { readSource }, { openRuleset }, { tool }, { compareVersions }, { renderParity, parityCsv }] = await Promise.all([
    import('../analyze.ts'), import('../read/index.ts'), import('../ruleset-file.ts'), import('../tool.ts'), import('../parity/differences.ts'), import('../report/parity.ts'),
  ]);
  const ruleset = await openRuleset(options.rules);
  checkReportLang(options.reportLang, ruleset);
  const analyzeSource = createAnalyzer(ruleset, tool);
  const versions: { name: string; version: Version; mirrored: boolean }[] = [];
  for (const file of files) {
    const { analysis, document: { text } } = await analyzeSource(await readSource({ path: file }));
    const rules: Ruleset['languages'][string] | undefined = ruleset.languages[analysis.document.language];
    versions.push({ name: file === '-' ? file : printable(basename(file)), version: { analysis, text, language: rules?.language ?? null, numbering: rules?.numbering ?? null }, mirrored: rules?.language.direction === 'rtl' });
  }
  const [first, ...others] = versions as [(typeof versions)[number], ...typeof versions];
  const compared = others.map((other): Compared => ({ a: first.name, b: other.name, mirrored: first.mirrored || other.mirrored, parity: compareVersions(first.version, other.version) }));
  const paper = paperOf(options);
  const { words } = textOptions(paper, options.reportLang ?? first.version.analysis.document.language, ruleset);
  const forms: Record<Options['format'], () => string> = {
    text: () => renderParity(compared, words, paper.width),
    csv: () => parityCsv(compared, words),
    json: () => `${JSON.stringify(compared.map(({ a, b, parity: found }) => ({ a, b, ...found })), null, 1)}\n`,
  };
  const product = await openProduct(options.out, files);
  await product.write(forms[options.format]());
  await product.finish();
  if (options.strict === true && compared.some(({ parity: { differences } }) => differences.length > 0)) raise(1);
};

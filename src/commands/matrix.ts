/** `lacuna matrix`: every obligation on security, who bears it, by when and under which article. */
import { Command, Option } from 'commander';
import { readingOptions, withOptions } from './options.ts';
import type { Grammar } from '../matrix.ts';
import { wordingFor } from '../rules/wording.ts';
import { openProduct } from './product.ts';
import { type OneTextOptions, readOne } from './read-one.ts';
import { withOption } from './sources.ts';

interface Options extends OneTextOptions {
  format: 'csv' | 'md' | 'json';
  out?: string;
}

export const matrixCommand = (): Command =>
  withOptions(
    new Command('matrix')
      .summary('who does what by when under which article, as a table')
      .description('Lists every obligation on security as a row: who is bound, to do what, by when, under which article and on which page. The CSV opens in any spreadsheet.')
      .argument('<file>', 'the text, "-" for standard input')
      .addOption(new Option('--format <name>', 'a table for a spreadsheet, a Markdown table, or data').choices(['csv', 'md', 'json']).default('csv'))
      .option('--out <file>', 'write it to this file'),
    [withOption(), ...readingOptions()],
  )
    .addHelpText('after', '\nExamples:\n  lacuna matrix accord.pdf --out matrix.csv\n  lacuna matrix accord.pdf --signed 2018-09-12 --format md')
    .action(async (file: string, options: Options) => {
      const { analysis, document, ruleset } = await readOne(file, options);
      const [{ obligationsOf }, { matrixCsv, matrixMarkdown }, { indexOf }, grammar] = await Promise.all([
        import('../matrix.ts'), import('../report/matrix.ts'), import('../report/cite.ts'), grammarOf(analysis.document.language),
      ]);
      const rows = obligationsOf(analysis, document.text, grammar);
      const { words } = wordingFor(analysis.document.language, ruleset);
      const [index, questions] = [indexOf(analysis), new Map(analysis.decisions.map(({ id, question }) => [id, question]))];
      const render = {
        csv: () => matrixCsv(rows, questions, index, words),
        md: () => matrixMarkdown(rows, analysis.document.title, questions, index, words),
        json: () => `${JSON.stringify(rows, null, 1)}\n`,
      }[options.format];
      const product = await openProduct(options.out, [file, ...(options.with ?? [])]);
      await product.write(render());
      await product.finish();
    });

/** Sentences are taken apart in English only; in other languages a row holds the whole sentence. */
const grammarOf = async (language: string): Promise<Grammar> => (language === 'en' ? import('../grammar.ts') : { readDuty: () => null, readStatement: () => null, hasVerb: () => true });

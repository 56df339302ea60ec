/** `lacuna timeline`: all deadlines on one axis from the events they count from. */
import { Command, Option } from 'commander';
import { type PageOptions, pageOptions, readingOptions, withOptions } from './options.ts';
import { wordingFor } from '../rules/wording.ts';
import { paperOf } from './paper.ts';
import { openProduct } from './product.ts';
import { type OneTextOptions, readOne } from './read-one.ts';
import { withOption } from './sources.ts';

interface Options extends OneTextOptions, PageOptions {
  format: 'text' | 'json' | 'csv';
  security?: true;
}

export const timelineCommand = (): Command =>
  withOptions(
    new Command('timeline')
      .summary('all deadlines on one axis, from the events they count from')
      .description('Draws all deadlines of a text on one axis of days, from the signature and from the other events they count from. Deadlines that conflict and steps in an order that cannot be kept are marked.')
      .argument('<file>', 'the text, "-" for standard input')
      .addOption(new Option('--format <name>', 'a page to read, data, or a table for a spreadsheet').choices(['text', 'json', 'csv']).default('text'))
      .option('--security', 'only times in provisions on security'),
    [withOption(), ...readingOptions(), ...pageOptions()],
  )
    .addHelpText('after', '\nExamples:\n  lacuna timeline draft.docx\n  lacuna timeline accord.pdf --signed 2018-09-12 --format csv --out timeline.csv')
    .action(async (file: string, options: Options) => {
      const { analysis, document, ruleset } = await readOne(file, options);
      const [{ timelineOf }, { renderTimeline, timelineCsv }, { indexOf }] = await Promise.all([import('../timeline.ts'), import('../report/timeline.ts'), import('../report/cite.ts')]);
      const timeline = timelineOf(analysis, document.text, options.security);
      const { words } = wordingFor(options.reportLang ?? analysis.document.language, ruleset);
      const render = {
        text: () => renderTimeline(timeline, analysis.document.title, indexOf(analysis), { ...paperOf(options), words }),
        json: () => `${JSON.stringify(timeline, null, 1)}\n`,
        csv: () => timelineCsv(timeline, indexOf(analysis), words),
      }[options.format];
      const product = await openProduct(options.out, [file, ...(options.with ?? [])]);
      await product.write(render());
      await product.finish();
    });

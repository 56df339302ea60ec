/** `lacuna bodies`: one card for each body that a text gives a part in security. */
import { Command, Option } from 'commander';
import { type PageOptions, pageOptions, readingOptions, withOptions } from './options.ts';
import { paperOf, textOptions } from './paper.ts';
import { openProduct } from './product.ts';
import { type OneTextOptions, readOne } from './read-one.ts';
import { withOption } from './sources.ts';

interface Options extends OneTextOptions, PageOptions {
  format: 'text' | 'json';
}

export const bodiesCommand = (): Command =>
  withOptions(
    new Command('bodies')
      .summary('one card for each body: powers, members, chair, rule, deadline, money')
      .description('Shows for every body with a part in security where it is created, what it may do, who sits in it and with how many seats, how it decides, by when, who pays and to whom it reports. What the text leaves out is shown as left out.')
      .argument('<file>', 'the text, "-" for standard input')
      .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text')),
    [withOption(), ...readingOptions(), ...pageOptions()],
  )
    .addHelpText('after', '\nExamples:\n  lacuna bodies draft.docx\n  lacuna bodies draft.docx --format json --out bodies.json')
    .action(async (file: string, options: Options) => {
      const [{ analysis, document, ruleset }, { cardsOf }, { renderCards }] = await Promise.all([readOne(file, options), import('../report/bodies.ts'), import('../report/text/cards.ts')]);
      const text = options.format === 'json' ? asData(cardsOf(analysis)) : renderCards(analysis, document, textOptions(paperOf(options), options.reportLang ?? analysis.document.language, ruleset));
      const product = await openProduct(options.out, [file, ...(options.with ?? [])]);
      await product.write(text);
      await product.finish();
    });

const asData = ({ cards }: ReturnType<typeof import('../report/bodies.ts').cardsOf>): string =>
  `${JSON.stringify(cards.map(({ body, holds, gaps, orphan }) => ({ ...body, holds: holds.map(({ id }) => id), gaps, orphan })), null, 1)}\n`;

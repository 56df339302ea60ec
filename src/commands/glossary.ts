/** `lacuna glossary`: every code spelled out. */
import { Command, Option } from 'commander';
import { rulesOption, wholeNumber } from './options.ts';
import { wordingFor } from '../rules/wording.ts';
import { paperOf } from './paper.ts';
import { openProduct } from './product.ts';

interface Options {
  format: 'text' | 'json';
  lang: string;
  rules?: string;
  width?: number;
  out?: string;
}

export const glossaryCommand = (): Command =>
  new Command('glossary')
    .summary('spell out every code: topics, statuses, mandates, bounds, decisions')
    .description('Spells out every code that reports and data use: topics of provisions, statuses, classes of mandate verbs, bounds, and the decisions with what must be fixed for each.')
    .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text'))
    .addOption(new Option('--lang <code>', 'language of the glossary').default('en'))
    .addOption(rulesOption())
    .addOption(new Option('--width <columns>', 'width of the page (default: the terminal, else 80)').argParser(wholeNumber(40, 400)))
    .option('--out <file>', 'write it to this file')
    .addHelpText('after', '\nExample:\n  lacuna glossary | less')
    .action(async ({ format, lang, rules, width, out }: Options) => {
      const [{ openRuleset }, { glossary, glossaryPage }] = await Promise.all([import('../ruleset-file.ts'), import('../report/glossary.ts')]);
      const ruleset = await openRuleset(rules);
      const wording = wordingFor(lang, ruleset);
      const { words } = wording;
      const sections = glossary(ruleset, wording);
      const product = await openProduct(out);
      await product.write(format === 'json' ? `${JSON.stringify(sections, null, 1)}\n` : glossaryPage(sections, words, paperOf(out, width).width));
      await product.finish();
    });

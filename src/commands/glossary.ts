/** `lacuna glossary`: every code spelled out. */
import { Command, Option } from 'commander';
import { type PageOptions, pageOptions, rulesOption, withOptions } from './options.ts';
import { wordingFor } from '../rules/wording.ts';
import { paperOf } from './paper.ts';
import { openProduct } from './product.ts';

interface Options extends PageOptions {
  format: 'text' | 'json';
  lang: string;
  rules?: string;
}

export const glossaryCommand = (): Command =>
  withOptions(
    new Command('glossary')
      .summary('spell out every code: topics, statuses, mandates, bounds, decisions')
      .description('Spells out every code that reports and data use: topics of provisions, statuses, classes of mandate verbs, bounds, and the decisions with what must be fixed for each.')
      .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text'))
      .addOption(new Option('--lang <code>', 'language of the glossary').default('en'))
      .addOption(rulesOption()),
    [...pageOptions()],
  )
    .addHelpText('after', '\nExample:\n  lacuna glossary | less')
    .action(async (options: Options) => {
      const { format, lang, rules, out } = options;
      const [{ openRuleset }, { glossary, glossaryPage }] = await Promise.all([import('../ruleset-file.ts'), import('../report/glossary.ts')]);
      const ruleset = await openRuleset(rules);
      const wording = wordingFor(lang, ruleset);
      const { words } = wording;
      const sections = glossary(ruleset, wording);
      const product = await openProduct(out);
      await product.write(format === 'json' ? `${JSON.stringify(sections, null, 1)}\n` : glossaryPage(sections, words, paperOf(options).width));
      await product.finish();
    });

/** `lacuna explain`: why a clause got its tags, and which rules nearly matched. */
import { Command, Option } from 'commander';
import type { Explanation } from '../explain.ts';
import { Failure } from '../failure.ts';
import type { Names } from '../report/explanation.ts';
import { wordingFor, type Wording } from '../rules/wording.ts';
import { analyzeOptions, checkReportLang, checkType, type PageOptions, pageOptions, readingOptions, withOptions } from './options.ts';
import { paperOf } from './paper.ts';
import { openProduct } from './product.ts';
import type { OneTextOptions } from './read-one.ts';
import { readTogether, withOption } from './sources.ts';

interface Options extends OneTextOptions, PageOptions {
  format: 'text' | 'json';
}

export const explainCommand = (): Command =>
  withOptions(
    new Command('explain')
      .summary('why a clause got its tags, and which rules nearly matched')
      .description('Shows for every sentence of a clause what it was taken for and why: the row of the status table, each topic and fact with the words that gave it, and the rules that nearly matched.')
      .argument('<file>', 'the text, "-" for standard input')
      .argument('<article>', 'label of the clause: 2.4.1, "Article 5 (2)(b)", "Annex C"')
      .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text')),
    [withOption(), ...readingOptions(), ...pageOptions()],
  )
    .addHelpText('after', '\nExample:\n  lacuna explain draft.docx 2.4.1')
    .action(async (file: string, article: string, options: Options) => {
      const { explanations, names } = await explain(file, article, options);
      const { explanationPage } = await import('../report/explanation.ts');
      const product = await openProduct(options.out, [file, ...(options.with ?? [])]);
      await product.write(options.format === 'json' ? `${JSON.stringify(explanations, null, 1)}\n` : explanationPage(explanations, names, paperOf(options).width));
      await product.finish();
    });

const explain = async (file: string, article: string, options: Options): Promise<{ explanations: Explanation[]; names: Names }> => {
  const [{ createAnalyzer }, { createReader }, { openRuleset }, { tool }, { explainClauses }, { findInFiles, similarLabels }] = await Promise.all([
    import('../analyze.ts'), import('../reading.ts'), import('../ruleset-file.ts'), import('../tool.ts'), import('../explain.ts'), import('../find-clause.ts'),
  ]);
  const ruleset = await openRuleset(options.rules);
  checkType(options.type, ruleset);
  checkReportLang(options.reportLang, ruleset);
  const { analysis, document } = await createAnalyzer(ruleset, tool)(await readTogether([file, ...(options.with ?? [])], options.tracked), analyzeOptions(options));
  const rules = ruleset.languages[analysis.document.language];
  if (rules === undefined) {
    throw new Failure(`no rules for the language "${analysis.document.language}", so no clause has tags`, { where: file, next: 'Name the language with --lang if it was told wrongly' });
  }
  const wanted = findInFiles(analysis.clauses, article);
  if (wanted.length === 0) {
    const near = similarLabels(analysis.clauses, article, 6);
    throw new Failure(`no clause is labelled "${article}"`, { where: file, next: near.length === 0 ? 'Its clauses bear no labels' : `Labels there: ${near.join(', ')}` });
  }
  const reading = (await createReader(rules))(document, analysis.clauses, options.signed ?? null);
  return { explanations: explainClauses(wanted, analysis, document.text, reading, rules, wordingFor(options.reportLang ?? rules.language.code, ruleset)), names: namesOf(wordingFor(options.reportLang ?? rules.language.code, ruleset)) };
};

/** Topics and decisions spelled out in a language. */
const namesOf = ({ catalogue: { leaves, decisions } }: Wording): Names =>
  new Map([...Object.entries(leaves).map(([id, { name }]) => [id, name] as const), ...Object.entries(decisions).map(([id, { question }]) => [id, question] as const)]);

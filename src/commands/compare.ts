/** `lacuna compare`: what changed from one draft to the next. */
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { Failure, printable } from '../failure.ts';
import type { About } from '../report/compare/about.ts';
import { analyzeOptions, checkReportLang, checkType, type PageOptions, pageOptions, type ReadingOptions, readingOptions, withOptions } from './options.ts';
import { paperOf, textOptions } from './paper.ts';
import { openProduct } from './product.ts';

interface Options extends ReadingOptions, PageOptions {
  format: 'text' | 'json' | 'md' | 'html';
}

export const compareCommand = (): Command =>
  withOptions(
    new Command('compare')
      .summary('what changed from one draft to the next')
      .description('Finds the clauses of the old draft in the new one, whatever their numbers and places, and tells which decisions were settled, opened, handed to a body, taken back or dropped, and what limits they gained or lost.')
      .argument('<old>', 'the earlier draft, "-" for standard input')
      .argument('<new>', 'the later draft')
      .addOption(new Option('--format <name>', 'form of the report').choices(['text', 'json', 'md', 'html']).default('text')),
    [...readingOptions(), ...pageOptions()],
  )
    .addHelpText('after', '\nExamples:\n  lacuna compare draft-3.docx draft-4.docx\n  lacuna compare draft-3.docx draft-4.docx --format html --out changes.html')
    .action(compare);

const compare = async (oldFile: string, freshFile: string, options: Options): Promise<void> => {
  const [{ createAnalyzer }, { readSource }, { openRuleset }, { tool }, { compareDrafts }, { draftOf }, { comparisonPage }, { toldDraft }] = await Promise.all([
    import('../analyze.ts'), import('../read/index.ts'), import('../ruleset-file.ts'), import('../tool.ts'), import('../compare/compare.ts'), import('../compare/draft.ts'), import('../report/compare/sections.ts'), import('../report/compare/about.ts'),
  ]);
  const ruleset = await openRuleset(options.rules);
  checkType(options.type, ruleset);
  checkReportLang(options.reportLang, ruleset);
  const analyzeSource = createAnalyzer(ruleset, tool);
  const read = async (path: string) => analyzeSource(await readSource({ path }, options.tracked), analyzeOptions(options));
  const [old, fresh] = [await read(oldFile), await read(freshFile)];
  for (const [file, { analysis: { document: { language } } }] of [[oldFile, old], [freshFile, fresh]] as const) {
    if (ruleset.languages[language] === undefined) throw new Failure(`no rules for the language "${language}", so decisions cannot be compared`, { where: file, next: 'Name the language with --lang if it was told wrongly' });
  }
  const [before, now] = [draftOf(old.analysis, old.document.text), draftOf(fresh.analysis, fresh.document.text)];
  const comparison = compareDrafts(before, now);
  const product = await openProduct(options.out, [oldFile, freshFile]);
  const paper = paperOf(options);
  const { words, names, language, direction } = textOptions(paper, options.reportLang ?? fresh.analysis.document.language, ruleset);
  const named = (file: string): string => (file === '-' ? file : printable(basename(file)));
  const about: About = {
    comparison,
    old: toldDraft(named(oldFile), old.analysis, old.document.text),
    fresh: toldDraft(named(freshFile), fresh.analysis, fresh.document.text),
    words,
    parameters: (decision, name) => names.decisions[decision]?.parameters[name] ?? name,
  };
  const page = comparisonPage(about);
  const forms: Record<Options['format'], () => Promise<string>> = {
    json: async () => `${JSON.stringify({ ...comparison, words: page }, null, 1)}\n`,
    md: async () => (await import('../report/compare/markdown.ts')).renderComparisonMarkdown(page),
    html: async () => {
      const [{ renderComparisonHtml }, { alignClauses }] = await Promise.all([import('../report/compare/html.ts'), import('../compare/align.ts')]);
      return renderComparisonHtml(page, about, { language, direction, groups: alignClauses(before, now) });
    },
    text: async () => (await import('../report/compare/text.ts')).renderComparisonText(page, paper),
  };
  await product.write(await forms[options.format]());
  await product.finish();
};

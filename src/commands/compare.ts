/** `lacuna compare`: what changed from one draft to the next. */
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { Failure } from '../failure.ts';
import { analyzeOptions, checkType, langOption, type ReadingOptions, rulesOption, signedOption, trackedOption, typeOption, wholeNumber } from './options.ts';
import { paperOf, textOptions } from './paper.ts';
import { openProduct } from './product.ts';

interface Options extends ReadingOptions {
  format: 'text' | 'json' | 'md' | 'html';
  out?: string;
  width?: number;
}

export const compareCommand = (): Command =>
  new Command('compare')
    .summary('what changed from one draft to the next')
    .description('Finds the clauses of the old draft in the new one, whatever their numbers and places, and tells which decisions were settled, opened, handed to a body, taken back or dropped, and what limits they gained or lost.')
    .argument('<old>', 'the earlier draft, "-" for standard input')
    .argument('<new>', 'the later draft')
    .addOption(new Option('--format <name>', 'form of the report').choices(['text', 'json', 'md', 'html']).default('text'))
    .addOption(typeOption())
    .addOption(signedOption())
    .addOption(langOption())
    .addOption(trackedOption())
    .addOption(rulesOption())
    .addOption(new Option('--width <columns>', 'width of the text (default: the terminal, else 80)').argParser(wholeNumber(40, 400)))
    .option('--out <file>', 'write it to this file')
    .addHelpText('after', '\nExamples:\n  lacuna compare draft-3.docx draft-4.docx\n  lacuna compare draft-3.docx draft-4.docx --format html --out changes.html')
    .action(compare);

const compare = async (oldFile: string, freshFile: string, options: Options): Promise<void> => {
  const [{ createAnalyzer }, { readSource }, { openRuleset }, { tool }, { compareDrafts }, { draftOf }, { comparisonPage }, { toldDraft }] = await Promise.all([
    import('../analyze.ts'), import('../read/index.ts'), import('../ruleset-file.ts'), import('../tool.ts'), import('../compare/compare.ts'), import('../compare/draft.ts'), import('../report/compare/sections.ts'), import('../report/compare/about.ts'),
  ]);
  const ruleset = await openRuleset(options.rules);
  checkType(options.type, ruleset);
  const analyzeSource = createAnalyzer(ruleset, tool);
  const read = async (path: string) => analyzeSource(await readSource({ path }, options.tracked), analyzeOptions(options));
  const [old, fresh] = [await read(oldFile), await read(freshFile)];
  for (const [file, { analysis: { document: { language } } }] of [[oldFile, old], [freshFile, fresh]] as const) {
    if (ruleset.languages[language] === undefined) throw new Failure(`no rules for the language "${language}", so decisions cannot be compared`, { where: file, next: 'Name the language with --lang if it was told wrongly' });
  }
  const comparison = compareDrafts(draftOf(old.analysis, old.document.text), draftOf(fresh.analysis, fresh.document.text));
  const product = await openProduct(options.out, [oldFile, freshFile]);
  const language = fresh.analysis.document.language;
  const paper = paperOf(options.out, options.width);
  const { words, names } = textOptions(paper, language, ruleset);
  const named = (file: string): string => (file === '-' ? file : basename(file));
  const page = comparisonPage({
    comparison,
    old: toldDraft(named(oldFile), old.analysis, old.document.text),
    fresh: toldDraft(named(freshFile), fresh.analysis, fresh.document.text),
    words,
    parameters: (decision, name) => names.decisions[decision]?.parameters[name] ?? name,
  });
  await product.write(await render(options.format, { ...comparison, words: page }, page, paper.width, language));
  await product.finish();
};

const render = async (format: Options['format'], data: object, page: Parameters<typeof import('../report/compare/text.ts').renderComparisonText>[0], width: number, language: string): Promise<string> => {
  switch (format) {
    case 'json':
      return `${JSON.stringify(data, null, 1)}\n`;
    case 'md':
      return (await import('../report/compare/markdown.ts')).renderComparisonMarkdown(page);
    case 'html':
      return (await import('../report/compare/html.ts')).renderComparisonHtml(page, language);
    case 'text':
      return (await import('../report/compare/text.ts')).renderComparisonText(page, width);
  }
};

/** `lacuna analyze`: the main job. Texts in, reports out; a text that cannot be read does not stop the others. */
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { Failure, printable } from '../failure.ts';
import { formats } from '../report/index.ts';
import { analyzeOptions, checkType, langOption, type ReadingOptions, rulesOption, signedOption, typeOption, wholeNumber } from './options.ts';
import { complain } from './outcome.ts';
import { paperOf, textOptions } from './paper.ts';
import { openProduct, type Product } from './product.ts';

/** The model agreement that comes with lacuna; the bundle and the sources are both one folder below the top. */
const SAMPLE = fileURLToPath(new URL('../corpus/valdora-accord.en.txt', import.meta.url));

interface Options extends ReadingOptions {
  format: string;
  sample?: true;
  out?: string;
  width?: number;
}

export const analyzeCommand = (): Command =>
  new Command('analyze')
    .summary('show what an agreement settles, what it leaves open, and to whom')
    .description('Reads agreements or drafts (PDF, DOCX, HTML, Markdown, plain text; "-" is standard input) and shows what their security provisions settle, what they leave open, and to whom.')
    .argument('[file...]', 'the texts to read')
    .addOption(new Option('--format <name>', 'form of the report: a summary to read, data, or the text that offsets point into').choices(Object.keys(formats)).default('text'))
    .addOption(typeOption())
    .addOption(signedOption())
    .addOption(langOption())
    .addOption(rulesOption())
    .addOption(new Option('--out <file>', 'write the report to this file'))
    .addOption(new Option('--width <columns>', 'width of the summary (default: the terminal, else 80)').argParser(wholeNumber(40, 400)))
    .addOption(new Option('--sample', 'with no file: read the model agreement that comes with lacuna'))
    .addHelpText('after', '\nExamples:\n  lacuna analyze draft.docx\n  lacuna analyze accord.pdf --format json --out accord.json\n  lacuna analyze drafts/*.pdf --format ndjson')
    .action(analyze);

const analyze = async (named: string[], options: Options): Promise<void> => {
  const files = named.length === 0 && options.sample === true ? [SAMPLE] : named;
  if (files.length === 0) throw new Failure('no text named', { where: 'analyze', next: 'Name a file, or add --sample to read the model agreement that comes with lacuna' });
  const report = await createReporter(options);
  const product = await openProduct(options.out, files);
  try {
    const done = await reportAll(files, report, options, product);
    await (done > 0 ? product.finish() : product.discard());
  } catch (error) {
    await product.discard();
    throw error;
  }
};

/** Writes a report for each text that can be read; returns how many. */
const reportAll = async (files: readonly string[], report: (file: string) => Promise<string>, options: Options, product: Product): Promise<number> => {
  const { several, named } = formats[options.format]!;
  const many = files.length > 1;
  let done = 0;
  for (const file of files) {
    let text: string;
    try {
      text = await report(file);
    } catch (error) {
      complain(error, file);
      continue;
    }
    const heading = many && named ? `==> ${printable(file)} <==\n` : '';
    await product.write((many ? (done === 0 ? several.before : several.between) : '') + heading + text);
    done++;
  }
  if (many && done > 0) await product.write(several.after);
  return done;
};

/** Loads the pipeline, the rules and the renderer once; the function it returns reports on one file. */
const createReporter = async (options: Options): Promise<(file: string) => Promise<string>> => {
  const [{ createAnalyzer }, { readSource }, { openRuleset }, { tool }, render] = await Promise.all([
    import('../analyze.ts'), import('../read/index.ts'), import('../ruleset-file.ts'), import('../tool.ts'), formats[options.format]!.load(),
  ]);
  const ruleset = await openRuleset(options.rules);
  checkType(options.type, ruleset);
  const analyzeSource = createAnalyzer(ruleset, tool);
  const how = analyzeOptions(options);
  const paper = paperOf(options.out, options.width);
  return async (file) => {
    const { analysis, document } = await analyzeSource(await readSource({ path: file }), how);
    return render(analysis, document, textOptions(paper, analysis.document.language, ruleset));
  };
};

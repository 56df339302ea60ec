/** `lacuna analyze`: the main job. Texts in, reports out; a text that cannot be read does not stop the others. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import type { Analysis } from '../analysis.ts';
import { Failure } from '../failure.ts';
import { formats } from '../report/index.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { deliver, type Report } from './deliver.ts';
import { analyzeOptions, checkReportLang, checkType, type PageOptions, pageOptions, type ReadingOptions, readingOptions, wholeNumber, withOptions } from './options.ts';
import { paperOf, textOptions } from './paper.ts';
import { readTogether } from './sources.ts';

/** The model agreement that comes with lacuna; the bundle and the sources are both one folder below the top. */
const SAMPLE = fileURLToPath(new URL('../corpus/valdora-accord.en.txt', import.meta.url));

/** Tables of --format csv; their makers load when one is asked for. */
const TABLES = ['decisions', 'provisions', 'bodies', 'deadlines', 'warnings', 'clauses'];

interface Options extends ReadingOptions, PageOptions {
  format: string;
  sample?: true;
  review?: string;
  checks?: true;
  together?: true;
  texts?: true;
  jobs?: number;
  share?: true;
  table: string;
  quiet?: true;
  verbose?: true;
}

export const analyzeCommand = (): Command =>
  withOptions(
    new Command('analyze')
      .summary('show what an agreement settles, what it leaves open, and to whom')
      .description('Reads agreements or drafts (PDF, DOCX, HTML, Markdown, plain text; "-" is standard input) and shows what their security provisions settle, what they leave open, and to whom.')
      .argument('[file...]', 'the texts to read')
      .addOption(new Option('--format <name>', 'form of the report: a summary to read (text, html, md; docx: a memo), the draft itself with comments (Word files), tables, data, marks for other tools, or the text that offsets point into').choices(Object.keys(formats)).default('text')),
    [...readingOptions(), ...pageOptions('write the report to this file, or one for each text into this folder')],
  )
    .addOption(new Option('--review <log>', 'report on the text as this review log leaves it'))
    .addOption(new Option('--table <name>', 'which table --format csv gives; all of them go into a folder').choices([...TABLES, 'all']).default('decisions'))
    .addOption(new Option('--share', 'to be passed on: no score, no private notes, no file names'))
    .addOption(new Option('--checks', 'instead of the summary: what the source report asks of such a text, and what is there'))
    .addOption(new Option('--together', 'read all files as one text: first the agreement, then its annexes and the earlier accords it leans on'))
    .addOption(new Option('--texts', 'read texts from standard input, one line of JSON each: {"id": ..., "text": ...}; one line of data for each, in that order'))
    .addOption(new Option('--jobs <number>', 'with --texts: texts read side by side').argParser(wholeNumber(1, 64)))
    .addOption(new Option('--sample', 'with no file: read the model agreement that comes with lacuna'))
    .addOption(new Option('--quiet', 'say nothing beside the report but what went wrong').conflicts('verbose'))
    .addOption(new Option('--verbose', 'tell of each text how it was read'))
    .addHelpText('after', '\nExamples:\n  lacuna analyze draft.docx\n  lacuna analyze draft.docx --format html --out draft.html\n  lacuna analyze draft.docx --format comments --out draft-with-comments.docx\n  lacuna analyze drafts/*.pdf --format csv --table warnings --out warnings.csv\n  lacuna analyze accord.pdf --format json --out accord.json\n  lacuna analyze drafts/*.pdf --format ndjson\n  lacuna analyze main.pdf annex-c.docx ceasefire-2017.txt --together')
    .action(analyze);

const analyze = async (named: string[], options: Options): Promise<void> => {
  if (options.texts === true) return (await import('./stream.ts')).analyzeStream(options);
  const files = named.length === 0 && options.sample === true ? [SAMPLE] : named;
  if (files.length === 0) throw new Failure('no text named', { where: 'analyze', next: 'Name a file, or add --sample to read the model agreement that comes with lacuna' });
  if (options.checks === true && options.format !== 'text') throw new Failure('--checks is a page to read', { where: `--format ${options.format}`, next: 'Leave one of them out; --format json holds the checks too' });
  if (options.review !== undefined && files.length > 1 && options.together !== true) throw new Failure('a review log is of one text', { where: '--review', next: 'Name one file' });
  const report = await createReporter(options);
  const voice = options.quiet === true ? 'quiet' : options.verbose === true ? 'verbose' : 'usual';
  const texts = options.together === true ? [files] : files.map((file) => [file]);
  await deliver(texts, report, { name: options.format, format: formats[options.format]!, out: options.out, voice, folder: options.format === 'csv' && options.table === 'all', share: options.share === true });
};

/** Loads the pipeline, the rules and the renderer once; the function it returns reports on one text. */
const createReporter = async (options: Options): Promise<Report> => {
  const [{ createAnalyzer }, { openRuleset }, { tool }, render] = await Promise.all([
    import('../analyze.ts'), import('../ruleset-file.ts'), import('../tool.ts'), formats[options.format]!.load(),
  ]);
  const checksPage = options.checks === true ? (await import('../report/text/desk.ts')).renderChecks : null;
  const ruleset = await openRuleset(options.rules);
  checkType(options.type, ruleset);
  checkReportLang(options.reportLang, ruleset);
  const analyzeSource = createAnalyzer(ruleset, tool);
  const how = analyzeOptions(options);
  const paper = paperOf(options);
  const { ending } = formats[options.format]!;
  const tables = options.format !== 'csv' ? [''] : options.table === 'all' ? TABLES : [options.table];
  const asReviewed = options.review === undefined ? null : await reviewedBy(options.review, ruleset, options.reportLang);
  return async (files) => {
    const { analysis: machine, document } = await analyzeSource(await readTogether(files, options.tracked), how);
    const analysis = asReviewed === null ? machine : asReviewed(machine, document.text);
    const language = options.reportLang ?? analysis.document.language;
    const report = checksPage === null ? render : checksPage((await import('../rules/wording.ts')).wordingFor(language, ruleset).checks.groups);
    const shown = { ...textOptions(paper, language, ruleset), share: options.share === true };
    const pages = [];
    for (const table of tables) pages.push({ ending: table === '' ? ending : `${table}.${ending}`, page: await report(analysis, document, { ...shown, table }, () => onlyFile(files)) });
    return { pages, told: toldOf(analysis) };
  };
};

/** The bytes of the one file that a text was read from. */
const onlyFile = async (files: readonly string[]): Promise<Uint8Array> => {
  const [file] = files;
  if (files.length > 1 || file === undefined || file === '-') throw new Failure('comments go into one file', { where: '--format comments', next: 'Name one Word file' });
  return (await import('../read/bytes.ts')).readBytes(file);
};

const toldOf = ({ document, clauses, provisions, warnings }: Analysis): string =>
  `${document.language}, ${document.pages} pages, ${document.characters} characters, ${clauses.length} clauses, ${provisions.length} provisions, ${warnings.length} warnings`;

/** What the verdicts of a log make of an Analysis of its text. Throws a Failure when there is no such log. */
const reviewedBy = async (log: string, ruleset: Ruleset, reportLang: string | undefined): Promise<(analysis: Analysis, text: string) => Analysis> => {
  if (!existsSync(log)) throw new Failure('no such log', { where: log, next: 'Name the log of a review; lacuna review FILE starts one' });
  const [{ readLog }, { reviewAnalysis }, { withDesk }, { wordingFor }] = await Promise.all([import('../review/log.ts'), import('../review/reviewed.ts'), import('../desk.ts'), import('../rules/wording.ts')]);
  const { ledger } = readLog(log);
  return (analysis, text) => withDesk(reviewAnalysis(analysis, text, ledger, ruleset), text, ruleset, wordingFor(reportLang ?? analysis.document.language, ruleset));
};

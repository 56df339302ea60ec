/** `lacuna verify`: reads a text anew and says whether an earlier report still holds. */
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Analysis } from '../analysis.ts';
import { Failure, printable } from '../failure.ts';
import type { Verification } from '../verify.ts';
import { langOption, reportLangOption, rulesOption } from './options.ts';
import { raise } from './outcome.ts';
import { paperOf } from './paper.ts';
import { openProduct } from './product.ts';
import { type OneTextOptions, readOne } from './read-one.ts';

interface Options extends OneTextOptions {
  review?: string;
  format: 'text' | 'json';
}

export const verifyCommand = (): Command =>
  new Command('verify')
    .summary('whether an earlier report still holds')
    .description('Reads the text anew, under the type and date of the report, and says whether the report still holds and what differs if not. Exit code 1 when it does not hold.')
    .argument('<report>', 'a report that analyze wrote with --format json or ndjson')
    .argument('<file>', 'the text it is about')
    .addOption(new Option('--review <log>', 'the review log, for a report on a reviewed reading'))
    .addOption(new Option('--with <files...>', 'files that were read as one with the text'))
    .addOption(langOption())
    .addOption(reportLangOption())
    .addOption(rulesOption())
    .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  lacuna verify accord.json accord.pdf')
    .action(verify);

const verify = async (path: string, file: string, options: Options): Promise<void> => {
  const [{ compareReadings, holds }, { verificationPage }] = await Promise.all([import('../verify.ts'), import('../report/verification.ts')]);
  const reports = await readReports(path);
  let [report] = reports as [Analysis, ...Analysis[]];
  const read = async (lang?: string): Promise<Analysis> => {
    const { type } = report.score;
    const how = { ...options, ...(lang !== undefined && { lang }), ...(type.by === 'user' && { type: type.name }), ...(report.document.signed !== null && { signed: report.document.signed }) };
    const { analysis, document, ruleset } = await readOne(file, how);
    return options.review === undefined ? analysis : reviewed(analysis, document.text, options.review, ruleset);
  };
  let now = await read(options.lang);
  report = reports.find(({ document }) => document.textSha256 === now.document.textSha256) ?? report;
  let found: Verification = compareReadings(report, now);
  // A language that was given by hand is not written down as such: try it before saying no.
  if (!holds(found) && options.lang === undefined && found.grounds.text) {
    now = await read(report.document.language);
    const other = compareReadings(report, now);
    if (holds(other)) found = other;
  }
  const product = await openProduct(undefined);
  await product.write(options.format === 'json' ? `${JSON.stringify({ holds: holds(found), ...found }, null, 1)}\n` : printableLines(verificationPage(found, paperOf({}).width)));
  if (!holds(found)) raise(1);
};

const printableLines = (page: string): string => page.split('\n').map(printable).join('\n');

const reviewed = async (analysis: Analysis, text: string, log: string, ruleset: Parameters<typeof import('../review/reviewed.ts')['reviewAnalysis']>[3]): Promise<Analysis> => {
  if (!existsSync(log)) throw new Failure('no such log', { where: log, next: 'Name the log of the review' });
  const [{ readLog }, { reviewAnalysis }] = await Promise.all([import('../review/log.ts'), import('../review/reviewed.ts')]);
  return reviewAnalysis(analysis, text, readLog(log).ledger, ruleset);
};

/** The reports in a file: one, a list, or one a line. Throws a Failure for anything else, older formats included. */
const readReports = async (path: string): Promise<Analysis[]> => {
  const { readBytes } = await import('../read/bytes.ts');
  const text = new TextDecoder().decode(await readBytes(path));
  const found = parse(text) ?? text.split('\n').filter((line) => line.trim() !== '').map(parse);
  const reports = Array.isArray(found) ? found : [found];
  const { analysisSchema } = await import('../analysis.ts');
  const checked = reports.map((report) => analysisSchema.safeParse(report));
  const wrong = checked.find(({ success }) => !success)?.error?.issues[0];
  if (checked.length === 0 || wrong !== undefined) {
    const place = wrong === undefined || wrong.path.length === 0 ? '' : ` (at ${wrong.path.join('.')})`;
    throw new Failure(`no report of this version of lacuna${place}`, { where: path, next: 'Name a file that lacuna analyze wrote with --format json' });
  }
  return reports as Analysis[];
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

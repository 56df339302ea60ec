/** `lacuna evaluate`: the tool against gold that people have coded. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import type { Provision } from '../analysis.ts';
import type { Analyzed } from '../analyze.ts';
import type { GoldText } from '../evaluate/ablation.ts';
import type { Alignment } from '../evaluate/align.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { Failure, printable } from '../failure.ts';
import type { readSource as ReadSource } from '../read/index.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { analyzeOptions, langOption, type ReadingOptions, rulesOption } from './options.ts';
import { tell } from './outcome.ts';
import { openProduct } from './product.ts';

/** Where the gold lies beside a checkout of this project. */
const GOLD = '../shared/domain/gold';
const TEXTS = '../shared/agreements';

interface Options extends ReadingOptions {
  gold?: string[];
  document?: string;
  segments?: string;
  format: 'text' | 'json';
  out?: string;
}

export type Analyze = (input: Parameters<typeof ReadSource>[0]) => Promise<Analyzed>;

/** One gold file with what the tool says of its units; `fold` is true for gold of a whole document. */
export interface AlignedGold extends Alignment {
  title: string;
  fold: boolean;
  texts: GoldText[];
}

export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .summary('compare the tool with gold coded by people')
    .description('Compares what the tool says with gold: texts whose units two coders have given a status and topics. Without a gold it takes all that lies beside this project, if it is there, and prints everything that is measured on one page.')
    .option('--gold <files...>', 'gold files (TSV), or a folder of them')
    .option('--document <file>', 'the text that the gold is about, or a folder of texts told apart by name')
    .option('--segments <file>', 'the table of texts that segment gold is about')
    .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text'))
    .addOption(langOption())
    .addOption(rulesOption())
    .option('--out <file>', 'write the result to this file')
    .addHelpText('after', '\nExamples:\n  lacuna evaluate --gold gold-accord.tsv --document accord.txt\n  lacuna evaluate --gold gold-segments.tsv --segments segments.tsv --format json')
    .action(evaluateGold);

const evaluateGold = async (options: Options): Promise<void> => {
  const golds = (options.gold ?? [GOLD]).flatMap(goldFiles);
  const ruleset = await (await import('../ruleset-file.ts')).openRuleset(options.rules);
  const analyze = await analyzerFor(ruleset, options);
  const read: AlignedGold[] = [];
  const step = (told: string): void => {
    if (process.stderr.isTTY === true) tell(told);
  };
  for (const [i, gold] of golds.entries()) {
    step(`${i + 1}/${golds.length} ${printable(basename(gold))}`);
    read.push(await alignGold(gold, options, analyze));
  }
  step('comparing');
  const inFormat = await (options.gold === undefined ? everything(read, ruleset, analyze) : eachGold(read));
  const product = await openProduct(options.out, golds);
  await product.write(inFormat[options.format]());
  await product.finish();
};

type InFormat = Record<Options['format'], () => string>;

/** All that lies beside this project, on one page. */
const everything = async (read: readonly AlignedGold[], ruleset: Ruleset, analyze: Analyze): Promise<InFormat> => {
  const [{ gatherOverview }, { overviewPage }] = await Promise.all([import('./overview.ts'), import('../evaluate/overview.ts')]);
  const overview = await gatherOverview(read, ruleset, analyze, readTable);
  return { json: () => jsonOf(overview), text: () => overviewPage(overview) };
};

/** The gold that was named: a page for each, a table before them. */
const eachGold = async (read: readonly AlignedGold[]): Promise<InFormat> => {
  const [{ evaluate }, { evaluationPage }, { summaryTable }] = await Promise.all([import('../evaluate/evaluate.ts'), import('../evaluate/page.ts'), import('../evaluate/summary.ts')]);
  const evaluations = read.map(({ title, fold, units, missing }): Evaluation => evaluate(units, { title, fold, missing }));
  const documents = read.filter(({ fold }) => fold);
  if (documents.length > 1) evaluations.push(evaluate(documents.flatMap(({ units }) => units), { title: 'all documents', fold: true, missing: documents.flatMap(({ missing }) => missing) }));
  return {
    json: () => jsonOf(evaluations.length === 1 ? evaluations[0] : evaluations),
    text: () => [...(evaluations.length > 1 ? [summaryTable(evaluations)] : []), ...evaluations.map(evaluationPage)].join('\n'),
  };
};

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** The gold files at a path. */
const goldFiles = (path: string): string[] => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new Failure('no such gold', { where: path, next: 'Name a gold file or a folder of them with --gold' });
  if (!status.isDirectory()) return [path];
  const files = readdirSync(path).filter((name) => /^gold-.*\.tsv$/u.test(name)).toSorted();
  if (files.length === 0) throw new Failure('no gold in it', { where: path, next: 'Gold files are called gold-….tsv' });
  return files.map((name) => join(path, name));
};

/** An analyzer that reads a file once, however often it is asked for. */
const analyzerFor = async (ruleset: Ruleset, options: Options): Promise<Analyze> => {
  const [{ createAnalyzer }, { readSource }, { tool }] = await Promise.all([import('../analyze.ts'), import('../read/index.ts'), import('../tool.ts')]);
  const analyzeSource = createAnalyzer(ruleset, tool);
  const known = new Map<string, Promise<Analyzed>>();
  return async (input) => {
    const path = 'path' in input ? input.path : null;
    const analyzed = (path === null ? undefined : known.get(path)) ?? readSource(input).then((source) => analyzeSource(source, analyzeOptions(options)));
    if (path !== null) known.set(path, analyzed);
    return analyzed;
  };
};

const alignGold = async (gold: string, options: Options, analyze: Analyze): Promise<AlignedGold> => {
  const [{ parseDocumentGold, parseSegmentGold }, { alignDocument, segmentUnit }] = await Promise.all([import('../evaluate/gold.ts'), import('../evaluate/align.ts')]);
  const tsv = await readTable(gold);
  const title = basename(gold).replace(/^gold-|\.tsv$/gu, '');
  if (!/^(?:[^\n]*\t)?seg_id\t/u.test(tsv)) {
    const { analysis, document } = await analyze({ path: await textFor(gold, options.document) });
    const units = parseDocumentGold(tsv, gold);
    const align = (provisions: Provision[]): Alignment => alignDocument(units, { ...analysis, provisions }, document.text);
    return { title, fold: true, ...align(analysis.provisions), texts: [{ document, clauses: analysis.clauses, fold: true, align: (provisions) => align(provisions).units }] };
  }
  const tables = options.segments ?? (await textFor(gold, options.document));
  const read: AlignedGold = { title, fold: false, units: [], missing: [], texts: [] };
  for (const segment of parseSegmentGold(tsv, gold, await readTable(tables), tables)) {
    const { analysis, document } = await analyze({ bytes: Buffer.from(segment.text), name: `${segment.id}.txt` });
    read.units.push(segmentUnit(segment, analysis));
    read.texts.push({ document, clauses: analysis.clauses, fold: false, align: (provisions) => [segmentUnit(segment, { provisions })] });
  }
  return read;
};

const readTable = async (path: string): Promise<string> => {
  const { readBytes } = await import('../read/bytes.ts');
  return new TextDecoder().decode(await readBytes(path));
};

/** The text that goes with a gold file: the one named, or the one in a folder whose name says so. */
const textFor = async (gold: string, named: string | undefined): Promise<string> => {
  const place = named ?? (dirname(gold) === GOLD ? TEXTS : undefined);
  if (place === undefined) throw new Failure('no text named for this gold', { where: gold, next: 'Name it with --document' });
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return place;
  const { partnerOf } = await import('../evaluate/partner.ts');
  return join(place, partnerOf(basename(gold), readdirSync(place)));
};

/** `lacuna evaluate`: the tool against gold that people have coded. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import type { Analyzed } from '../analyze.ts';
import type { Alignment, Unit } from '../evaluate/align.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { Failure } from '../failure.ts';
import type { readSource as ReadSource } from '../read/index.ts';
import { analyzeOptions, langOption, type ReadingOptions, rulesOption } from './options.ts';
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

type Analyze = (input: Parameters<typeof ReadSource>[0]) => Promise<Analyzed>;

export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .summary('compare the tool with gold coded by people')
    .description('Compares what the tool says with gold: texts whose units two coders have given a status and topics. Without options it takes the gold beside this project, if it is there.')
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
  const [{ evaluate }, { evaluationPage }, { summaryTable }] = await Promise.all([import('../evaluate/evaluate.ts'), import('../evaluate/page.ts'), import('../evaluate/summary.ts')]);
  const analyze = await analyzerFor(options);
  const read = [];
  for (const gold of golds) read.push(await alignGold(gold, options, analyze));
  const evaluations = read.map(({ title, fold, units, missing }): Evaluation => evaluate(units, { title, fold, missing }));
  const documents = read.filter(({ fold }) => fold);
  if (documents.length > 1) evaluations.push(evaluate(documents.flatMap(({ units }) => units), { title: 'all documents', fold: true, missing: documents.flatMap(({ missing }) => missing) }));
  const product = await openProduct(options.out, golds);
  if (options.format === 'json') await product.write(`${JSON.stringify(evaluations.length === 1 ? evaluations[0] : evaluations, null, 1)}\n`);
  else await product.write([...(evaluations.length > 1 ? [summaryTable(evaluations)] : []), ...evaluations.map(evaluationPage)].join('\n'));
  await product.finish();
};

/** The gold files at a path. */
const goldFiles = (path: string): string[] => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new Failure('no such gold', { where: path, next: 'Name a gold file or a folder of them with --gold' });
  if (!status.isDirectory()) return [path];
  const files = readdirSync(path).filter((name) => /^gold-.*\.tsv$/u.test(name)).toSorted();
  if (files.length === 0) throw new Failure('no gold in it', { where: path, next: 'Gold files are called gold-….tsv' });
  return files.map((name) => join(path, name));
};

const analyzerFor = async (options: Options): Promise<Analyze> => {
  const [{ createAnalyzer }, { readSource }, { openRuleset }, { tool }] = await Promise.all([
    import('../analyze.ts'), import('../read/index.ts'), import('../ruleset-file.ts'), import('../tool.ts'),
  ]);
  const analyzeSource = createAnalyzer(await openRuleset(options.rules), tool);
  return async (input) => analyzeSource(await readSource(input), analyzeOptions(options));
};

/** One gold file with what the tool says of its units; `fold` is true for gold of a whole document. */
const alignGold = async (gold: string, options: Options, analyze: Analyze): Promise<Alignment & { title: string; fold: boolean }> => {
  const [{ parseDocumentGold, parseSegmentGold }, { alignDocument, segmentUnit }] = await Promise.all([import('../evaluate/gold.ts'), import('../evaluate/align.ts')]);
  const tsv = await readTable(gold);
  const title = basename(gold).replace(/^gold-|\.tsv$/gu, '');
  if (!/^(?:[^\n]*\t)?seg_id\t/u.test(tsv)) {
    const { analysis, document } = await analyze({ path: await textFor(gold, options.document) });
    return { title, fold: true, ...alignDocument(parseDocumentGold(tsv, gold), analysis, document.text) };
  }
  const texts = options.segments ?? (await textFor(gold, options.document));
  const units: Unit[] = [];
  for (const segment of parseSegmentGold(tsv, gold, await readTable(texts), texts)) {
    units.push(segmentUnit(segment, (await analyze({ bytes: Buffer.from(segment.text), name: `${segment.id}.txt` })).analysis));
  }
  return { title, fold: false, units, missing: [] };
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

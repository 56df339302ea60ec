/** `lacuna corpus`: texts into one SQLite file, and questions to it. */
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Filters, Hit } from '../corpus/search.ts';
import { printable } from '../failure.ts';
import { rulesOption, wholeNumber } from './options.ts';
import { complain, tell } from './outcome.ts';
import { openProduct } from './product.ts';

const CORPUS = 'lacuna-corpus.sqlite';
const STATUSES = ['SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'PROCEDURAL'];
/** One of `names`, in whatever case it is typed. */
const oneOf = (names: readonly string[]) => (value: string): string => {
  const named = names.find((name) => name === value.toUpperCase());
  if (named === undefined) throw new InvalidArgumentError(`Write one of ${names.join(', ')}.`);
  return named;
};
const corpusOption = (): Option => new Option('--corpus <file>', 'the corpus').default(CORPUS);
const formatOption = (): Option => new Option('--format <name>', 'form of the answer').choices(['text', 'json', 'csv']).default('text');

export const corpusCommand = (): Command =>
  new Command('corpus')
    .summary('a collection of agreements: import, list, search, count')
    .description('Keeps any number of analysed agreements in one SQLite file and answers questions across them.')
    .addCommand(importCommand())
    .addCommand(listCommand())
    .addCommand(searchCommand())
    .addCommand(statsCommand())
    .addCommand(profilesCommand())
    .addHelpText('after', '\nExamples:\n  lacuna corpus import agreements/\n  lacuna corpus search "joint command" --status DELEGATED');

const importCommand = (): Command =>
  new Command('import')
    .summary('read and analyse texts into the corpus')
    .description('Imports files, folders of texts (PDF, DOCX, HTML, Markdown, plain text) and PA-X exports (CSV with the column "Agreement text"). An export without that column tells country, stage and codes of files whose names begin with their PA-X number ("2112-accord.pdf"). What is there and unchanged is passed over; an import that was stopped goes on where it was.')
    .argument('<path...>', 'files, folders, PA-X exports')
    .addOption(corpusOption())
    .addOption(rulesOption())
    .addOption(new Option('--jobs <number>', 'texts read side by side').argParser(wholeNumber(1, 64)).default(availableParallelism(), 'as many as there are processors'))
    .addHelpText('after', '\nExample:\n  lacuna corpus import pax_corpus.csv agreements/ --corpus peace.sqlite')
    .action(importTexts);

const importTexts = async (paths: string[], { corpus, rules, jobs }: { corpus: string; rules?: string; jobs: number }): Promise<void> => {
  const [{ importFiles }, { filesIn, sizeOf }, { fullDisk, openStore }, { createProgress }, { openRuleset }, { tool }] = await Promise.all([
    import('../corpus/import.ts'), import('../corpus/inputs.ts'), import('../corpus/store.ts'), import('../corpus/progress.ts'), import('../ruleset-file.ts'), import('../tool.ts'),
  ]);
  const files = filesIn(paths);
  const ruleset = await openRuleset(rules);
  const store = openStore(corpus, { create: true });
  const progress = createProgress(sizeOf(files), process.stderr);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const { written, unchanged, failed } = await importFiles(store, files, {
      jobs, rules,
      analysedBy: `${tool.name} ${tool.version} ${'sha256' in tool ? tool.sha256 : ''} rules ${ruleset.sha256}`,
      onStep: (bytes) => progress.step(bytes),
      onFailure: (error, where) => {
        progress.clear();
        complain(error, where);
      },
      stopped: () => stopped,
    });
    progress.clear();
    tell(`${printable(corpus)}: ${written} read, ${unchanged} unchanged${failed > 0 ? `, ${failed} could not be read` : ''}${stopped ? '; stopped, the same command goes on from here' : ''}.`);
  } catch (error) {
    progress.clear();
    throw fullDisk(error, corpus);
  } finally {
    store.close();
  }
  if (stopped) process.exitCode = 130;
};

interface SearchOptions extends Omit<Filters, 'words' | 'year'> {
  corpus: string;
  format: 'text' | 'json' | 'csv';
  year?: string;
  out?: string;
}

const searchCommand = (): Command =>
  new Command('search')
    .summary('find clauses by their words and by how they were read')
    .description('Finds clauses by words and phrases (their other forms included; AND, OR, NOT, NEAR/5, parentheses, begin*) and by how they were read, in any combination.')
    .argument('[words...]', 'words, "phrases", AND, OR, NOT, NEAR/5')
    .addOption(corpusOption())
    .option('--leaf <code>', 'topic: IN.2, or all of a domain: IN')
    .addOption(new Option('--status <name>', `how a provision was read: ${STATUSES.join(', ')}`).argParser(oneOf(STATUSES)))
    .option('--body <kind>', 'kind of the body that receives it: technical, joint, ministry, leaders, parties, parliament, executive')
    .option('--decision <id>', 'the most telling clause on this decision: n1')
    .option('--country <name>', 'country or conflict of the agreement')
    .option('--region <name>', 'region of the agreement')
    .option('--year <years>', 'year or years of the agreement: 2018 or 2010-2018')
    .option('--stage <code>', 'stage as PA-X codes it: Pre, SubPar, SubComp, Imp, Ren, Cea')
    .option('--code <name>', 'PA-X code that is not zero, or at least so high: SsrDdr=2')
    .option('--agreement <name>', 'part of its name, or its PA-X number')
    .addOption(new Option('--sort <order>', 'match: nearest to the words first (usual where there are words); date or name of the agreement').choices(['match', 'date', 'agreement']))
    .addOption(new Option('--most <number>', 'hits to show').argParser(wholeNumber(1, 1_000_000)).default(20))
    .addOption(formatOption())
    .option('--out <file>', 'write the answer to this file')
    .addHelpText('after', '\nExamples:\n  lacuna corpus search "joint command" OR "unified command" --status DELEGATED\n  lacuna corpus search disarm NEAR/8 police --year 2010-2018 --format csv\n  lacuna corpus search --leaf IN.2 --body technical')
    .action(search);

const search = async (words: string[], { corpus, format, year, out, ...filters }: SearchOptions): Promise<void> => {
  const [{ searchCorpus }, { missingIn }, { openStore }, { yearsOf, renderHits }] = await Promise.all([import('../corpus/search.ts'), import('../corpus/held.ts'), import('../corpus/store.ts'), import('../corpus/page.ts')]);
  const query = words.map((word) => (/\s/u.test(word) && !/["()]|\b(?:AND|OR|NOT|NEAR)\b/u.test(word) ? `"${word}"` : word)).join(' ');
  const years = year === undefined ? undefined : yearsOf(year);
  const store = openStore(corpus, { create: false });
  let found: { hits: Hit[]; total: number };
  let missing: ReturnType<typeof missingIn> = null;
  const asked: Filters = { ...inTheirCase(filters), ...(query !== '' && { words: query }), ...(years !== undefined && { year: years }) };
  try {
    found = searchCorpus(store.db, asked);
    if (found.total === 0) missing = missingIn(store.db, asked);
  } finally {
    store.close();
  }
  const product = await openProduct(out);
  await product.write(await renderHits(found.hits, found.total, format));
  await product.finish();
  if (missing !== null) tell(`Nothing in this corpus has --${missing.filter} ${printable(missing.value)}; there is ${missing.held.length === 0 ? 'none' : printable(cutList(missing.held))}.`);
};

/** Codes are written in one case, however they are typed. */
const inTheirCase = <T extends { leaf?: string; decision?: string; body?: string }>(filters: T): T => ({
  ...filters,
  ...(filters.leaf !== undefined && { leaf: filters.leaf.toUpperCase() }),
  ...(filters.decision !== undefined && { decision: filters.decision.toLowerCase() }),
  ...(filters.body !== undefined && { body: filters.body.toLowerCase() }),
});

const LISTED = 12;

const cutList = (names: readonly string[]): string => `${names.slice(0, LISTED).join(', ')}${names.length > LISTED ? ` and ${names.length - LISTED} more` : ''}`;

const listCommand = (): Command =>
  new Command('list')
    .summary('the agreements of the corpus')
    .description('Lists the agreements with their score.')
    .addOption(corpusOption())
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  lacuna corpus list --format csv')
    .action(async ({ corpus, format }: { corpus: string; format: 'text' | 'json' | 'csv' }) => {
      const [{ openStore }, { renderList }] = await Promise.all([import('../corpus/store.ts'), import('../corpus/page.ts')]);
      const store = openStore(corpus, { create: false });
      try {
        const product = await openProduct(undefined);
        await product.write(await renderList(store.db, format));
        await product.finish();
      } finally {
        store.close();
      }
    });

const statsCommand = (): Command =>
  new Command('stats')
    .summary('what the corpus holds, in numbers')
    .description('Counts agreements, clauses and provisions, and prints the hash of the content: the same texts, rules and tool give the same hash.')
    .addOption(corpusOption())
    .addHelpText('after', '\nExample:\n  lacuna corpus stats')
    .action(async ({ corpus }: { corpus: string }) => {
      const [{ openStore }, { statsOf }] = await Promise.all([import('../corpus/store.ts'), import('../corpus/stats.ts')]);
      const store = openStore(corpus, { create: false });
      try {
        process.stdout.write(`${JSON.stringify(statsOf(store), null, 1)}\n`);
      } finally {
        store.close();
      }
    });

const profilesCommand = (): Command =>
  new Command('profiles')
    .summary('figures of each agreement, without its text')
    .description('Prints scores and readings of each agreement as JSON: figures only, none of its sentences.')
    .addOption(corpusOption())
    .option('--out <file>', 'write them to this file')
    .addHelpText('after', '\nExample:\n  lacuna corpus profiles --out corpus/profiles.json')
    .action(async ({ corpus, out }: { corpus: string; out?: string }) => {
      const [{ openStore }, { profilesOf }] = await Promise.all([import('../corpus/store.ts'), import('../corpus/profiles.ts')]);
      const store = openStore(corpus, { create: false });
      try {
        const product = await openProduct(out);
        await product.write(`[\n${profilesOf(store.db).map((profile) => JSON.stringify(profile)).join(',\n')}\n]\n`);
        await product.finish();
      } finally {
        store.close();
      }
    });

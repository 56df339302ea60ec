/** `lacuna review`: a person confirms or corrects the reading; every verdict is on disk before the next one. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import type { Analyzed } from '../analyze.ts';
import type { Explanation } from '../explain.ts';
import { Failure, printable } from '../failure.ts';
import type { Session } from '../review/app.tsx';
import type { Offer } from '../review/carry.ts';
import type { Log, ReadLog } from '../review/log.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { analyzeOptions, checkType, langOption, type ReadingOptions, rulesOption, signedOption, typeOption } from './options.ts';
import { tell } from './outcome.ts';

interface Options extends ReadingOptions {
  log?: string;
  who?: string;
  resolve?: string[];
  plain?: true;
  status?: true;
  readOnly?: true;
  bidi: 'terminal' | 'own';
}

export const reviewCommand = (): Command =>
  new Command('review')
    .summary('confirm or correct the reading, clause by clause')
    .description('Goes through provisions and decisions on the terminal: yes, no, or something else. Every verdict is saved at once in a log beside the text, and finds its clause again in the next draft.')
    .argument('<file>', 'the text to review')
    .option('--log <file>', 'the log, to go on from an earlier draft for instance (default: <file>.review.jsonl)')
    .option('--who <name>', 'name to write verdicts under (default: your user name)')
    .option('--status', 'print how far the review has come, and leave')
    .option('--resolve <logs...>', 'settle where these two logs differ')
    .option('--read-only', 'look, write nothing')
    .option('--plain', 'line by line: one question, one answer; for screen readers and simple terminals')
    .addOption(new Option('--bidi <how>', 'right-to-left text: left to the terminal, or put in order by lacuna').choices(['terminal', 'own']).default('terminal'))
    .addOption(typeOption())
    .addOption(signedOption())
    .addOption(langOption())
    .addOption(rulesOption())
    .addHelpText('after', '\nExamples:\n  lacuna review draft-2.docx\n  lacuna review draft-3.docx --log draft-2.docx.review.jsonl\n  lacuna review draft-2.docx --status\n  lacuna review draft-2.docx --resolve ada.jsonl ben.jsonl')
    .action(review);

const review = async (file: string, options: Options): Promise<void> => {
  if (file === '-') throw new Failure('standard input is the keyboard of a review', { where: 'lacuna review', next: 'Save the text in a file first' });
  if (options.status !== true && (process.stdout.isTTY !== true || (options.plain !== true && process.stdin.isTTY !== true))) {
    throw new Failure('a review needs a terminal', { where: 'lacuna review', next: `Use lacuna analyze ${file} --review LOG for a report, or lacuna review ${file} --status` });
  }
  const { logBeside, openLog, readLog } = await import('../review/log.ts');
  const path = options.log ?? logBeside(file);
  if (options.log !== undefined && !existsSync(path) && (options.status === true || options.readOnly === true)) throw new Failure('no such log', { where: path, next: 'Name the log of a review' });
  const { analyzed, ruleset, explain } = await readText(file, options);
  const offers = options.resolve === undefined ? undefined : await disputes(options.resolve, analyzed);
  const { createWorld } = await import('../review/world.ts');
  const worldOf = ({ ledger }: ReadLog) => createWorld(analyzed.analysis, analyzed.document.text, ledger, ruleset, offers);
  if (options.status === true) {
    const { statusPage } = await import('../review/status.ts');
    const log = readLog(path);
    process.stdout.write(statusPage(worldOf(log), log));
    return;
  }
  const readOnly = options.readOnly === true;
  const log: Log = readOnly ? { ...readLog(path), append: () => { throw new Failure('this session is read-only', { where: path, next: 'Start it without --read-only' }); }, close: () => {} } : openLog(path);
  try {
    const world = worldOf(log);
    const { start } = await import('../review/state.ts');
    const first = { ...start(world, log.ledger, readOnly), ...(offers !== undefined && { filters: ['offer:any'], at: Math.max(0, world.items.findIndex(({ key }) => offers.has(key))) }) };
    const greeting = greet(log, world);
    const session: Session = { world, first: { ...first, message: greeting }, append: log.append, explain, stamp: stamper(analyzed, options) };
    if (options.plain === true) await (await import('../review/plain.ts')).runPlain(session, process.stdin, process.stdout);
    else await (await import('../review/terminal.tsx')).runOnTerminal(session, { bidi: options.bidi, marks: noColor() }, log.close);
  } finally {
    log.close();
  }
  tell(`Saved in ${printable(path)}.`);
};

const noColor = (): boolean => (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';

const stamper = ({ analysis: { tool, ruleset, document } }: Analyzed, { who }: Options) => {
  const name = who ?? userInfo().username;
  return () => ({ who: name, at: new Date().toISOString(), tool: `${tool.name} ${tool.version}`, rules: ruleset.sha256, document: document.textSha256 });
};

const greet = ({ torn }: ReadLog, { offers, carried, lost }: { offers: ReadonlyMap<string, unknown>; carried: ReadonlySet<string>; lost: readonly unknown[] }): string => [
  torn > 0 ? `the log ended in the middle of an entry; those ${torn} bytes were dropped` : '',
  carried.size + offers.size + lost.length > 0 ? `from earlier: ${carried.size} carried over, ${offers.size} to look at again, ${lost.length} no longer here` : '',
].filter(Boolean).join('; ');

/** The text read and analysed, and the way to explain one of its clauses; rules are prepared for that when it is first asked. */
const readText = async (file: string, options: Options): Promise<{ analyzed: Analyzed; ruleset: Ruleset; explain: (clause: string) => Promise<Explanation[]> }> => {
  const [{ createAnalyzer }, { readSource }, { openRuleset }, { tool }] = await Promise.all([import('../analyze.ts'), import('../read/index.ts'), import('../ruleset-file.ts'), import('../tool.ts')]);
  const ruleset = await openRuleset(options.rules);
  checkType(options.type, ruleset);
  const analyzed = await createAnalyzer(ruleset, tool)(await readSource({ path: file }), analyzeOptions(options));
  const { analysis, document } = analyzed;
  const rules = ruleset.languages[analysis.document.language];
  if (analysis.provisions.length === 0) throw new Failure(rules === undefined ? `no rules for the language "${analysis.document.language}"` : 'no security provisions found', { where: file, next: 'There is nothing to review; lacuna analyze shows what could be read' });
  const explain = async (id: string): Promise<Explanation[]> => {
    const [{ createReader }, { explainClauses }] = await Promise.all([import('../reading.ts'), import('../explain.ts')]);
    const wanted = analysis.clauses.filter((clause) => clause.id === id);
    return explainClauses(wanted, analysis, document.text, (await createReader(rules!))(document, analysis.clauses, options.signed ?? null), rules!, ruleset);
  };
  return { analyzed, ruleset, explain };
};

/** Where two logs differ, as offers to choose from. */
const disputes = async (logs: readonly string[], { analysis, document }: Analyzed): Promise<ReadonlyMap<string, readonly Offer[]>> => {
  const [first, second] = logs;
  if (first === undefined || second === undefined || logs.length > 2) throw new Failure('two logs are needed', { where: '--resolve', next: 'Name them after the file: lacuna review FILE --resolve A B' });
  const [{ disputesBetween }, { readLog }, { keysOf }] = await Promise.all([import('../review/coders.ts'), import('../review/log.ts'), import('../verdicts.ts')]);
  for (const path of [first, second]) if (!existsSync(path)) throw new Failure('no such log', { where: path, next: 'Name the log of a review' });
  const here = new Set(keysOf(analysis, document.text).values());
  const found = disputesBetween({ name: first, ledger: readLog(first).ledger }, { name: second, ledger: readLog(second).ledger });
  const offers = new Map([...found].filter(([key]) => here.has(key)));
  if (offers.size === 0) throw new Failure('the two logs do not differ on any clause of this text', { where: '--resolve', next: 'There is nothing to settle' });
  return offers;
};

/** The sessions of a review: line by line or on a screen, with a text that is being read meanwhile. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Analysis } from '../analysis.ts';
import type { Analyzed } from '../analyze.ts';
import { Failure } from '../failure.ts';
import type { Session } from '../review/app.tsx';
import type { TextRead } from '../review/background.ts';
import type { Offer } from '../review/carry.ts';
import type { Log, ReadLog } from '../review/log.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { analyzeOptions, type ReadingOptions } from './options.ts';

export interface ReviewOptions extends ReadingOptions {
  log?: string;
  who?: string;
  resolve?: string[];
  plain?: true;
  status?: true;
  readOnly?: true;
  bidi: 'terminal' | 'own';
}

/** What a session works on. */
export interface Sitting {
  file: string;
  options: ReviewOptions;
  log: Log;
  /** Loads the rules; not done before it must be, as a screen reads the text meanwhile. */
  rules(): Promise<Ruleset>;
}

export const lineByLine = async (sitting: Sitting): Promise<void> => {
  const { file, options } = sitting;
  const ruleset = await sitting.rules();
  const [analyzed, { createExplainer }, { runPlain }] = await Promise.all([readHere(file, options, ruleset), import('../review/reasons.ts'), import('../review/plain.ts')]);
  const explain = createExplainer(analyzed, ruleset, options.signed ?? null);
  const session = await judging({ analysis: analyzed.analysis, text: analyzed.document.text }, sitting, ruleset, explain);
  await runPlain(session, process.stdin, process.stdout);
};

/** Characters of a text that is read so soon that its clauses need not be shown first, and how long that may take, in milliseconds. */
const SHORT = { characters: 200_000, wait: 700 };

export const onScreen = async (sitting: Sitting): Promise<void> => {
  const { file, options, log, rules } = sitting;
  const { readInBackground } = await import('../review/background.ts');
  const reading = readInBackground(new URL('./reading-worker.js', import.meta.url), { file, rules: options.rules, options: analyzeOptions(options) });
  try {
    const [ruleset, { runOnTerminal }, lead] = await Promise.all([rules(), import('../review/terminal.tsx'), reading.lead]);
    const whole = reading.whole.then((read) => (read.analysis.provisions.length === 0 ? looking(read, sitting, ruleset, nothingIn(read, ruleset)) : judging(read, sitting, ruleset, reading.explain)));
    const waited = lead.text.length > SHORT.characters ? null : await Promise.race([whole, new Promise<null>((resolve) => setTimeout(resolve, SHORT.wait, null))]);
    const now = waited ?? (await looking(lead, sitting, ruleset, 'Still reading what is settled and left open. You can look through the text.'));
    await runOnTerminal(now, waited === null ? whole : null, { bidi: options.bidi, marks: noColor() }, log.close);
  } finally {
    reading.stop();
  }
};

const nothingIn = ({ analysis: { document } }: TextRead, { languages }: Ruleset): string =>
  languages[document.language] === undefined ? `There are no rules for the language "${document.language}": the text can be looked through, not reviewed.` : 'No provisions on security were found: the text can be looked through.';

/** A session in which the text is looked through. */
const looking = async ({ analysis, text }: TextRead, { options, log }: Sitting, ruleset: Ruleset, unread: string): Promise<Session> => {
  const [{ createTextWorld }, { start }] = await Promise.all([import('../review/world.ts'), import('../review/state.ts')]);
  const world = createTextWorld(analysis, text, ruleset, unread);
  return { world, first: start(world, log.ledger, true), append: log.append, explain: async () => [], stamp: stamper(analysis, options) };
};

/** A session in which verdicts are given. */
const judging = async (read: TextRead, { file, options, log }: Sitting, ruleset: Ruleset, explain: Session['explain']): Promise<Session> => {
  const { analysis, text } = read;
  if (analysis.provisions.length === 0) throw new Failure(nothingIn(read, ruleset), { where: file, next: 'There is nothing to review; lacuna analyze shows what could be read' });
  const offers = options.resolve === undefined ? undefined : await disputes(options.resolve, read);
  const [{ createWorld }, { start }] = await Promise.all([import('../review/world.ts'), import('../review/state.ts')]);
  const world = createWorld(analysis, text, log.ledger, ruleset, offers);
  const first = start(world, log.ledger, options.readOnly === true);
  const queue = offers === undefined ? {} : { filters: ['offer:any'], at: Math.max(0, world.items.findIndex(({ key }) => offers.has(key))) };
  return { world, first: { ...first, ...queue, message: greet(log, world) }, append: log.append, explain, stamp: stamper(analysis, options) };
};

/** Reads the text in this thread, for what has no screen to keep alive. */
export const readHere = async (file: string, options: ReviewOptions, ruleset: Ruleset): Promise<Analyzed> => {
  const [{ createAnalyzer }, { readSource }, { tool }] = await Promise.all([import('../analyze.ts'), import('../read/index.ts'), import('../tool.ts')]);
  return createAnalyzer(ruleset, tool)(await readSource({ path: file }), analyzeOptions(options));
};

const noColor = (): boolean => (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';

const stamper = ({ tool, ruleset, document }: Analysis, { who }: ReviewOptions) => {
  const name = who ?? userInfo().username;
  return () => ({ who: name, at: new Date().toISOString(), tool: `${tool.name} ${tool.version}`, rules: ruleset.sha256, document: document.textSha256 });
};

const greet = ({ torn, entries }: ReadLog, { offers, carried, lost }: { offers: ReadonlyMap<string, unknown>; carried: ReadonlySet<string>; lost: readonly unknown[] }): string => [
  torn > 0 ? `the log ended in the middle of an entry; those ${torn} bytes were dropped` : '',
  carried.size + offers.size + lost.length > 0 ? `from earlier: ${carried.size} carried over, ${offers.size} to look at again, ${lost.length} no longer here` : '',
  entries.length === 0 ? '? lists the keys; v goes to the item that moves the score most' : '',
].filter(Boolean).join('; ');

/** Where two logs differ, as offers to choose from. */
const disputes = async (logs: readonly string[], { analysis, text }: TextRead): Promise<ReadonlyMap<string, readonly Offer[]>> => {
  const [first, second] = logs;
  if (first === undefined || second === undefined || logs.length > 2) throw new Failure('two logs are needed', { where: '--resolve', next: 'Name them after the file: lacuna review FILE --resolve A B' });
  const [{ disputesBetween }, { readLog }, { keysOf }] = await Promise.all([import('../review/coders.ts'), import('../review/log.ts'), import('../verdicts.ts')]);
  for (const path of [first, second]) if (!existsSync(path)) throw new Failure('no such log', { where: path, next: 'Name the log of a review' });
  const here = new Set(keysOf(analysis, text).values());
  const found = disputesBetween({ name: first, ledger: readLog(first).ledger }, { name: second, ledger: readLog(second).ledger });
  const offers = new Map([...found].filter(([key]) => here.has(key)));
  if (offers.size === 0) throw new Failure('the two logs do not differ on any clause of this text', { where: '--resolve', next: 'There is nothing to settle' });
  return offers;
};

/** `lacuna review`: a person confirms or corrects the reading; every verdict is on disk before the next one. */
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Failure, printable } from '../failure.ts';
import { modeAfter } from '../file-mode.ts';
import type { Log, ReadLog } from '../review/log.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { checkType, langOption, rulesOption, signedOption, typeOption } from './options.ts';
import { tell } from './outcome.ts';
import { lineByLine, onScreen, readHere, type ReviewOptions } from './review-session.ts';

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

const review = async (file: string, options: ReviewOptions): Promise<void> => {
  if (file === '-') throw new Failure('standard input is the keyboard of a review', { where: 'lacuna review', next: 'Save the text in a file first' });
  const { stdin, stdout } = process;
  if (options.status !== true && (stdout.isTTY !== true || (options.plain !== true && stdin.isTTY !== true))) {
    throw new Failure('a review needs a terminal', { where: 'lacuna review', next: `Use lacuna analyze ${file} --review LOG for a report, or lacuna review ${file} --status` });
  }
  const [{ logBeside, openLog, readLog }, { openRuleset }] = await Promise.all([import('../review/log.ts'), import('../ruleset-file.ts')]);
  const path = options.log ?? logBeside(file);
  if (options.log !== undefined && !existsSync(path) && (options.status === true || options.readOnly === true)) throw new Failure('no such log', { where: path, next: 'Name the log of a review' });
  const rules = async (): Promise<Ruleset> => {
    const ruleset = await openRuleset(options.rules);
    checkType(options.type, ruleset);
    return ruleset;
  };
  if (options.status === true) return void stdout.write(await status(file, options, readLog(path), await rules()));
  if (!existsSync(file)) throw new Failure('no such file', { where: file, next: 'Check the name' });
  const log: Log = options.readOnly === true ? closedLog(readLog(path), path) : openLog(path, modeAfter([file]));
  try {
    await (options.plain === true ? lineByLine : onScreen)({ file, options, log, rules });
  } finally {
    log.close();
  }
  tell(`Saved in ${printable(path)}.`);
};

const status = async (file: string, options: ReviewOptions, log: ReadLog, ruleset: Ruleset): Promise<string> => {
  const [{ createWorld }, { statusPage }, { analysis, document }] = await Promise.all([import('../review/world.ts'), import('../review/status.ts'), readHere(file, options, ruleset)]);
  return statusPage(createWorld(analysis, document.text, log.ledger, ruleset), log);
};

const closedLog = (log: ReadLog, path: string): Log => ({
  ...log,
  append: () => {
    throw new Failure('this session is read-only', { where: path, next: 'Start it without --read-only' });
  },
  close: () => {},
});

#!/usr/bin/env node
/** argv -> command. Alone decides how a run ends; every command loads what it needs when it is called. */
import './offline.ts';
import { Command, CommanderError } from 'commander';
import { analyzeCommand } from './commands/analyze.ts';
import { benchmarkCommand } from './commands/benchmark.ts';
import { bodiesCommand } from './commands/bodies.ts';
import { compareCommand } from './commands/compare.ts';
import { corpusCommand } from './commands/corpus.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { explainCommand } from './commands/explain.ts';
import { glossaryCommand } from './commands/glossary.ts';
import { limitOption } from './commands/limit.ts';
import { matrixCommand } from './commands/matrix.ts';
import { complain, raise, tell } from './commands/outcome.ts';
import { unwritable } from './commands/product.ts';
import { parityCommand } from './commands/parity.ts';
import { precedentsCommand } from './commands/precedents.ts';
import { reliabilityCommand } from './commands/reliability.ts';
import { reviewCommand } from './commands/review.ts';
import { rulesCommand } from './commands/rules.ts';
import { schemaCommand } from './commands/schema.ts';
import { timelineCommand } from './commands/timeline.ts';
import { verifyCommand } from './commands/verify.ts';
import { printable } from './failure.ts';
import { tool } from './tool.ts';

const program = new Command('lacuna')
  .description('Reads a peace agreement or a draft of one and shows what its security provisions settle, what they leave open, and to whom. Works offline.')
  .version(tool.version, '--version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .addOption(limitOption())
  .addHelpText('after', '\nExamples:\n  lacuna analyze draft.docx\n  lacuna explain draft.docx 2.4.1\n\nEvery command has its own help: lacuna analyze --help');

for (const command of [analyzeCommand(), explainCommand(), compareCommand(), parityCommand(), corpusCommand(), precedentsCommand(), bodiesCommand(), timelineCommand(), matrixCommand(), benchmarkCommand(), rulesCommand(), glossaryCommand(), schemaCommand(), evaluateCommand(), reviewCommand(), reliabilityCommand(), verifyCommand()]) program.addCommand(command);

/** Usage errors are told in one line, below in `end`; what commander prints by itself is help and the version. */
const quiet = (command: Command): void => {
  command.exitOverride().configureOutput({ outputError: () => {} }).configureHelp({ showGlobalOptions: true }).helpOption('-h, --help', 'print help');
  for (const inner of command.commands) quiet(inner);
};
quiet(program);

const end = (error: unknown): void => {
  if (!(error instanceof CommanderError)) return complain(error);
  if (error.exitCode === 0) return;
  raise(2);
  if (error.code !== 'commander.help') tell(printable(`lacuna: ${error.message.replace(/^error: |\.$/gu, '').replaceAll('\n', ' ')}. See lacuna --help`));
};

// Whoever reads us may stop early ("| head"): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') complain(unwritable(error, 'standard output'));
  process.exit();
});

await program.parseAsync().catch(end);

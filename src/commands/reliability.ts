/** `lacuna reliability`: how far two reviewers agree beyond chance. */
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { Failure } from '../failure.ts';

export const reliabilityCommand = (): Command =>
  new Command('reliability')
    .summary('how far two reviewers agree')
    .description("Compares the logs of two reviews of one text: agreement, Cohen's kappa and Krippendorff's alpha for statuses and topics, over what both judged.")
    .argument('<first>', 'log of the first reviewer')
    .argument('<second>', 'log of the second reviewer')
    .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  lacuna reliability ada.jsonl ben.jsonl\n  lacuna review accord.pdf --resolve ada.jsonl ben.jsonl')
    .action(async (first: string, second: string, { format }: { format: 'text' | 'json' }) => {
      const [{ readLog }, { reliabilityOf }, { reliabilityPage }] = await Promise.all([import('../review/log.ts'), import('../review/coders.ts'), import('../review/reliability-page.ts')]);
      const [a, b] = [first, second].map((path) => {
        if (!existsSync(path)) throw new Failure('no such log', { where: path, next: 'Name the log of a review' });
        return readLog(path).ledger;
      });
      const found = reliabilityOf(a!, b!);
      if (found.both === 0) throw new Failure('the two logs share no item that both judged', { where: second, next: 'Name two logs of reviews of the same text' });
      process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 1)}\n` : reliabilityPage(found));
    });

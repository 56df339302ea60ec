/** The files of a folder of rules, which may come from a stranger: plain files only, and not too much of them. */
import { lstatSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Failure } from '../failure.ts';
import { holdTo } from '../limits.ts';

/** Names below `folder`, with "/" whatever the system. Throws a Failure for links, devices, and more than rules ever take. */
export const listRuleFiles = (folder: string): string[] => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml'));
  const advice = 'Name a folder that holds rules only';
  if (names.length === 0) throw new Failure('no rule files', { where: folder, next: 'Name a folder of rules such as the rules/ folder of lacuna' });
  holdTo('rule-files', names.length, 'files', folder, advice);
  let bytes = 0;
  for (const name of names) {
    const status = lstatSync(join(folder, name));
    // A link could lead to any file of the reader, and an error message would show a piece of it.
    if (!status.isFile()) throw new Failure('not a regular file', { where: join(folder, name), next: 'Put the rule file itself there' });
    bytes += status.size;
  }
  holdTo('rule-megabytes', bytes / 2 ** 20, 'MB of rules', folder, advice);
  return names.map((name) => name.split(sep).join('/')).toSorted();
};

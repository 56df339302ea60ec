/** `--limit NAME=NUMBER`, before or after any command: raises one of the limits on what is read. */
import { InvalidArgumentError, Option } from 'commander';
import { LIMIT_NAMES, type LimitName, setLimit } from '../limits.ts';

const take = (value: string): string => {
  const [, name, number] = /^([a-z-]+)=(\d+(?:\.\d+)?)$/u.exec(value) ?? [];
  if (!LIMIT_NAMES.includes(name as LimitName) || !(Number(number) > 0)) {
    throw new InvalidArgumentError(`Write a name and a number, such as pages=6000; the names are ${LIMIT_NAMES.join(', ')}.`);
  }
  setLimit(name as LimitName, Number(number));
  return value;
};

export const limitOption = (): Option => new Option('--limit <name=number>', 'raise a limit on what is read, for instance pages=6000; works with every command').argParser(take);

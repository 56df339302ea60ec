/** How a run ends: words on stderr and the exit code. 0 done, 1 a check failed, 2 input or arguments at fault; 2 wins over 1. */
import { Failure, printable, printablePage } from '../failure.ts';

/** Raises the exit code, never lowers it. */
export const raise = (code: 1 | 2): void => {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
};

/** One line for people, beside the product. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** SQLite tells that a file is damaged only when it comes to the place. */
const isDamaged = (error: unknown): error is Error => error instanceof Error && error.name === 'SQLite3Error' && /malformed|not a database|corrupt/u.test(error.message);

/** Tells what went wrong: one line for what the user can mend, the whole stack for a fault of ours. */
export const complain = (error: unknown, where?: string): void => {
  raise(2);
  if (error instanceof Failure) return tell(`lacuna: ${error.line}`);
  if (isDamaged(error)) return tell('lacuna: the corpus is damaged. Import the texts again into a new file.');
  const place = where === undefined ? '' : ` (while reading ${printable(where)})`;
  tell(`lacuna: this is a fault of lacuna, not of your text${place}. Please report it with these lines:`);
  tell(printablePage(error instanceof Error ? (error.stack ?? error.message) : String(error)));
};

/** Who may read a file that is written: nobody who may not read the text it was made from. */
import { fstatSync, statSync } from 'node:fs';

const READ_WRITE = 0o666;
const OWNER = 0o600;

const modeOf = (path: string): number => {
  try {
    return path === '-' ? fstatSync(0).mode : statSync(path).mode;
  } catch {
    // a text that cannot be read says nothing; the command will say why
    return READ_WRITE;
  }
};

/** Permission bits for a file made from `inputs` ("-" is standard input); the umask of the user is taken off later. */
export const modeAfter = (inputs: readonly string[]): number => inputs.reduce((mode, path) => mode & modeOf(path), READ_WRITE) | OWNER;

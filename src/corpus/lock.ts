/** One process at a time writes or reads a corpus. */
import { existsSync, rmdirSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { Held, takeLock } from '../lock.ts';

/** Takes the corpus; the function it returns gives it back. Throws a Failure while another process that still lives holds it. */
export const lockCorpus = (path: string): (() => void) => {
  const release = take(path);
  // the SQLite build marks a locked file by an empty folder, which outlives a killed process
  if (existsSync(`${path}.lock`)) rmdirSync(`${path}.lock`);
  return release;
};

const take = (path: string): (() => void) => {
  try {
    return takeLock(`${path}.in-use`);
  } catch (error) {
    if (error instanceof Held) throw new Failure('the corpus is in use by another run of lacuna', { where: path, next: `Wait until that run is done; if there is none, delete ${path}.in-use` });
    throw openFailure(error as NodeJS.ErrnoException, path);
  }
};

/** What the system says of a corpus, in one line. */
export const openFailure = ({ code }: NodeJS.ErrnoException, where: string): Error => {
  if (code === 'EACCES' || code === 'EROFS') return new Failure('no permission to read and write there', { where, next: 'Copy it to a folder where you may write, or name another with --corpus' });
  return new Failure(code === 'ENOENT' ? 'no such folder' : `cannot be opened (${code})`, { where, next: 'Name another place with --corpus' });
};

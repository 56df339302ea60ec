/** One process at a time writes or reads a corpus: a small file beside it names who. What a killed process left is cleared. */
import { existsSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { Failure } from '../failure.ts';

/** Takes the lock; the function it returns gives it back. Throws a Failure while another process that still lives holds it. */
export const takeLock = (path: string): (() => void) => {
  const mark = `${path}.in-use`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(mark, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw openFailure(error as NodeJS.ErrnoException, path);
      const holder = Number(readFileSync(mark, { encoding: 'utf8', flag: 'a+' }));
      if (attempt > 3 || (holder > 0 && holder !== process.pid && isAlive(holder))) throw new Failure('the corpus is in use by another run of lacuna', { where: path, next: 'Wait until that run is done' });
      rmSync(mark, { force: true });
    }
  }
  // the SQLite build marks a locked file by an empty folder, which outlives a killed process
  if (existsSync(`${path}.lock`)) rmdirSync(`${path}.lock`);
  return () => rmSync(mark, { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const openFailure = ({ code }: NodeJS.ErrnoException, where: string): Error =>
  new Failure(code === 'ENOENT' ? 'no such folder' : code === 'EACCES' || code === 'EROFS' ? 'no permission to write there' : `cannot be opened (${code})`, { where, next: 'Name another place with --corpus' });

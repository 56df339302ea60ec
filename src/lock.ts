/** One process at a time: a small file names who has what it stands beside. What a killed process left is taken over. */
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';

/** Another process has it; its number, where the file tells it. */
export class Held extends Error {
  readonly holder: number | null;

  constructor(holder: number | null) {
    super('held by another process');
    this.holder = holder;
  }
}

/** Marks of this process: another one may have had its number before. */
const own = new Set<string>();

/** Between making the file and writing a number into it nobody needs so long. */
const HALF_MADE_MS = 10_000;

/** Makes the file `mark`; the function it returns takes it away. Throws Held, or the error of the system when nothing can be written there. */
export const takeLock = (mark: string): (() => void) => {
  for (;;) {
    try {
      const file = openSync(mark, 'wx');
      try {
        writeSync(file, String(process.pid));
      } finally {
        closeSync(file);
      }
      own.add(mark);
      return () => {
        own.delete(mark);
        rmSync(mark, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    takeAway(mark);
  }
};

/** Takes a dead process's file away. By renaming only one of two newcomers gets it; one that is not the dead one's goes back. */
const takeAway = (mark: string): void => {
  const holder = holderOf(mark);
  if (!isLeft(mark, holder)) throw new Held(holder);
  const aside = `${mark}.${process.pid}`;
  try {
    renameSync(mark, aside);
    if (holderOf(aside) === holder) rmSync(aside);
    else renameSync(aside, mark);
  } catch {
    throw new Held(holder);
  }
};

const isLeft = (mark: string, holder: number | null): boolean => {
  if (holder !== null) return holder === process.pid ? !own.has(mark) : !isAlive(holder);
  const made = statSync(mark, { throwIfNoEntry: false });
  return made === undefined || (made.size === 0 && Date.now() - made.mtimeMs > HALF_MADE_MS);
};

const holderOf = (mark: string): number | null => {
  try {
    const pid = Number(readFileSync(mark, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
};

/** Whether a process of this number runs on this machine. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

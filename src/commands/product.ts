/** Where the product of a command goes: standard output, or a file that appears whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

export interface Product {
  write(text: string): Promise<void>;
  /** Makes the file appear under its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

const nothing = async (): Promise<void> => {};

const standardOutput: Product = {
  write: (text) => new Promise((resolve) => void process.stdout.write(text, () => resolve())),
  finish: nothing,
  discard: nothing,
};

/** `out` is the path the user gave, if any; `inputs` are files that must not be overwritten. Throws a Failure for a path that cannot be written. */
export const openProduct = async (out: string | undefined, inputs: readonly string[] = []): Promise<Product> => {
  if (out === undefined || out === '-') return standardOutput;
  const target = await realpath(out).catch(() => out);
  const existing = await stat(target).catch(() => null);
  if (existing !== null && !existing.isFile()) throw new Failure('not a file', { where: out, next: 'Name a file for --out' });
  for (const input of inputs) {
    const read = await stat(input).catch(() => null);
    if (read !== null && existing !== null && read.ino === existing.ino && read.dev === existing.dev) {
      throw new Failure('this is the text that is to be read', { where: out, next: 'Name another file for --out' });
    }
  }
  return temporaryFile(target, out);
};

/** Written beside the target, where a rename is one step, and on the disk before it takes the name. */
const temporaryFile = async (target: string, where: string): Promise<Product> => {
  const path = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}`);
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new Failure('no such folder', { where, next: 'Make the folder first, or name another for --out' });
    if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') throw new Failure('no permission to write there', { where, next: 'Name another folder for --out' });
    if (error.code === 'ENAMETOOLONG') throw new Failure('the name is too long', { where: `${where.slice(0, 40)}…`, next: 'Name another file for --out' });
    throw error;
  });
  const noRoom = (error: NodeJS.ErrnoException): never => {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw new Failure('the disk is full', { where, next: 'Make room, or name another folder for --out' });
    throw error;
  };
  return {
    write: (text) => file.writeFile(text).catch(noRoom),
    finish: async () => {
      await file.sync().catch(noRoom);
      await file.close();
      await rename(path, target);
    },
    discard: async () => {
      await file.close();
      await rm(path, { force: true });
    },
  };
};

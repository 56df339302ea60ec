/** Where the product of a command goes: standard output, or a file that appears whole or not at all. */
import { randomUUID } from 'node:crypto';
import { fstatSync, rmSync, writeSync } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure, printablePage } from '../failure.ts';
import { modeAfter } from '../file-mode.ts';

export interface Product {
  write(data: string | Uint8Array): Promise<void>;
  /** Makes the file appear under its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

const nothing = async (): Promise<void> => {};

/** What to say of a system error, by its code. */
const REASONS: Readonly<Record<string, [string, string]>> = {
  ENOENT: ['no such folder', 'Make the folder first, or name another for --out'],
  ENOTDIR: ['no such folder', 'Make the folder first, or name another for --out'],
  EACCES: ['no permission to write there', 'Name another folder for --out'],
  EPERM: ['no permission to write there', 'Name another folder for --out'],
  EROFS: ['no permission to write there', 'Name another folder for --out'],
  ENAMETOOLONG: ['the name is too long', 'Name another file for --out'],
  ERR_INVALID_ARG_VALUE: ['no name for a file', 'Name another file for --out'],
  ENOSPC: ['the disk is full', 'Make room, or name another folder for --out'],
  EDQUOT: ['the disk is full', 'Make room, or name another folder for --out'],
  EFBIG: ['the disk takes no file as large as this', 'Name another folder for --out'],
  EIO: ['the disk cannot be written to', 'Name another folder for --out'],
};

/** The Failure for a system error, or the error itself when it is not the user's. */
export const unwritable = (error: unknown, where: string): unknown => {
  const [what, next] = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? ['', ''];
  return what === '' ? error : new Failure(what, { where: where.length > 255 ? `${where.slice(0, 40)}…` : where, next });
};

/** Into a file by hand: Node's stream takes half of a write, as a full disk does it, for the whole. */
const writeWhole = (data: string | Uint8Array): void => {
  const bytes = Buffer.from(data);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  } catch (error) {
    throw unwritable(error, 'standard output');
  }
};

/** Errors of a pipe or terminal arrive at the stream: `cli.ts` tells them. */
const standardOutput: Product = {
  write: async (data) => {
    if (fstatSync(1).isFile()) return writeWhole(data);
    const shown = process.stdout.isTTY === true && typeof data === 'string' ? printablePage(data) : data;
    await new Promise<void>((resolve) => void process.stdout.write(shown, () => resolve()));
  },
  finish: nothing,
  discard: nothing,
};

/** `out` is the path the user gave, if any; `inputs` are files that must not be overwritten and whose permissions the product gets. Throws a Failure for a path that cannot be written. */
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
  return temporaryFile(target, out, modeAfter(inputs));
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Written beside the target, where a rename is one step, and on the disk before it takes the name. */
const temporaryFile = async (target: string, where: string, mode: number): Promise<Product> => {
  const path = join(dirname(target), `.${basename(target).slice(0, 200)}.${randomUUID().slice(0, 8)}`);
  const fail = (error: unknown): never => {
    throw unwritable(error, where);
  };
  const file = await open(path, 'wx', mode).catch(fail);
  // Whoever stops the program leaves no half of a report behind.
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(path, { force: true });
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const discard = async (): Promise<void> => {
    forget();
    await file.close();
    await rm(path, { force: true });
  };
  const orDiscard = async (step: Promise<unknown>): Promise<void> => {
    try {
      await step;
    } catch (error) {
      await discard();
      fail(error);
    }
  };
  return {
    write: (data) => orDiscard(file.writeFile(data)),
    finish: async () => {
      await orDiscard(file.sync());
      await orDiscard(rename(path, target).then(() => syncFolder(dirname(target))));
      forget();
      await file.close();
    },
    discard,
  };
};

/** The new name is on the disk too. Where a folder cannot be opened (Windows), the system sees to it. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
};

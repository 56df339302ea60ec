/** Where the product of a command goes: standard output, or a file that appears whole or not at all. */
import { constants, fstatSync, writeSync } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure, printablePage } from '../failure.ts';
import { modeAfter } from '../file-mode.ts';
import { openTemporary, type Temporary } from './temporary.ts';

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
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const [what, next] = REASONS[code] ?? (syscall === undefined ? ['', ''] : [`it cannot be written (${code})`, 'Name another folder for --out']);
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
  // Told before a long text is read, not after.
  await access(dirname(target), constants.W_OK).catch((error: unknown) => {
    throw unwritable(error, out);
  });
  return wholeFile(target, out, modeAfter(inputs));
};

/** A file that is made when there is something to write, and takes its name when it is whole. */
const wholeFile = (target: string, where: string, mode: number): Product => {
  let file: Promise<Temporary> | undefined;
  const step = async (doIt: (file: Temporary) => Promise<void>): Promise<void> => {
    try {
      await doIt(await (file ??= openTemporary(target, mode)));
    } catch (error) {
      await discard();
      throw unwritable(error, where);
    }
  };
  const discard = async (): Promise<void> => (await file?.catch(() => undefined))?.discard();
  return { write: (data) => step((open) => open.write(data)), finish: () => step((open) => open.finish()), discard };
};

/** Bytes from a path or from standard input, with everything refused that is no ordinary file. */
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { limits, pastLimit } from '../limits.ts';

const most = (): number => limits.megabytes * 2 ** 20;

const tooLarge = (where: string): Failure => pastLimit('megabytes', `larger than ${limits.megabytes} MB`, where, 'Give the text without its scans and pictures');

/** What to say of a system error, by its code. */
const REASONS: Readonly<Record<string, [string, string]>> = {
  ENOENT: ['no such file', 'Check the path'],
  ENOTDIR: ['no such file', 'Check the path'],
  ENAMETOOLONG: ['no such file', 'Check the path'],
  ERR_INVALID_ARG_VALUE: ['no such file', 'Check the path'],
  ENXIO: ['not a regular file', 'Give a file, or "-" for standard input'],
  ELOOP: ['a link that points to itself', 'Give the file itself'],
  EACCES: ['no permission to read it', 'Ask for read permission, or copy the file'],
  EPERM: ['no permission to read it', 'Ask for read permission, or copy the file'],
  EIO: ['the disk cannot read it', 'Copy the file from another place'],
};

const asFailure = (error: unknown, where: string): unknown => {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const [what, next] = REASONS[code] ?? (syscall === undefined ? ['', ''] : [`it cannot be read (${code})`, 'Copy the file to another place']);
  return what === '' ? error : new Failure(what, { where, next });
};

/** All chunks as one array; throws a Failure once they are larger than any text. */
const gather = async (chunks: AsyncIterable<Buffer>, where: string): Promise<Uint8Array> => {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most()) throw tooLarge(where);
    kept.push(chunk);
  }
  return Buffer.concat(kept);
};

const refuseUnlessFile = (status: { isFile(): boolean; isDirectory(): boolean; size: number }, where: string): void => {
  if (status.isDirectory()) throw new Failure('a folder, not a file', { where, next: 'Give the files in it by name' });
  if (!status.isFile()) throw new Failure('not a regular file', { where, next: 'Give a file, or "-" for standard input' });
  if (status.size > most()) throw tooLarge(where);
};

/** Reads what the file holds now; one that is still being written would be read in half. */
const readWhole = async (file: FileHandle, where: string): Promise<Uint8Array> => {
  const before = await file.stat();
  refuseUnlessFile(before, where);
  // Read on past its size, so that growing shows; what never ends stops at the limit.
  const bytes = await gather(file.createReadStream({ autoClose: false, start: 0, end: Math.max(before.size, most()), highWaterMark: 1 << 20 }), where);
  const after = await file.stat();
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || (before.size > 0 && bytes.length !== before.size)) {
    throw new Failure('the file changed while it was read', { where, next: 'Wait until it is written, or copy it, and try again' });
  }
  return bytes;
};

/** Contents of the file at `path`, or of standard input for "-". Throws a Failure for every user mistake. */
export const readBytes = async (path: string): Promise<Uint8Array> => {
  if (path === '-') return gather(process.stdin as AsyncIterable<Buffer>, 'standard input');
  try {
    // Asked before opening, and opened without waiting: opening a pipe would wait for its other end for ever.
    refuseUnlessFile(await stat(path), path);
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readWhole(file, path);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asFailure(error, path);
  }
};

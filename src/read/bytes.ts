/** Bytes from a path or from standard input, with everything refused that is no ordinary file. */
import { open, stat } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { limits } from '../limits.ts';

const tooLarge = (where: string): Failure =>
  new Failure(`larger than ${limits.bytes / 1024 / 1024} MB`, { where, next: 'Give the text without its scans and pictures' });

/** What to say of a system error, by its code. */
const REASONS: Readonly<Record<string, [string, string]>> = {
  ENOENT: ['no such file', 'Check the path'],
  ENOTDIR: ['no such file', 'Check the path'],
  ENAMETOOLONG: ['no such file', 'Check the path'],
  ERR_INVALID_ARG_VALUE: ['no such file', 'Check the path'],
  ELOOP: ['a link that points to itself', 'Give the file itself'],
  EACCES: ['no permission to read it', 'Ask for read permission, or copy the file'],
  EPERM: ['no permission to read it', 'Ask for read permission, or copy the file'],
};

const asFailure = (error: unknown, where: string): unknown => {
  const [what, next] = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? ['', ''];
  return what === '' ? error : new Failure(what, { where, next });
};

const readStandardInput = async (): Promise<Uint8Array> => {
  const where = 'standard input';
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limits.bytes) throw tooLarge(where);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Contents of the file at `path`, or of standard input for "-". Throws a Failure for every user mistake. */
export const readBytes = async (path: string): Promise<Uint8Array> => {
  if (path === '-') return readStandardInput();
  try {
    // Asked before opening: opening a pipe would wait for its other end for ever.
    const status = await stat(path);
    if (status.isDirectory()) throw new Failure('a folder, not a file', { where: path, next: 'Give the files in it by name' });
    if (!status.isFile()) throw new Failure('not a regular file', { where: path, next: 'Give a file, or "-" for standard input' });
    if (status.size > limits.bytes) throw tooLarge(path);
    const file = await open(path);
    try {
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asFailure(error, path);
  }
};

/** The log of a review on disk: one JSON entry a line, only ever added to. An entry is on disk when `append` returns. */
import { closeSync, constants, fsyncSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { limits, pastLimit } from '../limits.ts';
import { Held, takeLock } from '../lock.ts';
import { type Entry, type Ledger, replay } from './ledger.ts';

export interface ReadLog {
  entries: Entry[];
  ledger: Ledger;
  /** Bytes up to the end of the last whole line. */
  whole: number;
  /** Bytes after it: the start of an entry that a crash cut short. */
  torn: number;
}

export interface Log extends ReadLog {
  append(entry: Entry): void;
  close(): void;
}

/** Where the log of a text stands unless the user says otherwise. */
export const logBeside = (file: string): string => `${file}.review.jsonl`;

/** What the file holds now, nothing where there is none. */
const bytesOf = (path: string): Buffer => {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return Buffer.alloc(0);
    if (!found.isFile()) throw new Failure('not a regular file', { where: path, next: 'Name the log of a review' });
    if (found.size > limits.megabytes * 2 ** 20) throw pastLimit('megabytes', `larger than ${limits.megabytes} MB`, path, 'Name the log of a review');
    // without waiting: some files of the system never come to an end
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`cannot read the log (${codeOf(error)})`, { where: path, next: 'Name a log that you may read' });
  }
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

/** Reads a log and changes nothing; a log that does not exist yet is empty. Throws a Failure for a line that is no entry. */
export const readLog = (path: string): ReadLog => {
  const bytes = bytesOf(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  const entries = lines.map((line, i) => parseEntry(line, `${path}:${i + 1}`));
  try {
    return { entries, ledger: replay(entries), whole, torn: bytes.length - whole };
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), { where: path, next: 'The log was changed by hand; restore it from a copy' });
  }
};

const parseEntry = (line: string, where: string): Entry => {
  try {
    const entry: unknown = JSON.parse(line);
    if (isEntry(entry)) return entry;
  } catch {
    // told below
  }
  throw new Failure('this line is no entry of a review log', { where, next: 'Name the log of a review, or restore it from a copy' });
};

const isEntry = (value: unknown): value is Entry => {
  const entry = value as Partial<Record<string, unknown>> | null;
  if (typeof entry !== 'object' || entry === null || typeof entry['n'] !== 'number') return false;
  if (!['who', 'at', 'tool', 'rules', 'document'].every((key) => typeof entry[key] === 'string')) return false;
  return entry['do'] === 'verdict' ? Array.isArray(entry['changes']) && entry['changes'].every(isChange) : (entry['do'] === 'undo' || entry['do'] === 'redo') && typeof entry['of'] === 'number';
};

const isRecord = (value: unknown): value is Partial<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isSaid = (value: unknown): boolean => isRecord(value) && typeof value['status'] === 'string' && Array.isArray(value['leaves']) && value['leaves'].every((leaf) => typeof leaf === 'string');

const isVerdict = (value: unknown): boolean =>
  isRecord(value) &&
  (value['reading'] === null || value['reading'] === 'rejected' || isSaid(value['reading'])) &&
  (value['parked'] === null || typeof value['parked'] === 'string') &&
  (value['from'] === null || typeof value['from'] === 'string') &&
  ['note', 'basis', 'document'].every((key) => typeof value[key] === 'string');

/** A log may come from a stranger: what is drawn and counted later must have the shape it is taken for. */
const isChange = (value: unknown): boolean =>
  isRecord(value) &&
  ['key', 'target', 'label', 'quote'].every((key) => typeof value[key] === 'string') &&
  isSaid(value['machine']) &&
  (value['before'] === null || isVerdict(value['before'])) &&
  isVerdict(value['after']);

/** Opens a log for one session, with these permissions when it is new; cuts off an entry that a crash left unfinished. Throws a Failure when another session has it. */
export const openLog = (path: string, mode = 0o600): Log => {
  const release = lock(path);
  try {
    const log = readLog(path);
    const file = openForAdding(path, mode);
    let size = log.whole;
    if (log.torn > 0) {
      ftruncateSync(file, log.whole);
      fsyncSync(file);
    }
    return {
      ...log,
      append: (entry) => {
        const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
        try {
          writeWhole(file, bytes);
          fsyncSync(file);
          size += bytes.length;
        } catch (error) {
          // A full disk may have taken half a line; the next entry must not be glued to it.
          ftruncateSync(file, size);
          throw unwritable(path, error);
        }
      },
      close: () => {
        closeSync(file);
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
};

const openForAdding = (path: string, mode: number): number => {
  try {
    return openSync(path, 'a', mode);
  } catch (error) {
    throw unwritable(path, error);
  }
};

const writeWhole = (file: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
};

const lock = (path: string): (() => void) => {
  try {
    return takeLock(`${path}.lock`);
  } catch (error) {
    throw error instanceof Held ? held(path, error.holder) : unwritable(path, error);
  }
};

const held = (path: string, pid: number | null): Failure =>
  new Failure(`another review session${pid === null ? '' : ` (process ${pid})`} has this log open`, { where: path, next: `Leave that session first, or name another log with --log; if there is none, delete ${path}.lock` });

const unwritable = (path: string, error: unknown): Failure =>
  new Failure(`cannot write the log (${codeOf(error)})`, { where: path, next: 'Name a log in a folder you may write to with --log, or add --read-only' });

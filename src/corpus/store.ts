/** The corpus file: opened, repaired after a kill, created, closed. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Database } from 'node-sqlite3-wasm';
import { Failure } from '../failure.ts';
import { lockCorpus, openFailure } from './lock.ts';
import { FORMAT, SCHEMA } from './schema.ts';

export interface Store {
  readonly db: Database;
  close(): void;
}

/** The build puts a copy beside the program. */
const LIBRARY = import.meta.url.endsWith('.ts') ? 'node-sqlite3-wasm' : './sqlite/node-sqlite3-wasm.js';

/** Where a corpus lies unless told otherwise. */
export const DEFAULT_CORPUS = 'lacuna-corpus.sqlite';

/** Opens a corpus; with `create` makes one that is not there. Throws a Failure for a file that is none, or is in use. */
export const openStore = (name: string, { create }: { create: boolean }): Store => {
  const path = resolve(name);
  const there = fs.existsSync(path);
  if (!there && !create) throw new Failure('no such corpus', { where: name, next: 'Make one with lacuna corpus import PATH' });
  if (there && !isDatabase(path)) throw new Failure('not a corpus of lacuna', { where: name, next: 'Name another file with --corpus' });
  const release = lockCorpus(path);
  let db: Database | undefined;
  try {
    // a short run ends before optimised code would pay; compiling once and simply halves the time to the first answer
    if (!create) setFlagsFromString('--liftoff-only');
    const { Database: Sqlite } = createRequire(import.meta.url)(LIBRARY) as typeof import('node-sqlite3-wasm');
    // it holds texts that others may not see
    if (!there) make(path);
    db = new Sqlite(path);
    // one process at a time, so that pages may stay in memory; the journal is on the disk before the corpus is touched
    db.exec(`PRAGMA cache_size=-${create ? 131072 : 16384}; PRAGMA temp_store=MEMORY`);
    const version = repairing(path, () => versionOf(db!));
    db.exec('PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA locking_mode=EXCLUSIVE');
    if (version === 0 && create) {
      db.exec(`PRAGMA page_size=8192; BEGIN; ${SCHEMA} PRAGMA user_version=${FORMAT}; COMMIT`);
    } else if (version !== FORMAT) throw new Failure('not a corpus that this version can read', { where: name, next: 'Import the texts again into a new file' });
  } catch (error) {
    db?.close();
    // what was to become a corpus, and did not
    if (!there) for (const rest of [path, `${path}-journal`]) fs.rmSync(rest, { force: true });
    release();
    throw fullDisk(error, name);
  }
  return {
    db,
    close: () => {
      db.close();
      release();
    },
  };
};

/** The Failure for a disk that took no more, or the error itself. */
export const fullDisk = (error: unknown, where: string): unknown =>
  error instanceof Error && error.name === 'SQLite3Error' && /disk|full/u.test(error.message) && !/malformed/u.test(error.message)
    ? new Failure('the corpus cannot be written: the disk may be full', { where, next: 'Make room and run the same command again; what was read before is kept' })
    : error;

const make = (path: string): void => {
  try {
    fs.closeSync(fs.openSync(path, 'wx', 0o600));
  } catch (error) {
    throw openFailure(error as NodeJS.ErrnoException, path);
  }
};

const isDatabase = (path: string): boolean => {
  try {
    if (!fs.statSync(path).isFile()) return false;
    const head = Buffer.alloc(16);
    const file = fs.openSync(path, 'r');
    const read = fs.readSync(file, head, 0, 16, 0);
    fs.closeSync(file);
    return read === 0 || head.toString('latin1').startsWith('SQLite format 3');
  } catch (error) {
    throw openFailure(error as NodeJS.ErrnoException, path);
  }
};

const versionOf = (db: Database): number => Number((db.get('SELECT user_version AS v FROM pragma_user_version') as { v: number }).v);

/**
 * SQLite undoes an unfinished write when it first reads, unless another process may still be at it. The file system layer of
 * this build takes our own lock for that other process and would never undo anything; while we hold the lock of `lockCorpus`,
 * nobody else can be there, so its question is answered with no.
 */
const repairing = <T>(path: string, first: () => T): T => {
  const real = fs.accessSync;
  fs.accessSync = (asked, mode) => {
    if (asked === `${path}.lock`) throw Object.assign(new Error('nobody else'), { code: 'ENOENT' });
    real(asked, mode);
  };
  try {
    return first();
  } finally {
    fs.accessSync = real;
  }
};

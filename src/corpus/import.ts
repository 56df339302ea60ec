/** Texts into a corpus: what is known and unchanged is passed over, the rest analysed in threads and written in batches. */
import { Failure } from '../failure.ts';
import type { Entry } from './entry.ts';
import { entriesOf } from './inputs.ts';
import { runPool } from './pool.ts';
import type { Store } from './store.ts';
import type { Task } from './worker.ts';
import { createWriter } from './write.ts';

export interface ImportOptions {
  readonly jobs: number;
  readonly rules: string | undefined;
  /** Tool and rules: with others every text is analysed anew. */
  readonly analysedBy: string;
  onStep(bytes: number): void;
  /** A text that could not be read. */
  onFailure(error: unknown, where: string): void;
  stopped(): boolean;
}

export interface Imported {
  written: number;
  unchanged: number;
  failed: number;
}

/** After so many characters or milliseconds a batch goes to the disk; what a kill can cost is one batch. */
const BATCH = { characters: 2_000_000, milliseconds: 2000 };

/** Imports `files`; each agreement is in the corpus as a whole or not at all. */
export const importFiles = async (store: Store, files: readonly string[], options: ImportOptions): Promise<Imported> => {
  const { db } = store;
  const count: Imported = { written: 0, unchanged: 0, failed: 0 };
  const known = new Map<string, { id: number; sha: string; by: string }>();
  const texts = new Set<string>();
  for (const row of db.all('SELECT id, key, input_sha256 AS sha, analysed_by AS by FROM agreement') as { id: number; key: string; sha: string; by: string }[]) {
    known.set(row.key, row);
    if (row.by === options.analysedBy) texts.add(row.sha);
  }
  const writer = createWriter(db);
  let pending = 0;
  let since = Date.now();
  const commit = (): void => {
    if (db.inTransaction) db.exec('COMMIT');
    pending = 0;
    since = Date.now();
  };
  const begin = (): void => {
    if (!db.inTransaction) db.exec('BEGIN');
  };
  const fail = (error: unknown, where: string): void => {
    count.failed++;
    options.onFailure(error, where);
  };
  async function* tasks(): AsyncGenerator<Task & { entry: Entry; size: number }> {
    let id = 0;
    for await (const entry of entriesOf(files)) {
      if (options.stopped()) return;
      if ('error' in entry) {
        fail(entry.error, entry.where);
        continue;
      }
      const before = known.get(entry.key);
      if (texts.has(entry.sha256) || (before !== undefined && before.sha === entry.sha256 && before.by === options.analysedBy)) {
        count.unchanged++;
        options.onStep(entry.bytes.length);
        continue;
      }
      texts.add(entry.sha256);
      const name = entry.key.startsWith('pax:') ? `${entry.where}.txt` : entry.where;
      yield { id: id++, bytes: entry.bytes, name, entry, size: entry.bytes.length, ...(entry.about.date !== null && { signed: entry.about.date }) };
    }
  }
  try {
    await runPool(tasks(), { rules: options.rules, wanted: 'rows' }, options.jobs, ({ entry, size }, done) => {
      options.onStep(size);
      if ('failure' in done) return fail(new Failure(done.failure.what, done.failure), entry.where);
      if ('fault' in done) return fail(new Error(done.fault), entry.where);
      if (!('rows' in done)) return;
      begin();
      writer.put(entry, done.rows, options.analysedBy);
      count.written++;
      pending += done.rows.characters;
      if (pending >= BATCH.characters || Date.now() - since >= BATCH.milliseconds) commit();
    }, options.stopped);
    commit();
  } finally {
    writer.finalize();
    if (db.inTransaction) db.exec('ROLLBACK');
  }
  return count;
};

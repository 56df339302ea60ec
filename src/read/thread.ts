/** The thread of `readApart`: one file in, its reading or its Failure out. */
import '../offline.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import type { Reading, Tracked } from './index.ts';
import { loadReader } from './readers.ts';

export interface Job {
  readonly kind: 'pdf' | 'docx';
  readonly bytes: Uint8Array;
  /** Names the file in a Failure. */
  readonly where: string;
  readonly tracked: Tracked;
}

/** What the thread tells: that it goes on, and how it ended. */
export type Told = { is: 'step' } | { is: 'reading'; reading: Reading } | { is: 'failure'; what: string; where: string; next: string };

// pdf.js drops promises that a damaged object then breaks; the reading goes on and says itself how it ends.
process.on('unhandledRejection', () => {});

const tell = (told: Told): void => parentPort!.postMessage(told, []);

const { kind, bytes, where, tracked } = workerData as Job;
try {
  const read = await loadReader(kind);
  tell({ is: 'reading', reading: await read(bytes, where, () => tell({ is: 'step' }), tracked) });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  tell({ is: 'failure', what: error.message, where: error.where, next: error.next });
}

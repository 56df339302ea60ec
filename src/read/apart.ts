/**
 * Reads a file in a thread that can be stopped. The libraries for PDF and Word files meet whatever a stranger has made; one
 * that hangs or takes all memory costs a clear message, not the session.
 */
import { Worker } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import { limits, pastLimit } from '../limits.ts';
import type { Reading, Tracked } from './index.ts';
import type { Job, Told } from './thread.ts';

/** How often the memory is looked at, in milliseconds. */
const GLANCE = 50;
const MEGABYTE = 2 ** 20;
const ADVICE = 'Print it to a new PDF or save it as plain text';

/** Processor time of this process: a busy machine makes no reader slower by it. */
const busySeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The bundle puts the thread beside the program; from the sources nothing runs apart. */
export const canReadApart = (): boolean => !import.meta.url.endsWith('.ts');

/** Reads `bytes`, which are handed over and gone afterwards. Throws a Failure also when the reader is stopped. */
export const readApart = (kind: Job['kind'], bytes: Uint8Array, where: string, tracked: Tracked = 'accepted'): Promise<Reading> => {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
  const worker = new Worker(new URL('./thread.js', import.meta.url), {
    workerData: { kind, bytes: own, where, tracked } satisfies Job,
    transferList: [own.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    stdout: true,
    stderr: true,
  });
  const start = { memory: process.memoryUsage.rss(), time: Date.now() };
  let lastStep = busySeconds();
  const tooMuch = (): Failure => pastLimit('memory', `reading it takes more than ${limits.memory} MB of memory`, where, ADVICE);
  const tooLong = (name: 'page-seconds' | 'file-seconds'): Failure => pastLimit(name, `reading it takes longer than ${limits[name]} seconds`, where, ADVICE);
  return new Promise<Reading>((resolve, reject) => {
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - start.memory > limits.memory * MEGABYTE) reject(tooMuch());
      else if (busySeconds() - lastStep > limits['page-seconds']) reject(tooLong('page-seconds'));
      else if (Date.now() - start.time > limits['file-seconds'] * 1000) reject(tooLong('file-seconds'));
    }, GLANCE);
    worker.on('message', (told: Told) => {
      if (told.is === 'step') lastStep = busySeconds();
      else if (told.is === 'reading') resolve(told.reading);
      else reject(new Failure(told.what, told));
    });
    worker.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error));
    worker.on('exit', () => {
      clearInterval(watch);
      reject(new Failure('the reader stopped without a word', { where, next: ADVICE }));
    });
  }).finally(() => worker.terminate());
};

/** Threads that share a stream of texts. Few texts are under way at a time, so that memory stays bounded whatever is imported. */
import { Worker } from 'node:worker_threads';
import type { Done, Start, Task } from './worker.ts';

/** Texts under way for each thread: one is read while the next waits. */
const AHEAD = 3;

/** Megabytes for what a text leaves behind: room for some texts, so that what is done with is not carried along. */
const YOUNG = 32;

/** The bundle puts the thread beside the program. */
const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? '../../dist/corpus-worker.js' : './corpus-worker.js', import.meta.url);

/** Runs `tasks` through `jobs` threads; `onDone` is called for each as it ends, in any order. Stops taking tasks when `stopped` says so. */
export const runPool = async <T extends Task>(tasks: AsyncIterable<T>, start: Start, jobs: number, onDone: (task: T, done: Done) => void | Promise<void>, stopped: () => boolean): Promise<void> => {
  const workers = Array.from({ length: jobs }, () => ({ thread: new Worker(workerFile(), { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }), load: 0 }));
  const open = new Map<number, { task: T; end: () => void }>();
  let failed: ((error: unknown) => void) | undefined;
  const fault = new Promise<never>((_, reject) => void (failed = reject));
  fault.catch(() => {});
  let free: (() => void) | undefined;
  for (const worker of workers) {
    worker.thread.on('message', (done: Done) => {
      const { task, end } = open.get(done.id)!;
      open.delete(done.id);
      worker.load--;
      // what `onDone` throws at once, a full disk for instance, ends the pool like any other fault
      new Promise<void>((resolve) => void resolve(onDone(task, done))).then(end, failed).finally(() => free?.());
    });
    worker.thread.on('error', (error) => failed!(error));
  }
  const running = new Set<Promise<void>>();
  try {
    for await (const task of tasks) {
      if (stopped()) break;
      while (workers.every(({ load }) => load >= AHEAD)) await Promise.race([new Promise<void>((resolve) => void (free = resolve)), fault]);
      const worker = workers.toSorted((a, b) => a.load - b.load)[0]!;
      worker.load++;
      const ended = new Promise<void>((end) => void open.set(task.id, { task, end }));
      running.add(ended);
      void ended.then(() => running.delete(ended));
      const { id, bytes, name, signed } = task;
      worker.thread.postMessage({ id, bytes, name, ...(signed !== undefined && { signed }) } satisfies Task, []);
    }
    await Promise.race([Promise.all(running), fault]);
  } finally {
    await Promise.all(workers.map(({ thread }) => thread.terminate()));
  }
};

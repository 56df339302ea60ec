/** Reads a text in a thread of its own, so that the screen answers meanwhile. */
import { Worker } from 'node:worker_threads';
import type { Analysis } from '../analysis.ts';
import type { Explanation } from '../explain.ts';
import { Failure } from '../failure.ts';
import type { Task } from './reading-worker.ts';

export interface TextRead {
  analysis: Analysis;
  text: string;
}

/** What the thread tells. */
export type Told =
  | ({ is: 'lead' | 'whole' } & TextRead)
  | { is: 'reasons'; clause: string; explanations: Explanation[] }
  | { is: 'failure'; what: string; where: string; next: string };

export interface Background {
  /** The clauses with which the text begins, without provisions and decisions. */
  lead: Promise<TextRead>;
  whole: Promise<TextRead>;
  explain(clause: string): Promise<Explanation[]>;
  stop(): void;
}

/** `program` is the thread's file. The promises reject with a Failure for a text that cannot be read. */
export const readInBackground = (program: URL, task: Task): Background => {
  const worker = new Worker(program, { workerData: task });
  const waiting = new Map<string, (explanations: Explanation[]) => void>();
  const lead = parcel<TextRead>();
  const whole = parcel<TextRead>();
  const fail = (error: unknown): void => {
    lead.reject(error);
    whole.reject(error);
  };
  worker.on('error', fail);
  worker.on('message', (told: Told) => {
    if (told.is === 'failure') fail(new Failure(told.what, told));
    else if (told.is === 'reasons') waiting.get(told.clause)?.(told.explanations);
    else if (told.is === 'lead') lead.resolve(told);
    else whole.resolve(told);
  });
  return {
    lead: lead.promise,
    whole: whole.promise,
    explain: (clause) => new Promise((resolve) => {
      waiting.set(clause, resolve);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(clause);
    }),
    stop: () => void worker.terminate(),
  };
};

/** A promise that is settled from outside; nobody need wait for it. */
const parcel = <T>() => {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
};

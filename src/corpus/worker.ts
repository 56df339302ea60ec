/** A thread that reads and analyses texts one at a time. */
import '../offline.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer } from '../analyze.ts';
import { Failure } from '../failure.ts';
import { readSource } from '../read/index.ts';
import { openRuleset } from '../ruleset-file.ts';
import { tool } from '../tool.ts';
import { type AgreementRows, rowsOf } from './rows.ts';

export interface Start {
  /** Folder of rules, or undefined for those of lacuna. */
  readonly rules: string | undefined;
  /** `analysis`: a line of JSON, for --format ndjson; `rows`: what a corpus holds. */
  readonly wanted: 'rows' | 'analysis';
}

export interface Task {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly signed?: string;
}

export type Done = { id: number; rows: AgreementRows } | { id: number; json: string } | { id: number; failure: { what: string; where: string; next: string } } | { id: number; fault: string };

const { rules, wanted } = workerData as Start;
const analyze = createAnalyzer(await openRuleset(rules), tool);

parentPort!.on('message', async ({ id, bytes, name, signed }: Task) => {
  let done: Done;
  try {
    const { analysis, document } = await analyze(await readSource({ bytes, name }), { desk: wanted !== 'rows', ...(signed !== undefined && { signed }) });
    done = wanted === 'rows' ? { id, rows: rowsOf(analysis, document.text) } : { id, json: JSON.stringify(analysis) };
  } catch (error) {
    done = error instanceof Failure ? { id, failure: { what: error.message, where: error.where, next: error.next } } : { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort!.postMessage(done, []);
});

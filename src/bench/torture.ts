/** Kills a review at random moments and looks whether its log still holds every verdict that was accepted. Development only. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Change, Entry } from '../review/ledger.ts';
import { openLog, readLog } from '../review/log.ts';

const SELF = fileURLToPath(import.meta.url);

/** The session that is killed: decides without rest and tells each entry once `append` says that it is on disk. */
const decideForEver = (path: string): void => {
  const log = openLog(path);
  const stamp = { who: 'torture', at: '2030-01-01T00:00:00.000Z', tool: 'lacuna', rules: '', document: '' };
  const quote = 'The Commission shall determine the number of combatants. '.repeat(40);
  let { next } = log.ledger;
  const verdict = { reading: 'rejected' as const, parked: null, note: '', basis: '', document: '', from: null };
  const change: Change = { key: '', target: 'provision', label: '1.1', quote, machine: { status: 'DELEGATED', leaves: ['IN.1'] }, before: null, after: verdict };
  for (;;) {
    const entry: Entry = { n: next, ...stamp, do: 'verdict', what: 'reject', changes: [{ ...change, key: `k${next}` }] };
    log.append(entry);
    process.stdout.write(`${next}\n`);
    next++;
  }
};

/** One round: start, let it work for `wait` milliseconds after its first verdict, kill -9; returns the last entry told as saved. */
const killOnce = (path: string, wait: number): Promise<number> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', SELF, '--decide', path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      told += piece;
      timer ??= setTimeout(() => child.kill('SIGKILL'), wait);
    });
    child.on('error', fail);
    child.on('close', () => done(Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1))));
  });

export interface Torture {
  rounds: number;
  saved: number;
  /** Rounds after which the last line was torn. */
  torn: number;
  /** Entries told as saved that the log does not hold. */
  lost: number;
}

/** Kills `rounds` sessions on one log. Throws when the log cannot be read in between. */
export const torture = async (rounds: number, random: () => number): Promise<Torture> => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-torture-'));
  const path = join(folder, 'review.jsonl');
  writeFileSync(path, '');
  const result: Torture = { rounds, saved: 0, torn: 0, lost: 0 };
  try {
    for (let round = 0; round < rounds; round++) {
      const last = await killOnce(path, Math.floor(random() * 60));
      const { entries, torn } = readLog(path);
      const held = new Set(entries.map(({ n }) => n));
      for (let n = 1; n <= last; n++) if (!held.has(n)) result.lost++;
      result.saved = entries.length;
      if (torn > 0) result.torn++;
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === SELF) {
  const [mode, path] = process.argv.slice(2);
  if (mode === '--decide' && path !== undefined) decideForEver(path);
  else {
    const rounds = Number(mode ?? 200);
    const { hasTerminal, tortureInTerminal } = await import('./torture-terminal.ts');
    const results = { log: await torture(rounds, Math.random), terminal: hasTerminal() ? await tortureInTerminal(rounds, Math.random) : null };
    process.stdout.write(`${JSON.stringify(results)}\n`);
    if (results.log.lost + (results.terminal?.lost ?? 0) > 0) process.exitCode = 1;
  }
}

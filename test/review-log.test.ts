/** The log on disk: what is written stays, what a crash tore is cut off, and nobody else writes meanwhile. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { torture } from '../src/bench/torture.ts';
import { Failure } from '../src/failure.ts';
import { EMPTY, type Entry } from '../src/review/ledger.ts';
import { openLog, readLog } from '../src/review/log.ts';
import { press } from '../src/review/press.ts';
import { start } from '../src/review/state.ts';
import { mulberry32 } from '../src/random.ts';
import { around, worldOf } from './review-world.ts';

const world = worldOf();

/** Entries of a session in which these keys were typed. */
const entriesOf = (keys: string): Entry[] => {
  let state = start(world, EMPTY, false);
  return Array.from(keys).flatMap((key) => {
    const step = press(state, key, around(world));
    state = step.state;
    return step.entry ?? [];
  });
};

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-log-'));
  path = join(folder, 'draft.txt.review.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (entries: readonly Entry[]): void => {
  const log = openLog(path);
  for (const entry of entries) log.append(entry);
  log.close();
};

describe('the log', () => {
  it('gives back what was written', () => {
    const entries = entriesOf('ynyuuZ');
    write(entries.slice(0, 3));
    write(entries.slice(3));
    expect(readLog(path).entries).toEqual(entries);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('a log that is not there is empty', () => {
    expect(readLog(path)).toMatchObject({ entries: [], torn: 0 });
    expect(existsSync(path)).toBe(false);
  });

  it('cut at any byte it keeps every whole line, and goes on from there', () => {
    const entries = entriesOf('yny');
    write(entries);
    const bytes = readFileSync(path);
    fc.assert(fc.property(fc.nat(bytes.length), (cut) => {
      writeFileSync(path, bytes.subarray(0, cut));
      const kept = bytes.subarray(0, cut).toString('latin1').split('\n').length - 1;
      const log = openLog(path);
      expect(log.entries).toEqual(entries.slice(0, kept));
      expect(log.torn).toBe(cut - log.whole);
      for (const entry of entries.slice(kept)) log.append(entry);
      log.close();
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }), { numRuns: 60 });
  });

  it('two sessions on one log refuse each other', () => {
    const log = openLog(path);
    expect(() => openLog(path)).toThrow(/another review session \(process \d+\) has this log open/u);
    log.close();
    openLog(path).close();
  });

  it('takes over the lock of a session that is dead', () => {
    // Above the largest process id that Linux gives.
    writeFileSync(`${path}.lock`, '4194305');
    openLog(path).close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('tells the line that is no entry', () => {
    write(entriesOf('y'));
    appendFileSync(path, '{"n":2}\n');
    expect(() => readLog(path)).toThrow(Failure);
    try {
      readLog(path);
    } catch (error) {
      expect((error as Failure).where).toBe(`${path}:2`);
    }
  });

  it('tells an undo that does not follow', () => {
    const [first, , undo] = entriesOf('yyu');
    writeFileSync(path, `${JSON.stringify(first)}\n${JSON.stringify(undo)}\n`);
    expect(() => readLog(path)).toThrow(/would undo entry 2/u);
  });

  it('loses nothing when the session is killed', async () => {
    const { saved, lost } = await torture(6, mulberry32(7));
    expect(lost).toBe(0);
    expect(saved).toBeGreaterThanOrEqual(6);
  });
});

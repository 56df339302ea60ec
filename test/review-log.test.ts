/** The log on disk: what is written stays, what a crash tore is cut off, and nobody else writes meanwhile. */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { torture } from '../src/bench/torture.ts';
import { Failure } from '../src/failure.ts';
import { setLimit } from '../src/limits.ts';
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

  it('refuses an entry of any other shape, wherever it differs', () => {
    const [first] = entriesOf('y');
    const entry = JSON.parse(JSON.stringify(first)) as { changes: Record<string, Record<string, unknown>>[] } & Record<string, unknown>;
    const change = entry.changes[0]!;
    const said = { status: 'SILENT', leaves: ['x'] };
    const after = change['after']!;
    const withChange = (part: object): unknown => ({ ...entry, changes: [change, { ...change, ...part }] });
    const refused: unknown[] = [
      null, 1, 'x', [], { ...entry, n: '1' },
      ...['who', 'at', 'tool', 'rules', 'document'].map((key) => ({ ...entry, [key]: 1 })),
      { ...entry, do: 'erase' }, { ...entry, do: 'erase', of: 1 }, { ...entry, do: 'undo' }, { ...entry, do: 'redo', of: '1' }, { ...entry, changes: 1 }, { ...entry, changes: [change, null] },
      ...['key', 'target', 'label', 'quote'].map((key) => withChange({ [key]: 1 })),
      ...[null, 1, { status: 1, leaves: [] }, { status: 'SILENT' }, { ...said, leaves: ['x', 1] }].map((machine) => withChange({ machine })),
      withChange({ before: 1 }), withChange({ before: {} }), withChange({ after: null }),
      ...['reading', 'parked', 'from', 'note', 'basis', 'document'].map((key) => withChange({ after: { ...after, [key]: 1 } })),
      withChange({ after: { ...after, reading: 'accepted' } }),
    ];
    for (const each of refused) {
      writeFileSync(path, `${JSON.stringify(each)}\n`);
      expect(() => readLog(path), JSON.stringify(each)).toThrow('this line is no entry of a review log');
    }
    for (const part of [{ before: null }, { before: after }, { after: { ...after, reading: null } }, { after: { ...after, reading: 'rejected', parked: 'facts', from: 'draft' } }, { after: { ...after, reading: said, parked: null, from: null } }]) {
      writeFileSync(path, `${JSON.stringify(withChange(part))}\n`);
      expect(readLog(path).entries).toHaveLength(1);
    }
  });

  it('lets go of the log when it cannot be read', () => {
    writeFileSync(path, 'no entry\n');
    expect(() => openLog(path)).toThrow(Failure);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('does not take a lock that names no process, or one of a process that runs', () => {
    for (const holder of ['', 'x', '0', '-1', '1.5', String(process.ppid)]) {
      writeFileSync(`${path}.lock`, holder);
      expect(() => openLog(path), holder).toThrow(holder === String(process.ppid) ? `(process ${holder})` : /another review session has/u);
      expect(readFileSync(`${path}.lock`, 'utf8')).toBe(holder);
    }
  });

  it('tells what is no file that could be a log', () => {
    expect(() => readLog(folder)).toThrow('not a regular file');
    expect(() => readLog('/dev/zero')).toThrow('not a regular file');
    symlinkSync('loop', join(folder, 'loop'));
    expect(() => readLog(join(folder, 'loop'))).toThrow('cannot read the log (ELOOP)');
    setLimit('megabytes', 1);
    try {
      writeFileSync(path, Buffer.alloc(2 ** 20 + 1));
      expect(() => readLog(path)).toThrow('larger than 1 MB');
      writeFileSync(path, Buffer.alloc(2 ** 20));
      expect(readLog(path)).toMatchObject({ entries: [], torn: 2 ** 20 });
    } finally {
      setLimit('megabytes', 128);
    }
  });

  it('tells one that may not be added to, and lets go of it', () => {
    mkdirSync(path);
    expect(() => openLog(path)).toThrow('not a regular file');
    expect(readdirSync(folder)).toEqual(['draft.txt.review.jsonl']);
  });

  it('makes a new one for its owner alone, or with the permissions named', () => {
    for (const [mode, given] of [[0o600, []], [0o640, [0o640]]] as const) {
      openLog(path, ...given).close();
      expect(statSync(path).mode & 0o777).toBe(mode);
      rmSync(path);
    }
  });

  it.skipIf(!existsSync('/proc/self/fd'))('holds no file open once it is closed', () => {
    const open = (): number => readdirSync('/proc/self/fd').length;
    const before = open();
    for (let i = 0; i < 20; i++) openLog(path).close();
    expect(open()).toBe(before);
  });

  it('tells a folder that is not there', () => {
    expect(() => openLog(join(folder, 'none', 'x.jsonl'))).toThrow('cannot write the log (ENOENT)');
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

/** Who has a file: one process at a time, and never a dead one. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Held, isAlive, takeLock } from '../src/lock.ts';

/** Above the largest process id that Linux gives. */
const DEAD = 4_194_305;

let folder = '';
let mark = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-lock-'));
  mark = join(folder, 'draft.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holderTold = (): number | null | undefined => {
  try {
    takeLock(mark)();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(Held);
    return (error as Held).holder;
  }
};

describe('takeLock', () => {
  it('names this process, and leaves nothing behind', () => {
    const release = takeLock(mark);
    expect(readFileSync(mark, 'utf8')).toBe(String(process.pid));
    expect(holderTold()).toBe(process.pid);
    release();
    expect(readdirSync(folder)).toEqual([]);
    release();
    takeLock(mark)();
    expect(existsSync(mark)).toBe(false);
  });

  it('leaves a living process what it has, and takes it from a dead one', () => {
    writeFileSync(mark, String(process.ppid));
    expect(holderTold()).toBe(process.ppid);
    expect(readFileSync(mark, 'utf8')).toBe(String(process.ppid));
    writeFileSync(mark, String(DEAD));
    takeLock(mark)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes it from an earlier process that had the same number', () => {
    writeFileSync(mark, String(process.pid));
    expect(holderTold()).toBeUndefined();
  });

  it('waits for a process that has not written its number yet, and takes over what a kill left empty', () => {
    writeFileSync(mark, '');
    expect(holderTold()).toBeNull();
    utimesSync(mark, new Date(), new Date(Date.now() - 60_000));
    expect(holderTold()).toBeUndefined();
  });

  it('does not touch a file that is no lock, however old', () => {
    for (const text of ['x', '0', '-1', '1.5']) {
      writeFileSync(mark, text);
      utimesSync(mark, new Date(), new Date(Date.now() - 60_000));
      expect(holderTold()).toBeNull();
      expect(readFileSync(mark, 'utf8')).toBe(text);
    }
  });

  it('passes on what the system says', () => {
    expect(() => takeLock(join(folder, 'none', 'x.lock'))).toThrow('ENOENT');
  });
});

it('knows processes that run', () => {
  expect([process.pid, process.ppid, 1, DEAD].map(isAlive)).toEqual([true, true, true, false]);
});

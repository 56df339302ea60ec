/** What is written appears whole or not at all, and is readable for nobody who may not read the text. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lacuna, prepare } from './cli-run.ts';

let folder: string;
beforeAll(prepare);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
  copyFileSync('fixtures/cli/harbour-pact.txt', join(folder, 'draft.txt'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

it.skipIf(process.platform === 'win32').each([[0o600, 0o600], [0o640, 0o640], [0o644, 0o644], [0o400, 0o600]])('a draft of mode %o gives a report of mode %o', (draft, report) => {
  chmodSync(at('draft.txt'), draft);
  writeFileSync(at('report.json'), 'earlier, open to all', { mode: 0o666 });
  expect(lacuna(['analyze', at('draft.txt'), '--format', 'json', '--out', at('report.json')]).status).toBe(0);
  expect((statSync(at('report.json')).mode & 0o777).toString(8)).toBe(report.toString(8));
});

it('kill -9 at any moment leaves the earlier report or the new one', async () => {
  writeFileSync(at('report.json'), 'earlier');
  const args = ['dist/cli.js', 'analyze', at('draft.txt'), '--format', 'json', '--out', at('report.json')];
  const start = performance.now();
  spawnSync(process.execPath, [...args.slice(0, -1), at('whole.json')]);
  const whole = performance.now() - start;
  const fresh = readFileSync(at('whole.json'), 'utf8');
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), (whole * (round + 1)) / 11);
    await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(timer);
    expect(['earlier', fresh]).toContain(readFileSync(at('report.json'), 'utf8'));
  }
  spawnSync(process.execPath, args);
  expect(readdirSync(folder).toSorted()).toEqual(['draft.txt', 'report.json', 'whole.json']);
});

it('clears what a killed run left on the way to the same report, and nothing else', () => {
  // The first number is above the largest process id that Linux gives; the second is of a process that runs.
  const [dead, living] = ['4194305-0123abcd', `${process.pid}-0123abcd`];
  const others = [`.report.json.lacuna-${living}`, `.other.json.lacuna-${dead}`, '.report.json.lacuna-notes', '.report.json'];
  for (const name of [`.report.json.lacuna-${dead}`, ...others]) writeFileSync(at(name), 'The army');
  lacuna(['analyze', at('draft.txt'), '--out', at('report.json')]);
  expect(readdirSync(folder).toSorted()).toEqual([...others, 'draft.txt', 'report.json'].toSorted());
});

/** A small or locked file system, where this machine lets us mount one. */
const mounted = (options: string, command: string): { status: number | null; out: string } => {
  mkdirSync(at('disk'), { recursive: true });
  const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o ${options} none "${at('disk')}" && ${command}`], { encoding: 'utf8' });
  return { status, out: stdout + stderr };
};
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;
if (!canMount) process.stderr.write('no file system can be mounted here: the tests of a full disk and a locked folder are skipped\n');

describe.skipIf(!canMount)('a disk (needs unshare and mount)', () => {
  const analyze = (): string => `"${process.execPath}" dist/cli.js analyze "${at('draft.txt')}" --format json`;

  it('full: one line, the earlier report stays, no rest', () => {
    const disk = at('disk');
    const { status, out } = mounted('size=16k', `echo earlier > "${disk}/r.json"; ${analyze()} --out "${disk}/r.json"; s=$?; cat "${disk}/r.json"; ls -A "${disk}"; exit $s`);
    expect({ status, out }).toEqual({ status: 2, out: expect.stringMatching(/^earlier\nr\.json\nlacuna: .*r\.json: the disk is full\. Make room, or name another folder for --out\.\n$/u) as string });
  });

  it('full before there is a corpus: one line, and none', () => {
    const { status, out } = mounted('size=8k', `"${process.execPath}" dist/cli.js corpus import "${at('draft.txt')}" --corpus "${at('disk')}/c.sqlite" --jobs 1; s=$?; ls -A "${at('disk')}"; exit $s`);
    expect({ status, out }).toEqual({ status: 2, out: expect.stringMatching(/^lacuna: .*c\.sqlite: the corpus cannot be written: the disk may be full\. [^\n]*\n$/u) as string });
  });

  it('full under standard output: one line', () => {
    const { status, out } = mounted('size=16k', `${analyze()} > "${at('disk')}/r.json"`);
    expect({ status, out }).toEqual({ status: 2, out: 'lacuna: standard output: the disk is full. Make room, or name another folder for --out.\n' });
  });

  it('locked: one line', () => {
    const { status, out } = mounted('ro', `${analyze()} --out "${at('disk')}/r.json"`);
    expect({ status, out }).toEqual({ status: 2, out: expect.stringMatching(/: no permission to write there\. [^\n]*\n$/u) as string });
  });
});

it('leaves nothing of a draft in the folder for temporary files', () => {
  const temporary = at('tmp');
  mkdirSync(temporary);
  spawnSync(process.execPath, ['dist/cli.js', 'analyze', at('draft.txt'), '--out', at('summary.txt')], { env: { ...process.env, TMPDIR: temporary } });
  expect(existsSync(at('summary.txt'))).toBe(true);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual(['draft.txt', 'summary.txt', 'tmp']);
});

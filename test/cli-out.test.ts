/** `--out`: the file appears whole or not at all, and never in place of a text that is read. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { lacuna, prepare } from './cli-run.ts';

const PACT = 'fixtures/cli/harbour-pact.txt';
let folder: string;

beforeAll(prepare);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const analyzeTo = (out: string, text = PACT) => lacuna(['analyze', text, '--format', 'json', '--out', out]);

it('writes the report to the file and nothing to stdout', () => {
  const out = join(folder, 'pact.json');
  expect(analyzeTo(out)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(out, 'utf8')).toBe(lacuna(['analyze', PACT, '--format', 'json']).stdout);
  expect(readdirSync(folder)).toEqual(['pact.json']);
});

it('replaces an earlier report, also behind a link', () => {
  const out = join(folder, 'pact.json');
  writeFileSync(out, 'earlier');
  symlinkSync(out, join(folder, 'link.json'));
  expect(analyzeTo(join(folder, 'link.json')).status).toBe(0);
  expect((JSON.parse(readFileSync(out, 'utf8')) as { format: number }).format).toBe(1);
  expect(readdirSync(folder).toSorted()).toEqual(['link.json', 'pact.json']);
});

it('leaves an earlier report alone when the text cannot be read', () => {
  const out = join(folder, 'pact.json');
  writeFileSync(out, 'earlier');
  expect(analyzeTo(out, 'no-such-text.txt').status).toBe(2);
  expect(readFileSync(out, 'utf8')).toBe('earlier');
  expect(readdirSync(folder)).toEqual(['pact.json']);
});

it('never overwrites the text it reads, by whatever name', () => {
  const text = join(folder, 'pact.txt');
  copyFileSync(PACT, text);
  symlinkSync(text, join(folder, 'link.txt'));
  for (const out of [text, join(folder, 'link.txt'), join(folder, '.', 'pact.txt')]) {
    const { status, stderr } = analyzeTo(out, text);
    expect(status).toBe(2);
    expect(stderr).toMatch(/: this is the text that is to be read\. Name another file for --out\.\n$/u);
  }
  expect(readFileSync(text, 'utf8')).toBe(readFileSync(PACT, 'utf8'));
});

it('says in one line what is wrong with the path', () => {
  expect(analyzeTo(join(folder, 'not-there', 'pact.json')).stderr).toMatch(/^lacuna: .*pact\.json: no such folder\. Make the folder first, or name another for --out\.\n$/u);
});

it.skipIf(process.platform === 'win32')('shows a name with line breaks and escape codes as signs, in every form that names its texts', () => {
  const hostile = join(folder, 'evil\n\u001b[31mname\u202e.txt');
  copyFileSync('fixtures/compare/draft-4.txt', hostile);
  const runs = [...['text', 'json', 'md', 'html'].map((form) => ['compare', 'fixtures/compare/draft-3.txt', hostile, '--format', form]), ...['text', 'json', 'csv'].map((form) => ['parity', 'fixtures/compare/draft-3.txt', hostile, '--format', form]), ['analyze', PACT, hostile, '--format', 'text']];
  for (const args of runs) {
    const { status, stdout, stderr } = lacuna(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/evil\u240a\u241b\\?\[31mname\ufffd\.txt/u);
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202e]/u);
  }
});

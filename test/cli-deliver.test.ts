/** Where reports go: one file, a folder, standard output; and what is said beside them. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacuna, prepare } from './cli-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
const KESH = 'corpus/kesh-framework.en.txt';
const TARN = 'corpus/tarn-ceasefire.en.txt';
const FORMS = ['text', 'ledger', 'html', 'md', 'docx', 'csv', 'annotations', 'json', 'ndjson', 'text-layer'];

beforeAll(prepare);
afterAll(() => rmSync(folder, { recursive: true }));

const made = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};

describe('into a folder', () => {
  it('goes a file for each text, named after it', () => {
    const out = made('each');
    const { status, stdout, stderr } = lacuna(['analyze', KESH, TARN, '--format', 'html', '--out', `${out}/`]);
    expect([status, stdout]).toEqual([0, '']);
    expect(readdirSync(out).toSorted()).toEqual(['kesh-framework.en.html', 'tarn-ceasefire.en.html']);
    expect(stderr.split('\n').filter(Boolean)).toHaveLength(2);
  });
  it('go texts of the same name side by side', () => {
    const [a, b, out] = [made('a'), made('b'), made('twice')];
    cpSync(KESH, join(a, 'draft.txt'));
    cpSync(TARN, join(b, 'draft.txt'));
    lacuna(['analyze', join(a, 'draft.txt'), join(b, 'draft.txt'), '--format', 'md', '--out', out, '--quiet']);
    expect(readdirSync(out).toSorted()).toEqual(['draft-2.md', 'draft.md']);
  });
  it('go all tables of a text', () => {
    const out = made('tables');
    expect(lacuna(['analyze', KESH, '--format', 'csv', '--table', 'all', '--out', out, '--quiet']).stderr).toBe('');
    expect(readdirSync(out)).toHaveLength(6);
  });
  it('to be shared: names of files are numbers', () => {
    const out = made('shared');
    lacuna(['analyze', KESH, TARN, '--format', 'json', '--share', '--out', out]);
    expect(readdirSync(out).toSorted()).toEqual(['1.json', '2.json']);
    expect(lacuna(['analyze', KESH, TARN, '--share']).stdout).not.toContain('kesh-framework');
  });
});

describe('into one', () => {
  it.each(['html', 'docx', 'comments'])('%s takes one text only', (format) => {
    const { status, stderr } = lacuna(['analyze', KESH, TARN, '--format', format]);
    expect(status).toBe(2);
    expect(stderr).toBe(`lacuna: --format ${format}: this makes more than one file. Name a folder with --out, such as --out reports/.\n`);
  });
  it('several tables have one line of headers', () => {
    const { stdout } = lacuna(['analyze', KESH, TARN, '--format', 'csv']);
    expect(stdout.match(/\ufeff/gu)).toHaveLength(1);
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(1 + 2 * 34);
  });
});

describe('beside the report', () => {
  it('nothing is said, with --verbose how each text was read, with --quiet only what went wrong', () => {
    expect(lacuna(['analyze', KESH]).stderr).toBe('');
    expect(lacuna(['analyze', KESH, '--verbose']).stderr).toMatch(/^1\/1 .*\n {2}en, 1 pages, \d+ characters, 44 clauses/u);
    expect(lacuna(['analyze', 'no-such.txt', '--quiet']).stderr).toContain('no such file');
    expect(lacuna(['analyze', KESH, '--quiet', '--verbose']).status).toBe(2);
  });
});

describe('the same input', () => {
  it.each(FORMS)('gives the same bytes in two folders: %s', (format) => {
    const reports = ['one', 'two'].map((name) => {
      const place = made(join(name, format));
      cpSync('corpus/valdora-accord.en.txt', join(place, 'draft.txt'));
      const out = join(place, 'out');
      expect(lacuna(['analyze', join(place, 'draft.txt'), '--format', format, '--out', out]).status).toBe(0);
      return readFileSync(out);
    });
    expect(reports[0]!.length).toBeGreaterThan(500);
    expect(reports[0]!.equals(reports[1]!)).toBe(true);
  });
});

describe('the schema', () => {
  it.each([[], ['--share']])('has a version, a rule for what may change, and is kept by what is written %s', (...share) => {
    const schema = JSON.parse(lacuna(['schema', ...share]).stdout) as Record<string, string>;
    expect(schema['$id']).toMatch(/^urn:lacuna:analysis:(?:shared:)?1$/u);
    expect(schema['description']).toContain('fields are only added');
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const file of [KESH, TARN, 'corpus/valdora-accord.en.txt', 'fixtures/report/hostile.txt']) {
      validate(JSON.parse(lacuna(['analyze', file, '--format', 'json', ...share]).stdout));
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});

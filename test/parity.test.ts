/** Versions of one accord: nothing is found where they say the same, and every planted difference where they do not. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAnalyzer } from '../src/analyze.ts';
import { alignVersions } from '../src/parity/align.ts';
import { compareVersions, type Difference, type Parity } from '../src/parity/differences.ts';
import { labelNumber, readClauses, type Version } from '../src/parity/says.ts';
import { readSource } from '../src/read/index.ts';
import { renderParity } from '../src/report/parity.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { lacuna, prepare } from './cli-run.ts';
import { ruleset, words } from './desk-reader.ts';

interface Planted {
  clause: string;
  kind: string;
  find: string;
  put: string;
}

const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });

const versionOf = async (text: string): Promise<Version> => {
  const { analysis, document } = await analyze(await readSource({ bytes: Buffer.from(text), name: 'a.txt' }));
  const rules = ruleset.languages[analysis.document.language];
  return { analysis, text: document.text, language: rules?.language ?? null, numbering: rules?.numbering ?? null };
};
const textOf = (name: string, language: string): string => readFileSync(`corpus/${name}.${language}.txt`, 'utf8');
const labelOf = ({ a, b }: Difference): string => (b ?? a)!.label;

const plant = (text: string, planted: readonly Planted[]): string =>
  planted.reduce((changed, { find, put }) => {
    expect(changed.split(find).length, find).toBe(2);
    return changed.replace(find, put);
  }, text);

const versions = readdirSync('corpus').flatMap((name): { text: string; language: string }[] => {
  const [, text, language] = /^(.+)\.(fr|es|ar)\.txt$/u.exec(name) ?? [];
  return text === undefined ? [] : [{ text, language: language! }];
});

describe('versions that say the same', () => {
  it.each(versions)('$text in English and $language', async ({ text, language }) => {
    const { aligned, onlyA, onlyB, differences } = compareVersions(await versionOf(textOf(text, 'en')), await versionOf(textOf(text, language)));
    expect([onlyA, onlyB]).toEqual([0, 0]);
    expect(aligned).toBeGreaterThan(30);
    expect(differences.filter(({ aspects }) => aspects.some(({ kind }) => kind !== 'status'))).toEqual([]);
    expect(differences.length).toBeLessThanOrEqual(2);
  });
});

describe('planted differences', () => {
  const fixtures = readdirSync('fixtures/parity').map((name) => /^(?<text>.+)\.(?<language>..)\.yml$/u.exec(name)!.groups as { text: string; language: string }).filter(({ text, language }) => existsSync(`corpus/${text}.${language}.txt`));

  it.each(fixtures)('$text in $language', async ({ text, language }) => {
    const planted = parse(readFileSync(`fixtures/parity/${text}.${language}.yml`, 'utf8')) as Planted[];
    expect(planted.length).toBeGreaterThanOrEqual(12);
    const { differences } = compareVersions(await versionOf(textOf(text, 'en')), await versionOf(plant(textOf(text, language), planted)));
    const found = new Set(differences.flatMap((difference) => difference.aspects.map(({ kind }) => `${labelOf(difference)} ${kind}`)));
    expect(planted.map(({ clause, kind }) => `${clause} ${kind}`).filter((each) => !found.has(each))).toEqual([]);
    const labels = new Set(planted.map(({ clause }) => clause));
    expect(differences.filter((difference) => !labels.has(labelOf(difference))).length).toBeLessThanOrEqual(2);
  });
});

describe('alignment', () => {
  it('reads labels of every script as the number that they count', () => {
    const { ar, fr } = ruleset.languages;
    expect([labelNumber('Article 5', null), labelNumber('المادة (٥)', ar!.numbering), labelNumber('PART II', null), labelNumber('Article premier', fr!.numbering)]).toEqual(['5', '5', '2', '1']);
    expect([labelNumber('b', null), labelNumber('ب', ar!.numbering), labelNumber('', null)]).toEqual(['#2', '#2', '']);
  });

  it('keeps every clause once and in order, whatever is left out', async () => {
    const all = readClauses(await versionOf(textOf('tarn-ceasefire', 'en')));
    fc.assert(fc.property(fc.subarray(all), fc.subarray(all), (a, b) => {
      const pairs = alignVersions(a, b);
      expect(pairs.flatMap((pair) => pair.a ?? [])).toEqual(a);
      expect(pairs.flatMap((pair) => pair.b ?? [])).toEqual(b);
    }), { numRuns: 40 });
  });

  it('finds a text to be the same as itself', async () => {
    const version = await versionOf(textOf('valdora-accord', 'en'));
    expect(compareVersions(version, version).differences).toEqual([]);
  });
});

describe('the page', () => {
  let parity: Parity;
  beforeAll(async () => {
    const text = textOf('tarn-ceasefire', 'en');
    parity = compareVersions(await versionOf(text), await versionOf(text.replace('ninety (90) days.', 'sixty (60) days.')));
  });

  it('shows both texts side by side', () => {
    const page = renderParity([{ a: 'one.txt', b: 'two.txt', mirrored: false, parity }], words, 100);
    expect(page).toContain('1. 2.1: Figure: 90 here, 60 there. (95 % sure)');
    expect(page).toMatch(/ninety \(90\).* \| /u);
  });

  it.each([40, 76, 200])('fits %i columns', (width) => {
    const page = renderParity([{ a: 'one.txt', b: 'two.txt', mirrored: width === 200, parity }], words, width);
    expect(page.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
  });
});

describe('lacuna parity', () => {
  it('ends with 1 when asked and something differs, with 0 when nothing does', () => {
    prepare();
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-parity-'));
    const other = join(folder, 'other.txt');
    writeFileSync(other, textOf('tarn-ceasefire', 'en').replace('(90) days.', '(60) days.'));
    expect(lacuna(['parity', 'corpus/tarn-ceasefire.en.txt', 'corpus/tarn-ceasefire.en.txt', '--strict']).status).toBe(0);
    expect(lacuna(['parity', 'corpus/tarn-ceasefire.en.txt', other]).status).toBe(0);
    const { status, stdout } = lacuna(['parity', 'corpus/tarn-ceasefire.en.txt', other, '--strict', '--format', 'json']);
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as Parity[])[0]!.differences.map(({ a }) => a!.label)).toEqual(['2.1']);
    expect(lacuna(['parity', 'corpus/tarn-ceasefire.en.txt'])).toMatchObject({ status: 2, stdout: '' });
    rmSync(folder, { recursive: true });
  });
});

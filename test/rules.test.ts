/** The rules as a whole: their examples, what `rules test` says of a broken one, and the compiled form. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadRuleset } from '../src/rules/load.ts';
import { readCompiled, writeCompiled } from '../src/ruleset-file.ts';
import { lacuna, lines, prepare } from './cli-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-rules-'));
const copy = join(folder, 'rules');
const modality = join(copy, 'en/facts/modality.yml');

beforeAll(prepare);
beforeEach(() => {
  rmSync(copy, { recursive: true, force: true });
  cpSync('rules', copy, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Replaces words in a copy of a rule file; returns the line and column at which they stood. */
const change = (file: string, words: string, other: string): string => {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(words);
  expect(at).toBeGreaterThan(-1);
  writeFileSync(file, text.replace(words, other));
  const before = text.slice(0, at).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
};

describe('rules test', () => {
  it('counts the examples', () => {
    expect(lacuna(['rules', 'test', '--rules', copy])).toEqual({
      status: 0, stdout: expect.stringMatching(/^\d{3,4} rules: \d{3,5} examples passed, 0 failed\n/u) as string, stderr: '',
    });
  });

  it('shows what an example wants and what was found', () => {
    change(modality, 'They ⟦should⟧ withdraw.', '⟦They should⟧ withdraw.');
    change(modality, 'skip: ["They shall withdraw."]', 'skip: ["They strive for peace."]');
    const { status, stdout, stderr } = lacuna(['rules', 'test', '--rules', copy]);
    expect(status).toBe(1);
    expect(stderr).toBe('lacuna: 2 rule examples fail\n');
    expect(lines(stdout).slice(0, 6)).toEqual([
      'en/facts/modality/endeavours',
      '  wanted  no match: They strive for peace.',
      '  found   They ⟦strive⟧ for peace.',
      'en/facts/modality/should',
      '  wanted  ⟦They should⟧ withdraw.',
      '  found   They ⟦should⟧ withdraw.',
    ]);
    expect(lines(stdout)).toContainEqual(expect.stringMatching(/ 2 failed$/u)); // what reports in a language lack may follow
  });

  it.each([
    ['an unknown key', "patterns: ['=will']", "pattern: ['=will']", /Unrecognized key|expected array/u],
    ['a list that is not there', '{undertake}', '{undertakings}', /no list \{undertakings\}/u],
    ['a fact that nothing knows', 'emits: should', 'emits: shuold', /emits shuold, which nothing knows/u],
    ['a rule by common words only', "patterns: ['=will']", "patterns: ['the ..2 of']", /only common words/u],
    ['a gap without end', "patterns: ['=will']", "patterns: ['=will ..99 army']", /a gap is 1 to 20 words/u],
    ['YAML that does not parse', "patterns: ['=will']", "patterns: ['=will", /./u],
  ])('tells the place of %s in one line', (_name, words, other, what) => {
    change(modality, words, other);
    const { status, stdout, stderr } = lacuna(['rules', 'test', '--rules', copy]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(/modality\.yml(?::\d+:\d+)?: /u);
    expect(stderr).toMatch(what);
  });

  it('gives line and column of the typo', () => {
    const place = change(modality, '(=should|=ought)', '(=should|{oughts})');
    const { stderr } = lacuna(['analyze', 'fixtures/cli/harbour-pact.txt', '--rules', copy]);
    const line = place.split(':')[0]!;
    expect(stderr).toMatch(new RegExp(`modality\\.yml:${line}:\\d+: `, 'u'));
  });
});

describe('the compiled rules', () => {
  it('are the rules, whole', async () => {
    const { ruleset } = await loadRuleset('rules');
    const compiled = join(folder, 'compiled');
    writeCompiled(ruleset, compiled);
    const read = readCompiled(compiled);
    expect(JSON.stringify(read)).toBe(JSON.stringify({ ...ruleset, languages: read.languages }));
    for (const [code, rules] of Object.entries(ruleset.languages)) expect({ ...read.languages[code] }).toEqual(rules);
    expect(readdirSync(compiled).toSorted()).toEqual([...Object.entries(ruleset.languages).flatMap(([code, { speaks }]) => [`${code}.json`, ...(speaks ? [`${code}.words.json`] : [])]), 'ruleset.json'].toSorted());
  });

  it('give the same analysis as the folder they come from', () => {
    const args = ['analyze', 'fixtures/cli/harbour-pact.txt', '--format', 'json'];
    expect(lacuna([...args, '--rules', 'rules']).stdout).toBe(lacuna(args).stdout);
  });
});

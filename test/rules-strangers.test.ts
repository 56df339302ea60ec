/** Rules from strangers: data only, of bounded size and cost. */
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import { limits, setLimit } from '../src/limits.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { parsePatterns } from '../src/rules/pattern.ts';

let folder: string;
const usual = { ...limits };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
  cpSync('rules', folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  setLimit('rule-files', usual['rule-files']);
  setLimit('phrases', usual.phrases);
  setLimit('patterns', usual.patterns);
});

const refusal = async (): Promise<string> => {
  const error = await loadRuleset(folder, ['en']).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Failure);
  return (error as Failure).line;
};

describe('a folder of rules', () => {
  it.each([
    ['aliases that multiply', 'a: &a [x, x]\nb: &b [*a, *a]\nformat: 1\n', /alias/u],
    ['a tag that names code', 'format: 1\nlists: !!js/function "x"\n', /tag|expected|Unresolved/u],
    ['a control character', 'format: 1\nlists:\n  army: ["\\e[31mred"]\n', /a control character/u],
    ['an override of the direction of text', 'format: 1\nlists:\n  army: ["\\u202Edrawkcab"]\n', /a control character/u],
    ['a key that is no key of ours', 'format: 1\nrequire: fs\n', /[Uu]nrecognized key/u],
  ])('with %s', async (_, yaml, message) => {
    writeFileSync(join(folder, 'en/vocabulary.yml'), yaml);
    expect(await refusal()).toMatch(message);
  });

  it('with a link to another file', async () => {
    symlinkSync('/etc/hostname', join(folder, 'en/facts/link.yml'));
    expect(await refusal()).toContain('not a regular file');
  });

  it('with too many files', async () => {
    setLimit('rule-files', 3);
    expect(await refusal()).toMatch(/\d+ files, more than 3/u);
  });

  it('with more patterns or phrases than rules take', async () => {
    setLimit('patterns', 10);
    expect(await refusal()).toContain('the rules stand for more than 10 patterns');
    setLimit('patterns', usual.patterns);
    setLimit('phrases', 10);
    expect(await refusal()).toContain('the rules stand for more than 10 phrases');
  });
});

it('a pattern whose brackets multiply is refused while they are written out', () => {
  expect(() => parsePatterns(Array.from({ length: 40 }, (_, i) => `(a${i} ..2 b|c ..2 d|e ..2 f)`).join(' '))).toThrow('stands for more than 48 patterns');
});

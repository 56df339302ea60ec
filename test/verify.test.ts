/** `lacuna verify`: exit code 0 while a report holds, 1 when the text, or the reading of it, has changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Analysis } from '../src/analysis.ts';
import { lacuna, prepare } from './cli-run.ts';

const PACT = 'fixtures/cli/harbour-pact.txt';
const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
const report = join(folder, 'pact.json');
beforeAll(() => {
  prepare();
  lacuna(['analyze', PACT, '--format', 'json', '--type', 'ceasefire', '--signed', '2031-05-02', '--out', report]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const verify = (path: string, text = PACT): { holds: boolean; grounds: Record<string, boolean>; differences: { what: string; was: string; now: string }[]; status: number | null } => {
  const { status, stdout } = lacuna(['verify', path, text, '--format', 'json']);
  return { ...(JSON.parse(stdout) as { holds: boolean; grounds: Record<string, boolean>; differences: { what: string; was: string; now: string }[] }), status };
};

const changed = (name: string, change: (analysis: Analysis) => void): string => {
  const analysis = JSON.parse(readFileSync(report, 'utf8')) as Analysis;
  change(analysis);
  writeFileSync(join(folder, name), JSON.stringify(analysis));
  return join(folder, name);
};

it('holds for the same text, under the type and date of the report', () => {
  expect(verify(report)).toEqual({ holds: true, grounds: { file: true, text: true, rules: true, program: true }, differences: [], status: 0 });
  expect(lacuna(['verify', report, PACT]).stdout).toMatch(/^The report holds/u);
});

it('does not hold for another text', () => {
  const text = join(folder, 'other.txt');
  writeFileSync(text, readFileSync(PACT, 'utf8').replace('shall determine', 'may discuss'));
  const found = verify(report, text);
  expect(found).toMatchObject({ holds: false, grounds: { file: false, text: false, rules: true, program: true }, status: 1 });
});

it('tells what was changed by hand in a report', () => {
  const path = changed('hand.json', ({ decisions }) => {
    decisions[0]!.status = decisions[0]!.status === 'SETTLED' ? 'SILENT' : 'SETTLED';
  });
  const { holds, differences, status } = verify(path);
  expect({ holds, status }).toEqual({ holds: false, status: 1 });
  expect(differences.map(({ was }) => was)).toHaveLength(1);
});

it('holds under other rules and another program while the reading is the same', () => {
  const path = changed('rules.json', (analysis) => {
    analysis.ruleset.sha256 = '0'.repeat(64);
    analysis.tool.version = '0.0.1';
  });
  expect(verify(path)).toMatchObject({ holds: true, grounds: { rules: false, program: false }, status: 0 });
});

it('refuses what is no report', () => {
  expect(lacuna(['verify', PACT, PACT])).toMatchObject({ status: 2, stdout: '', stderr: `lacuna: ${PACT}: no report of this version of lacuna. Name a file that lacuna analyze wrote with --format json.\n` });
});

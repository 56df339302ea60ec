/** What a body may do decides whether a decision is put off: one invented text for each class of mandate verb. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import type { Provision } from '../src/analysis.ts';
import { readSource } from '../src/read/index.ts';
import { loadRuleset } from '../src/rules/load.ts';

const FOLDER = 'fixtures/mandates/';

interface Row {
  file: string;
  label: string;
  /** Statuses that are right: watching and carrying out are neither deferral nor settlement of a choice. */
  statuses: string[];
  /** Null where the clause gives nobody a mandate. */
  mandate: string | null;
}

const rows = readFileSync(`${FOLDER}expected.tsv`, 'utf8').trimEnd().split('\n').slice(1).map((line): Row => {
  const [file, label, status, mandate] = line.split('\t') as [string, string, string, string];
  return { file, label, statuses: status.split('|'), mandate: mandate === '-' ? null : mandate };
});

const { ruleset } = await loadRuleset('rules');
const analyze = await createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const read = new Map<string, Provision[]>();
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  read.set(file, (await analyze(await readSource({ path: FOLDER + file }), { lang: 'en' })).analysis.provisions);
}

describe('mandate verbs', () => {
  it.each(rows)('$file $label: $statuses, class $mandate', ({ file, label, statuses, mandate }) => {
    const [provision, ...others] = read.get(file)!.filter((candidate) => candidate.label === label);
    expect(others).toEqual([]);
    expect(statuses).toContain(provision?.status);
    expect(provision?.mandate?.class ?? null).toBe(mandate);
  });
  it('have a text for every class, and a verdict for every clause with a body', () => {
    expect(new Set(rows.flatMap(({ mandate }) => mandate ?? []))).toEqual(new Set(['A', "A'", 'B', 'C', 'D', 'E']));
    for (const [file, provisions] of read) {
      const expected = new Set(rows.filter((row) => row.file === file).map(({ label }) => label));
      expect(provisions.filter(({ label, status }) => status === 'DELEGATED' && !expected.has(label))).toEqual([]);
    }
  });
});

/** A world to review, made from the invented agreement of the report tests. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Analysis, Provision } from '../src/analysis.ts';
import type { Ledger, Stamp } from '../src/review/ledger.ts';
import { EMPTY } from '../src/review/ledger.ts';
import type { Around } from '../src/review/state.ts';
import { createWorld, type World } from '../src/review/world.ts';
import { depthSchema } from '../src/rules/depth.ts';
import type { Ruleset } from '../src/rules/ruleset.ts';
import { analysis as report, document } from './report-fixture.ts';
import { catalogue, named, scoring } from './score-fixtures.ts';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

/** As much of a ruleset as a review reads. */
export const ruleset = {
  taxonomy: read('rules/taxonomy.yml'),
  catalogue,
  scoring,
  statuses: read('rules/statuses.yml'),
  depth: depthSchema.parse(read('rules/depth.yml')),
  languages: { en: { compiled: { rules: [] }, wording: { words: (read('rules/en/words.yml') as { words: Record<string, string> }).words, catalogue: named } } },
} as unknown as Ruleset;

export const text = document.text;

export const analysis: Analysis = { ...report, document: { ...report.document, textSha256: document.textSha256 } };

export const stamp: Stamp = { who: 'ada', at: '2030-01-01T00:00:00.000Z', tool: 'lacuna 0', rules: '0'.repeat(64), document: document.textSha256 };

export const worldOf = (ledger: Ledger = EMPTY, of: Analysis = analysis, its = text): World => createWorld(of, its, ledger, ruleset);

export const around = (world: World): Around => ({ world, stamp, page: 5 });

/** The same clauses in another order or other words: each line is a clause of its own. */
export const draft = (lines: readonly string[], name: string): { analysis: Analysis; text: string } => {
  const whole = lines.join('\n');
  let at = 0;
  const clauses = lines.map((line, i): Analysis['clauses'][number] => {
    const start = at;
    at += line.length + 1;
    const label = /^[\d.]*\d/u.exec(line)?.[0] ?? '';
    return { id: `c${i}`, label, path: [label], kind: 'clause', heading: '', annex: null, parent: null, chapeau: null, page: 1, start, end: start + line.length };
  });
  const provisions = clauses.map(({ id, label, start, end }, i): Provision => ({ ...report.provisions[0]!, id: `p${i}`, clause: id, label, start, end, decisions: [], evidence: [] }));
  return { text: whole, analysis: { ...analysis, document: { ...analysis.document, textSha256: name }, clauses, provisions, decisions: [] } };
};

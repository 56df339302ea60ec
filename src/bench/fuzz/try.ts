/** The process that tries inputs, one after the other: a Failure is as good as a result, anything else that is thrown is a find. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analysisSchema, type Analysis } from '../../analysis.ts';
import { createAnalyzer } from '../../analyze.ts';
import { textOptions } from '../../commands/paper.ts';
import type { Document } from '../../document.ts';
import { Failure } from '../../failure.ts';
import { readSource } from '../../read/index.ts';
import { renderJson } from '../../report/json.ts';
import { renderText } from '../../report/text.ts';
import { readLog } from '../../review/log.ts';
import { reviewAnalysis } from '../../review/reviewed.ts';
import { openRuleset, RULES_FOLDER } from '../../ruleset-file.ts';
import { loadRuleset } from '../../rules/load.ts';
import { tool } from '../../tool.ts';
import { type Input, createInputs } from './inputs.ts';
import { madeFiles } from './made.ts';

// As in the thread that reads PDFs (`src/read/thread.ts`).
process.on('unhandledRejection', () => {});

const folder = mkdtempSync(join(tmpdir(), 'lacuna-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const ruleset = await openRuleset();
const analyze = createAnalyzer(ruleset, tool);
const sample = await analyze(await readSource({ path: join(RULES_FOLDER, '../fixtures/cli/harbour-pact.txt') }));
const inputOf = createInputs(madeFiles(sample.analysis, sample.document.text));

/** What must hold of any reading of any text. */
const check = (analysis: Analysis, { text, lines }: Document): void => {
  let end = 0;
  // Notes in margins and at the foot of a page stand outside the clauses.
  const notes = new Set(lines.filter(({ hint }) => hint === 'note').map((line) => text.slice(line.start, line.end)));
  const gaps: string[] = [];
  for (const clause of analysis.clauses) {
    if (clause.start < end || clause.end <= clause.start || clause.end > text.length) throw new Error(`clause ${clause.id} at ${clause.start}-${clause.end} after ${end}`);
    gaps.push(text.slice(end, clause.start));
    end = clause.end;
  }
  if ([...gaps, text.slice(end)].flatMap((gap) => gap.split('\n')).some((line) => /\S/u.test(line) && !notes.has(line))) throw new Error('text outside all clauses');
  const clauses = new Map(analysis.clauses.map((clause) => [clause.id, clause]));
  for (const { id, clause, start, end: last } of analysis.provisions) {
    const around = clauses.get(clause);
    if (around === undefined || start < around.start || last > around.end || start >= last) throw new Error(`provision ${id} outside its clause`);
  }
  const total = analysis.score.total ?? 0;
  if (!(total >= 0 && total <= 100.000001)) throw new Error(`total ${total}`);
  analysisSchema.parse(analysis);
};

const tryOne = async ({ kind, name, bytes }: Input): Promise<void> => {
  if (kind === 'rules') {
    const copy = join(folder, 'rules');
    cpSync('rules', copy, { recursive: true });
    writeFileSync(join(copy, '..', name), bytes);
    await loadRuleset(copy);
  } else if (kind === 'log') {
    const path = join(folder, 'log.jsonl');
    writeFileSync(path, bytes);
    reviewAnalysis(sample.analysis, sample.document.text, readLog(path).ledger, ruleset);
  } else {
    const { analysis, document } = await analyze(await readSource({ bytes, name }));
    check(analysis, document);
    renderJson(analysis);
    const page = renderText(analysis, document, textOptions({ width: 80, color: false, ascii: false }, analysis.document.language, ruleset));
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u.test(String(page))) throw new Error('a control character in the report');
  }
};

process.on('message', (seed: number) => {
  const input = inputOf(seed);
  const start = performance.now();
  const end = (problem: string | null): void => {
    process.send!({ seed, kind: input.kind, problem, seconds: (performance.now() - start) / 1000, memory: process.memoryUsage.rss() });
  };
  tryOne(input).then(() => end(null), (error: unknown) => end(error instanceof Failure ? null : error instanceof Error ? (error.stack ?? error.message) : String(error)));
});
process.send!('ready');

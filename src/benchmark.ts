/** A draft beside agreements that are known: decision by decision what each did with it, and by which source. Pure. */
import type { Analysis, Decision, Score } from './analysis.ts';
import type { ScoredCase } from './cases.ts';
import { readingOf } from './openness.ts';
import type { Reading } from './rules/scoring.ts';
import type { Standing } from './standing.ts';

/** What can be set side by side of a text as a whole. */
export interface Side {
  readonly name: string;
  readonly title: string;
  /** Points of 100 left open; null where the text itself was not read, since a total over scattered sources misleads. */
  readonly total: number | null;
  readonly equalWeights: number | null;
  readonly stack: Score['stack'] | null;
  /** Share, of 100, of what was seen that is handed to technical or joint bodies. */
  readonly bodyShare: number | null;
  readonly seen: Score['seen'];
}

export interface CaseSide extends Side {
  readonly id: string;
  readonly textRead: boolean;
  readonly about: string;
}

/** What one case did with a decision; all but the status null where it was not read. */
export interface Precedent {
  readonly case: string;
  readonly reading: Reading | null;
  readonly holder: string | null;
  readonly fact: string | null;
  readonly sources: readonly string[];
  readonly basis: 'text' | 'report' | 'press' | 'code' | null;
  readonly confidence: number | null;
}

export interface BenchmarkRow {
  readonly decision: string;
  readonly issue: string;
  readonly question: string;
  readonly weight: number;
  /** What the draft does with it; null reading where it could not be seen. */
  readonly draft: { readonly reading: Reading | null; readonly openness: number | null; readonly confidence: number; readonly provisions: readonly string[] };
  readonly cases: readonly Precedent[];
}

export interface Benchmark {
  readonly draft: Side;
  readonly cases: readonly CaseSide[];
  /** Decisions that apply to the draft, in the order of the catalogue. */
  readonly decisions: readonly BenchmarkRow[];
  readonly standing: Standing;
}

/** `cases` in the order in which they are to be shown; `standing` among agreements of which only figures are known. */
export const benchmarkOf = ({ document, decisions, score }: Analysis, cases: readonly ScoredCase[], standing: Standing): Benchmark => ({
  draft: { name: document.title, title: document.title, total: score.total, equalWeights: score.equalWeights, stack: score.stack, bodyShare: score.technicalBodyShare, seen: score.seen },
  cases: cases.map(sideOf),
  decisions: decisions.filter(({ applicable }) => applicable).map((decision) => rowOf(decision, cases)),
  standing,
});

const sideOf = ({ known: { id, name, title, textRead, about }, score }: ScoredCase): CaseSide => ({
  id, name, title, textRead, about,
  total: textRead ? score.total : null,
  equalWeights: textRead ? score.equalWeights : null,
  stack: textRead ? score.stack : null,
  bodyShare: score.technicalBodyShare,
  seen: score.seen,
});

const rowOf = (decision: Decision, cases: readonly ScoredCase[]): BenchmarkRow => ({
  decision: decision.id,
  issue: decision.issue,
  question: decision.question,
  weight: decision.weight,
  draft: { reading: readingOf(decision), openness: decision.openness, confidence: decision.confidence, provisions: decision.provisions },
  cases: cases.map(({ known, decisions }): Precedent => {
    const cell = known.cells.find((each) => each.decision === decision.id);
    if (cell === undefined || cell.status === 'UNSEEN') return { case: known.id, reading: null, holder: null, fact: null, sources: [], basis: null, confidence: null };
    const reading = readingOf(decisions.find(({ id }) => id === decision.id)!);
    return { case: known.id, reading, holder: cell.holder?.name ?? null, fact: cell.fact, sources: cell.sources, basis: cell.basis, confidence: cell.confidence };
  }),
});

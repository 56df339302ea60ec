/** The cells of a case as decisions, so that the scorer of the product gives its totals. Pure. */
import type { Bounds, Decision, Score } from './analysis.ts';
import { NO_BOUNDS } from './bounds.ts';
import { boundScore, openness } from './openness.ts';
import type { Case, Cell } from './rules/cases.ts';
import type { Catalogue, Scoring } from './rules/scoring.ts';
import { isApplicable, scoreOpenness } from './score.ts';

/** A case with its decisions in the order of the catalogue and their score. */
export interface ScoredCase {
  readonly known: Case;
  readonly decisions: readonly Decision[];
  readonly score: Score;
}

/** Every decision of the catalogue; one without a cell is unseen. */
export const scoreCase = (known: Case, catalogue: Catalogue, scoring: Scoring): ScoredCase => {
  const cells = new Map(known.cells.map((cell) => [cell.decision, cell]));
  const decisions = catalogue.decisions.map((entry) => decisionOf(entry, cells.get(entry.id), scoring));
  const score = scoreOpenness(decisions, scoring, { type: { name: scoring.defaultType, by: 'user' }, declaredStage: false, promises: 0, parked: new Set(), reviewed: true });
  return { known, decisions, score };
};

const decisionOf = ({ id, issue, weight, parameters }: Catalogue['decisions'][number], cell: Cell | undefined, scoring: Scoring): Decision => {
  const told = cell === undefined || cell.status === 'UNSEEN' ? null : cell;
  const open = told?.status === 'SETTLED' ? (told.open ?? []) : parameters;
  const bounds = { ...NO_BOUNDS, ...(told?.bounds as Partial<Bounds> | undefined) };
  const { value, capped } = boundScore(bounds, scoring);
  const holder = told?.holder?.name ?? null;
  const decision: Decision = {
    id, issue, weight,
    question: '',
    applicable: isApplicable(issue, scoring.defaultType, scoring),
    status: told?.status ?? 'UNSEEN',
    openness: null,
    parameters: { fixed: parameters.filter((name) => !open.includes(name)).map((name) => ({ name, provision: '' })), open: [...open] },
    dated: false,
    exit: { end: 0, trigger: 0, successor: 0, ...(told?.exit as Partial<Decision['exit']> | undefined) },
    detail: false,
    chain: { drafter: told?.status === 'DELEGATED' ? holder : null, decider: told?.status === 'DEFERRED' ? holder : null, approver: null, kind: told?.holder?.kind ?? null },
    bounds,
    boundScore: value,
    capped,
    confidence: cell?.confidence ?? 0,
    provisions: [],
    contradictions: [],
    unseen: null,
  };
  return { ...decision, openness: openness(decision, scoring) };
};

/** The score while people work: at once the total, and which undecided item could move it most. Pure. */
import type { Decision, Score } from '../analysis.ts';
import { opennessAs, readingOf } from '../openness.ts';
import type { Scoring } from '../rules/scoring.ts';
import { applyVerdicts, isDecided, judgeDecisions, parkedIn } from '../verdicts.ts';
import { verdictFor } from './carry.ts';
import type { Item } from './items.ts';
import type { Ledger } from './ledger.ts';
import { inForce, type World } from './world.ts';

export interface Totals {
  machine: number | null;
  reviewed: number | null;
  withoutParked: number | null;
  decided: number;
}

/** Totals under the verdicts so far, without the range, which takes thousands of draws. */
export const totalsOf = (ledger: Ledger, world: World): Totals => {
  const verdicts = inForce(world, ledger);
  const decisions = judgeDecisions(world.analysis.decisions, provisionsById(world), verdicts, world.scoring);
  const parked = parkedIn(decisions, verdicts);
  return {
    machine: world.analysis.score.total,
    reviewed: totalOf(decisions),
    withoutParked: parked.size > 0 ? totalOf(decisions.filter(({ id }) => !parked.has(id))) : null,
    decided: world.items.filter(({ id }) => isDecided(verdicts.get(id))).length,
  };
};

/** The whole score with its range, for when the keys are at rest. */
export const scoreOf = (ledger: Ledger, world: World): Score => applyVerdicts(world.analysis, inForce(world, ledger), world.scoring).score;

/** Weighted mean of openness in points of 100, as in `score.ts`. */
const totalOf = (decisions: readonly Decision[]): number | null => {
  const counted = decisions.filter(({ applicable, openness }) => applicable && openness !== null);
  const weight = counted.reduce((sum, decision) => sum + decision.weight, 0);
  return weight === 0 ? null : (100 * counted.reduce((sum, decision) => sum + decision.weight * decision.openness!, 0)) / weight;
};

/** The undecided decision that would move the total most if its reading were wrong, in points. */
export const heaviest = ({ ledger }: { ledger: Ledger }, world: World): { item: Item; points: number } | undefined => {
  const verdicts = inForce(world, ledger);
  const decisions = new Map(judgeDecisions(world.analysis.decisions, provisionsById(world), verdicts, world.scoring).map((decision) => [decision.id, decision]));
  const weight = [...decisions.values()].filter(({ applicable, openness }) => applicable && openness !== null).reduce((sum, decision) => sum + decision.weight, 0);
  return world.items
    .filter((item) => item.target === 'decision' && !isDecided(verdictFor(ledger, item, world.analysis.document.textSha256)))
    .map((item) => ({ item, points: (100 * swing(decisions.get(item.id)!, world.scoring)) / weight }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)[0];
};

/** Weight times how far the openness could go to a neighbouring reading, by how unsure the reading is. */
const swing = (decision: Decision, scoring: Scoring): number => {
  const own = readingOf(decision);
  if (own === null) return 0;
  const now = opennessAs(own, decision, scoring);
  const steps = scoring.sensitivity.neighbours[own].map((reading) => Math.abs(opennessAs(reading, decision, scoring) - now));
  return decision.weight * (1 - decision.confidence) * Math.max(0, ...steps);
};

const provisionsById = ({ analysis }: World) => new Map(analysis.provisions.map((provision) => [provision.id, provision]));

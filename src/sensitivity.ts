/** How far the total leans on choices of ours (weights, constants) and on readings that may be wrong. */
import type { Decision } from './analysis.ts';
import { opennessAs, readingOf } from './openness.ts';
import { gammas, mulberry32, quantile } from './random.ts';
import type { Reading, Scoring } from './rules/scoring.ts';

export interface Sensitivity {
  low: number;
  high: number;
  /** Points of the width of the range that each decision accounts for, widest first. */
  drivers: { decision: string; swing: number }[];
}

interface Draws {
  totals: Float64Array;
  /** Covariance of each decision's pull with the total, times the number of draws. */
  pulls: Float64Array;
}

/** The 5-95 % range of the total in points, or null when no decision is seen. */
export const sensitivity = (decisions: readonly Decision[], scoring: Scoring): Sensitivity | null => {
  const { totals, pulls } = draw(decisions, scoring, 1);
  if (Number.isNaN(totals[0])) return null;
  totals.sort();
  const [low, high] = scoring.sensitivity.interval.map((at) => quantile(totals, at)) as [number, number];
  const variance = pulls.reduce((sum, pull) => sum + pull, 0);
  const drivers = decisions
    .map(({ id }, i) => ({ decision: id, swing: hundredths(variance > 0 ? ((high - low) * pulls[i]!) / variance : 0) }))
    .filter(({ swing }) => swing > 0)
    .toSorted((a, b) => b.swing - a.swing)
    .slice(0, scoring.sensitivity.drivers);
  return { low: hundredths(low), high: hundredths(high), drivers };
};

/**
 * How often (0 to 1) two texts stand in another order than `a` against `b` under the point scores. Both are read with the
 * same weights and constants in each draw; only their misreadings are independent. Null when one has no total.
 */
export const compareOrder = (a: readonly Decision[], b: readonly Decision[], scoring: Scoring): number | null => {
  if (a.map(({ id }) => id).join() !== b.map(({ id }) => id).join()) throw new Error('compareOrder needs the same catalogue on both sides');
  const [pointsA, pointsB] = [pointTotal(a, scoring), pointTotal(b, scoring)];
  if (Number.isNaN(pointsA) || Number.isNaN(pointsB)) return null;
  const order = Math.sign(pointsA - pointsB);
  const [drawsA, drawsB] = [draw(a, scoring, 1).totals, draw(b, scoring, 2).totals];
  return drawsA.filter((total, i) => Math.sign(total - drawsB[i]!) !== order).length / drawsA.length;
};

/** All draws. Weights and constants come from one stream, the same for every text, the flips of readings from `stream`. */
const draw = (decisions: readonly Decision[], scoring: Scoring, stream: number): Draws => {
  const { draws, seed, ranges, damp } = scoring.sensitivity;
  const own = mulberry32(seed + stream);
  const names = Object.keys(ranges) as Reading[];
  const { shifts, factors } = commonDraws(decisions.length, scoring);
  const rows = decisions.map((decision) => ({
    weight: decision.weight,
    flip: damp * (1 - decision.confidence),
    readings: readingsOf(decision, scoring)?.map(({ reading, value }) => ({ shift: names.indexOf(reading), value })),
  }));
  const point = pointTotal(decisions, scoring);
  const totals = new Float64Array(draws);
  const [pulls, pull] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  for (let n = 0; n < draws; n++) {
    let weights = 0;
    let drift = 0;
    for (let i = 0; i < rows.length; i++) {
      const { weight, flip, readings } = rows[i]!;
      if (!readings) continue;
      const drawn = weight * factors[n * rows.length + i]!;
      const { shift, value } = readings[own() < flip ? 1 + Math.floor(own() * (readings.length - 1)) : 0]!;
      const moved = drawn * (100 * Math.min(1, Math.max(0, value + shifts[n * names.length + shift]!)) - point);
      pull[i] = moved;
      weights += drawn;
      drift += moved;
    }
    totals[n] = point + drift / weights;
    const scale = drift / (weights * weights);
    for (let i = 0; i < pulls.length; i++) pulls[i]! += pull[i]! * scale;
  }
  return { totals, pulls };
};

interface CommonDraws {
  /** Shift of the constant of each reading, draw by draw. */
  shifts: Float64Array;
  /** Factor for the weight of each decision, draw by draw; for every decision, counted or not, so that two texts keep step. */
  factors: Float64Array;
}

const known = new WeakMap<Scoring, Map<number, CommonDraws>>();

/** Draws that are the same for every text of a catalogue: made once for each scoring and number of decisions. */
const commonDraws = (decisions: number, scoring: Scoring): CommonDraws => {
  const made = known.get(scoring) ?? new Map<number, CommonDraws>();
  known.set(scoring, made);
  const before = made.get(decisions);
  if (before !== undefined) return before;
  const { draws, seed, gammaShape, ranges } = scoring.sensitivity;
  const common = mulberry32(seed);
  const factor = gammas(gammaShape, common);
  const halfWidths = Object.values(ranges);
  const result = { shifts: new Float64Array(draws * halfWidths.length), factors: new Float64Array(draws * decisions) };
  for (let n = 0; n < draws; n++) {
    for (let k = 0; k < halfWidths.length; k++) result.shifts[n * halfWidths.length + k] = (2 * common() - 1) * halfWidths[k]!;
    for (let i = 0; i < decisions; i++) result.factors[n * decisions + i] = factor();
  }
  made.set(decisions, result);
  return result;
};

/** The decision's own reading first, then its neighbours; null when it does not count. */
const readingsOf = (decision: Decision, scoring: Scoring): { reading: Reading; value: number }[] | null => {
  const own = decision.applicable ? readingOf(decision) : null;
  return own && [own, ...scoring.sensitivity.neighbours[own]].map((reading) => ({ reading, value: opennessAs(reading, decision, scoring) }));
};

const pointTotal = (decisions: readonly Decision[], scoring: Scoring): number => {
  let [weights, sum] = [0, 0];
  for (const decision of decisions) {
    const own = readingsOf(decision, scoring)?.[0];
    if (!own) continue;
    weights += decision.weight;
    sum += 100 * decision.weight * own.value;
  }
  return sum / weights;
};

/** Two decimals: the last bits of log and cos differ between machines, the printed range must not. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;

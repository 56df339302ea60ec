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
  const { draws, ranges, damp } = scoring.sensitivity;
  const constants = Object.keys(ranges) as Reading[];
  const { shifts, factors, flips } = commonDraws(decisions.length, scoring, stream);
  const { length, weight, flip, spread, from, value, constant } = flatten(decisions, scoring, constants, damp);
  const point = pointTotal(decisions, scoring);
  const totals = new Float64Array(draws);
  const [pulls, pull] = [new Float64Array(length), new Float64Array(length)];
  for (let n = 0, at = 0, base = 0; n < draws; n++, base += constants.length) {
    let weights = 0;
    let drift = 0;
    for (let i = 0; i < length; i++, at++) {
      const drawn = weight[i]! * factors[at]!;
      // a number below the probability of a flip also tells, by its place under it, to which neighbour
      const chance = flips[at]!;
      const read = from[i]! + (chance < flip[i]! ? 1 + Math.floor(chance * spread[i]!) : 0);
      const open = value[read]! + shifts[base + constant[read]!]!;
      const moved = drawn * (100 * (open < 0 ? 0 : open > 1 ? 1 : open) - point);
      pull[i] = moved;
      weights += drawn;
      drift += moved;
    }
    totals[n] = point + drift / weights;
    const scale = drift / (weights * weights);
    for (let i = 0; i < length; i++) pulls[i]! += pull[i]! * scale;
  }
  return { totals, pulls };
};

/**
 * Decisions as flat arrays, so that thousands of draws make no garbage. The readings of decision i begin at `from[i]`, its
 * own first; one that does not count has no weight. `spread` turns a number below `flip` into that of a neighbour.
 */
const flatten = (decisions: readonly Decision[], scoring: Scoring, constants: readonly Reading[], damp: number) => {
  const readings = decisions.map((decision) => readingsOf(decision, scoring) ?? []);
  const flip = Float64Array.from(decisions, ({ confidence }, i) => (readings[i]!.length > 1 ? STEPS * damp * (1 - confidence) : 0));
  let count = 0;
  return {
    length: decisions.length,
    weight: Float64Array.from(decisions, (decision, i) => (readings[i]!.length > 0 ? decision.weight : 0)),
    flip,
    spread: Float64Array.from(readings, ({ length }, i) => (length - 1) / flip[i]!),
    from: Int32Array.from(readings, ({ length }) => (count += length) - length),
    value: Float64Array.from([...readings.flat(), NOT_COUNTED], (reading) => reading.value),
    constant: Int32Array.from([...readings.flat(), NOT_COUNTED], ({ reading }) => constants.indexOf(reading)),
  };
};

/** Stands behind the last reading, so that a decision without one has something to multiply by its weight of nothing. */
const NOT_COUNTED = { reading: 'SETTLED' as Reading, value: 0 };

/** Numbers that tell of flips are whole, from 0 to here. */
const STEPS = 1 << 16;

/** Draw by draw; small numbers, because all of them run through the memory for every text. */
interface CommonDraws {
  /** Shift of the constant of each reading. */
  shifts: Float32Array;
  /** Factor for the weight of each decision; for every decision, counted or not, so that two texts keep step. */
  factors: Float32Array;
  /** A number from 0 to STEPS for each decision: whether its reading flips, and to what. */
  flips: Uint16Array;
}

const known = new WeakMap<Scoring, Map<string, CommonDraws>>();

/** Draws that are the same for every text of a catalogue: made once for each scoring, number of decisions and stream. */
const commonDraws = (decisions: number, scoring: Scoring, stream: number): CommonDraws => {
  const made = known.get(scoring) ?? new Map<string, CommonDraws>();
  known.set(scoring, made);
  const key = `${decisions} ${stream}`;
  const before = made.get(key);
  if (before !== undefined) return before;
  const { draws, seed, gammaShape, ranges } = scoring.sensitivity;
  const [common, own] = [mulberry32(seed), mulberry32(seed + stream)];
  const factor = gammas(gammaShape, common);
  const halfWidths = Object.values(ranges);
  const result = { shifts: new Float32Array(draws * halfWidths.length), factors: new Float32Array(draws * decisions), flips: new Uint16Array(draws * decisions) };
  for (let n = 0; n < draws; n++) {
    for (let k = 0; k < halfWidths.length; k++) result.shifts[n * halfWidths.length + k] = (2 * common() - 1) * halfWidths[k]!;
    for (let i = n * decisions; i < (n + 1) * decisions; i++) {
      result.factors[i] = factor();
      result.flips[i] = STEPS * own();
    }
  }
  made.set(key, result);
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

import { describe, expect, it } from 'vitest';
import type { Decision } from '../src/analysis.ts';
import { opennessAs, readingOf } from '../src/openness.ts';
import { gammas, mulberry32, quantile } from '../src/random.ts';
import { compareOrder, sensitivity } from '../src/sensitivity.ts';
import { catalogue, decision, scoring, settled, text } from './score-fixtures.ts';

const half = text(...catalogue.decisions.slice(0, 17).map(({ id }) => settled(id)));
const principles = catalogue.decisions.map(({ id }) => decision(id, { status: 'PRINCIPLE' }));

/** The point score, as the sum it is. */
const scoreOf = (decisions: readonly Decision[]): number => {
  const counted = decisions.filter(({ applicable, openness }) => applicable && openness !== null);
  return (100 * counted.reduce((sum, { weight, openness }) => sum + weight * openness!, 0)) / counted.reduce((sum, { weight }) => sum + weight, 0);
};

const draw = (seed: number) => Array.from({ length: 5 }, mulberry32(seed));
const width = (confidence: number) => {
  const { low, high } = sensitivity(half.map((d) => ({ ...d, confidence })), scoring)!;
  return high - low;
};

describe('random numbers', () => {
  it('repeat with the seed', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('are gamma draws with mean 1 and variance 1 / shape', () => {
    const draws = Array.from({ length: 40_000 }, gammas(8, mulberry32(3)));
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    expect(mean).toBeCloseTo(1, 2);
    expect(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length).toBeCloseTo(1 / 8, 2);
    expect(Math.min(...draws)).toBeGreaterThan(0);
  });

  it('have quantiles between two values', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0)).toBe(1);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('sensitivity', () => {
  it('gives the same range and drivers each time, another with another seed', () => {
    expect(sensitivity(half, scoring)).toEqual(sensitivity(half, scoring));
    const seed = { ...scoring, sensitivity: { ...scoring.sensitivity, seed: 1 } };
    expect(sensitivity(half, seed)).not.toEqual(sensitivity(half, scoring));
  });

  it('is wider the less the readings are to be trusted', () => {
    expect(width(0.3)).toBeGreaterThan(width(1));
  });

  it('has no width when nothing can move', () => {
    const sure = catalogue.decisions.map(({ id }) => ({ ...settled(id), confidence: 1 }));
    expect(sensitivity(sure, scoring)).toEqual({ low: 0, high: 0, drivers: [] });
  });

  it('splits the width among the decisions', () => {
    const every = { ...scoring, sensitivity: { ...scoring.sensitivity, drivers: 34 } };
    const { low, high, drivers } = sensitivity(half.slice(15, 19), every)!;
    expect(drivers.reduce((sum, { swing }) => sum + swing, 0)).toBeCloseTo(high - low, 1);
    expect(drivers.map(({ swing }) => swing)).toEqual(drivers.map(({ swing }) => swing).toSorted((a, b) => b - a));
  });

  it('names the least certain decision as a driver', () => {
    const one = catalogue.decisions.map(({ id }) => ({ ...settled(id), confidence: id === 'f1' ? 0.1 : 1 }));
    expect(sensitivity(one, scoring)!.drivers.map(({ decision: id }) => id)).toEqual(['f1']);
  });

  it('knows nothing of a text of which nothing was seen', () => {
    expect(sensitivity([decision('c1', { status: 'UNSEEN' })], scoring)).toBeNull();
  });
});

/** The same draws told plainly: in each, constants, then weights, then readings; what each decision pulls the total away from the point score. */
const plainly = (decisions: readonly Decision[], stream: number): { totals: number[]; pulls: number[][] } => {
  const { draws, seed, gammaShape, ranges, damp, neighbours } = scoring.sensitivity;
  const [common, own] = [mulberry32(seed), mulberry32(seed + stream)];
  const factor = gammas(gammaShape, common);
  const point = scoreOf(decisions);
  const pulls = Array.from({ length: draws }, () => {
    const shifts = Object.fromEntries(Object.entries(ranges).map(([reading, most]) => [reading, -most + 2 * most * common()]));
    const weights = decisions.map(({ weight }) => weight * factor());
    const opens = decisions.map((each) => {
      const chance = Math.floor(own() * 2 ** 16);
      const read = each.applicable ? readingOf(each) : null;
      if (read === null) return null;
      // Of the numbers that mean a flip, as many mean each neighbour.
      const flips = damp * (1 - each.confidence) * 2 ** 16;
      const drawn = chance < flips ? neighbours[read][Math.floor((chance / flips) * neighbours[read].length)]! : read;
      return Math.min(1, Math.max(0, opennessAs(drawn, each, scoring) + shifts[drawn]!));
    });
    const counted = opens.reduce((sum: number, open, i) => sum + (open === null ? 0 : weights[i]!), 0);
    return opens.map((open, i) => (open === null ? 0 : (weights[i]! * (100 * open - point)) / counted));
  });
  return { totals: pulls.map((each) => point + each.reduce((a, b) => a + b, 0)), pulls };
};

/** Readings of the whole catalogue by chance: some not seen, some that do not apply. */
const anyText = (seed: number): Decision[] => {
  const random = mulberry32(seed);
  const statuses = ['SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'SILENT', 'UNSEEN'] as const;
  return catalogue.decisions.map(({ id }) => {
    const status = statuses[Math.floor(random() * statuses.length)]!;
    const { parameters } = settled(id, random() < 0.5 ? 0 : 1);
    return decision(id, { status, confidence: random(), applicable: random() < 0.8, dated: random() < 0.5, ...(status === 'SETTLED' && { parameters }) });
  });
};

describe('draws told plainly', () => {
  it.each([1, 2, 3])('give the same range and drivers (text %i)', (seed) => {
    const decisions = anyText(seed);
    const { low, high, drivers } = sensitivity(decisions, scoring)!;
    const { totals, pulls } = plainly(decisions, 1);
    const sorted = totals.toSorted((a, b) => a - b);
    expect(low).toBeCloseTo(quantile(sorted, 0.05), 1.9);
    expect(high).toBeCloseTo(quantile(sorted, 0.95), 1.9);
    expect([low, high].map((value) => Number(value.toFixed(2)))).toEqual([low, high]);
    const drift = totals.map((total) => total - scoreOf(decisions));
    const variance = drift.reduce((sum, each) => sum + each * each, 0);
    const swings = decisions.map(({ id }, i) => ({ decision: id, swing: ((high - low) * drift.reduce((sum, each, n) => sum + each * pulls[n]![i]!, 0)) / variance }));
    const widest = swings.toSorted((a, b) => b.swing - a.swing).slice(0, 5);
    expect(drivers.map(({ decision: id }) => id)).toEqual(widest.map(({ decision: id }) => id));
    drivers.forEach(({ swing }, i) => expect(swing).toBeCloseTo(widest[i]!.swing, 1.9));
  });

  it('turn the order of two texts as often', () => {
    const [a, b] = [anyText(1), anyText(4)];
    const [totalsA, totalsB] = [plainly(a, 1).totals, plainly(b, 2).totals];
    const order = Math.sign(scoreOf(a) - scoreOf(b));
    expect(compareOrder(a, b, scoring)).toBeCloseTo(totalsA.filter((total, i) => Math.sign(total - totalsB[i]!) !== order).length / totalsA.length, 3);
    expect(() => compareOrder(a, b.slice(1), scoring)).toThrow('the same catalogue');
  });
});

describe('compareOrder', () => {
  it('is never for texts far apart and at times for near ones', () => {
    expect(compareOrder(text(), half, scoring)).toBe(0);
    const near = text(...principles.slice(0, 3)).map((d) => ({ ...d, confidence: 0.4 }));
    const changed = compareOrder(near, text().map((d) => ({ ...d, confidence: 0.4 })), scoring)!;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(0.5);
  });

  it('uses the same weights for both texts: sure readings of equal texts never part', () => {
    const sure = half.map((d) => ({ ...d, confidence: 1 }));
    expect(compareOrder(sure, sure, scoring)).toBe(0);
  });

  it('is unknown when one text has no total', () => {
    expect(compareOrder(half, half.map((d) => ({ ...d, status: 'UNSEEN' as const })), scoring)).toBeNull();
  });
});

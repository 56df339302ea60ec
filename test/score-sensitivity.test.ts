import { describe, expect, it } from 'vitest';
import { gammas, mulberry32, quantile } from '../src/random.ts';
import { compareOrder, sensitivity } from '../src/sensitivity.ts';
import { catalogue, decision, scoring, settled, text } from './score-fixtures.ts';

const half = text(...catalogue.decisions.slice(0, 17).map(({ id }) => settled(id)));
const principles = catalogue.decisions.map(({ id }) => decision(id, { status: 'PRINCIPLE' }));

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

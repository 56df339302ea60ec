import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha, confusion, kappa, observed, type Pair, squared, weightedKappa } from '../src/evaluate/agreement.ts';
import { estimate } from '../src/evaluate/bootstrap.ts';
import { addUp, countUnit, found, setScores } from '../src/evaluate/recall.ts';

const times = (n: number, ...pair: Pair): Pair[] => Array.from({ length: n }, () => pair);
/** 20 + 15 of 50 alike; each margin makes half of the agreement likely by chance. */
const fifty = [...times(20, 'y', 'y'), ...times(5, 'y', 'n'), ...times(10, 'n', 'y'), ...times(15, 'n', 'n')];

describe('kappa', () => {
  it('is .4 when 70 % agree and 50 % would by chance', () => {
    expect(observed(fifty)).toBeCloseTo(0.7, 12);
    expect(kappa(fifty)).toBeCloseTo(0.4, 12);
  });

  it('is 1, 0 and -1 at full, chance and opposite agreement', () => {
    expect(kappa([['a', 'a'], ['b', 'b']])).toBe(1);
    expect(kappa([['a', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'b']])).toBe(0);
    expect(kappa([['a', 'b'], ['b', 'a']])).toBe(-1);
  });

  it('is unknown with one label or no unit', () => {
    expect(kappa([['a', 'a']])).toBeNull();
    expect(kappa([])).toBeNull();
    expect(observed([])).toBeNull();
  });

  it('weighs distant labels more', () => {
    const distance = squared({ a: 0, b: 1, c: 2 });
    // One step apart once; by chance 20 / 4 squared steps.
    expect(weightedKappa([['a', 'a'], ['a', 'b'], ['b', 'b'], ['c', 'c']], distance)).toBeCloseTo(0.8, 12);
    expect(weightedKappa([['a', 'a'], ['a', 'c'], ['b', 'b'], ['c', 'c']], distance)!).toBeLessThan(0.8);
  });

  it('does not care who is first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'))), (pairs) => {
        const turned = pairs.map(([a, b]): Pair => [b, a]);
        expect(kappa(turned) ?? 2).toBeCloseTo(kappa(pairs) ?? 2, 9);
        expect(alpha(turned) ?? 2).toBeCloseTo(alpha(pairs) ?? 2, 9);
      }),
    );
  });
});

describe("Krippendorff's alpha", () => {
  it('gives the values of his worked examples', () => {
    const two = [...'aabbdcccedda'].map((label, i) => [label, 'babbbccceddd'[i]!]);
    expect(alpha(two)).toBeCloseTo(0.692, 3);
    const coders = ['123321412   ', '1233224125 3', ' 3332342251 ', '12332441251 '];
    const four = Array.from({ length: 12 }, (_, i) => coders.map((line) => line[i]!).filter((label) => label !== ' '));
    expect(alpha(four)).toBeCloseTo(0.743, 3);
  });

  it('is unknown when only one label is used, and ignores units with one coder', () => {
    expect(alpha([['a', 'a'], ['a', 'a']])).toBeNull();
    expect(alpha([['a', 'b'], ['a', 'a'], ['c']])).toBe(alpha([['a', 'b'], ['a', 'a']]));
    expect(alpha([])).toBeNull();
  });
});

describe('confusion', () => {
  it('counts in the given order and leaves unused labels out', () => {
    expect(confusion(fifty, ['n', 'x', 'y'])).toEqual({ labels: ['n', 'y'], rows: [[15, 10], [5, 20]] });
  });
});

describe('precision and recall', () => {
  it('divide what was found by what was given and what was wanted', () => {
    expect(found(4, 5, 2)).toEqual({ gold: 4, predicted: 5, both: 2, precision: 0.4, recall: 0.5, f1: 4 / 9 });
    expect(found(0, 0, 0)).toMatchObject({ precision: null, recall: null, f1: null });
    expect(found(0, 1, 0)).toMatchObject({ precision: 0, recall: null, f1: 0 });
  });

  it('count each label of each unit once', () => {
    const units = [
      { gold: ['CF.2', 'CF.10'], predicted: ['CF.2', 'CF.2'] },
      { gold: ['CF.2'], predicted: [] },
      { gold: [], predicted: ['IN.1'] },
    ];
    const { micro, macro, labels } = setScores(units);
    expect(micro).toEqual(found(3, 2, 1));
    expect(micro).toEqual(addUp(units.map(countUnit)));
    expect(labels.map(({ label, f1 }) => [label, f1])).toEqual([['CF.2', 2 / 3], ['CF.10', 0], ['IN.1', 0]]);
    expect(macro).toBeCloseTo(2 / 9, 12);
    expect(setScores([]).macro).toBeNull();
  });
});

describe('estimate', () => {
  it('puts the figure inside its interval, the same each time', () => {
    const first = estimate(fifty, kappa);
    expect(first).toEqual(estimate(fifty, kappa));
    expect(first.value).toBeCloseTo(0.4, 12);
    expect(first.low!).toBeGreaterThan(0.05);
    expect(first.low!).toBeLessThan(0.25);
    expect(first.high!).toBeGreaterThan(0.55);
    expect(first.high!).toBeLessThan(0.75);
  });

  it('has no width when units do not differ and no value when there is none', () => {
    expect(estimate(times(9, 'a', 'a'), observed)).toEqual({ value: 1, low: 1, high: 1 });
    expect(estimate([], kappa)).toEqual({ value: null, low: null, high: null });
  });
});

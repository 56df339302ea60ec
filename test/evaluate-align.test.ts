import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignDocument, segmentUnit, unite } from '../src/evaluate/align.ts';
import { lettersOf } from '../src/evaluate/letters.ts';
import { longestInOrder, type Place } from '../src/evaluate/order.ts';
import { analysisOf, provision, valdora, valdoraGold } from './evaluate-fixtures.ts';

const align = (...provisions: ReturnType<typeof provision>[]) => alignDocument(valdoraGold, analysisOf(valdora, provisions), valdora);
const saysOf = (article: string, ...provisions: ReturnType<typeof provision>[]) => align(...provisions).units.find(({ id }) => id === article)!.predicted;

const place = (position: number, bonus = 0): Place => ({ position, bonus });

/** What `longestInOrder` is to make large: items placed, then bonuses. */
const worth = (found: (number | null)[], places: Place[][]): number =>
  found.reduce<number>((sum, at, i) => sum + (at === null ? 0 : 1 + places[i]!.find(({ position }) => position === at)!.bonus / (places.length + 1)), 0);

const tryAll = (places: Place[][], i = 0, after = -1): number => {
  if (i === places.length) return 0;
  const taken = places[i]!.filter(({ position }) => position > after).map(({ position, bonus }) => 1 + bonus / (places.length + 1) + tryAll(places, i + 1, position));
  return Math.max(tryAll(places, i + 1, after), ...taken);
};

describe('alignDocument', () => {
  it('finds the units, split clauses and other quotes included, and names what is missing', () => {
    const { units, missing } = align();
    expect(units.map(({ id }) => id)).toEqual(['1', '1.1a', '1.1b', '1.2a', '1.2b', '2', '2.1']);
    expect(missing).toEqual(['2.9']);
    expect(new Set(units.map(({ predicted }) => predicted.status))).toEqual(new Set(['NONE']));
  });

  it('gives a provision to the unit in which it starts, label or not', () => {
    expect(saysOf('1.1a', provision(valdora, 'The Parties shall cease', 'SETTLED', ['CF.1'])).status).toBe('SETTLED');
    expect(saysOf('1.1a', provision(valdora, '1.1. The Parties', 'SETTLED', ['CF.1'])).status).toBe('SETTLED');
    expect(saysOf('1.1b', provision(valdora, 'Forces shall', 'PRINCIPLE', ['IN.1'])).status).toBe('PRINCIPLE');
    expect(saysOf('1.1b', provision(valdora, '“unified”', 'PRINCIPLE', ['IN.1'])).status).toBe('PRINCIPLE');
    expect(saysOf('1.1a', provision(valdora, 'Forces shall', 'PRINCIPLE', ['IN.1'])).status).toBe('NONE');
    expect(saysOf('1.2b', provision(valdora, '(b) fly', 'SETTLED', ['CF.2'])).leaves).toEqual(['CF.2']);
  });

  it('keeps out the table of contents and what comes after the last unit', () => {
    const [contents, after] = [{ ...provision(valdora, 'The Joint Council', 'SETTLED', ['CF.1']), start: valdora.indexOf('2. The Joint') }, provision(valdora, 'The flag is', 'SETTLED', ['CF.1'])];
    expect(align(contents, after, provision(valdora, '2.2. Lay mines', 'SETTLED', ['CF.2'])).units.every(({ predicted }) => predicted.status === 'NONE')).toBe(true);
  });

  it('is not led astray by the same words elsewhere', () => {
    // "lay mines" stands in 1.2 and in 2.2; taking the second would cost the units between.
    expect(saysOf('1.2a', { ...provision(valdora, 'lay mines', 'SETTLED', ['CF.2']) }).status).toBe('SETTLED');
  });

  it('finds nothing in another text and says so', () => {
    expect(alignDocument(valdoraGold, analysisOf('Nothing.', []), 'Nothing.')).toEqual({ units: [], missing: valdoraGold.map(({ article }) => article) });
  });
});

describe('unite', () => {
  it('takes the most open status, its confidence, and all leaves once', () => {
    const [settled, open] = [provision('x y', 'x', 'SETTLED', ['CF.1', 'CF.2'], 0.9), provision('x y', 'y', 'DELEGATED', ['CF.2', 'DM.1'], 0.6)];
    expect(unite([settled, open])).toEqual({ status: 'DELEGATED', leaves: ['CF.1', 'CF.2', 'DM.1'], confidence: 0.6 });
  });

  it('speaks for a segment as a whole, NONE when it is empty', () => {
    const segment = { id: 's', agreement: '1', text: 'x', first: unite([]), second: unite([]) };
    expect(segmentUnit(segment, analysisOf('x', [])).predicted).toMatchObject({ status: 'NONE', leaves: [] });
  });
});

describe('lettersOf', () => {
  it('maps offsets to letters and finds words only whole', () => {
    const { text, indexOf, find } = lettersOf('“Art. 5”: the art\nof 55');
    expect(text).toBe('art5theartof55');
    expect([indexOf(0), indexOf(1), indexOf(5), indexOf(6), indexOf(8), indexOf(99)]).toEqual([0, 0, 3, 3, 4, 14]);
    expect(find('Art', false)).toEqual([0, 7]);
    expect(find('art - of', false)).toEqual([7]);
    expect(find('5', false)).toEqual([3]);
    expect(find('5', true)).toEqual([3, 12]);
    expect(find('…', false)).toEqual([]);
  });

  it('finds any run of words in its own text', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,4}$/u), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.nat(), (all, from) => {
        const at = from % all.length;
        const letters = lettersOf(all.join(', '));
        expect(letters.find(all.slice(at).join(' '), false)).toContain(all.slice(0, at).join('').length);
      }),
    );
  });
});

describe('longestInOrder', () => {
  it('places as many items as possible, then prefers bonuses, then closeness', () => {
    expect(longestInOrder([[place(9)], [place(1)], [place(2)]])).toEqual([null, 1, 2]);
    expect(longestInOrder([[place(1), place(3, 0.5)], [place(5)]])).toEqual([3, 5]);
    expect(longestInOrder([[place(1, 0.5), place(3)], [place(5)]])).toEqual([1, 5]);
    expect(longestInOrder([[place(1), place(3)], [place(5)]])).toEqual([3, 5]);
    expect(longestInOrder([[place(5, 1)], [place(1), place(2)], [place(3)]])).toEqual([null, 2, 3]);
    expect(longestInOrder([[], [place(4), place(7)]])).toEqual([null, 4]);
    expect(longestInOrder([])).toEqual([]);
  });

  it('is as good as trying everything', () => {
    const anyPlaces = fc.uniqueArray(fc.record({ position: fc.nat({ max: 9 }), bonus: fc.constantFrom(0, 0.5, 1) }), { maxLength: 3, selector: ({ position }) => position });
    fc.assert(
      fc.property(fc.array(anyPlaces, { maxLength: 6 }), (places) => {
        const found = longestInOrder(places);
        const placed = found.filter((at) => at !== null);
        expect(placed).toEqual([...new Set(placed)].toSorted((a, b) => a - b));
        expect(worth(found, places)).toBeCloseTo(tryAll(places), 9);
      }),
      { numRuns: 500 },
    );
  });
});

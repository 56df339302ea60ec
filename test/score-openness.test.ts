import { describe, expect, it } from 'vitest';
import type { Bounds } from '../src/analysis.ts';
import { boundScore, openDecisions, openness } from '../src/openness.ts';
import { decision, noBounds, scoring, settled } from './score-fixtures.ts';

const bound = (given: Partial<Bounds>) => boundScore({ ...noBounds, ...given }, scoring);
const all: Bounds = { deadline: 1, members: 1, rule: 1, deadlock: 1, tor: 1, criteria: 1, funding: 1, reporting: 1, fallback: 1, dispute: 1 };

describe('boundScore', () => {
  it('adds the weights of the bounds', () => {
    expect(bound({})).toEqual({ value: 0, capped: false });
    expect(bound({ deadline: 0.5, members: 1 }).value).toBeCloseTo(0.15, 12);
    expect(bound(all).value).toBeCloseTo(1, 12);
  });

  it('is capped while the body has no way out of a deadlock', () => {
    expect(bound({ ...all, deadlock: 0, fallback: 0 })).toEqual({ value: 0.6, capped: true });
    expect(bound({ ...all, deadlock: 0 }).capped).toBe(false);
    expect(bound({ ...all, fallback: 0 }).value).toBeCloseTo(0.86, 12);
  });

  it('is not lifted by a clause for the whole agreement', () => {
    expect(bound({ ...all, deadlock: 0.5, fallback: 0 })).toEqual({ value: 0.6, capped: true });
    expect(bound({ ...all, deadlock: 0.5, fallback: 0.5 })).toEqual({ value: 0.6, capped: true });
  });

  it('is not called capped when the cap takes nothing away', () => {
    expect(bound({ deadline: 1 })).toEqual({ value: 0.14, capped: false });
  });
});

describe('openness', () => {
  it.each([
    ['settled', settled('c1'), 0],
    ['settled but for one of three parameters', settled('c1', 1), 0.15],
    ['settled but for one of two parameters', settled('d4', 1), 0.225],
    ['delegated without bounds', decision('c1', { status: 'DELEGATED' }), 0.9],
    ['delegated within all bounds', decision('c1', { status: 'DELEGATED', bounds: all }), 0.2],
    ['detail under fixed parameters', decision('c1', { status: 'DELEGATED', detail: true }), 0.36],
    ['deferred without bounds', decision('c1', { status: 'DEFERRED' }), 0.95],
    ['deferred within all bounds', decision('c1', { status: 'DEFERRED', bounds: all }), 0.3],
    ['interim without exit', decision('c1', { status: 'INTERIM' }), 0.9],
    ['interim with every exit', decision('c1', { status: 'INTERIM', exit: { end: 1, trigger: 1, successor: 1 } }), 0.45],
    ['interim with a trigger', decision('c1', { status: 'INTERIM', exit: { end: 0, trigger: 1, successor: 0 } }), 0.81],
    ['principle', decision('c1', { status: 'PRINCIPLE' }), 0.85],
    ['principle with date and actor', decision('c1', { status: 'PRINCIPLE', dated: true }), 0.75],
    ['silent', decision('c1'), 1],
  ])('%s', (_, given, value) => {
    expect(openness(given, scoring)).toBeCloseTo(value, 12);
  });

  it('is unknown for what was not seen', () => {
    expect(openness(decision('c1', { status: 'UNSEEN' }), scoring)).toBeNull();
  });
});

describe('openDecisions', () => {
  it('lists what counts and is open at all, by weight times openness', () => {
    const of = (id: string, weight: number, open: number | null, applicable = true) => ({ ...decision(id), weight, openness: open, applicable });
    const decisions = [of('c1', 5, 0.2), of('c2', 2, 0.9), of('c3', 3, 0), of('c4', 4, null), of('n1', 9, 0.9, false), of('n2', 4, 0.01), of('n3', 2, 0.9)];
    expect(openDecisions({ decisions }).map(({ id }) => id)).toEqual(['c2', 'n3', 'c1', 'n2']);
  });
});

/** What verdicts do to decisions and score. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../src/analysis.ts';
import { applyVerdicts, judgeDecisions, keysOf, normalise, readingNow, type Said, type Verdict } from '../src/verdicts.ts';
import { analysis, draft, text } from './review-world.ts';
import { decision, scoring, settled } from './score-fixtures.ts';

const said = (reading: Verdict['reading'], parked: string | null = null): Verdict => ({ reading, parked, note: '', basis: '', document: '', from: null });
const reads = (status: string): Said => ({ status, leaves: ['IN.1'] });
const byId = new Map(analysis.provisions.map((provision) => [provision.id, provision]));
const judged = (of: Decision, verdicts: Record<string, Verdict>): Decision => judgeDecisions([of], byId, new Map(Object.entries(verdicts)), scoring)[0]!;

describe('keys', () => {
  it('do not depend on number, place or typography', () => {
    expect(normalise('2.3.4. The  Board’s plan – final', '2.3.4')).toBe("the board's plan - final");
    const [one, two] = [draft(['1.1 Arms are stored.', '1.2 Forces canton.'], 'a'), draft(['1.1 New words.', '7.4 Forces canton.', '7.5 Arms are stored.'], 'b')];
    const [a, b] = [keysOf(one.analysis, one.text), keysOf(two.analysis, two.text)];
    expect([a.get('p0'), a.get('p1')]).toEqual([b.get('p2'), b.get('p1')]);
  });

  it('tell equal texts apart by their order', () => {
    const { analysis: twice, text: its } = draft(['1 Arms are stored.', '2 Arms are stored.'], 'a');
    const keys = [...keysOf(twice, its).values()];
    expect(keys.map((key) => key.slice(-2))).toEqual(['.0', '.1']);
    expect(keys[0]!.slice(0, -2)).toBe(keys[1]!.slice(0, -2));
  });

  it('are different for different provisions', () => {
    const keys = [...keysOf(analysis, text).values()];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('verdicts', () => {
  it('none change nothing', () => {
    expect(judgeDecisions(analysis.decisions, byId, new Map(), scoring)).toEqual(analysis.decisions);
    expect(applyVerdicts(analysis, new Map(), scoring).decisions).toEqual(analysis.decisions);
  });

  it('rejecting all that proves a delegation leaves silence', () => {
    const board = decision('s1', { status: 'DELEGATED', provisions: ['p4'], chain: { drafter: 'drb', decider: null, approver: null, kind: 'technical' } });
    expect(judged(board, { p4: said('rejected') })).toMatchObject({ status: 'SILENT', openness: 1, provisions: [], chain: { drafter: null } });
  });

  it('of what is left the first in the order of statuses counts', () => {
    const several = decision('r1', { status: 'DELEGATED', provisions: ['p3', 'p5', 'p7'] });
    expect(judged(several, { p3: said('rejected') }).status).toBe('DEFERRED');
    expect(judged(several, { p3: said('rejected'), p5: said(reads('PROCEDURAL')) }).status).toBe('PRINCIPLE');
    expect(judged(several, { p3: said(reads('DELEGATED')) }).status).toBe('DELEGATED');
  });

  it('a settled decision loses the parameters of a rejected provision', () => {
    const d3 = analysis.decisions.find(({ id }) => id === 'd3')!;
    expect(readingNow(d3)).toBe('PARTLY');
    expect(judged(d3, { p8: said('rejected') })).toMatchObject({ status: 'SILENT', parameters: { fixed: [], open: ['benefits', 'duration', 'payer'] } });
  });

  it('a verdict on the decision goes before its provisions', () => {
    const f1 = analysis.decisions.find(({ id }) => id === 'f1')!;
    expect(judged(f1, { p1: said('rejected'), f1: said({ status: 'SETTLED', leaves: [] }) })).toMatchObject({ status: 'SETTLED', openness: 0, confidence: 1 });
    expect(readingNow(judged(decision('n1'), { n1: said({ status: 'PARTLY', leaves: [] }) }))).toBe('PARTLY');
    expect(judged(decision('n1'), { n1: said({ status: 'UNSEEN', leaves: [] }) }).openness).toBeNull();
  });

  it('parking keeps the total and gives a second one', () => {
    const before = applyVerdicts(analysis, new Map(), scoring).score;
    const after = applyVerdicts(analysis, new Map([['n1', said(null, 'numbers are not known yet')]]), scoring).score;
    expect(after.total).toBe(before.total);
    expect(after.withoutParked).not.toBe(before.withoutParked);
  });

  it('rejected provisions are gone and nothing points at them', () => {
    const reviewed = applyVerdicts(analysis, new Map([['p2', said('rejected')]]), scoring);
    expect(JSON.stringify([reviewed.provisions, reviewed.decisions])).not.toContain('"p2"');
  });

  it('is reviewed when every decision that applies has a verdict', () => {
    const all = analysis.decisions.map((each): [string, Verdict] => [each.id, said({ status: readingNow(each), leaves: [] })]);
    expect(applyVerdicts(analysis, new Map(all.slice(1)), scoring).score.reviewed).toBe(false);
    expect(applyVerdicts(analysis, new Map(all), scoring).score.reviewed).toBe(true);
  });

  it('rejecting what settles a decision never lowers its openness', () => {
    const proofs = fc.subarray(['p1', 'p8'], { minLength: 1 });
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 }), proofs, (open, rejected) => {
      const bare = settled('n1', open);
      const proven = { ...bare, provisions: ['p1', 'p8'], parameters: { ...bare.parameters, fixed: bare.parameters.fixed.map(({ name }, i) => ({ name, provision: i === 0 ? 'p1' : 'p8' })) } };
      const after = judged(proven, Object.fromEntries(rejected.map((id) => [id, said('rejected')])));
      expect(after.openness!).toBeGreaterThanOrEqual(proven.openness!);
    }));
  });
});

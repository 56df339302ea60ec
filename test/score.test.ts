import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, scoreSchema } from '../src/analysis.ts';
import { holderOf, isApplicable, scoreOpenness } from '../src/score.ts';
import { catalogue, circumstances, decision, scoring, settled, text } from './score-fixtures.ts';

const score = (decisions: Decision[], given: Partial<typeof circumstances> = {}) => scoreOpenness(decisions, scoring, { ...circumstances, ...given });
const board = { drafter: 'board', decider: 'board', approver: null, kind: 'technical' } as const;

/** Technical-body share and the part that bodies decide, when one decision goes along this chain. */
const bodyShares = (chain: Partial<Decision['chain']>) => {
  const { technicalBodyShare, decidedByBodies } = score(text(decision('s1', { status: 'DELEGATED', chain: { ...board, ...chain } })));
  return [technicalBodyShare, decidedByBodies];
};

/** Any reading of the whole catalogue. */
const anyText = fc.tuple(
  ...catalogue.decisions.map(({ id }) =>
    fc
      .record({
        status: fc.constantFrom('SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'SILENT', 'UNSEEN'),
        open: fc.integer({ min: 0, max: 1 }),
        credit: fc.constantFrom(0, 0.5, 1),
        detail: fc.boolean(),
        dated: fc.boolean(),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ status, open, credit, ...rest }) => {
        const { parameters } = settled(id, open);
        const bounds = { deadline: credit, members: 1, rule: credit, deadlock: 0, tor: credit, criteria: credit, funding: 0, reporting: 1, fallback: 0, dispute: 0 };
        return decision(id, { ...rest, status, parameters, bounds, exit: { end: credit, trigger: 0, successor: credit }, chain: board });
      }),
  ),
);
const place = fc.nat({ max: catalogue.decisions.length - 1 });

describe('scoreOpenness', () => {
  it('gives 100 to a text that is silent on everything and 0 to one that settles everything', () => {
    expect(score(text())).toMatchObject({ total: 100, equalWeights: 100, level: 'wholly-open', technicalBodyShare: 0, stack: { silent: 100 } });
    const done = score(catalogue.decisions.map(({ id }) => settled(id)));
    expect(done).toMatchObject({ total: 0, level: 'settled', worst: [], holders: [], seen: { decisions: 34, of: 34, weight: 100 } });
  });

  it('weighs by decision and splits the total by status', () => {
    const given = text(settled('c1'), decision('n1', { status: 'PRINCIPLE' }), decision('s1', { status: 'DELEGATED', chain: board }), settled('d4', 1));
    const { total, stack, technicalBodyShare, decidedByBodies, equalWeights } = score(given);
    // 100 - 5 (c1) - 5 * .15 (n1) - 4 * .10 (s1) - 3 * (1 - .225) (d4: one of two parameters open)
    expect(total).toBeCloseTo(100 - 5 - 0.75 - 0.4 - 2.325, 9);
    expect(stack).toMatchObject({ principle: 4.25, silent: 83 });
    expect(stack.delegated).toBeCloseTo(3.6, 9);
    expect(stack.partlySettled).toBeCloseTo(0.675, 9);
    expect(technicalBodyShare).toBe(4);
    expect(decidedByBodies).toBe(4);
    expect(equalWeights).toBeCloseTo((100 * (30 + 0.85 + 0.9 + 0.225)) / 34, 9);
  });

  it('counts a body as deciding only when nobody else decides or approves', () => {
    expect(bodyShares({})).toEqual([4, 4]);
    expect(bodyShares({ drafter: null })).toEqual([4, 4]);
    expect(bodyShares({ decider: null })).toEqual([4, 0]);
    expect(bodyShares({ decider: 'cabinet' })).toEqual([4, 0]);
    expect(bodyShares({ approver: 'assembly' })).toEqual([4, 0]);
    expect(bodyShares({ kind: 'parties' })).toEqual([0, 0]);
  });

  it('leaves what was not seen out of the total and says how much was seen', () => {
    const { total, seen, issues } = score([decision('c1', { status: 'UNSEEN' }), decision('c2'), settled('c3')]);
    expect(total).toBeCloseTo((100 * 4) / 7, 9);
    expect(seen).toEqual({ decisions: 2, of: 3, weight: 7 });
    expect(issues).toEqual([{ issue: 'command', score: total, weight: 7, settled: 3 }]);
  });

  it('has no total when nothing applies or nothing was seen', () => {
    const blind = score([decision('c1', { status: 'UNSEEN' }), decision('n1', { applicable: false })]);
    expect(blind).toMatchObject({ total: null, low: null, high: null, equalWeights: null, technicalBodyShare: null, worst: [], level: 'none' });
    expect(scoreSchema.safeParse(blind).success).toBe(true);
  });

  it('names the worst three issues, the first of the catalogue first when they are equal', () => {
    expect(score(text()).worst).toEqual(['command', 'integration', 'ranks']);
    expect(score(text(settled('c1'), settled('r1'), settled('r2'))).worst).toEqual(['integration', 'architecture', 'entry']);
  });

  it('gives the share of each holder in the weight of what is not settled', () => {
    const deferred = decision('c2', { status: 'DEFERRED', chain: { drafter: 'board', decider: 'leaders', approver: null, kind: 'leaders' } });
    const { holders } = score([settled('c1'), deferred, decision('s1', { status: 'DELEGATED', chain: board }), decision('s2', { status: 'DELEGATED', chain: { ...board, decider: 'cabinet' } })]);
    expect(holders).toEqual([
      { body: 'board', share: 8 / 12, decisions: ['s1', 's2'] },
      { body: 'leaders', share: 4 / 12, decisions: ['c2'] },
    ]);
    expect(holderOf(decision('a1', { status: 'INTERIM', chain: board }))).toBeNull();
  });

  it('prints a second total without parked decisions', () => {
    const { total, withoutParked } = score([decision('c1'), settled('c2')], { parked: new Set(['c1']) });
    expect(total).toBeCloseTo(500 / 9, 9);
    expect(withoutParked).toBe(0);
  });

  it('decides by type alone which issues apply', () => {
    expect(isApplicable('money', 'comprehensive', scoring)).toBe(true);
    expect(isApplicable('money', 'ceasefire', scoring)).toBe(false);
    expect(isApplicable('interim', 'ceasefire', scoring)).toBe(true);
    expect(isApplicable('money', 'no such type', scoring)).toBe(false);
  });
});

describe('flags', () => {
  it('tells a text that settles only the ceasefire from one that settles more', () => {
    expect(score(text(settled('f1'), settled('f2'), settled('a1'), settled('c3'))).flags).toEqual(['ceasefire-only']);
    expect(score(text(settled('f1'), settled('f2'), settled('c1'))).flags).toEqual([]);
    expect(score(text()).flags).toEqual([]);
  });

  it('fires for a ceasefire text too, where the other issues do not apply', () => {
    const narrow = text(settled('f1'), settled('f2'), settled('f3')).map((d) => ({ ...d, applicable: isApplicable(d.issue, 'ceasefire', scoring) }));
    const result = score(narrow, { type: { name: 'ceasefire', by: 'user' } });
    expect(result.flags).toEqual(['ceasefire-only']);
    expect(result.seen).toEqual({ decisions: 6, of: 6, weight: 11 });
  });

  it('fires at its very share, with its very number of promises, up to its very share settled', () => {
    const { ceasefireOnly, framework } = scoring.flags;
    const at = (changed: Partial<typeof scoring.flags>) => (decisions: Decision[], given: Partial<typeof circumstances> = {}) =>
      scoreOpenness(decisions, { ...scoring, flags: { ...scoring.flags, ...changed } }, { ...circumstances, ...given }).flags;
    // f1, f2 and c1 weigh so much; the ceasefire has all of it but c1.
    const some = [settled('f1'), settled('f2'), settled('c1')];
    const share = (some[0]!.weight + some[1]!.weight) / some.reduce((sum, { weight }) => sum + weight, 0);
    expect(at({ ceasefireOnly: { ...ceasefireOnly, share } })(some)).toEqual(['ceasefire-only']);
    expect(at({ ceasefireOnly: { ...ceasefireOnly, share: share + 1e-9 } })(some)).toEqual([]);
    const open = [settled('c1'), decision('c2')];
    const settledAtMost = open[0]!.weight / (open[0]!.weight + open[1]!.weight);
    const stage = { declaredStage: true, promises: framework.promises };
    expect(at({ framework: { ...framework, settledAtMost } })(open, stage)).toEqual(['framework']);
    expect(at({ framework: { ...framework, settledAtMost: settledAtMost - 1e-9 } })(open, stage)).toEqual([]);
    expect(at({ framework: { ...framework, settledAtMost } })(open, { ...stage, promises: framework.promises - 1 })).toEqual([]);
  });

  it('names the level below whose end the total lies', () => {
    const levelAt = (below: number) => scoreOpenness([decision('c1'), settled('c2')], { ...scoring, levels: [{ id: 'low', below }, { id: 'high', below: 101 }] }, circumstances).level;
    const total = (100 * 5) / 9;
    expect([levelAt(total), levelAt(total + 1e-9)]).toEqual(['high', 'low']);
  });

  it('needs a declared stage and a promised text for a framework', () => {
    const open = text(settled('c1'));
    expect(score(open, { declaredStage: true, promises: 2 }).flags).toEqual(['framework']);
    expect(score(open, { declaredStage: true }).flags).toEqual([]);
    expect(score(open, { promises: 2 }).flags).toEqual([]);
    expect(score(catalogue.decisions.map(({ id }) => settled(id)), { declaredStage: true, promises: 2 }).flags).toEqual([]);
  });
});

describe('for any reading of a text', () => {
  // The interval plays no part in these; four draws keep them quick.
  const quick = { ...scoring, sensitivity: { ...scoring.sensitivity, draws: 4 } };
  const total = (decisions: Decision[]) => scoreOpenness(decisions, quick, circumstances).total;

  it('the stack adds up to the total', () => {
    fc.assert(
      fc.property(anyText, (decisions) => {
        const result = scoreOpenness(decisions, quick, circumstances);
        const sum = Object.values(result.stack).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(result.total ?? 0, 9);
      }),
    );
  });

  it('settling a decision never raises the total', () => {
    fc.assert(
      fc.property(anyText, place, (decisions, i) => {
        const after = decisions.with(i, settled(decisions[i]!.id));
        expect(total(after)!).toBeLessThanOrEqual((total(decisions) ?? 0) + 1e-9);
      }),
    );
  });

  it('deleting a settling clause never lowers it', () => {
    fc.assert(
      fc.property(anyText, place, (decisions, i) => {
        const before = decisions.with(i, settled(decisions[i]!.id));
        expect(total(decisions.with(i, decision(decisions[i]!.id)))!).toBeGreaterThanOrEqual(total(before)! - 1e-9);
      }),
    );
  });

  it('the total, the issues and the shares stay between 0 and 100', () => {
    fc.assert(
      fc.property(anyText, (decisions) => {
        const { issues, holders, technicalBodyShare, decidedByBodies } = scoreOpenness(decisions, quick, circumstances);
        for (const { score: points } of issues) expect(points ?? 0).toSatisfy((n: number) => n >= 0 && n <= 100 + 1e-9);
        expect(decidedByBodies ?? 0).toBeLessThanOrEqual(technicalBodyShare ?? 0);
        expect(holders.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

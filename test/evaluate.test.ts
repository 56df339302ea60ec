import { describe, expect, it } from 'vitest';
import { alignDocument, type Unit } from '../src/evaluate/align.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import type { Coding, UnitStatus } from '../src/evaluate/gold.ts';
import { evaluationPage } from '../src/evaluate/page.ts';
import { analysisOf, provision, valdora, valdoraGold } from './evaluate-fixtures.ts';

const say = (status: UnitStatus, leaves: string[] = [], confidence = 0.8): Coding => ({ status, leaves, confidence });
const unit = (gold: Coding, predicted: Coding, second: Coding | null = gold): Unit => ({ id: 'u', gold, second, predicted });

const units: Unit[] = [
  unit(say('DELEGATED', ['IN.1', 'DM.1']), say('DEFERRED', ['IN.1', 'DM.2'])),
  unit(say('DELEGATED', ['IN.2', 'DM.1'], 0.5), say('SETTLED', ['IN.2'], 0.95), say('DEFERRED', ['IN.2', 'DM.2'])),
  unit(say('SETTLED', ['CF.1']), say('SETTLED', ['CF.1', 'CF.2'], 0.95)),
  unit(say('NONE'), say('NONE', [], 1)),
  unit(say('PROCEDURAL'), say('NONE', [], 1), null),
];
const folded = evaluate(units, { title: 'Five units', fold: true, missing: ['9.9'] });

describe('evaluate', () => {
  it('counts status, left open and leaves against the first coder', () => {
    expect(folded.first.units).toBe(5);
    expect(folded.first.observed.value).toBeCloseTo(3 / 5, 12);
    expect(folded.first.confusion).toEqual({
      labels: ['DELEGATED', 'DEFERRED', 'SETTLED', 'PROCEDURAL'],
      rows: [[0, 1, 1, 0], [0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 2]],
    });
    expect(folded.first.statuses.find(({ status }) => status === 'DELEGATED')).toMatchObject({ recall: 0, precision: null });
    expect(folded.first.leftOpen).toMatchObject({ gold: 2, predicted: 1, both: 1, precision: 1, recall: 0.5 });
    expect(folded.first.topics.micro).toMatchObject({ gold: 3, predicted: 4, both: 3 });
    expect(folded.first.tags.micro).toMatchObject({ gold: 2, predicted: 1, both: 0 });
    expect(folded.first.topics.f1.value).toBeCloseTo(6 / 7, 12);
  });

  it('compares with the second coder and the coders with each other, where there are two', () => {
    expect(folded.second).toMatchObject({ units: 4 });
    expect(folded.coders!.units).toBe(4);
    expect(folded.coders!.observed.value).toBeCloseTo(3 / 4, 12);
    expect(folded.coders!.leftOpen).toMatchObject({ gold: 2, predicted: 2, both: 2 });
    const alone = evaluate(units.slice(4), { title: '', fold: true });
    expect([alone.second, alone.coders, alone.noneApart!.coders]).toEqual([null, null, null]);
  });

  it('folds NONE into PROCEDURAL for documents only, and shows the other reading beside', () => {
    expect(folded.noneApart!.first.observed.value).toBeCloseTo(2 / 5, 12);
    expect(folded.noneApart!.first.confusion.labels).toContain('NONE');
    const apart = evaluate(units, { title: '', fold: false });
    expect(apart.first).toEqual(folded.noneApart!.first);
    expect(apart.noneApart).toBeNull();
  });

  it('sets apart the units of which the coder was unsure', () => {
    expect(folded.unsure.units).toMatchObject({ units: 1, observed: { value: 0 } });
    expect(folded.unsure.others).toMatchObject({ units: 4, observed: { value: 3 / 4 } });
  });

  it('holds confidence against success, silence left out', () => {
    expect(folded.calibration).toEqual([
      { from: 0.8, to: 0.9, units: 1, confidence: 0.8, right: 0 },
      { from: 0.9, to: 1, units: 2, confidence: 0.95, right: 0.5 },
    ]);
  });

  it('weighs delegated against deferred as no difference', () => {
    const one = evaluate([units[0]!, units[2]!], { title: '', fold: true });
    expect(one.first.weightedKappa.value).toBe(1);
    expect(one.first.kappa.value!).toBeLessThan(1);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(folded))).toEqual(folded);
  });
});

describe('evaluationPage', () => {
  const provisions = [
    provision(valdora, 'The Parties shall cease', 'SETTLED', ['CF.1']),
    provision(valdora, 'Forces shall', 'PRINCIPLE', ['IN.1'], 0.55),
    provision(valdora, 'The Joint Council shall', 'DELEGATED', ['IN.2', 'DM.1'], 0.92),
  ];
  const { units: aligned, missing } = alignDocument(valdoraGold, analysisOf(valdora, provisions), valdora);

  it('is 80 columns wide and as written', async () => {
    const page = evaluationPage(evaluate(aligned, { title: 'Agreement on the Security of Valdora', fold: true, missing }));
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    await expect(page).toMatchFileSnapshot('../fixtures/evaluate/valdora-page.txt');
  });

  it('says what the gold is not, on every page', () => {
    for (const fold of [true, false]) {
      const words = evaluationPage(evaluate(units, { title: '', fold })).replace(/\s+/gu, ' ');
      expect(words).toContain('not the work of a panel of human experts');
      expect(words).toContain('two coders are of one kind');
    }
  });

  it('copes with nothing to compare', () => {
    expect(evaluationPage(evaluate([], { title: 'Empty', fold: true, missing: ['1', '2'] }))).toContain('0 units compared; 2 not found in the text: 1, 2.');
  });
});

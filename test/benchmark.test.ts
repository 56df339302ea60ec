/** The cases that come with lacuna, scored as any text is, and a draft beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { benchmarkOf } from '../src/benchmark.ts';
import { scoreCase } from '../src/cases.ts';
import { renderBenchmark } from '../src/report/benchmark.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { textOptions } from '../src/commands/paper.ts';
import { type Case, caseSchema } from '../src/rules/cases.ts';
import { type Figures, type Standing, standingOf } from '../src/standing.ts';
import { read, ruleset } from './desk-reader.ts';

const FOLDER = 'corpus/cases';
const NOWHERE: Standing = { agreements: 0, issues: {}, decisions: {} };
const cases = new Map(readdirSync(FOLDER).toSorted().map((name): [string, Case] => [name, caseSchema.parse(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')))]));
const scored = [...cases.values()].map((known) => scoreCase(known, ruleset.catalogue, ruleset.scoring));
const scoreOf = (id: string) => scored.find(({ known }) => known.id === id)!.score;

const within = (value: number | null, points: number) => expect(Math.abs((value ?? -1) - points), `${value} for ${points}`).toBeLessThanOrEqual(1);

describe('the cases', () => {
  it('have a cell for every decision, in the order of the catalogue, and only parameters that exist', () => {
    for (const [name, { id, cells }] of cases) {
      expect(name).toBe(`${id}.json`);
      expect(cells.map(({ decision }) => decision)).toEqual(ruleset.catalogue.decisions.map((decision) => decision.id));
      for (const cell of cells) {
        if (cell.status === 'UNSEEN') continue;
        const { parameters } = ruleset.catalogue.decisions.find((decision) => decision.id === cell.decision)!;
        expect(parameters).toEqual(expect.arrayContaining(cell.open ?? []));
        expect(cell.holder !== undefined).toBe(cell.status === 'DELEGATED' || cell.status === 'DEFERRED');
      }
    }
  });

  // deferral doctrine, section 7: totals, stacks, body shares, issues in the order of the catalogue
  it.each([
    ['south-sudan-2018', 67, 66, [35, 3, 3, 5.5, 19, 1.4], 49, [57, 71, 88, 71, 86, 42, 79, 100, 5], 34],
    ['mali-2015', 80, 78, [56, 4, 3, 16, 0, 1], 68, [83, 84, 84, 85, 80, 80, 85, 93, 15], 23],
    ['libya-2015', 82, 79, [11, 20, 0, 50, 0, 1], 13, [84, 85, -1, 88, -1, 85, 85, -1, 15], 12],
  ])('%s scores as the doctrine says', (id, total, equal, stack, bodies, issues, seen) => {
    const score = scoreOf(id);
    within(score.total, total);
    within(score.equalWeights, equal);
    Object.values(score.stack).forEach((points, i) => within(points, stack[i]!));
    within(score.technicalBodyShare, bodies);
    issues.forEach((points, i) => within(score.issues[i]!.score, points));
    expect(score.seen.decisions).toBe(seen);
  });
});

describe('a draft beside them', () => {
  it('shows totals only where the text was read', async () => {
    const { analysis } = await read('corpus/valdora-accord.en.txt');
    const { draft, cases: sides } = benchmarkOf(analysis, scored, NOWHERE);
    expect(draft.total).toBe(analysis.score.total);
    expect(sides.map(({ id, total, stack, bodyShare }) => [id, total === null, stack === null, bodyShare === null])).toEqual([
      ['libya-2015', true, true, false], ['mali-2015', true, true, false], ['south-sudan-2018', false, false, false],
    ]);
  });

  it('sets every decision beside what the cases did, with the source, and says what was not read', async () => {
    const { analysis } = await read('corpus/valdora-accord.en.txt');
    const benchmark = benchmarkOf(analysis, scored, NOWHERE);
    const n1 = benchmark.decisions.find(({ decision }) => decision === 'n1')!;
    expect(n1.cases).toEqual([
      { case: 'libya-2015', reading: null, holder: null, fact: null, sources: [], basis: null, confidence: null },
      {
        case: 'mali-2015', reading: 'DELEGATED', holder: 'integration commission',
        fact: 'the number to be integrated was left to a commission, to be set up by decree by day 60; a figure of 26,000 was agreed in August 2022',
        sources: ['maliweb.net, article 984822', 'maliweb.net, article 2986522'], basis: 'press', confidence: 0.8,
      },
      expect.objectContaining({ case: 'south-sudan-2018', reading: 'DELEGATED', sources: ['R-ARCSS 2.2.1, 2.2.6'], basis: 'text' }),
    ]);
    const page = renderBenchmark(benchmark, analysis, textOptions({ width: 400, color: false, ascii: true }, 'en', ruleset));
    expect(page).toContain('In Mali 2015, the number to be integrated was left to a commission, to be set up by decree by day 60; a figure of 26,000 was agreed in August 2022 (maliweb.net, article 984822; maliweb.net, article 2986522).\n    - In South Sudan 2018,');
    expect(page).toContain('    - Not read for this question: Libya 2015.\n');
    expect(page).toContain('  Mali 2015         no total: the text itself was not read\n');
  });

  it.each([40, 64, 80, 200])('fits a terminal of %i columns', async (width) => {
    const { analysis } = await read('corpus/tarn-ceasefire.en.txt');
    const page = renderBenchmark(benchmarkOf(analysis, scored, NOWHERE), analysis, textOptions({ width, color: false, ascii: false }, 'en', ruleset));
    expect(page.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
  });
});

describe('among the agreements of a corpus', () => {
  const figures = (openness: number, about: Partial<Figures> = {}): Figures => ({ stage: null, region: null, characters: 1, total: 50, issues: { ceasefire: 100 * openness }, decisions: { f1: ['PRINCIPLE', openness] }, ...about });

  it('counts those that leave more open, as much, and less', async () => {
    const { analysis } = await read('corpus/tarn-ceasefire.en.txt');
    const own = analysis.decisions.find(({ id }) => id === 'f1')!.openness!;
    const standing = standingOf(analysis, [figures(1), figures(own), figures(own + 0.5), figures(1, { decisions: {} })], {});
    expect(standing.agreements).toBe(4);
    expect(standing.decisions['f1']).toEqual({ more: 2, same: 1, less: 0, percentile: 250 / 3 });
    expect(standing.decisions['f2']).toEqual({ more: 0, same: 0, less: 0, percentile: null });
    const page = renderBenchmark(benchmarkOf(analysis, scored, standing), analysis, textOptions({ width: 200, color: false, ascii: true }, 'en', ruleset));
    expect(page).toContain('Of 3 other agreements, 2 leave this more open, 1 as open, 0 less.');
  });

  it('keeps to a stage and a region, and never counts the text itself', async () => {
    const { analysis } = await read('corpus/tarn-ceasefire.en.txt');
    const all = [figures(1, { stage: 'Cea', region: 'Africa' }), figures(1, { stage: 'Cea', region: 'Asia' }), figures(1, { stage: 'Imp' }), figures(1, { stage: 'Cea', characters: analysis.document.characters, total: analysis.score.total })];
    expect(standingOf(analysis, all, { stage: 'Cea' }).agreements).toBe(2);
    expect(standingOf(analysis, all, { stage: 'Cea', region: 'Asia' }).agreements).toBe(1);
    expect(standingOf(analysis, all, {}).agreements).toBe(3);
  });
});

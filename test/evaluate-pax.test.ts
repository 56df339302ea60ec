/** Depth against codes, decisions against verdicts, and the ablation; the codes and verdicts here are invented. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis, Decision, Provision } from '../src/analysis.ts';
import { createAnalyzer, type Analyzed } from '../src/analyze.ts';
import { strongRules } from '../src/depth.ts';
import { ablate, type GoldText } from '../src/evaluate/ablation.ts';
import { leaveOut } from '../src/evaluate/left-out.ts';
import { alignDocument, type Unit } from '../src/evaluate/align.ts';
import { barsOf } from '../src/evaluate/bars.ts';
import { estimate, estimateOver } from '../src/evaluate/bootstrap.ts';
import { evaluateVerdicts, parseVerdicts } from '../src/evaluate/decisions.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import { headline } from '../src/evaluate/headline.ts';
import { type Overview, overviewPage } from '../src/evaluate/overview.ts';
import { evaluatePax, parsePaxCodes, type PaxText } from '../src/evaluate/pax.ts';
import { readSource } from '../src/read/index.ts';
import { depthSchema } from '../src/rules/depth.ts';
import { loadRuleset } from '../src/rules/load.ts';
import type { Ruleset } from '../src/rules/ruleset.ts';
import { valdora, valdoraGold } from './evaluate-fixtures.ts';

const rules = depthSchema.parse({
  format: 1, uncounted: [], concrete: ['SETTLED'], firm: ['dated'],
  grades: { mechanism: { concrete: 1, firm: 1 }, detailed: { concrete: 3, firm: 1 } },
  variables: [{ id: 'SsrPol', top: 3, named: [{ leaves: ['SV.2'] }] }, { id: 'SsrFf', top: 1, named: [{ leaves: ['AG.2'] }] }],
});

const provision = (leaf: string, ...facts: string[]): Provision =>
  ({ id: leaf, leaves: [leaf], status: facts.length ? 'SETTLED' : 'PRINCIPLE', deadline: null, evidence: [leaf, ...facts].map((fact) => ({ start: 0, end: 1, rule: 'r', fact })) }) as unknown as Provision;

const text = (slug: string, pol: number, ff: number, provisions: Provision[]): PaxText => ({
  slug, language: 'en', codes: new Map([['SsrPol', pol], ['SsrFf', ff]]), provisions, strong: new Set(['r']),
});

describe('codes', () => {
  const header = 'slug,lang,SsrPol,SsrFf,Other';

  it('are read by name of column', () => {
    expect(parsePaxCodes(`\ufeff${header}\r\nvaldora,en,2,1,9\r\n`, 'codes.csv', ['SsrFf', 'SsrPol'])).toEqual([{ slug: 'valdora', language: 'en', codes: new Map([['SsrFf', 1], ['SsrPol', 2]]) }]);
  });

  it.each([
    ['slug,lang,SsrPol\n', 'codes.csv:1', 'no column SsrFf'],
    [`${header}\nvaldora,en,2,1,0\norlund,en,4,0,0`, 'codes.csv:3', 'SsrPol is "4"'],
    [`${header}\nvaldora,en,2`, 'codes.csv:2', 'SsrFf is ""'],
  ])('%j is refused', (csv, where, what) => {
    expect(() => parsePaxCodes(csv, 'codes.csv', ['SsrPol', 'SsrFf'])).toThrow(expect.objectContaining({ message: expect.stringContaining(what), where }));
  });
});

describe('depth against codes', () => {
  const texts = [
    text('valdora', 3, 1, [provision('SV.2', 'dated'), provision('SV.2', 'dated'), provision('SV.2', 'dated')]),
    text('orlund', 1, 0, [provision('SV.2'), provision('AG.2')]),
    text('kesh', 0, 0, []),
  ];
  const { presence, depth, variables } = evaluatePax(texts, rules);

  it('presence counts cells, beside the answer that everything is there', () => {
    expect(presence.all).toEqual({ gold: 3, predicted: 3, both: 2, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(presence.baseline).toEqual({ gold: 3, predicted: 6, both: 3, precision: 0.5, recall: 1, f1: 2 / 3 });
    expect(presence.f1.value).toBe(2 / 3);
  });

  it('depth is measured on the variables that have it', () => {
    expect(depth.variables).toBe(1);
    expect(depth.kappa.value).toBe(1);
    expect(depth.seenByBoth).toEqual({ cells: 2, kappa: 1 });
    expect(variables.map(({ id, cells }) => [id, ...cells.map(({ code, grade }) => `${code}${grade}`)])).toEqual([['SsrPol', '33', '11', '00'], ['SsrFf', '10', '01', '00']]);
  });

  it('thresholds for a text do not come from it', () => {
    // Three concrete provisions are grade 3 in one text; the others, with two and a code of 3, want a lower threshold.
    const two = (slug: string): PaxText => text(slug, 3, 0, [provision('SV.2', 'dated'), provision('SV.2', 'dated')]);
    const left = evaluatePax([two('a'), two('b'), text('c', 2, 0, [provision('SV.2', 'dated'), provision('SV.2', 'dated')]), text('d', 0, 0, [])], rules).depth;
    // Codes 3 3 2 0, grades 2 2 2 0: distances add up to 2 where chance gives 10.
    expect(left.kappa.value).toBeCloseTo(0.8, 10);
    expect(left.leftOut).toBeGreaterThan(left.kappa.value!);
    expect(left.leftOut).toBeLessThan(1);
  });
});

const TSV = 'agreement\tdecision\tweight\tstatus\tfeatures\topenness\n';

describe('decisions against verdicts', () => {
  const decision = (id: string, status: Decision['status'], open: string[] = []): Decision => ({ id, status, parameters: { fixed: [], open } }) as unknown as Decision;
  const wanted = parseVerdicts(`${TSV}Valdora\tn1\t5\tDELEGATED\t\t0.8\nValdora\tr1\t4\tSILENT\t\t1\nValdora\tf1\t1\tSETTLED\tpartial\t0.2\nValdora\tc4\t3\tUNSEEN\t\t\n`, 'verdicts.tsv');
  const analysis = { score: { total: 60, technicalBodyShare: 40 }, decisions: [decision('n1', 'SILENT'), decision('r1', 'SETTLED'), decision('f1', 'SETTLED'), decision('c4', 'UNSEEN')] } as unknown as Analysis;

  it('counts what is equal and names the errors that hurt', () => {
    expect(evaluateVerdicts(wanted, analysis)).toEqual({
      title: 'Valdora', compared: 4, equal: 2, partlyApart: ['f1'], baseline: 1, falseSettled: ['r1'], falseSilent: ['n1'],
      differences: [{ decision: 'n1', wanted: 'DELEGATED', found: 'SILENT' }, { decision: 'r1', wanted: 'SILENT', found: 'SETTLED' }],
      total: { wanted: expect.closeTo(82, 9) as number, found: 60 }, bodyShare: { wanted: 50, found: 40 },
    });
  });

  it('refuses what is no verdict', () => {
    expect(() => parseVerdicts(`${TSV}Valdora\tn1\t5\tOPEN\t\t0.8\n`, 'v.tsv')).toThrow(expect.objectContaining({ where: 'v.tsv:2' }));
    expect(() => parseVerdicts(`${TSV}Valdora\tn1\tmuch\tSILENT\t\t1\n`, 'v.tsv')).toThrow(/no number/u);
  });
});

describe('with the rules that ship', () => {
  let ruleset: Ruleset;
  let analyzed: Analyzed;
  beforeAll(async () => {
    ({ ruleset } = await loadRuleset('rules'));
    analyzed = await createAnalyzer(ruleset, { name: 'lacuna', version: '0' })(await readSource({ bytes: Buffer.from(readFileSync('fixtures/evaluate/valdora.txt')), name: 'valdora.txt' }), { lang: 'en' });
  });

  const align = (provisions: Provision[]): Unit[] => alignDocument(valdoraGold, { clauses: analyzed.analysis.clauses, provisions }, valdora).units;

  const ablation = async () =>
    ablate([{ document: analyzed.document, clauses: analyzed.analysis.clauses, fold: true, align }], ruleset);

  it('an analysis has a grade for every variable, proved by its provisions', () => {
    const { depth, provisions } = analyzed.analysis;
    expect(depth.map(({ variable }) => variable)).toEqual(ruleset.depth.variables.map(({ id }) => id));
    const known = new Set(provisions.map(({ id }) => id));
    for (const { grade, provisions: proof } of depth) expect(grade === 0 ? proof.length === 0 : proof.length > 0 && proof.every((id) => known.has(id))).toBe(true);
    expect(depth.find(({ variable }) => variable === 'Ce')!.grade).toBeGreaterThanOrEqual(2);
    expect(depth.find(({ variable }) => variable === 'TjPrire')!.grade).toBe(0);
  });

  it('the ablation starts with what the pipeline says, and loses what is taken away', async () => {
    const rows = await ablation();
    const full = headline(align(analyzed.analysis.provisions), true, (sample, figure) => figure(sample)).tool;
    expect(rows[0]).toEqual({ without: 'nothing', documents: full, segments: expect.objectContaining({ kappa: null, topics: null }) });
    const families = rows.map(({ without }) => without).filter((without) => without.startsWith('facts/'));
    expect(families).toEqual(families.toSorted());
    expect(families).toContain('facts/mandates.yml');
    // "lay mines" is banned only by the sentence that opens its list.
    const chapeau = rows.find(({ without }) => without === 'chapeau inheritance')!;
    expect(chapeau.documents.kappa!).toBeLessThan(full.kappa!);
  });

  it('what fires in one text only is taken away there, and nowhere else', async () => {
    const one: GoldText = { document: analyzed.document, clauses: analyzed.analysis.clauses, fold: true, align: (provisions) => align(provisions) };
    const twin: GoldText = { ...one };
    const [alone] = await leaveOut([one], () => 'one', ruleset);
    expect(alone!.own).toBe(alone!.fired);
    expect(alone!.units.flatMap(({ predicted }) => predicted.leaves)).toEqual([]);
    const both = await leaveOut([one, twin], (each) => (each === one ? 'one' : 'twin'), ruleset);
    expect(both.map(({ text: name, own, fired }) => [name, own, fired])).toEqual([['one', 0, alone!.fired], ['twin', 0, alone!.fired]]);
    expect(both[0]!.units).toEqual(one.align(analyzed.analysis.provisions));
  });

  it('the page is 80 columns wide, says how it flatters, and shows every section', async () => {
    const units = align(analyzed.analysis.provisions);
    const evaluation = evaluate(units, { title: 'all documents', fold: true });
    const overview: Overview = {
      golds: [{ title: 'a-text-with-a-rather-long-name-2031', fold: true, units: units.length, missing: ['2.9'], ...headline(units, true, estimate) }],
      overTexts: [{ name: 'documents', texts: 2, ...headline(units, true, estimateOver(units.map((_, i) => String(i % 2)))) }],
      documents: evaluation, segments: null,
      verdicts: [evaluateVerdicts(parseVerdicts(`${TSV}Valdora\tn1\t5\tDELEGATED\t\t0.8\n`, 'v.tsv'), analyzed.analysis)],
      pax: evaluatePax([text('valdora', 3, 1, analyzed.analysis.provisions)], rules),
      ablation: await ablation(),
      leftOut: [{ text: 'a-text-with-a-rather-long-name-2031', fired: 20, own: 7, units: units.length, figures: headline(units, true, (sample, figure) => figure(sample)).tool }],
      coverage: { texts: 1, rules: 300, none: 250, one: 50 },
    };
    const page = overviewPage(overview);
    expect(page.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(page).toMatch(/rules were written with all of this gold open/u);
    for (const heading of ['Bars', 'Status, documents', 'Topics', 'Left open', 'unsure', 'Decisions of Valdora', 'PA-X', 'confidence', 'adds', 'without the patterns', '50 fire in one text only']) expect(page).toContain(heading);
    expect(page).not.toContain('Status, segments');
  });

  it('a bar without its gold is neither reached nor missed', () => {
    const none: Overview = { golds: [], overTexts: [], documents: null, segments: null, verdicts: [], pax: null, ablation: [], leftOut: [], coverage: { texts: 0, rules: 0, none: 0, one: 0 } };
    expect(new Set(barsOf(none).map(({ reached }) => reached))).toEqual(new Set([null]));
    expect(overviewPage(none)).toContain('Coverage');
  });
});

const SHARED = '../shared';
const present = existsSync(`${SHARED}/codings`) && existsSync(`${SHARED}/agreements`) && existsSync(`${SHARED}/domain/expected-verdicts.tsv`);
if (!present) console.log(`skipped: ${SHARED} is absent`);

describe.skipIf(!present)('against the material beside this project', () => {
  const read = (name: string): string => readFileSync(`${SHARED}/${name}`, 'utf8');

  it("the reader's own verdicts add up to the total and the share that the doctrine gives", () => {
    const verdicts = parseVerdicts(read('domain/expected-verdicts.tsv'), 'verdicts').filter(({ agreement }) => agreement === 'R-ARCSS 2018');
    const { total, bodyShare, compared } = evaluateVerdicts(verdicts, { decisions: [], score: { total: null, technicalBodyShare: null } } as unknown as Analysis);
    expect([verdicts.length, compared, total.wanted!.toFixed(0), bodyShare.wanted]).toEqual([34, 0, '67', 49]);
  });

  it('presence and depth stay above their floors on the eleven texts', async () => {
    const { ruleset } = await loadRuleset('rules');
    const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
    const codes = parsePaxCodes(read('codings/pax-codes-for-texts.csv'), 'codes', ruleset.depth.variables.map(({ id }) => id)).filter(({ language }) => language === 'en');
    const strong = strongRules(ruleset.languages['en']!.compiled);
    const texts: PaxText[] = [];
    for (const each of codes) texts.push({ ...each, strong, provisions: (await analyze(await readSource({ path: `${SHARED}/agreements/${each.slug}.en.txt` }))).analysis.provisions });
    const { presence, depth } = evaluatePax(texts, ruleset.depth);
    expect(texts.length).toBe(11);
    expect(presence.baseline.f1).toBeCloseTo(0.557, 3);
    expect(presence.f1.value).toBeGreaterThan(0.82);
    expect(depth.kappa.value).toBeGreaterThan(0.75);
    expect(depth.leftOut).toBeGreaterThan(0.7);
  });
});

/** The ledger: what is put off, to whom, by when, within which bounds, what holds until then, and what to ask. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import type { Analysis, LedgerRow } from '../src/analysis.ts';
import { readSource } from '../src/read/index.ts';
import { renderLedger } from '../src/report/text/desk.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { wordingFor } from '../src/rules/wording.ts';

const { ruleset } = await loadRuleset('rules', ['en']);
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const { words, catalogue } = wordingFor('en', ruleset);

const accord = (...clauses: string[]): string =>
  ['ACCORD FOR PEACE IN KESH', '', 'Between the Government of Kesh and the Tarn Front', '', 'Article 1. Forces', ...clauses.map((clause, i) => `1.${i + 1}. ${clause}`), '', 'Done at Osk on 4 March 2031.', 'For the Government of Kesh: signed, Adan Morrel', 'For the Tarn Front: signed, Lidia Okar', ''].join('\n');
const readText = async (...clauses: string[]) => analyze(await readSource({ bytes: Buffer.from(accord(...clauses)), name: 'accord.txt' }), { lang: 'en' });
const rowOf = ({ ledger }: Analysis, decision: string): LedgerRow => ledger.find((row) => row.decision === decision)!;

const NUMBER = 'The Joint Integration Committee shall determine the number of fighters who join the army within sixty days of the signing of this Accord.';
const CONSENSUS = 'The Joint Integration Committee shall take its decisions by consensus.';

describe('a row', () => {
  it('says to whom, by when, and which bounds are there', async () => {
    const { analysis, document } = await readText(NUMBER, CONSENSUS);
    const row = rowOf(analysis, 'n1');
    expect(row).toMatchObject({ status: 'DELEGATED', holder: 'joint-integration-committee', approver: null, present: ['deadline', 'rule'] });
    expect(row.missing).toEqual(['criteria', 'deadlock', 'fallback', 'members', 'tor', 'dispute', 'funding', 'reporting']);
    expect(row.by?.text).toBe('within sixty days of the signing of this Accord');
    expect(document.text.slice(row.by!.start, row.by!.end)).toBe(row.by!.text);
    expect(row.clauses).toHaveLength(1);
  });

  it('asks about the heaviest bounds that are missing, and no question twice', async () => {
    const { analysis } = await readText(NUMBER, CONSENSUS);
    expect(analysis.warnings.map(({ id }) => id)).toEqual(['consensus-trap']);
    expect(rowOf(analysis, 'n1').questions).toEqual([
      'Which numbers, shares or limits should guide the Joint Integration Committee?',
      'What holds if the Joint Integration Committee comes to no result?',
      analysis.warnings[0]!.question,
    ]);
  });

  it('asks whether a question without a clause can be settled', async () => {
    const { analysis } = await readText(NUMBER);
    expect(rowOf(analysis, 'm1')).toMatchObject({ status: 'SILENT', holder: null, by: null, present: [], missing: [], meanwhile: [], questions: [words['ask.text']] });
  });

  it('names what holds in the meantime', async () => {
    const { analysis } = await readText('The provisional joint command shall give orders to all forces until day 90.');
    expect(rowOf(analysis, 'c1').meanwhile.map(({ text }) => text)).toEqual(['The provisional joint command shall give orders to all forces until day 90.']);
    expect(rowOf(analysis, 'c3')).toMatchObject({ status: 'INTERIM', questions: [words['ask.lasting']] });
    expect(rowOf(analysis, 'n1').meanwhile).toEqual([]);
  });
});

describe('the ledger', () => {
  it('has a row for each open decision and none for the settled ones', async () => {
    const { analysis } = await readText(NUMBER, 'All militias shall be disbanded within six months.');
    const open = analysis.decisions.filter(({ applicable, openness }) => applicable && openness !== null && openness > 0).map(({ id }) => id);
    expect(analysis.ledger.map(({ decision }) => decision).toSorted()).toEqual(open.toSorted());
    const weight = ({ decision }: LedgerRow): number => {
      const { weight: own, openness } = analysis.decisions.find(({ id }) => id === decision)!;
      return own * openness!;
    };
    expect(analysis.ledger.map(weight)).toEqual(analysis.ledger.map(weight).toSorted((a, b) => b - a));
  });
});

describe('the page', () => {
  it.each([80, 40])('fits %i columns and holds every warning with its question', async (width) => {
    const { analysis, document } = await analyze(await readSource({ path: 'corpus/orlund-accord.en.txt' }), { lang: 'en' });
    const page = renderLedger(analysis, document, { width, color: false, ascii: false, words, names: { issues: catalogue.issues, decisions: catalogue.decisions, levels: ruleset.scoring.levels }, askBelow: 0.6 });
    expect(page.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
    const flat = page.replace(/\s+/gu, ' ');
    expect(analysis.warnings.filter(({ message, question }) => !flat.includes(message) || !flat.includes(question))).toEqual([]);
    expect(analysis.warnings.length).toBeGreaterThan(0);
  });
});

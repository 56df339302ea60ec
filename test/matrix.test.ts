/** Every obligation as a row. */
import { describe, expect, it } from 'vitest';
import { hasVerb, readDuty, readStatement } from '../src/grammar.ts';
import { obligationsOf } from '../src/matrix.ts';
import { indexOf } from '../src/report/cite.ts';
import { matrixCsv, matrixMarkdown } from '../src/report/matrix.ts';
import { read, words } from './desk-reader.ts';

const HARBOUR = 'fixtures/matrix/harbour.txt';
const grammar = { readDuty, readStatement, hasVerb };

describe('readDuty', () => {
  it.each([
    ['The Commission shall carry out the plan.', ['The Commission', 'carry out', 'the plan']],
    ['The Board, which shall sit weekly, shall not decide alone.', ['The Board, which shall sit weekly', 'not decide', 'alone']],
    ['Prisoners shall be released by the Parties.', ['Prisoners', 'be released', 'by the Parties']],
    ['The Committee shall, among others, declare its forces.', ['The Committee', 'among others, declare', 'its forces']],
    ['The Government is to provide food.', ['The Government', 'provide', 'food']],
    ['All arms are to be securely stored in the depots.', ['All arms', 'be securely stored', 'in the depots']],
  ])('%s', (sentence, parts) => {
    const duty = readDuty(sentence)!;
    expect([duty.subject, duty.action, duty.object]).toEqual(parts);
  });

  it('tells what is done to somebody, and pronouns', () => {
    expect(readDuty('Prisoners shall be released.')).toMatchObject({ passive: true, pronoun: false });
    expect(readDuty('All arms are to be securely stored.')).toMatchObject({ passive: true });
    expect(readDuty('It shall report to the Council.')).toMatchObject({ passive: false, pronoun: true });
  });

  it('finds no duty in the rest of a list, and none in a relative clause', () => {
    expect(readDuty('the size of the national army')).toBeNull();
    expect(readDuty('actions that may delay relief')).toBeNull();
    expect(readDuty('')).toBeNull();
    expect(readStatement('The Parties agree to stop recruitment.')).toMatchObject({ subject: 'The Parties', action: 'agree', object: 'to stop recruitment' });
    expect(readStatement('')).toBeNull();
  });
});

describe('obligationsOf', () => {
  it('says who does what by when', async () => {
    const { analysis, document } = await read(HARBOUR);
    expect(obligationsOf(analysis, document.text, grammar).map(({ clause, actor, action, object, days, anchor }) => [clause, actor, action, object, days, anchor])).toEqual([
      ['Article 1/1', 'The Parties', 'cease', 'fire', 2, 'signature'],
      ['Article 1/2', 'The Joint Commission, which shall sit weekly', 'monitor', 'the ceasefire', null, null],
      ['Article 1/3', '', 'be released', 'Prisoners of war', 30, 'signature'],
      ['Article 2/1/a', 'The Joint Commission', 'among others set', 'the size of the national army', null, null],
      ['Article 2/1/b', 'The Joint Commission', 'among others determine', 'the ranks of former combatants', null, null],
    ]);
  });

  it('lists names in the row that opens their list, and duties in rows of their own', async () => {
    const { analysis, document } = await read('fixtures/matrix/cantons.txt');
    expect(obligationsOf(analysis, document.text, grammar).map(({ clause, action, object }) => [clause, action, object])).toEqual([
      ['1', 'be cantoned', 'The forces of the Movement \u2026 in the following places; Kesh; Upper Marrow'],
      ['2/a', 'express', 'their commitment to refrain from laying ambushes against each other'],
      ['2/b', 'express', 'their commitment to refrain from recruiting children into their forces'],
    ]);
  });

  it('keeps the whole sentence where no grammar takes it apart', async () => {
    const { analysis, document } = await read(HARBOUR);
    const [row] = obligationsOf(analysis, document.text, { readDuty: () => null, readStatement: () => null, hasVerb: () => true });
    expect(row).toMatchObject({ actor: 'Parties', action: '', object: 'The Parties shall cease fire', days: 2 });
  });
});

describe('the tables', () => {
  it('say so when nobody is named', async () => {
    const { analysis, document } = await read(HARBOUR);
    const rows = matrixCsv(obligationsOf(analysis, document.text, grammar), new Map(), indexOf(analysis), words).split('\r\n');
    expect(rows[0]).toBe('\ufeffArticle,Page,Who,Does what,To what,How binding,Days,Counted from,Date,"When, in the words of the text",Status,Decision it bears on');
    expect(rows[3]).toBe('Article 1(3),1,not said,be released,Prisoners of war,binding (shall),30,the signature,,within 30 days of the signing of this Accord,Settled,');
  });

  it('let no spreadsheet make a number or a day of an article', async () => {
    const { analysis, document } = await read(HARBOUR);
    const [row] = obligationsOf(analysis, document.text, grammar);
    const index = indexOf(analysis);
    const labelled = (label: string): string => {
      const clauses = new Map(index.clauses).set(row!.clause, { ...index.clauses.get(row!.clause)!, path: [label] });
      return matrixCsv([row!], new Map(), { ...index, clauses }, words).split('\r\n')[1]!.split(',')[0]!;
    };
    expect(['1.10', '5-2-7', '2.1.10', 'Article 7'].map(labelled)).toEqual(['Art. 1.10', 'Art. 5-2-7', 'Art. 2.1.10', 'Article 7']);
  });

  it('take no markup from the text', async () => {
    const { analysis, document } = await read(HARBOUR);
    const [row] = obligationsOf(analysis, document.text, grammar);
    const page = matrixMarkdown([{ ...row!, object: 'a | b <i>*c*</i>' }], '', new Map(), indexOf(analysis), words);
    expect(page.split('\n').filter((line) => line.startsWith('| Article 1'))).toEqual([
      '| Article 1(1) | 1 | The Parties | cease | a \\| b \\<i\\>\\*c\\*\\</i\\> | binding (shall) | 2 | the signature |  | within 48 hours of the signing of this Accord | Settled |  |',
    ]);
  });
});

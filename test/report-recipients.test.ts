import { describe, expect, it } from 'vitest';
import { recipientsOf } from '../src/report/recipients.ts';
import { analysis } from './report-fixture.ts';

const TEXT = 'The Board shall report monthly to the Revitalised Joint Commission (RJC) and the Council of Principals. The Parties may comment. SJSC and others wait.';
const card = (id: string, name: string, acronyms: string[] = []) => ({ ...analysis.bodies[0]!, id, name, acronyms });
const board = { ...card('board', 'Board'), reports: [{ clause: 'c1', start: 10, end: 33, text: TEXT.slice(10, 33) }] };
const bodies = [board, card('rjc', 'Revitalised Joint Commission', ['RJC']), card('jc', 'Joint Commission', ['JC']), card('council', 'Council of Principals'), card('parties', 'Parties')];
const clauses = [{ ...analysis.clauses[0]!, id: 'c1', start: 0, end: TEXT.length }];

describe('recipients of reports', () => {
  it('are the bodies named behind the words, to the end of the sentence, under their longest name', () => {
    expect(recipientsOf(board, { bodies, clauses }, TEXT)).toEqual(['rjc', 'council']);
  });
  it('are none where the text names none', () => {
    expect(recipientsOf(bodies[1]!, { bodies, clauses }, TEXT)).toEqual([]);
  });
});

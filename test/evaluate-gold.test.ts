import { describe, expect, it } from 'vitest';
import { parseDocumentGold, parseSegmentGold } from '../src/evaluate/gold.ts';
import { Failure } from '../src/failure.ts';
import { fixture, valdoraGold } from './evaluate-fixtures.ts';

const header = 'article\tclause_first_80\tleaves\tstatus\tconfidence\tstatus_2\tleaves_2\tconfidence_2';
const good = '1\tWords\tCF.1, DM.1\tDELEGATED\t0.9\tNONE\tNONE\t1';
const lineOf = (rows: string[]): string => {
  try {
    parseDocumentGold(rows.join('\n'), 'gold.tsv');
  } catch (error) {
    if (error instanceof Failure) return error.line;
    throw error;
  }
  return 'read';
};

describe('document gold', () => {
  it('reads both coders of each row', () => {
    expect(valdoraGold).toHaveLength(8);
    expect(valdoraGold[1]).toEqual({
      article: '1.1a',
      opening: 'The Parties shall cease fire on 1 March.',
      first: { status: 'SETTLED', leaves: ['CF.1'], confidence: 0.9 },
      second: { status: 'SETTLED', leaves: ['CF.1', 'CF.3'], confidence: 0.8 },
    });
    expect(valdoraGold[5]!.first).toEqual({ status: 'NONE', leaves: [], confidence: 0.8 });
  });

  it('takes CRLF, a byte-order mark, a blank last line and quotes as they are', () => {
    const [row] = parseDocumentGold(`\ufeff${header}\r\n${good.replace('Words', '"Words')}\r\n`, 'gold.tsv');
    expect(row).toMatchObject({ opening: '"Words', first: { leaves: ['CF.1', 'DM.1'] }, second: { status: 'NONE', leaves: [], confidence: 1 } });
  });

  it.each([
    [[header, good, '1\tWords'], 'gold.tsv:3: 2 columns where the header has 8. Put one tab between two columns.'],
    [[header, good.replace('DELEGATED', 'OPEN')], 'gold.tsv:2: unknown status "OPEN". Use one of DELEGATED, DEFERRED, INTERIM, PRINCIPLE, SETTLED, PROCEDURAL, NONE.'],
    [[header, good.replace('DM.1', 'DM1')], 'gold.tsv:2: unknown leaf "DM1". Write leaves as CF.1,DM.1 or NONE.'],
    [[header, good.replace('0.9', '90')], 'gold.tsv:2: confidence "90" is not between 0 and 1. Write it as 0.85.'],
    [[header, good.replace('0.9', '')], 'gold.tsv:2: confidence "" is not between 0 and 1. Write it as 0.85.'],
    [[header.replace('article', 'id'), good], 'gold.tsv:1: no column article. Add the column to the header.'],
  ])('names the line that is at fault (%#)', (rows, line) => {
    expect(lineOf(rows)).toBe(line);
  });
});

describe('segment gold', () => {
  it('brings the texts in', () => {
    const segments = parseSegmentGold(fixture('segments-gold.tsv'), 'gold.tsv', fixture('segments.tsv'), 'segments.tsv');
    expect(segments.map(({ id, agreement, text, second }) => [id, agreement, text, second.status])).toEqual([
      ['s1', '901', 'The guns fall silent on 1 May.', 'SETTLED'],
      ['s2', '902', 'The anthem is played at noon.', 'PROCEDURAL'],
    ]);
  });

  it('names the segment that has no text', () => {
    const texts = fixture('segments.tsv').split('\n').slice(0, 2).join('\n');
    expect(() => parseSegmentGold(fixture('segments-gold.tsv'), 'gold.tsv', texts, 'segments.tsv')).toThrow('no text for segment s2');
  });
});

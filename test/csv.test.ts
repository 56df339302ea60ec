/** Tables that a spreadsheet opens in the right letters and runs nothing from. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../src/report/csv.ts';

const table = (cells: readonly (string | number | null)[]): string => csv(cells, [{ header: 'Cell', cell: (cell) => cell }, { header: 'End', cell: () => 'end' }]);

describe('csv', () => {
  it('is UTF-8 with a byte order mark, lines ended as in RFC 4180', () => {
    expect(table(['é، ', 30, null])).toBe('\ufeffCell,End\r\né، ,end\r\n30,end\r\n,end\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://a.example","b")'])('leaves %j as a text', (cell) => {
    const [row] = parse(table([cell]), { bom: true, from: 2, record_delimiter: '\r\n' }) as string[][];
    expect(row).toEqual([`'${cell}`, 'end']);
  });

  it('leaves a negative number a number', () => {
    expect(table([-60])).toBe('\ufeffCell,End\r\n-60,end\r\n');
  });

  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
        const rows = parse(table(cells), { bom: true, from: 2, record_delimiter: '\r\n', relax_column_count: true }) as string[][];
        expect(rows.map(([cell]) => cell!.replace(/^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/u, ''))).toEqual(cells);
        expect(rows.every(([cell]) => !/^[=+\-@\t\r]/u.test(cell!))).toBe(true);
      }),
    );
  });
});

/** Lines to paragraphs by where they stand, whatever the spacing. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../src/read/cell.ts';
import { joinLines } from '../src/read/paragraphs.ts';

const SIZE = 12;

/** Lines one below the other, each so much under the one before and so wide. */
const linesOf = (rows: readonly (readonly [text: string, step: number, width: number])[]): Line[] => {
  let top = 60;
  return rows.map(([text, step, width]) => ({ text, page: 1, top: (top += step), start: 60, end: 60 + width, size: SIZE }));
};
const joined = (rows: Parameters<typeof linesOf>[0]): string[] => joinLines(linesOf(rows), SIZE).map(({ text }) => text);

describe('lines to paragraphs', () => {
  it('keeps paragraphs of one line apart where no line is wrapped', () => {
    const rows = Array.from({ length: 12 }, (_, i): [string, number, number] => [i % 2 === 0 ? `Article ${i / 2 + 1}` : 'The Council of Kesh decides on it.', 28, i % 2 === 0 ? 60 : 180 + 11 * i]);
    expect(joined(rows)).toEqual(rows.map(([text]) => text));
  });

  it('joins the lines of double-spaced prose', () => {
    const rows = Array.from({ length: 12 }, (_, i): [string, number, number] => [`the force of the accord and ${i}`, 28, 400 - (i % 3)]);
    expect(joined(rows)).toEqual([rows.map(([text]) => text).join(' ')]);
  });

  it('tells the step inside a paragraph from the wider one between paragraphs, though the wider is the usual one', () => {
    const rows: [string, number, number][] = Array.from({ length: 5 }, (_, i): [string, number, number][] => [
      [`Point ${i} is short.`, 28, 120],
      [`Point ${i} goes on to the edge of the page and`, 28, 400],
      ['ends there.', 14, 90],
      [`Point ${i} stands alone`, 28, 390],
    ]).flat();
    expect(joined(rows)).toEqual(rows.flatMap(([text], i) => (i % 4 === 2 ? [] : [i % 4 === 1 ? `${text} ends there.` : text])));
  });
});

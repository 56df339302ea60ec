/**
 * Arabic and other right-to-left text. `terminal` leaves the order of letters to the terminal, `own` puts them into the
 * order in which they are seen, for terminals that know only one direction. Either way the lines stand at the right edge.
 */
import { displayWidth } from '../report/wrap.ts';
import type { Line, Segment, Style } from './flow.ts';

export type Bidi = 'terminal' | 'own';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«', '⟦': '⟧', '⟧': '⟦' };

/** True when the first letter runs from right to left. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '');

/** Lines of one paragraph as they are to be drawn. */
export const aligned = (lines: readonly Line[], width: number, bidi: Bidi): Line[] => {
  const texts = lines.map(textOf);
  if (!texts.some((text) => RIGHT_TO_LEFT.test(text))) return [...lines];
  const rightToLeft = isRightToLeft(texts.join(' '));
  return lines.map((line) => {
    const drawn = bidi === 'own' ? reorder(line, rightToLeft) : line;
    const missing = width - displayWidth(textOf(drawn).trimEnd());
    return rightToLeft && missing > 0 ? [{ text: ' '.repeat(missing), style: 'plain' }, ...trimmedEnd(drawn)] : drawn;
  });
};

const textOf = (line: Line): string => line.map(({ text }) => text).join('');

const trimmedEnd = (line: Line): Segment[] => {
  const last = line.at(-1);
  return last === undefined ? [] : [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }];
};

interface Cell {
  text: string;
  style: Style;
  /** Direction of a letter or digit; null for what takes the direction around it. */
  way: 'right' | 'left' | null;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const wayOf = (text: string): Cell['way'] => (RIGHT_TO_LEFT.test(text) ? 'left' : /[\p{L}\p{N}]/u.test(text) ? 'right' : null);

/** The line in the order in which it is seen, simplified from Unicode Standard Annex 9 to one level inside another. */
export const reorder = (line: Line, rightToLeft: boolean): Segment[] => {
  const cells = line.flatMap(({ text, style }) => Array.from(segmenter.segment(text), ({ segment }): Cell => ({ text: segment, style, way: wayOf(segment) })));
  const other = rightToLeft ? 'right' : 'left';
  const seen = runsOf(cells, other).flatMap(({ start, end, inner }) => {
    const run = cells.slice(start, end);
    // Brackets open the other way where the text runs from right to left.
    const drawn = inner === rightToLeft ? run : run.map((cell) => ({ ...cell, text: MIRRORED[cell.text] ?? cell.text }));
    return inner ? drawn.toReversed() : drawn;
  });
  return (rightToLeft ? seen.toReversed() : seen).map(({ text, style }) => ({ text, style }));
};

/** Stretches of one direction, `inner` those against the line; what has no direction between two of them belongs to them. */
const runsOf = (cells: readonly Cell[], other: 'right' | 'left'): { start: number; end: number; inner: boolean }[] => {
  const runs: { start: number; end: number; inner: boolean }[] = [];
  let at = 0;
  while (at < cells.length) {
    const inner = cells[at]!.way === other;
    let end = at + 1;
    for (let next = end; next < cells.length && (inner ? cells[next]!.way === other || cells[next]!.way === null : cells[next]!.way !== other); next++) {
      if (!inner || cells[next]!.way === other) end = next + 1;
    }
    runs.push({ start: at, end, inner });
    at = end;
  }
  return runs;
};

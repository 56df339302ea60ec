/** Pages of placed text to blocks: frame dropped, margin labels and footnotes set apart, paragraphs joined, headings told by size. */
import type { Block } from '../document.ts';
import { commonSize, lineOf, rowsOf, type Cell, type Line } from './cell.ts';
import { closeUp, splitMargin } from './margin.ts';
import { hasLeaders } from './marker.ts';
import { joinLines, type Paragraph } from './paragraphs.ts';
import { withoutRepeatedMarkers } from './repeated-markers.ts';
import { withoutRunning } from './running.ts';

/** A heading is set clearly larger than the body, and is no paragraph. */
const HEADING = { scale: 1.12, letters: 240 };

/** Footnotes: smaller lines under the body of a page, from the first that opens with a mark. */
const splitFootnotes = (lines: readonly Line[], size: number): { body: Line[]; notes: Line[] } => {
  let from = lines.length;
  for (let at = lines.length - 1; at >= 0 && lines[at]!.size < 0.93 * size; at--) {
    if (/^[\d*†‡]{1,3}\s*[\p{L}«“"(]/u.test(lines[at]!.text)) from = at;
  }
  return { body: lines.slice(0, from), notes: lines.slice(from) };
};

/** Neighbouring margin lines set tighter than the body are one label. */
const joinNotes = (cells: readonly Cell[], page: number): Paragraph[] => {
  const notes: (Paragraph & { bottom: number })[] = [];
  for (const row of rowsOf(cells)) {
    const { text, top, size } = lineOf(row, page);
    const above = notes.at(-1);
    if (above && top - above.bottom <= 1.3 * size) {
      above.text += ` ${text}`;
      above.bottom = top;
    } else notes.push({ text, page, top, size, bottom: top });
  }
  return notes;
};

const headingLevels = (paragraphs: readonly Paragraph[], size: number): ((paragraph: Paragraph) => number | undefined) => {
  const isHeading = (paragraph: Paragraph): boolean => paragraph.size >= HEADING.scale * size && paragraph.text.length <= HEADING.letters && !hasLeaders(paragraph.text);
  const sizes = [...new Set(paragraphs.filter(isHeading).map((paragraph) => paragraph.size))].toSorted((a, b) => b - a);
  return (paragraph) => (isHeading(paragraph) ? Math.min(6, sizes.indexOf(paragraph.size) + 1) : undefined);
};

const before = (a: Paragraph, b: Paragraph): boolean => a.page < b.page || (a.page === b.page && a.top <= b.top + 0.5 * b.size);

/**
 * Blocks of the pages in reading order. A margin label stands before the paragraph it is level with, or after the
 * one it lies in. `unit` tells points on paper from rows of a text dump.
 */
export const layOut = (pages: readonly (readonly Cell[])[], unit: 'points' | 'rows'): Block[] => {
  const clean = withoutRunning(pages);
  const size = commonSize(clean.flat());
  const body: Line[] = [];
  const notes: Paragraph[] = [];
  for (const [index, cells] of clean.entries()) {
    const page = index + 1;
    const split = unit === 'rows' ? closeUp(splitMargin(cells)) : splitMargin(cells);
    const lines = splitFootnotes(rowsOf(split.body).map((row) => lineOf(row, page)), size);
    for (const line of lines.body) body.push(line);
    notes.push(...joinNotes(split.notes, page), ...joinLines(lines.notes, size));
  }
  const paragraphs = joinLines(withoutRepeatedMarkers(body), size);
  const levelOf = headingLevels(paragraphs, size);
  const blocks: Block[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    for (; next < notes.length && before(notes[next]!, paragraph); next++) blocks.push({ text: notes[next]!.text, page: notes[next]!.page, hint: 'note' });
    const level = levelOf(paragraph);
    blocks.push({ text: paragraph.text, page: paragraph.page, ...(level && { hint: 'heading' as const, level }) });
  }
  for (const { text, page } of notes.slice(next)) blocks.push({ text, page, hint: 'note' });
  return blocks;
};

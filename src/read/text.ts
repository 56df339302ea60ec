/** Plain text. Most texts keep one paragraph on one line; some are hard-wrapped dumps of a page layout. */
import type { Block } from '../document.ts';
import type { Cell } from './cell.ts';
import { decode } from './encoding.ts';
import type { Reading } from './index.ts';
import { layOut } from './layout.ts';
import { endsSentence, startsItem } from './marker.ts';
import { withoutRunning } from './running.ts';

/** Height of a letter where rows are 1 apart. */
const LETTER = 0.7;
/** In wrapped text this share of all lines breaks off in mid-sentence, and this share of those is about equally long. */
const WRAPPED = { broken: 0.15, even: 0.6 };

const isBlank = (line: string): boolean => !/\S/u.test(line);

/** True when lines break off in mid-sentence, often, and at about the same width. */
export const isWrapped = (lines: readonly string[]): boolean => {
  const broken: number[] = [];
  let filled = 0;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    filled++;
    const next = lines[at + 1]?.trim() ?? '';
    // A letter without case (Arabic) says nothing about a new sentence, so the widths have to.
    if (line.length >= 30 && next !== '' && !endsSentence(line) && !startsItem(next) && /^[\p{P}\s]*[\p{Ll}\p{Lo}]/u.test(next)) broken.push(line.trimEnd().length);
  }
  const wide = broken.toSorted((a, b) => a - b)[Math.floor(broken.length * 0.9)] ?? 0;
  const even = broken.filter((length) => length >= 0.7 * wide).length;
  return broken.length >= Math.max(2, WRAPPED.broken * filled) && even >= WRAPPED.even * broken.length;
};

/** The pieces of a line that wide gaps set apart. */
const cellsOf = (line: string, top: number): Cell[] =>
  [...line.matchAll(/\S+(?: {1,2}\S+)*/gu)].map((match) => ({
    text: match[0],
    left: match.index,
    right: match.index + match[0].length,
    top,
    size: LETTER,
  }));

/** Blocks of decoded text; form feeds end pages. */
export const textBlocks = (text: string): { blocks: Block[]; pages: number } => {
  // pdftotext writes a form feed after the last page too.
  const pages = text.replace(/\f\s*$/u, '').split('\f').map((page) => page.split(/\r\n|[\r\n\u0085\u2028\u2029]/u));
  if (isWrapped(pages.flat())) {
    const cells = pages.map((lines) => lines.flatMap((line, top) => cellsOf(line.replaceAll('\t', '    '), top)));
    return { blocks: layOut(cells, 'rows'), pages: pages.length };
  }
  const rows = pages.map((lines) => lines.flatMap((line, top) => (isBlank(line) ? [] : [{ text: line, left: 0, right: line.length, top, size: LETTER }])));
  return { blocks: withoutRunning(rows).flatMap((cells, at) => cells.map(({ text: line }) => ({ text: line, page: at + 1 }))), pages: pages.length };
};

/** Reads plain text in any of the encodings that `decode` knows. */
export const readText = async (bytes: Uint8Array): Promise<Reading> => {
  const { text, limits } = await decode(bytes);
  return { ...textBlocks(text), title: '', limits };
};

/** Gathers text into blocks for markup that nests: paragraphs as they close, table rows as their cells close. */
import type { Block } from '../document.ts';
import { endsSentence, startsItem } from './marker.ts';

/** Lines within one paragraph: a line break parts them when the next opens an item or the last ended a sentence. */
export const splitBreaks = (lines: readonly string[]): string[] => {
  const parts: string[] = [];
  for (const line of lines.map((each) => each.trim()).filter(Boolean)) {
    const before = parts.at(-1);
    if (before === undefined || startsItem(line) || endsSentence(before)) parts.push(line);
    else parts[parts.length - 1] = `${before} ${line}`;
  }
  return parts;
};

/** One row of a table. A row of a single cell is a frame around text, so its blocks come out as they are. */
export const rowBlocks = (cells: readonly (readonly Block[])[]): Block[] => {
  const filled = cells.flat();
  if (cells.length <= 1 || filled.length === 0) return [...filled];
  const text = cells.map((cell) => cell.map((block) => block.text).join(' ')).join(' | ');
  const { page, paragraph } = filled[0]!;
  return [{ text, page, hint: 'table', ...(paragraph !== undefined && { paragraph }) }];
};

/** Tables and paragraphs of the pages, 80 columns wide. */
import type { Estimate } from './bootstrap.ts';

export const WIDTH = 80;

export const section = (heading: string, lines: readonly string[]): string[] => ['', heading, ...(lines.length ? lines : ['  none'])];

/** First column to the left, the others to the right. */
export const table = (rows: readonly (readonly string[])[], gap = '  '): string[] => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(gap)}`.trimEnd());
};

export const two = (value: number | null): string => (value === null ? '-' : value.toFixed(2).replace(/^-(?=0\.00$)/u, ''));

export const interval = ({ value, low, high }: Estimate): string => (value === null ? '-' : `${two(value)} (${two(low)}–${two(high)})`);

/** Lines of at most `WIDTH` characters, each after so much of a margin. */
export const wrap = (text: string, margin = ''): string[] => {
  const lines = [margin];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== margin && line.length + 1 + word.length > WIDTH) lines.push(margin + word);
    else lines[lines.length - 1] = line === margin ? margin + word : `${line} ${word}`;
  }
  return lines;
};

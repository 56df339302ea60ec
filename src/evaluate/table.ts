/** Tables and paragraphs of the pages, 80 columns wide. */
import type { Estimate } from './bootstrap.ts';

export const WIDTH = 80;

export const section = (heading: string, lines: readonly string[]): string[] => ['', heading, ...(lines.length ? lines : ['  none'])];

/** First column to the left, the others to the right. */
export const table = (rows: readonly (readonly string[])[], gap = '  '): string[] => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(gap)}`.trimEnd());
};

export const two = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

export const interval = ({ value, low, high }: Estimate): string => (value === null ? '-' : `${two(value)} (${two(low)}–${two(high)})`);

export const wrap = (text: string): string[] => {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
};

/** A comparison for a terminal. Every line passes through `printable`. */
import { printable } from '../../failure.ts';
import { plainSigns } from '../plain-signs.ts';
import { cut, displayWidth, pad, wrap } from '../wrap.ts';
import type { ComparisonPage, Section } from './sections.ts';

/** Lines of at most `width` cells, ending in a line break. */
export const renderComparisonText = ({ title, sections }: ComparisonPage, { width, ascii }: Paper): string => {
  const told = (text: string): string => (ascii ? plainSigns(printable(text)) : printable(text));
  return [wrap(told(title), width), ...sections.map((section) => drawn(section, width, told))].map((lines) => `${lines.join('\n')}\n`).join('\n');
};

interface Paper {
  readonly width: number;
  readonly ascii: boolean;
}

const drawn = ({ heading, items, table, paragraphs }: Section, width: number, told: (text: string) => string): string[] => [
  ...(heading === '' ? [] : wrap(heading, width)),
  ...items.flatMap((item) => wrap(told(item), width, '  - ', '    ')),
  ...(table === null ? [] : rows(table.map((row) => row.map(told)), width, told('…'))),
  ...paragraphs.flatMap((text) => wrap(told(text), width, heading === '' ? '' : '  ')),
];

/** Columns as wide as they need, cut in turn from the widest where the page is narrow. */
const rows = (table: readonly (readonly string[])[], width: number, ellipsis: string): string[] => {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => displayWidth(row[column]!))));
  const room = width - 2 - 2 * (widths.length - 1);
  while (widths.reduce((sum, each) => sum + each, 0) > room && Math.max(...widths) > 6) widths[widths.indexOf(Math.max(...widths))]!--;
  return table.map((row) => `  ${row.map((cell, column) => pad(cut(cell, widths[column]!, ellipsis), widths[column]!)).join('  ')}`.trimEnd());
};

/** A comparison for a terminal. Every line passes through `printable`. */
import { printable } from '../../failure.ts';
import { cut, displayWidth, pad, wrap } from '../wrap.ts';
import type { ComparisonPage, Section } from './sections.ts';

/** Lines of at most `width` cells, ending in a line break. */
export const renderComparisonText = ({ title, sections }: ComparisonPage, width: number): string =>
  [wrap(printable(title), width), ...sections.map((section) => drawn(section, width))].map((lines) => `${lines.join('\n')}\n`).join('\n');

const drawn = ({ heading, items, table, paragraphs }: Section, width: number): string[] => [
  ...(heading === '' ? [] : wrap(heading, width)),
  ...items.flatMap((item) => wrap(printable(item), width, '  - ', '    ')),
  ...(table === null ? [] : rows(table, width)),
  ...paragraphs.flatMap((text) => wrap(printable(text), width, heading === '' ? '' : '  ')),
];

/** Columns as wide as they need, cut in turn from the widest where the page is narrow. */
const rows = (table: readonly (readonly string[])[], width: number): string[] => {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => displayWidth(row[column]!))));
  const room = width - 2 - 2 * (widths.length - 1);
  while (widths.reduce((sum, each) => sum + each, 0) > room && Math.max(...widths) > 6) widths[widths.indexOf(Math.max(...widths))]!--;
  return table.map((row) => `  ${row.map((cell, column) => pad(cut(printable(cell), widths[column]!, '…'), widths[column]!)).join('  ')}`.trimEnd());
};

/** Several Evaluations as one table: a line for each gold file and one for all of a kind together. */
import type { Estimate } from './bootstrap.ts';
import type { Evaluation } from './evaluate.ts';

const figure = ({ value, low, high }: Estimate): string => (value === null ? '-' : `${value.toFixed(2)} (${low!.toFixed(2)}–${high!.toFixed(2)})`);

const COLUMNS = ['', 'units', 'lost', 'topics, F1', 'kappa', 'coders'];

/** 80 columns wide; ends with a line break. `lost` are units not found in the text, `coders` the kappa between the two coders. */
export const summaryTable = (evaluations: readonly Evaluation[]): string => {
  const rows = evaluations.map(({ title, units, missing, first, coders }) => [
    title, String(units), String(missing.length), figure(first.topics.f1), figure(first.kappa), coders?.kappa.value?.toFixed(2) ?? '-',
  ]);
  const all = [COLUMNS, ...rows];
  const widths = COLUMNS.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  widths[0] = Math.min(widths[0]!, 25);
  return all.map((row) => `${row.map((cell, i) => (i === 0 ? cell.slice(0, widths[0]).padEnd(widths[0]!) : cell.padStart(widths[i]!))).join('  ').trimEnd()}\n`).join('');
};

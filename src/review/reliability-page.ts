/** Agreement of two reviewers as a page. Pure. */
import type { Agreement, Reliability } from './coders.ts';

const COLUMNS = 12;

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(2)).padStart(10);

const row = ({ of, n, given, agreement, kappa, alpha }: Agreement): string =>
  `  ${of.padEnd(COLUMNS)}${String(n).padStart(6)}${String(given).padStart(7)}${figure(agreement)}${figure(kappa)}${figure(alpha)}`;

const section = (title: string, rows: readonly Agreement[]): string[] =>
  rows.length === 0 ? [] : ['', title, `  ${''.padEnd(COLUMNS)}     n  given agreement     kappa     alpha`, ...rows.map(row)];

export const reliabilityPage = ({ both, onlyFirst, onlySecond, provisions, decisions, leaves, differ }: Reliability): string =>
  `${[
    `${both} items judged by both, ${onlyFirst} only by the first, ${onlySecond} only by the second; ${differ} differ.`,
    'Both saw the reading of the tool before they judged: these figures say how far they agree, not how far two independent readers would.',
    ...section('Status of provisions', provisions),
    ...section('Status of decisions', decisions),
    ...section('Topics', leaves),
    '',
    'given: items to which at least one of the two gave the label. A dash: both used one label only, so chance explains all.',
    ...(differ > 0 ? ['lacuna review FILE --resolve A B opens the items that differ.'] : []),
  ].join('\n')}\n`;

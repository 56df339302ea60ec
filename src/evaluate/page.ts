/** An Evaluation as one page of text, 80 columns wide. */
import type { Comparison, Evaluation } from './evaluate.ts';
import type { Found, SetScores } from './recall.ts';
import { interval, section, table, two, WIDTH, wrap } from './table.ts';

const NOTE =
  'Read with care. The gold is not the work of a panel of human experts, and the two coders are of one kind, so that their agreement may flatter. ' +
  'Intervals are 95 % bootstrap intervals over units; units of one text resemble each other, so they are rather too narrow. ' +
  'Weighted kappa uses squared distances on the scale PROCEDURAL, SETTLED, PRINCIPLE, INTERIM, then DEFERRED and DELEGATED together.';

/** Lines are at most 80 characters long; ends with a line break. */
export const evaluationPage = (evaluation: Evaluation): string => {
  const { title, units, missing, folded, first, second, coders, noneApart, unsure } = evaluation;
  const sections = [
    [title, `${units} units compared${missing.length ? `; ${missing.length} not found in the text: ${missing.join(', ')}` : ''}.`].flatMap((line) => wrap(line)),
    section('Agreement', agreementTable([['tool, coder 1', first], ['tool, coder 2', second], ['coder 2, coder 1', coders]])),
    section(
      'Status against coder 1',
      table([['', ...FOUND], ...first.statuses.map((row) => [row.status, ...cells(row)]), ['DELEGATED or DEFERRED', ...cells(first.leftOpen)]]),
    ),
    section('Confusion (rows: coder 1, columns: tool)', confusionTable(first)),
    section('Topics against coder 1 (P precision, R recall)', leafTable(first.topics)),
    section('Deferral tags against coder 1', leafTable(first.tags)),
    noneApart ? section('With NONE kept apart from PROCEDURAL', agreementTable([['tool, coder 1', noneApart.first], ['coder 2, coder 1', noneApart.coders]], true)) : [],
    section(
      `Units of which coder 1 was unsure (confidence below ${two(unsure.below)})`,
      agreementTable([['unsure', unsure.units], ['the others', unsure.others]], true),
    ),
    section('How often the tool is right, by its own confidence', calibrationTable(evaluation)),
    ['', ...wrap(folded ? `${NOTE} Text without security content counts as PROCEDURAL here.` : NOTE)],
  ];
  return `${sections.flat().join('\n')}\n`;
};

const agreementTable = (columns: readonly (readonly [string, Comparison | null])[], brief = false): string[] => {
  const given = columns.flatMap(([name, comparison]) => (comparison ? [{ name, comparison }] : []));
  const row = (name: string, figure: (comparison: Comparison) => string): string[] => [name, ...given.map(({ comparison }) => figure(comparison))];
  const rows = [
    row('units', ({ units }) => String(units)),
    row('same status', ({ observed }) => interval(observed)),
    row('kappa', ({ kappa }) => interval(kappa)),
    row('weighted kappa', ({ weightedKappa }) => interval(weightedKappa)),
    row("Krippendorff's alpha", ({ alpha }) => interval(alpha)),
    row('topics, F1', ({ topics }) => interval(topics.f1)),
    row('topics, mean F1', ({ topics }) => two(topics.macro)),
    row('tags, F1', ({ tags }) => interval(tags.f1)),
    row('left open, precision', ({ leftOpen }) => two(leftOpen.precision)),
    row('left open, recall', ({ leftOpen }) => two(leftOpen.recall)),
  ];
  return given.length ? table([['', ...given.map(({ name }) => name)], ...(brief ? rows.slice(0, 3) : rows)]) : [];
};

const confusionTable = ({ confusion: { labels, rows } }: Comparison): string[] =>
  table([['', ...labels.map((label) => label.slice(0, 6))], ...rows.map((row, i) => [labels[i]!, ...row.map((count) => (count ? String(count) : '.'))])]);

/** Two leaves to a line, read downwards. */
const leafTable = ({ labels, micro }: SetScores): string[] => {
  if (labels.length === 0) return [];
  const rows = table([['', 'gold', 'tool', 'both', 'P', 'R', 'F1'], ...labels.map((row) => [row.label, ...cells(row)]), ['all', ...cells(micro)]], ' ');
  const [header = '', ...lines] = rows;
  const half = Math.ceil(lines.length / 2);
  const left = [header, ...lines.slice(0, half)];
  const right = half < lines.length ? [header, ...lines.slice(half)] : [];
  return left.map((line, i) => (right[i] ? `${line.padEnd(WIDTH / 2)}${right[i]}` : line));
};

const calibrationTable = ({ calibration }: Evaluation): string[] =>
  calibration.length
    ? table([
        ['confidence', 'units', 'mean', 'right'],
        ...calibration.map(({ from, to, units, confidence, right }) => [`${two(from)} to ${two(to)}`, String(units), two(confidence), two(right)]),
      ])
    : [];

const FOUND = ['gold', 'tool', 'both', 'precision', 'recall', 'F1'];
const cells = ({ gold, predicted, both, precision, recall, f1 }: Found): string[] => [
  String(gold), String(predicted), String(both), two(precision), two(recall), two(f1),
];

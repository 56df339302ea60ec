/** Everything that is measured, on one page of text, 80 columns wide. */
import type { AblationRow } from './ablation.ts';
import { type Bar, barsOf } from './bars.ts';
import type { Estimate } from './bootstrap.ts';
import type { VerdictsEvaluation } from './decisions.ts';
import type { Comparison, Evaluation } from './evaluate.ts';
import type { Headline } from './headline.ts';
import type { PaxEvaluation } from './pax.ts';
import type { Found } from './recall.ts';
import { interval, section, table, two, wrap } from './table.ts';

/** One gold file. */
export interface GoldSummary {
  title: string;
  fold: boolean;
  units: number;
  /** Units not found in the text. */
  missing: string[];
  tool: Headline<Estimate>;
  /** The second coder against the first. */
  coders: Headline<Estimate>;
}

export interface LeftOutRow {
  text: string;
  /** Patterns that fire in it, and of these the ones taken away; null for several texts. */
  fired: number | null;
  own: number | null;
  units: number;
  figures: Headline<number | null>;
}

/** What could not be measured because its gold is not at hand is null. */
export interface Overview {
  golds: GoldSummary[];
  /** Documents and segments pooled, with intervals over texts. */
  overTexts: { name: string; texts: number; tool: Headline<Estimate>; coders: Headline<Estimate> }[];
  documents: Evaluation | null;
  segments: Evaluation | null;
  verdicts: VerdictsEvaluation[];
  pax: PaxEvaluation | null;
  ablation: AblationRow[];
  /** Every text read without the patterns that fire in no other: documents one by one, then both kinds pooled. */
  leftOut: LeftOutRow[];
  coverage: { texts: number; rules: number; none: number; one: number };
}

const CAUTION = [
  'How to read this page. The rules were written with all of this gold open, so every figure flatters: on texts that the rules have not seen, expect less. No figure here ' +
    'was measured on an unseen text. What guards against rules that serve one text only are the rows for single texts, the thresholds chosen with a text left out (depth), and the coverage count at the end.',
  'The gold is coded twice by coders of one kind, not by a panel of experts; their agreement with each other is the ceiling and may flatter too. Documents and segments are kept apart: ' +
    'a unit of a document is read in its place, a segment stands alone. Intervals are 95 % bootstrap intervals, over units where nothing else is said (for PA-X over texts); those over units are rather too narrow.',
];

const ABLATION =
  'Differences to the first row; a dot: none. Rules that only serve decisions and bounds change nothing here. "Topic context": weak words count everywhere; "weak topic words": they count nowhere.';

const LEFT_OUT =
  'What the rules would do in a text if no pattern had been written for it alone. The segments of one agreement are one text. Word lists and exceptions stay as they are, so this is no held-out figure, but nearer to one.';

/** Lines are at most 80 characters long; ends with a line break. */
export const overviewPage = (overview: Overview): string => {
  const { golds, overTexts, documents, segments, verdicts, pax, ablation, leftOut, coverage } = overview;
  const kinds: Kinds = [...named('documents', documents), ...named('segments', segments)];
  const lines = [
    'Evaluation',
    ...CAUTION.flatMap((paragraph) => ['', ...wrap(paragraph)]),
    ...section('Bars and where they stand', barTable(barsOf(overview))),
    ...section('Status and topics against coder 1; ceiling: coder 2 against coder 1', goldTable(golds, kinds)),
    ...section('The same with intervals over whole texts', overTextsTable(overTexts)),
    ...section('Left open (DELEGATED and DEFERRED together): precision and recall', leftOpenTable(golds, kinds)),
    ...kinds.flatMap(({ name, evaluation }) => section(`Status, ${name}`, statusTable(evaluation))),
    ...section('Topics (gold: units of coder 1; ceiling: F1 of coder 2)', leafTable(documents, segments, ({ topics }) => topics)),
    ...section('Deferral tags', leafTable(documents, segments, ({ tags }) => tags)),
    ...section('Units of which coder 1 was unsure (confidence below 0.65), and the others', unsureTable(kinds)),
    ...verdicts.flatMap((each) => section(`Decisions of ${each.title} against a reader's verdicts`, verdictLines(each))),
    ...(pax === null ? [] : section('PA-X: presence (code above 0) and depth (0 to 3)', paxLines(pax))),
    ...section("How often the tool is right, by its own confidence (right: coder 1's status)", calibrationTable(kinds)),
    ...section('What each part adds: the same gold without it', [...ablationTable(ablation), ...wrap(ABLATION, '  ')]),
    ...section('Each text without the patterns that fire in no other text of the gold', [...leftOutTable(leftOut), ...wrap(LEFT_OUT, '  ')]),
    ...section('Coverage', wrap(`${coverage.rules} rules over ${coverage.texts} texts: ${coverage.one} fire in one text only, ${coverage.none} in none. A rule that fires in one text only may have been written for it.`, '  ')),
  ];
  return `${lines.join('\n')}\n`;
};

const barTable = (bars: readonly Bar[]): string[] =>
  bars.length ? table([['', 'wanted', 'found', ''], ...bars.map(({ what, wanted, found, reached }) => [what, wanted, found, reached === null ? '-' : reached ? 'yes' : 'NO'])]) : [];

/** Documents and segments, as far as they are at hand. */
type Kinds = readonly { name: string; evaluation: Evaluation }[];

const named = (name: string, evaluation: Evaluation | null): Kinds => (evaluation === null ? [] : [{ name, evaluation }]);

const goldTable = (golds: readonly GoldSummary[], kinds: Kinds): string[] =>
  table([
    ['', 'units', 'kappa', 'ceiling', 'topics F1', 'ceiling'],
    ...golds.map(({ title, units, missing, tool, coders }) => [
      short(title), `${units}${missing.length ? `-${missing.length}` : ''}`, interval(tool.kappa), two(coders.kappa.value), interval(tool.topics), two(coders.topics.value),
    ]),
    ...kinds.flatMap(({ name, evaluation: { units, first, second, coders } }) => [
      [`all ${name}`, String(units), interval(first.kappa), '', interval(first.topics.f1), ''],
      ...(coders ? [['  ceiling', '', interval(coders.kappa), '', interval(coders.topics.f1), '']] : []),
      ...(second ? [['  against coder 2', '', interval(second.kappa), '', interval(second.topics.f1), '']] : []),
    ]),
  ], ' ');

const overTextsTable = (rows: Overview['overTexts']): string[] =>
  table([
    ['', 'texts', 'kappa', 'ceiling', 'topics F1', 'ceiling'],
    ...rows.map(({ name, texts, tool, coders }) => [name, String(texts), interval(tool.kappa), two(coders.kappa.value), interval(tool.topics), two(coders.topics.value)]),
  ], ' ');

const short = (title: string): string => (title.length > 20 ? `${title.slice(0, 19)}…` : title);

const leftOpenTable = (golds: readonly GoldSummary[], kinds: Kinds): string[] => {
  const row = (name: string, { gold, predicted, both, precision, recall }: Found, ceiling: Found | undefined): string[] => [
    name, String(gold), String(predicted), String(both), two(precision), two(recall), two(ceiling?.f1 ?? null),
  ];
  return table([
    ['', 'gold', 'tool', 'both', 'precision', 'recall', 'ceiling F1'],
    ...golds.filter(({ fold }) => fold).map(({ title, tool, coders }) => row(short(title), tool.leftOpen, coders.leftOpen)),
    ...kinds.flatMap(({ name, evaluation: { first, second, coders } }) => [
      row(`all ${name}`, first.leftOpen, coders?.leftOpen), ...(second ? [row('  against coder 2', second.leftOpen, undefined)] : []),
    ]),
  ]);
};

const statusTable = ({ first, second, coders }: Evaluation): string[] =>
  table([
    ['', 'gold', 'tool', 'both', 'precision', 'recall', 'F1', 'to coder 2', 'ceiling'],
    ...first.statuses.map(({ status, gold, predicted, both, precision, recall, f1 }) => [
      status, String(gold), String(predicted), String(both), two(precision), two(recall), two(f1), two(f1Of(second, status)), two(f1Of(coders, status)),
    ]),
  ]);

const f1Of = (comparison: Comparison | null, status: string): number | null => comparison?.statuses.find((row) => row.status === status)?.f1 ?? null;

type LeavesOf = (comparison: Comparison) => Comparison['topics'];

const leafTable = (documents: Evaluation | null, segments: Evaluation | null, leavesOf: LeavesOf): string[] => {
  const both = [documents, segments].map((evaluation) => (evaluation ? { first: leavesOf(evaluation.first), coders: evaluation.coders && leavesOf(evaluation.coders) } : null));
  const names = [...new Set(both.flatMap((each) => each?.first.labels.map(({ label }) => label) ?? []))].toSorted();
  const cells = (find: (scores: Comparison['topics']) => Found | undefined): string[] =>
    both.flatMap((each) => {
      const own = each ? find(each.first) : undefined;
      const ceiling = each?.coders ? find(each.coders) : undefined;
      return own ? [String(own.gold), String(own.predicted), String(own.both), two(own.f1), two(ceiling?.f1 ?? null)] : ['.', '.', '.', '-', '-'];
    });
  return table([
    ['', 'doc gold', 'tool', 'both', 'F1', 'ceil.', 'seg gold', 'tool', 'both', 'F1', 'ceil.'],
    ...names.map((name) => [name, ...cells(({ labels }) => labels.find(({ label }) => label === name))]),
    ['all', ...cells(({ micro }) => micro)],
  ]);
};

const unsureTable = (kinds: Kinds): string[] => {
  const row = (name: string, comparison: Comparison | null): string[][] =>
    comparison === null ? [] : [[name, String(comparison.units), interval(comparison.observed), interval(comparison.kappa), interval(comparison.topics.f1)]];
  return table([
    ['', 'units', 'same status', 'kappa', 'topics F1'],
    ...kinds.flatMap(({ name, evaluation: { unsure } }) => [...row(`${name}, unsure`, unsure.units), ...row(`${name}, others`, unsure.others)]),
  ], ' ');
};

const verdictLines = ({ compared, equal, partlyApart, baseline, falseSettled, falseSilent, differences, total, bodyShare }: VerdictsEvaluation): string[] => [
  ...table([
    ['', 'reader', 'tool'],
    ['total', whole(total.wanted), whole(total.found)],
    ['share that bodies hold', whole(bodyShare.wanted), whole(bodyShare.found)],
  ]),
  ...wrap(
    `Same status in ${equal} of ${compared} (the commonest status alone: ${baseline}). Falsely settled: ${list(falseSettled)}. Falsely silent: ${list(falseSilent)}. ` +
      `Settled in part for one and in whole for the other: ${list(partlyApart)}. ` +
      `Apart (reader, tool): ${list(differences.map(({ decision, wanted, found }) => `${decision} ${wanted} ${found}`))}.`,
    '  ',
  ),
];

const list = (names: readonly string[]): string => names.join(', ') || 'none';

const whole = (value: number | null): string => (value === null ? '-' : value.toFixed(0));

const paxLines = ({ texts, presence, depth, variables }: PaxEvaluation): string[] => [
  ...table([
    ['', 'F1', 'precision', 'recall'],
    ['presence, all subjects', interval(presence.f1), two(presence.all.precision), two(presence.all.recall)],
    ['everything present', two(presence.baseline.f1), two(presence.baseline.precision), two(presence.baseline.recall)],
  ]),
  ...wrap(
    `Depth of ${depth.variables} subjects in ${texts.length} texts, quadratic kappa: ${interval(depth.kappa)}; with thresholds chosen on the other texts ${two(depth.leftOut)}; ` +
      `over the ${depth.seenByBoth.cells} cells where both see the subject ${two(depth.seenByBoth.kappa)}.`,
    '  ',
  ),
  '  Code of PA-X and grade of the tool, text by text (a dot: absent for both):',
  ...table([
    ['', ...texts.map((_, i) => String(i + 1)), 'F1'],
    ...variables.map(({ id, presence: found, cells }) => [id, ...cells.map(({ code, grade }) => (code + grade ? `${code} ${grade}` : '.')), two(found.f1)]),
  ]),
  ...wrap(texts.map((slug, i) => `${i + 1} ${slug}`).join(', '), '  '),
];

const calibrationTable = (kinds: Kinds): string[] =>
  table([
    ['', 'confidence', 'units', 'mean', 'right'],
    ...kinds.flatMap(({ name, evaluation: { calibration } }) =>
      calibration.map(({ from, to, units, confidence, right }) => [name, `${two(from)} to ${two(to)}`, String(units), two(confidence), two(right)]),
    ),
  ]);

const ablationTable = ([full, ...rows]: readonly AblationRow[]): string[] => {
  if (full === undefined) return [];
  const change = (value: number | null, from: number | null): string => (value === null || from === null ? '-' : signed(value - from));
  return table([
    ['without', 'doc kappa', 'topics', 'seg kappa', 'topics'],
    [full.without, two(full.documents.kappa), two(full.documents.topics), two(full.segments.kappa), two(full.segments.topics)],
    ...rows.map(({ without, documents, segments }) => [
      without, change(documents.kappa, full.documents.kappa), change(documents.topics, full.documents.topics),
      change(segments.kappa, full.segments.kappa), change(segments.topics, full.segments.topics),
    ]),
  ]);
};

const leftOutTable = (rows: readonly LeftOutRow[]): string[] =>
  table([
    ['', 'patterns', 'of its own', 'units', 'kappa', 'topics F1'],
    ...rows.map(({ text, fired, own, units, figures }) => [short(text), fired === null ? '' : String(fired), own === null ? '' : String(own), String(units), two(figures.kappa), two(figures.topics)]),
  ], ' ');

const signed = (value: number): string => (Math.abs(value) < 0.0005 ? '.' : `${value > 0 ? '+' : ''}${value.toFixed(3)}`);

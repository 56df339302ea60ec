/** A draft beside known agreements, as a page: the shares side by side, then decision by decision with the source. */
import type { Analysis } from '../analysis.ts';
import type { Benchmark, BenchmarkRow, CaseSide, Side } from '../benchmark.ts';
import { printable } from '../failure.ts';
import { bar, glyphsFor, type Glyphs } from './bar.ts';
import { cite, indexOf, type Index } from './cite.ts';
import { ledgerEntry } from './ledger.ts';
import type { TextOptions } from './text/page.ts';
import { say , comma } from './words.ts';
import { cut, displayWidth, pad, wrap } from './wrap.ts';

/** With less, a bar stands below its name. */
const BESIDE = 64;
const NAMES = 30;
const FIGURE = 6;
const PLACES = 4;

interface Page {
  readonly benchmark: Benchmark;
  readonly analysis: Analysis;
  readonly index: Index;
  readonly glyphs: Glyphs;
  readonly options: TextOptions;
}

/** Ends with a line break. */
export const renderBenchmark = (benchmark: Benchmark, analysis: Analysis, options: TextOptions): string => {
  const page: Page = { benchmark, analysis, index: indexOf(analysis), glyphs: glyphsFor(options.ascii), options };
  const issues = [...new Set(benchmark.decisions.map(({ issue }) => issue))];
  const sections = [
    head(page),
    shares('bodies', ({ bodyShare }) => bodyShare, page),
    shares('totals', ({ total }) => total, page),
    standing(page),
    ...issues.map((issue) => issueLines(issue, page)),
    wrap(say(options.words, 'closing'), options.width),
  ];
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`;
};

const nameOf = (side: Side, { benchmark, options: { words } }: Page): string => (side === benchmark.draft ? say(words, 'benchmark.draft') : side.name);

const head = ({ benchmark, options: { words, width } }: Page): string[] => [
  ...wrap(printable(benchmark.draft.title === '' ? say(words, 'title.none') : benchmark.draft.title), width),
  ...wrap(say(words, 'benchmark.about'), width),
  ...benchmark.cases.flatMap(({ name, title, about, seen }) => wrap(say(words, 'benchmark.case', { name, title, about, seen: seen.decisions, of: seen.of }), width, '  ', '    ')),
];

/** One bar for each text; a text of which it cannot be told says so. */
const shares = (section: 'bodies' | 'totals', valueOf: (side: Side | CaseSide) => number | null, page: Page): string[] => {
  const { benchmark, glyphs, options: { words, width } } = page;
  const sides: Side[] = [benchmark.draft, ...benchmark.cases];
  const room = Math.min(NAMES, Math.max(...sides.map((side) => displayWidth(nameOf(side, page)))));
  const beside = width >= BESIDE;
  const cells = (beside ? width - room - 4 : width - 2) - FIGURE;
  return [
    ...wrap(say(words, `benchmark.${section}`), width),
    ...sides.flatMap((side) => {
      const value = valueOf(side);
      const name = printable(cut(nameOf(side, page), room, glyphs.ellipsis));
      const drawn = value === null ? say(words, 'benchmark.not-read') : `${bar(value, cells, glyphs)} ${String(Math.round(value)).padStart(3)}`;
      return beside ? [`  ${pad(name, room)}  ${drawn}`] : [name, `  ${drawn}`];
    }),
  ];
};

/** Issue by issue, how many of the agreements of a corpus leave more open. */
const standing = ({ benchmark: { standing: { agreements, issues } }, options: { words, names, width } }: Page): string[] => {
  if (agreements === 0) return wrap(say(words, 'benchmark.standing.none'), width);
  const told = Object.entries(issues).flatMap(([issue, { more, same, less, percentile }]) =>
    percentile === null ? [] : wrap(say(words, 'benchmark.standing.issue', { issue: names.issues[issue] ?? issue, n: more + same + less, more, same, less }), width, '  ', '    '));
  return [...wrap(say(words, 'benchmark.standing', { n: agreements }), width), ...told];
};

const issueLines = (issue: string, page: Page): string[] => {
  const { benchmark, options: { names, width } } = page;
  const rows = benchmark.decisions.filter((row) => row.issue === issue);
  return [...wrap((names.issues[issue] ?? issue).toUpperCase(), width), ...rows.flatMap((row) => rowLines(row, page))];
};

const rowLines = (row: BenchmarkRow, page: Page): string[] => {
  const { benchmark, glyphs, options: { words, width } } = page;
  const line = (text: string): string[] => wrap(printable(text), width, `    ${glyphs.bullet} `, '      ');
  const nameOfCase = new Map(benchmark.cases.map(({ id, name }) => [id, name]));
  const unread = row.cases.filter(({ fact }) => fact === null).map((precedent) => nameOfCase.get(precedent.case)!);
  return [
    ...wrap(printable(row.question), width, '  ', '    '),
    ...line(say(words, 'benchmark.draft.line', { told: draftTold(row, page) })),
    ...row.cases.flatMap(({ case: id, fact, sources }) => (fact === null ? [] : line(say(words, 'benchmark.line', { name: nameOfCase.get(id)!, fact, sources: sources.join('; ') })))),
    ...among(row, page).flatMap(line),
    ...(unread.length === 0 ? [] : line(say(words, 'benchmark.unread', { names: unread.join(comma(words)) }))),
  ];
};

const among = ({ decision }: BenchmarkRow, { benchmark: { standing: { agreements, decisions } }, options: { words } }: Page): string[] => {
  const place = decisions[decision];
  if (agreements === 0 || place === undefined || place.percentile === null) return [];
  const { more, same, less } = place;
  return [say(words, 'benchmark.standing.decision', { more, same, less, n: more + same + less })];
};

const draftTold = ({ decision: id, draft }: BenchmarkRow, { analysis, index, options: { words, askBelow, names } }: Page): string => {
  const decision = analysis.decisions.find((each) => each.id === id)!;
  if (draft.reading === null) return say(words, 'benchmark.draft.unseen', { text: decision.unseen ?? '' });
  const told = draft.reading === 'SETTLED' ? [say(words, 'benchmark.draft.settled')] : ledgerEntry(decision, index, words, askBelow, names.decisions[id]?.parameters).told;
  const clauses = decision.provisions.flatMap((each) => index.clauses.get(index.provisions.get(each)?.clause ?? '') ?? []);
  const places = [...new Set(clauses.map((clause) => cite(clause, words)))].slice(0, PLACES);
  return [...told, ...(places.length === 0 ? [] : [say(words, 'ledger.places', { places: places.join(comma(words)) })])].join(' ');
};

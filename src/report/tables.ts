/** The Analysis as tables for spreadsheets and databases, one row for each thing found. */
import type { Analysis, Cited, Clause } from '../analysis.ts';
import { cite, indexOf, nameBody, type Index } from './cite.ts';
import { csv, type Column } from './csv.ts';
import type { ReportOptions, Renderer } from './index.ts';
import { placesOf } from './places.ts';
import { shownReading } from './readings.ts';
import { orderedWarnings } from './told.ts';
import { say } from './words.ts';

interface Sheet {
  readonly analysis: Analysis;
  readonly text: string;
  readonly index: Index;
  readonly options: ReportOptions;
  /** A column by the key of its header. */
  readonly column: <Row>(header: string, cell: Column<Row>['cell']) => Column<Row>;
  /** Article numbers of clauses, each once. */
  readonly articles: (clauses: readonly (Clause | undefined)[]) => string;
}

type Table = (sheet: Sheet) => string;

const decisions: Table = ({ analysis, index, options, column, articles }) => {
  const { words, names, share } = options;
  const body = (id: string | null): string | null => (id === null ? null : nameBody(id, index));
  const parameters = (id: string, keys: readonly string[]): string => keys.map((key) => names.decisions[id]?.parameters[key] ?? key).join('; ');
  return csv(analysis.decisions, [
    column('id', ({ id }) => id),
    column('issue', ({ issue }) => names.issues[issue] ?? issue),
    column('decision', ({ question }) => question),
    column('weight', ({ weight }) => weight),
    column('counts', ({ applicable }) => (applicable ? 1 : 0)),
    column('reading', (decision) => say(words, `reading.${shownReading(decision)}`)),
    ...(share ? [] : [column<Analysis['decisions'][number]>('openness', ({ openness }) => (openness === null ? null : Math.round(1000 * openness) / 10))]),
    column('drafter', ({ chain }) => body(chain.drafter)),
    column('decider', ({ chain }) => body(chain.decider)),
    column('approver', ({ chain }) => body(chain.approver)),
    column('fixed', ({ id, parameters: { fixed } }) => parameters(id, fixed.map(({ name }) => name))),
    column('open', ({ id, parameters: { open } }) => parameters(id, open)),
    column('articles', (decision) => articles(placesOf(decision, index))),
    column('confidence', ({ confidence }) => confidence),
    ...about(analysis, options),
  ]);
};

const provisions: Table = ({ analysis, text, index, options, column, articles }) =>
  csv(analysis.provisions, [
    column('id', ({ id }) => id),
    column('article', ({ clause }) => articles([index.clauses.get(clause)])),
    column('page', ({ clause }) => index.clauses.get(clause)?.page ?? null),
    column('status', ({ status }) => say(options.words, `status.${status}`)),
    column('topics', ({ leaves }) => leaves.join(' ')),
    column('holder', ({ delegate }) => (delegate === null ? null : nameBody(delegate, index))),
    column('deadline', ({ deadline }) => deadline?.text ?? null),
    column('decisions', (provision) => provision.decisions.join(' ')),
    column('confidence', ({ confidence }) => confidence),
    column('words', ({ start, end }) => text.slice(start, end)),
    column('start', ({ start }) => start),
    column('end', ({ end }) => end),
    ...about(analysis, options),
  ]);

const clauses: Table = ({ analysis, text, options, column, articles }) =>
  csv(analysis.clauses, [
    column('id', ({ id }) => id),
    column('article', (clause) => articles([clause])),
    column('kind', ({ kind }) => kind),
    column('heading', ({ heading }) => heading),
    column('page', ({ page }) => page),
    column('words', ({ start, end }) => text.slice(start, end)),
    column('start', ({ start }) => start),
    column('end', ({ end }) => end),
    ...about(analysis, options),
  ]);

const bodies: Table = ({ analysis, index, options, column, articles }) => {
  const places = (cited: readonly Cited[]): string => articles(cited.map(({ clause }) => index.clauses.get(clause)));
  return csv(analysis.bodies, [
    column('id', ({ id }) => id),
    column('name', ({ name }) => name),
    column('acronym', ({ acronyms }) => acronyms.join(' ')),
    column('kind', ({ kind }) => say(options.words, `kind.${kind}`)),
    column('mentions', ({ mentions }) => mentions),
    column('seats', ({ seats }) => seats),
    ...(['created', 'members', 'rule', 'deadlock', 'deadline', 'reports', 'powers'] as const).map((field) => column<Analysis['bodies'][number]>(field, (body) => places(body[field]))),
    ...about(analysis, options),
  ]);
};

const deadlines: Table = ({ analysis, index, options, column, articles }) =>
  csv(analysis.deadlines, [
    column('when', (deadline) => deadline.text),
    column('kind', ({ kind }) => kind),
    column('days', ({ days }) => days),
    column('anchor', ({ anchor }) => anchor),
    column('date', ({ date }) => date),
    column('article', ({ clause }) => articles([index.clauses.get(clause)])),
    ...about(analysis, options),
  ]);

const warnings: Table = ({ analysis, index, options, column, articles }) =>
  csv(orderedWarnings(analysis), [
    column('id', ({ id }) => id),
    column('severity', ({ severity }) => say(options.words, `severity.${severity}`)),
    column('message', ({ message }) => message),
    column('question', ({ question }) => question),
    column('articles', ({ evidence }) => articles(evidence.map(({ clause }) => index.clauses.get(clause)))),
    ...about(analysis, options),
  ]);

export const tables: Readonly<Record<string, Table>> = { decisions, provisions, bodies, deadlines, warnings, clauses };

/** Which text a row is about, for tables of several texts put together. */
const about = ({ document }: Analysis, { words }: ReportOptions): Column<unknown>[] => [
  { header: say(words, 'column.text'), cell: () => document.title },
  { header: say(words, 'page.print.text'), cell: () => document.textSha256 },
];

/** One table as CSV: the one that `options.table` names. */
export const renderCsv: Renderer = (analysis, { text }, options) =>
  tables[options.table]!({
    analysis, text, options,
    index: indexOf(analysis),
    column: (header, cell) => ({ header: say(options.words, `column.${header}`), cell }),
    articles: (cited) => [...new Set(cited.flatMap((clause) => (clause === undefined ? [] : cite(clause, options.words))))].join('; '),
  });

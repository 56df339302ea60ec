/** The implementation matrix as a table: for a spreadsheet, or as Markdown. */
import type { Obligation } from '../matrix.ts';
import { cite, nameBody, type Index } from './cite.ts';
import { csv, type Column } from './csv.ts';
import { say, sayOneOf, type Words } from './words.ts';

/** `questions` are those of the decisions, by id. */
const columnsOf = (index: Index, questions: ReadonlyMap<string, string>, words: Words): Column<Obligation>[] => [
  { header: say(words, 'column.article'), cell: ({ clause }) => cite(index.clauses.get(clause)!, words) },
  { header: say(words, 'column.page'), cell: ({ page }) => page },
  { header: say(words, 'column.actor'), cell: ({ actor, body }) => actorOf(actor, body, index, words) },
  { header: say(words, 'column.action'), cell: ({ action }) => action },
  { header: say(words, 'column.object'), cell: ({ object }) => object },
  { header: say(words, 'column.modality'), cell: ({ modality }) => (modality === 'none' ? null : say(words, `modality.${modality}`)) },
  { header: say(words, 'column.days'), cell: ({ days }) => days },
  { header: say(words, 'column.from'), cell: ({ anchor }) => (anchor === null || anchor === '' || anchor === 'date' ? null : anchor === 'signature' ? say(words, 'timeline.from.signature.short') : anchor) },
  { header: say(words, 'column.date'), cell: ({ date }) => date },
  { header: say(words, 'column.when'), cell: ({ deadline }) => deadline },
  { header: say(words, 'column.status'), cell: ({ status }) => sayOneOf(words, 'status', status) },
  { header: say(words, 'column.decisions'), cell: ({ decisions }) => decisions.flatMap((id) => questions.get(id) ?? []).join(' ') },
];

const actorOf = (actor: string, body: string | null, index: Index, words: Words): string => {
  if (actor === '') return say(words, 'matrix.nobody');
  return body !== null && index.bodies.get(body)?.name === actor ? nameBody(body, index) : actor;
};

/** The matrix for a spreadsheet. A bare "1.10" would become the number 1.1 there and "5-2-7" a day in May: such articles are called so. */
export const matrixCsv = (rows: readonly Obligation[], questions: ReadonlyMap<string, string>, index: Index, words: Words): string => {
  const [article, ...others] = columnsOf(index, questions, words) as [Column<Obligation>, ...Column<Obligation>[]];
  const cell = (row: Obligation): string => {
    const label = String(article.cell(row));
    return /^[\p{N}.\-–/]+$/u.test(label) ? say(words, 'cite.article', { label }) : label;
  };
  return csv(rows, [{ ...article, cell }, ...others]);
};

/** The matrix as a Markdown table under the title of the agreement. */
export const matrixMarkdown = (rows: readonly Obligation[], title: string, questions: ReadonlyMap<string, string>, index: Index, words: Words): string => {
  const columns = columnsOf(index, questions, words);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `# ${inline(say(words, 'matrix.title', { title: title === '' ? say(words, 'title.none') : title }))}`,
    '',
    say(words, 'matrix.about', { n: rows.length }),
    '',
    line(columns.map(({ header }) => header)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(({ cell }) => inline(String(cell(row) ?? ''))))),
    '',
  ].join('\n');
};

/** Words of an agreement as plain text of a table cell: nothing in them is markup. */
const inline = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|~&]/gu, '\\$&');

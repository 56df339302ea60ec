/** How a report points at a clause, a body or a deadline of the text. */
import type { Analysis, Body, Clause } from '../analysis.ts';
import { say, type Words } from './words.ts';

/** What a report looks up in an Analysis, by id. */
export interface Index {
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly provisions: ReadonlyMap<string, Analysis['provisions'][number]>;
}

const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [row.id, row]));

/** Of several files read as one, the main text goes without saying: its clauses are cited without their file. */
export const indexOf = ({ clauses, bodies, provisions, document: { files } }: Pick<Analysis, 'clauses' | 'bodies' | 'provisions' | 'document'>): Index => ({
  clauses: byId(files === undefined ? clauses : clauses.map(({ file, ...clause }) => (file === undefined || file === files[0]!.name ? clause : { ...clause, file }))),
  bodies: byId(bodies), provisions: byId(provisions),
});

/** A label that says little without the one above it: "a", "iv", "2". */
const leansOnParent = (label: string): boolean => /^(?:\p{L}{1,4}|\p{N}{1,3})$/u.test(label);

/** The article number as a reader would cite it: "2.1.10", "Article 4(2)(b)", else the preamble or the page; never a bare letter. With the file where it is not the main text. */
export const cite = (clause: Clause, words: Words): string => (clause.file === undefined ? placeOf(clause, words) : say(words, 'cite.file', { place: placeOf(clause, words), file: clause.file }));

const placeOf = (clause: Clause, words: Words): string =>
  articleOf(clause) || (clause.kind === 'preamble' ? say(words, 'cite.preamble') : say(words, 'cite.page', { page: clause.page }));

/** The article of a clause; a label that says little by itself stands behind those above it, "219(1)(b)". Empty before the first label. */
export const articleOf = ({ path }: Pick<Clause, 'path'>): string => {
  let top = path.length - 1;
  while (top > 0 && leansOnParent(path[top]!)) top--;
  const [first = '', ...inside] = path.slice(Math.max(0, top));
  return `${first}${inside.map((label) => `(${label})`).join('')}`;
};

/** A body inside a sentence: with the article that the text uses, where that is one of the language of the report. */
export const theBody = (id: string, index: Index, words: Words): string => {
  const body = index.bodies.get(id);
  return body === undefined ? id : withArticle(nameBody(id, index), body, words);
};

/** A name with the article of its body before it, unless it has one. */
export const withArticle = (name: string, { article }: Pick<Body, 'article'>, words: Words): string => {
  const articles = say(words, 'body.articles').split(' ');
  if (!articles.includes(article) || articles.includes(name.split(' ')[0]!.toLowerCase())) return name;
  return article.endsWith("'") ? article + name : `${article} ${name}`;
};

/** The full name and its acronym; a body that the table does not hold is told by its id. */
export const nameBody = (id: string, { bodies }: Index): string => {
  const body = bodies.get(id);
  if (body === undefined) return id;
  const [acronym] = body.acronyms;
  return acronym === undefined || acronym === body.name ? body.name : `${body.name} (${acronym})`;
};

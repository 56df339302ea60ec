/** Clauses of a corpus by words and by how they were read, in any combination. */
import type { Database } from 'node-sqlite3-wasm';
import { Failure } from '../failure.ts';
import { queryOf } from './words.ts';

export interface Filters {
  words?: string;
  /** A leaf of the taxonomy, or a whole domain: "IN". */
  leaf?: string;
  status?: string;
  body?: string;
  decision?: string;
  country?: string;
  region?: string;
  year?: readonly [number, number];
  stage?: string;
  /** PA-X variable, with or without a least value: "SsrDdr" or "SsrDdr=2". */
  code?: string;
  agreement?: string;
  sort?: Sort;
  most: number;
}

/** `match`: nearest to the words first, as the index weighs them; `date` and `agreement`: by the agreement, its clauses in the order of the text. */
export type Sort = 'match' | 'date' | 'agreement';

export interface Hit {
  pax: number | null;
  agreement: string;
  country: string | null;
  date: string | null;
  article: string;
  status: string | null;
  leaves: string | null;
  body: string | null;
  text: string;
}

/** Hits, and how many clauses fit in all: by match where there are words, else by date. Throws a Failure for words that are no search. */
export const searchCorpus = (db: Database, filters: Filters): { hits: Hit[]; total: number } => {
  const { sql, values } = clausesFor(filters);
  try {
    const sort = filters.sort ?? (filters.words === undefined ? 'date' : 'match');
    const ids = sort === 'match' && filters.words !== undefined ? byMatch(db, { sql, values }, filters.words, filters.most) : byAgreement(db, { sql, values }, sort);
    return { hits: readHits(db, ids.slice(0, filters.most)), total: ids.length };
  } catch (error) {
    if (error instanceof Error && /fts5|syntax/iu.test(error.message)) throw new Failure('cannot read this search', { where: filters.words ?? '', next: 'Write words, "phrases", AND, OR, NOT, NEAR/5 and parentheses' });
    throw error;
  }
};

const idsOf = (db: Database, { sql, values }: Part): number[] => (db.all(sql, [...values]) as { id: number }[]).map(({ id }) => id);

/** By their agreements, and there in the order of the text. */
const byAgreement = (db: Database, { sql, values }: Part, sort: Sort): number[] =>
  idsOf(db, { sql: `SELECT c.id FROM (${sql}) f CROSS JOIN clause c ON c.id = f.id JOIN agreement a ON a.id = c.agreement ORDER BY ${sort === 'agreement' ? 'a.name, a.date' : 'a.date, a.name'}, a.key, c.id`, values });

/** Those that fit the words best first; only among the first `most` are equals told apart, by their agreements. */
const byMatch = (db: Database, found: Part, words: string, most: number): number[] => {
  const fit = new Map((db.all('SELECT rowid AS id, rank FROM clause_words WHERE clause_words MATCH ?', [queryOf(words)]) as { id: number; rank: number }[]).map(({ id, rank }) => [id, rank]));
  const fitOf = (id: number): number => fit.get(id)!;
  const ids = idsOf(db, found).toSorted((a, b) => fitOf(a) - fitOf(b) || a - b);
  const least = ids.length === 0 ? 0 : fitOf(ids[Math.min(most, ids.length) - 1]!);
  const shown = ids.filter((id) => fitOf(id) <= least);
  const told = byAgreement(db, { sql: 'SELECT value AS id FROM json_each(?)', values: [JSON.stringify(shown)] }, 'date');
  return [...told.toSorted((a, b) => fitOf(a) - fitOf(b)), ...ids.slice(shown.length)];
};

const readHits = (db: Database, ids: readonly number[]): Hit[] => {
  const about = (what: string): string => `(SELECT group_concat(DISTINCT ${what}) FROM provision q LEFT JOIN provision_leaf l ON l.provision = q.id WHERE q.clause = c.id)`;
  const hit = db.prepare(
    `SELECT a.pax, a.name AS agreement, a.country, a.date, c.label AS article, ${about('q.status')} AS status, ${about('l.leaf')} AS leaves, ${about('q.body')} AS body, c.text FROM clause c JOIN agreement a ON a.id = c.agreement WHERE c.id = ?`,
  );
  try {
    return ids.map((id) => hit.get([id]) as unknown as Hit);
  } finally {
    hit.finalize();
  }
};

interface Part {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Ids of the clauses that fit: what words and readings give, then only those of the agreements asked for. */
const clausesFor = (filters: Filters): { sql: string; values: (string | number)[] } => {
  const parts = [...wordsPart(filters), ...readingPart(filters), ...(filters.decision === undefined ? [] : [{ sql: 'SELECT d.clause AS id FROM decision_clause d WHERE d.decision = ?', values: [filters.decision] }])];
  const about = agreementPart(filters);
  const inner = parts.map(({ sql }) => sql).join(' INTERSECT ');
  const values = [...parts.flatMap((part) => part.values), ...about.values];
  if (parts.length === 0) return { sql: `SELECT c.id FROM clause c${about.sql === '' ? '' : ` WHERE c.agreement IN (${about.sql})`}`, values };
  return { sql: about.sql === '' ? inner : `SELECT c.id FROM clause c WHERE c.id IN (${inner}) AND c.agreement IN (${about.sql})`, values };
};

const wordsPart = ({ words }: Filters): Part[] => (words === undefined ? [] : [{ sql: 'SELECT rowid AS id FROM clause_words WHERE clause_words MATCH ?', values: [queryOf(words)] }]);

const readingPart = ({ leaf, status, body }: Filters): Part[] => {
  const values: string[] = [];
  const all = (conditions: readonly (readonly [string, string | undefined])[]): string[] =>
    conditions.flatMap(([condition, value]) => {
      if (value === undefined) return [];
      values.push(value);
      return [condition];
    });
  if (leaf === undefined && status === undefined && body === undefined) return [];
  if (leaf === undefined) return [{ sql: `SELECT DISTINCT p.clause AS id FROM provision p WHERE ${all([['p.status = ?', status], ['p.body_kind = ?', body]]).join(' AND ')}`, values }];
  const which = leaf.includes('.') ? all([['l.leaf = ?', leaf]]) : all([['l.leaf >= ?', `${leaf}.`], ['l.leaf < ?', `${leaf}/`]]);
  return [{ sql: `SELECT DISTINCT p.clause AS id FROM provision_leaf l CROSS JOIN provision p ON p.id = l.provision WHERE ${[...which, ...all([['l.status = ?', status], ['p.body_kind = ?', body]])].join(' AND ')}`, values }];
};

/** Ids of the agreements asked for; empty SQL for all of them. */
const agreementPart = (filters: Filters): Part => {
  const [code, least] = filters.code?.split(/>?=/u) ?? [];
  const conditions: [string, ...(string | number)[]][] = [
    ...(filters.country === undefined ? [] : [['country LIKE ?', `%${filters.country}%`] as [string, string]]),
    ...(filters.region === undefined ? [] : [['region LIKE ?', `%${filters.region}%`] as [string, string]]),
    ...(filters.year === undefined ? [] : [['year BETWEEN ? AND ?', ...filters.year] as [string, number, number]]),
    ...(filters.stage === undefined ? [] : [['stage = ?', filters.stage] as [string, string]]),
    ...(filters.agreement === undefined ? [] : [['(name LIKE ? OR pax = ?)', `%${filters.agreement}%`, Number(filters.agreement) || -1] as [string, string, number]]),
    ...(code === undefined ? [] : [['id IN (SELECT agreement FROM pax_code WHERE code = ? AND CAST(value AS REAL) >= ?)', code, Number(least ?? 1)] as [string, string, number]]),
  ];
  return { sql: conditions.length === 0 ? '' : `SELECT id FROM agreement WHERE ${conditions.map(([condition]) => condition).join(' AND ')}`, values: conditions.flatMap(([, ...values]) => values) };
};

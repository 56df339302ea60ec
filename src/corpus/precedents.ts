/** How the agreements of a corpus answered a decision, best first: settled, in part, then handed on or put off; in each the most specific and nearest. */
import type { Database } from 'node-sqlite3-wasm';
import { likenessTo } from './likeness.ts';

export interface Precedent {
  decision: string;
  pax: number | null;
  agreement: string;
  country: string | null;
  date: string | null;
  article: string;
  /** Of the decision in that agreement. */
  reading: string;
  /** Parameters that this clause fixes, in English names. */
  fixed: string[];
  /** Who received it, where it was handed on. */
  holder: string | null;
  /** The words that open the list in which the clause stands. */
  opening: string | null;
  text: string;
  /** 0 to 1, among those of one reading. */
  rank: number;
}

/** The answers to one decision, and how many agreements of the corpus gave each; those that only state a principle are counted, and shown where they fix a point. */
export interface Precedents {
  decision: string;
  readings: Record<string, number>;
  precedents: Precedent[];
}

/** The decision that is looked for, and what is known of it here. */
export interface Wanted {
  id: string;
  /** Names of all its parameters. */
  parameters: readonly string[];
  /** The question, and the clauses on it where there is a text. */
  context: string;
  /** Type of the text at hand. */
  type?: string;
  /** Hash of the text at hand, which is no precedent for itself. */
  except?: string;
}

/** Those who left it to others come after those who answered. */
const ANSWERED = ['SETTLED', 'PARTLY'];
const LEFT = ['DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE'];
/** Weight of how much a clause fixes, whether it names a figure or a day, how near its words are, how sure the reading is, whether the text is of the same type. */
const WEIGHTS = { fixes: 0.35, exact: 0.2, near: 0.25, sure: 0.1, alike: 0.1 };
/** A whole clause as an answer is longer than a heading and shorter than a chapter. */
const LENGTHS = [40, 3000] as const;
/** How far above an item the words that open its list may stand, in clauses. */
const OPENING = 15;

interface Candidate {
  id: number;
  key: number;
  pax: number | null;
  agreement: string;
  country: string | null;
  date: string | null;
  type: string;
  article: string;
  kind: string;
  reading: string;
  fixes: string;
  holder: string | null;
  bounds: number;
  confidence: number;
  /** Whether a provision of this clause has a deadline. */
  timed: number;
  text: string;
}

/** At most `limit` clauses, each wording once; a second clause of an agreement only where it fixes what the first does not. */
export const precedentsFor = (db: Database, wanted: Wanted, limit: number): Precedents => {
  const rows = unlike(candidates(db, wanted));
  const near = likenessTo(wanted.context, rows.map(({ text }) => text));
  const ranked = rows
    .map((row, at) => ({ row, fixes: namesIn(row.fixes), rank: rankOf(row, wanted, near[at]!) }))
    .toSorted((a, b) => tierOf(a.row) - tierOf(b.row) || b.rank - a.rank || a.row.id - b.row.id);
  const told = new Map<number, Set<string>>();
  const first: typeof ranked = [];
  const further: typeof ranked = [];
  for (const each of ranked) {
    const before = told.get(each.row.key);
    if (before === undefined) first.push(each);
    else if (each.fixes.some((name) => !before.has(name))) further.push(each);
    else continue;
    told.set(each.row.key, new Set([...(before ?? []), ...each.fixes]));
  }
  const shown = new Set([...first.slice(0, limit), ...further.slice(0, Math.max(0, limit - first.length))]);
  return {
    decision: wanted.id,
    readings: readingsOf(db, wanted),
    precedents: ranked.filter((each) => shown.has(each)).map(({ row, fixes, rank }) => ({
      decision: wanted.id, pax: row.pax, agreement: row.agreement, country: row.country, date: row.date, article: row.article, reading: row.reading,
      fixed: fixes, holder: row.holder, opening: row.kind === 'item' ? openingOf(db, row) : null, text: row.text, rank: Math.round(100 * rank) / 100,
    })),
  };
};

/** Clauses that fix something, and those that hand it on or put it off. */
const candidates = (db: Database, { id, except = '' }: Wanted): Candidate[] =>
  db.all(
    `SELECT c.id, a.id AS key, a.pax, a.name AS agreement, a.country, a.date, a.type, c.label AS article, c.kind, d.reading, p.fixes, d.holder, d.bound_score AS bounds, d.confidence, c.text,
       EXISTS (SELECT 1 FROM provision q WHERE q.clause = c.id AND q.deadline IS NOT NULL) AS timed
     FROM decision d JOIN agreement a ON a.id = d.agreement JOIN decision_clause p ON p.decision = d.decision AND p.agreement = d.agreement JOIN clause c ON c.id = p.clause
     WHERE d.decision = ? AND a.input_sha256 <> ? AND length(c.text) BETWEEN ? AND ?
       AND (p.fixes <> '' OR d.reading IN ('DELEGATED', 'DEFERRED', 'INTERIM') AND EXISTS (SELECT 1 FROM provision q WHERE q.clause = c.id AND q.status = d.reading))
     ORDER BY a.date, a.name, c.id`,
    [id, except, ...LENGTHS],
  ) as unknown as Candidate[];

/** Texts are often there in several versions: each wording once. */
const unlike = (rows: readonly Candidate[]): Candidate[] =>
  [...new Map(rows.toReversed().map((row) => [row.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim(), row])).values()].toReversed();

const namesIn = (fixes: string): string[] => (fixes === '' ? [] : fixes.split('; '));

const tierOf = ({ reading }: Candidate): number => (ANSWERED.includes(reading) ? ANSWERED.indexOf(reading) : ANSWERED.length);

/** What hands a decision on and fixes nothing of it is the better the tighter it binds. */
const rankOf = (row: Candidate, { parameters, type }: Wanted, near: number): number => {
  const fixes = row.fixes === '' ? row.bounds : namesIn(row.fixes).length / Math.max(1, parameters.length);
  const exact = row.timed === 1 || /\d/u.test(row.text.replace(/^\P{L}+/u, '')) ? 1 : 0;
  return WEIGHTS.fixes * Math.min(1, fixes) + WEIGHTS.exact * exact + WEIGHTS.near * near + WEIGHTS.sure * row.confidence + WEIGHTS.alike * Number(row.type === type);
};

/** Agreements by how they answered; silence and what could not be seen are no answers. */
const readingsOf = (db: Database, { id, except = '' }: Wanted): Record<string, number> => {
  const rows = db.all(
    "SELECT d.reading, count(*) AS n FROM decision d JOIN agreement a ON a.id = d.agreement WHERE d.decision = ? AND a.input_sha256 <> ? AND d.reading NOT IN ('SILENT', 'UNSEEN') GROUP BY 1",
    [id, except],
  ) as { reading: string; n: number }[];
  const found = new Map(rows.map(({ reading, n }) => [reading, Number(n)]));
  return Object.fromEntries([...ANSWERED, ...LEFT].map((reading) => [reading, found.get(reading) ?? 0]));
};

/** The nearest clause above that ends as the opening of a list does. */
const openingOf = (db: Database, { id, key }: Candidate): string | null => {
  const above = db.all('SELECT text FROM clause WHERE agreement = ? AND id BETWEEN ? AND ? ORDER BY id DESC', [key, id - OPENING, id - 1]) as { text: string }[];
  return above.find(({ text }) => /[:：—–-]\s*$/u.test(text))?.text ?? null;
};

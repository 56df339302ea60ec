/** How the agreements of a corpus answered a decision, best first: settled, specific, in words near those at hand. */
import type { Database } from 'node-sqlite3-wasm';
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js';

export interface Precedent {
  decision: string;
  pax: number | null;
  agreement: string;
  country: string | null;
  date: string | null;
  article: string;
  reading: string;
  /** Parameters that it fixes, in English names. */
  fixed: string[];
  text: string;
  /** 0 to 1. */
  rank: number;
}

/** The decision that is looked for, and what is known of it here. */
export interface Wanted {
  id: string;
  /** Names of all its parameters. */
  parameters: readonly string[];
  /** The question, and the clauses on it where there is a text. */
  context: string;
  /** Hash of the text at hand, which is no precedent for itself. */
  except?: string;
}

/** Weight of how far it is settled, how much it fixes, how near its words are, and how sure the reading is. */
const WEIGHTS = { settled: 0.4, specific: 0.25, near: 0.25, sure: 0.1 };
/** Where nobody settled it, how others handed it on or put it off is shown, and named so. */
const SETTLED: Readonly<Record<string, number>> = { SETTLED: 1, PARTLY: 0.7, DELEGATED: 0.25, DEFERRED: 0.25, INTERIM: 0.2, PRINCIPLE: 0.1 };
/** A whole clause as an answer is longer than a heading and shorter than a chapter. */
const LENGTHS = [40, 1500] as const;

interface Candidate extends Omit<Precedent, 'decision' | 'fixed' | 'rank'> {
  fixed: string;
  confidence: number;
  key: string;
}

/** At most `limit`, each wording once, as many agreements as there are. */
export const precedentsFor = (db: Database, wanted: Wanted, limit: number): Precedent[] => {
  const rows = db.all(
    `SELECT a.pax, a.name AS agreement, a.country, a.date, a.input_sha256 AS key, c.label AS article, d.reading, p.fixes AS fixed, d.confidence, c.text
     FROM decision d JOIN agreement a ON a.id = d.agreement JOIN decision_clause p ON p.decision = d.decision AND p.agreement = d.agreement JOIN clause c ON c.id = p.clause
     WHERE d.decision = ? AND length(c.text) BETWEEN ? AND ? ORDER BY a.pax, a.name, c.id`,
    [wanted.id, ...LENGTHS],
  ) as unknown as Candidate[];
  const unlike = [...new Map(rows.filter(({ key, reading }) => key !== wanted.except && reading in SETTLED).toReversed().map((row) => [row.text.toLowerCase().replace(/[^\p{L}]+/gu, ' ').trim(), row])).values()].toReversed();
  const near = likeness(wanted.context, unlike.map(({ text }) => text));
  const ranked = unlike
    .map((row, at): { row: Candidate; rank: number } => {
      const fixed = row.fixed === '' ? 0 : row.fixed.split('; ').length / Math.max(1, wanted.parameters.length);
      const exact = /\d/u.test(row.text.replace(/^\P{L}+/u, '')) ? 1 : 0.5;
      return { row, rank: WEIGHTS.settled * (SETTLED[row.reading] ?? 0) + WEIGHTS.specific * Math.min(1, fixed) * exact + WEIGHTS.near * near[at]! + WEIGHTS.sure * row.confidence };
    })
    .toSorted((a, b) => b.rank - a.rank);
  // one clause of each agreement before the second of any
  const seen = new Map<string, number>();
  const turn = ranked.map((each) => {
    const nth = seen.get(each.row.key) ?? 0;
    seen.set(each.row.key, nth + 1);
    return { ...each, nth };
  });
  return turn
    .toSorted((a, b) => a.nth - b.nth)
    .slice(0, limit)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ row: { key: _, confidence: __, fixed, ...row }, rank }) => ({ decision: wanted.id, ...row, fixed: fixed === '' ? [] : fixed.split('; '), rank: Math.round(100 * rank) / 100 }));
};

/** Cosine of the tf-idf weights of each text with those of the first. */
const likeness = (context: string, texts: readonly string[]): number[] => {
  const tfidf = new TfIdf();
  for (const text of [context, ...texts]) tfidf.addDocument(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const weights = (index: number): Map<string, number> => new Map(tfidf.listTerms(index).map(({ term, tfidf: weight }) => [term, weight]));
  const length = (own: ReadonlyMap<string, number>): number => Math.sqrt([...own.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  const base = weights(0);
  return texts.map((_, at) => {
    const own = weights(at + 1);
    let product = 0;
    for (const [term, weight] of own) product += weight * (base.get(term) ?? 0);
    return product / (length(base) * length(own));
  });
};

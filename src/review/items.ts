/** What there is to review: provisions in reading order, then the decisions that apply. Built once for a text. */
import type { Analysis, Clause, Decision, Provision } from '../analysis.ts';
import { cite, indexOf } from '../report/cite.ts';
import type { Words } from '../report/words.ts';
import { slice } from '../span.ts';
import { basisOf, keysOf, readingNow, type Said } from '../verdicts.ts';

export interface Item {
  /** Place in the list of all items. */
  index: number;
  /** A clause is looked through, not judged, while there is no reading of the text. */
  target: 'provision' | 'decision' | 'clause';
  id: string;
  key: string;
  basis: string;
  /** Number to cite, or id of the decision. */
  label: string;
  machine: Said;
  confidence: number;
  issues: readonly string[];
  warned: boolean;
  provision: Provision | null;
  decision: Decision | null;
  clause: Clause | null;
  /** The wording judged, or the question; at most as much as a log keeps. */
  quote: string;
}

/** A log keeps no more of one wording: enough to show what changed, and no megabyte lines. */
const KEPT = 4000;

export const itemsOf = (analysis: Analysis, text: string, words: Words): Item[] => {
  const keys = keysOf(analysis, text);
  const { clauses } = indexOf(analysis);
  const issueOf = new Map(analysis.decisions.map(({ id, issue }) => [id, issue]));
  const warned = new Set(analysis.warnings.flatMap(({ evidence }) => evidence.map(({ clause }) => clause)));
  const provisions = analysis.provisions.map((provision): Omit<Item, 'index'> => {
    const clause = clauses.get(provision.clause)!;
    const key = keys.get(provision.id)!;
    return {
      target: 'provision', id: provision.id, key, basis: key, label: cite(clause, words),
      machine: { status: provision.status, leaves: provision.leaves }, confidence: provision.confidence,
      issues: [...new Set(provision.decisions.flatMap((id) => issueOf.get(id) ?? []))], warned: warned.has(clause.id),
      provision, decision: null, clause, quote: slice(text, { start: provision.start, end: Math.min(provision.end, provision.start + KEPT) }),
    };
  });
  const decisions = analysis.decisions.filter(({ applicable }) => applicable).map((decision): Omit<Item, 'index'> => ({
    target: 'decision', id: decision.id, key: keys.get(decision.id)!, basis: basisOf(decision, keys), label: decision.id,
    machine: { status: readingNow(decision), leaves: [] }, confidence: decision.confidence, issues: [decision.issue], warned: false,
    provision: null, decision, clause: null, quote: decision.question,
  }));
  return [...provisions, ...decisions].map((item, index) => ({ ...item, index }));
};

/** The clauses of a text that nobody has read yet, to look through. */
export const clausesOf = ({ clauses }: Analysis, text: string, words: Words): Item[] =>
  clauses.map((clause, index): Item => ({
    index, target: 'clause', id: clause.id, key: clause.id, basis: '', label: cite(clause, words), machine: { status: '', leaves: [] }, confidence: 0,
    issues: [], warned: false, provision: null, decision: null, clause, quote: slice(text, { start: clause.start, end: Math.min(clause.end, clause.start + KEPT) }),
  }));

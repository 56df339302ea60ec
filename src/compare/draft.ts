/** A draft as it is compared: its clauses without the numbers that move with them. */
import type { Analysis, Clause } from '../analysis.ts';
import { normalise } from '../verdicts.ts';

export interface Draft {
  readonly analysis: Analysis;
  readonly text: string;
  /** Words of each clause as they are compared, parallel to `analysis.clauses`; empty for a bare number and for a line of a table of contents. */
  readonly wording: readonly string[];
}

/** Kinds of reference whose numbers change when their target is renumbered. */
const INNER = new Set(['article', 'chapter', 'annex']);

/** Prepares an analysed text. Numbers of cross-references are left out, so that a renumbered target changes nothing here. */
export const draftOf = (analysis: Analysis, text: string): Draft => {
  const references = byClause(analysis.references.filter(({ kind, state }) => INNER.has(kind) && state !== 'external'));
  const wording = analysis.clauses.map((clause) => (clause.kind === 'contents' ? '' : wordingOf(clause, references.get(clause.id) ?? [], text)));
  return { analysis, text, wording };
};

/** Numbers that can only be those of clauses: 2.4.1, but not a date such as 12.9.2018. */
const NUMBERING = /\b\d{1,2}(?:\.\d{1,2}){2,}\b(?!\.?\d)/gu;

const wordingOf = (clause: Clause, references: Analysis['references'], text: string): string => {
  let masked = '';
  let at = clause.start;
  for (const { start, end, kind } of references.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > clause.end) continue;
    masked += `${text.slice(at, start)}${kind}`;
    at = end;
  }
  return normalise(masked + text.slice(at, clause.end), clause.label).replace(NUMBERING, 'article');
};

/** Rows by the id of their clause, in the order given. */
export const byClause = <T extends { clause: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.clause);
    if (group === undefined) groups.set(row.clause, [row]);
    else group.push(row);
  }
  return groups;
};

/** What a time limit means where that is known, so that "thirty days" for "30 days" is no change; else its words. */
export const limitKey = ({ days, date, anchor, text }: Pick<Analysis['deadlines'][number], 'days' | 'date' | 'anchor' | 'text'>): string =>
  date !== null ? date : days !== null ? `${days} ${anchor}` : text.toLowerCase().replace(/\s+/gu, ' ');

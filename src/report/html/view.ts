/** What the sections of the page share: the Analysis with its look-ups, the words, and where things stand on the page. */
import type { Analysis, Decision, Provision } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import { cite, indexOf, type Index } from '../cite.ts';
import { readClauses, type ClauseReading } from '../clause-reading.ts';
import { placesOf } from '../places.ts';
import type { ReportOptions } from '../index.ts';
import { say as sayWords } from '../words.ts';
import { html, join, type Part } from './markup.ts';

export interface View {
  readonly analysis: Analysis;
  readonly document: Document;
  readonly options: ReportOptions;
  readonly index: Index;
  readonly clauses: readonly ClauseReading[];
  /** Where a clause stands on the page: its anchor, by its id. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly provisionsOf: (clause: string) => readonly Provision[];
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** Ids of all issues, in the order in which they are shown. */
  readonly issues: readonly string[];
  readonly issueName: (issue: string) => string;
}

export const viewOf = (analysis: Analysis, document: Document, options: ReportOptions): View => {
  const issues = [...new Set(analysis.decisions.map(({ issue }) => issue))];
  const clauses = readClauses(analysis);
  const inside = new Map(clauses.map(({ clause, provisions }) => [clause.id, provisions]));
  return {
    analysis, document, options, clauses, issues,
    index: indexOf(analysis),
    provisionsOf: (clause) => inside.get(clause) ?? [],
    anchors: new Map(analysis.clauses.map(({ id }, i) => [id, `t${i}`])),
    say: (key, values) => sayWords(options.words, key, values),
    issueName: (issue) => options.names.issues[issue] ?? issue,
  };
};

/** Anchor of a decision in the list of decisions. */
export const decisionAnchor = ({ id }: Pick<Decision, 'id'>): string => `d-${id}`;

/** A link to a clause, told by its article number. */
export const clauseLink = (id: string, view: View): Part => {
  const clause = view.index.clauses.get(id);
  return clause === undefined ? null : html`<a href="#${view.anchors.get(id)!}"><bdi>${cite(clause, view.options.words)}</bdi></a>`;
};

/** Links to several clauses, each once. */
export const clauseLinks = (ids: readonly string[], view: View): Part => join([...new Set(ids)].map((id) => clauseLink(id, view)).filter((link) => link !== null), ', ');

/** Links to the clauses that prove a decision. */
export const proofLinks = (decision: Decision, view: View): Part => clauseLinks(placesOf(decision, view.index).map(({ id }) => id), view);

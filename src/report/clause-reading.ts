/** What each clause was read as: one status and one issue for a clause, for pictures of the whole text. */
import type { Analysis, Clause, Provision, Status } from '../analysis.ts';

export interface ClauseReading {
  readonly clause: Clause;
  /** In reading order. */
  readonly provisions: readonly Provision[];
  /** Null for a clause that says nothing about security. */
  readonly status: Status | null;
  /** Issue of the decisions that its provisions prove; null where they prove none. */
  readonly issue: string | null;
}

/** Of several provisions in a clause the open one gives the status, in the order of the doctrine (section 5); procedure comes last. */
const ORDER: readonly Status[] = ['DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE', 'SETTLED', 'PROCEDURAL'];

/** Every clause in reading order. */
export const readClauses = ({ clauses, provisions, decisions }: Analysis): ClauseReading[] => {
  const issueOf = new Map(decisions.map(({ id, issue }) => [id, issue]));
  const inside = new Map<string, Provision[]>();
  for (const provision of provisions) {
    const known = inside.get(provision.clause);
    if (known === undefined) inside.set(provision.clause, [provision]);
    else known.push(provision);
  }
  return clauses.map((clause) => {
    const own = inside.get(clause.id) ?? [];
    const statuses = new Set(own.map(({ status }) => status));
    const issue = own.flatMap((provision) => provision.decisions).flatMap((id) => issueOf.get(id) ?? [])[0];
    return { clause, provisions: own, status: ORDER.find((status) => statuses.has(status)) ?? null, issue: issue ?? null };
  });
};

/** The text itself: neither its table of contents nor its signatures. */
export const isText = ({ kind }: Clause): boolean => kind !== 'contents' && kind !== 'signature';

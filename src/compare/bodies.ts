/** Which body of the new draft is which of the old one: by id, by acronym, or because the clause that sets it up is the same. */
import type { Body } from '../analysis.ts';
import type { Draft } from './draft.ts';
import type { Group } from './align.ts';

/** Old id -> new id, for every old body that is still there. */
export const alignBodies = (old: Draft, fresh: Draft, groups: readonly Group[]): Map<string, string> => {
  const bodies = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (from: Body, to: Body | undefined): void => {
    if (to === undefined || taken.has(to.id) || bodies.has(from.id)) return;
    bodies.set(from.id, to.id);
    taken.add(to.id);
  };
  const byId = new Map(fresh.analysis.bodies.map((body) => [body.id, body]));
  const byAcronym = new Map(fresh.analysis.bodies.flatMap((body) => body.acronyms.map((acronym) => [acronym, body] as const)));
  for (const body of old.analysis.bodies) pair(body, byId.get(body.id));
  for (const body of old.analysis.bodies) for (const acronym of body.acronyms) pair(body, byAcronym.get(acronym));
  const clauseOf = clauseIds(old, fresh, groups);
  const made = new Map(fresh.analysis.bodies.flatMap((body) => body.created.map(({ clause }) => [clause, body] as const)));
  for (const body of old.analysis.bodies) for (const { clause } of body.created) pair(body, made.get(clauseOf.get(clause) ?? ''));
  return bodies;
};

/** Ids of clauses, old -> new, by the first of each group. */
const clauseIds = (old: Draft, fresh: Draft, groups: readonly Group[]): Map<string, string> =>
  new Map(groups.flatMap((group) => (group.fresh.length === 0 ? [] : group.old.map((index) => [old.analysis.clauses[index]!.id, fresh.analysis.clauses[group.fresh[0]!]!.id] as const))));

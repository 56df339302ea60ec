/** Whether a condition holds in an analysis, and the places that show it. */
import type { Body, Decision, Provision } from '../analysis.ts';
import type { BodiesTest, Condition, DecisionsTest, ProvisionsTest } from '../rules/checks.ts';
import { byPosition, type Span } from '../span.ts';
import type { Table } from './table.ts';

export type Place = Span & { readonly clause: string };

export interface Outcome {
  readonly holds: boolean;
  readonly places: readonly Place[];
  /** Seats kept for women of all seats, body by body, where the test counts them. */
  readonly counts?: readonly string[];
}

const NO: Outcome = { holds: false, places: [] };

export const test = (condition: Condition, table: Table): Outcome => {
  if ('provisions' in condition) return enough(provisionsOf(condition.provisions, table), condition.provisions.count);
  if ('decisions' in condition) return testDecisions(condition.decisions, table);
  if ('bodies' in condition) return testBodies(condition.bodies, table);
  if ('reference' in condition) return enough(table.references.filter(({ state }) => state === condition.reference), 1);
  if ('warning' in condition) return enough(table.warnings.filter(({ id }) => id === condition.warning).flatMap(({ evidence }) => evidence), 1);
  if ('flag' in condition) return { holds: table.score.flags.includes(condition.flag), places: [] };
  if ('score' in condition) return { holds: (table.score[condition.score] ?? Infinity) <= condition.atMost, places: [] };
  if ('more' in condition) {
    const [more, than] = [provisionsOf(condition.more, table), provisionsOf(condition.than, table)];
    return more.length > than.length ? { holds: true, places: more } : NO;
  }
  if ('not' in condition) return { holds: !test(condition.not, table).holds, places: [] };
  const outcomes = ('all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of).map((each) => test(each, table));
  const holding = outcomes.filter(({ holds }) => holds);
  const wanted = 'all' in condition ? outcomes.length : 'any' in condition ? 1 : condition.atLeast;
  return holding.length < wanted ? NO : { holds: true, places: holding.flatMap(({ places }) => places) };
};

/** Decisions that a condition asks about; what cannot be seen there cannot be checked. */
export const decisionsIn = (condition: Condition): readonly string[] => {
  if ('decisions' in condition) return condition.decisions.ids ?? [];
  if ('all' in condition) return condition.all.flatMap(decisionsIn);
  if ('any' in condition) return condition.any.flatMap(decisionsIn);
  if ('of' in condition) return condition.of.flatMap(decisionsIn);
  return 'not' in condition ? decisionsIn(condition.not) : [];
};

const enough = (places: readonly Place[], count: number): Outcome => (places.length < count ? NO : { holds: true, places });

/** The shortest row that the test names is walked. */
const provisionsOf = (wanted: ProvisionsTest, table: Table): Provision[] => {
  const { leaves, also, statuses, facts, any, none, holders, mandates, actor, dated, within } = wanted;
  const rows = leaves !== undefined ? table.rowsOf(leaves) : facts !== undefined ? (table.byFact.get(facts[0]!) ?? []) : any !== undefined ? [...new Set(any.flatMap((fact) => table.byFact.get(fact) ?? []))].toSorted(byPosition) : table.provisions;
  return rows.filter((provision) =>
    (statuses === undefined || statuses.includes(provision.status)) &&
    (also === undefined || also.some((leaf) => provision.leaves.some((own) => own.startsWith(leaf)))) &&
    (facts === undefined || facts.every((fact) => table.has(provision, fact))) &&
    (any === undefined || any.some((fact) => table.has(provision, fact))) &&
    (none === undefined || !none.some((fact) => table.has(provision, fact))) &&
    (holders === undefined || holders.includes(table.kindOf.get(provision.delegate ?? provision.actor ?? '')!)) &&
    (mandates === undefined || (provision.mandate !== null && mandates.includes(provision.mandate.class))) &&
    (actor === undefined || provision.actor !== null || provision.delegate !== null) &&
    (dated === undefined || provision.deadline !== null || table.timed.has(provision.clause) || table.has(provision, 'dated')) &&
    (within === undefined || (provision.deadline?.days ?? Infinity) < within),
  );
};

const testDecisions = (wanted: DecisionsTest, table: Table): Outcome => {
  const { ids, statuses, holders, fixed, bounds, exit, approver } = wanted;
  const fits = (decision: Decision): boolean =>
    decision.applicable &&
    decision.status !== 'UNSEEN' &&
    (ids === undefined || ids.includes(decision.id)) &&
    (statuses === undefined || statuses.includes(decision.status)) &&
    (holders === undefined || (decision.chain.kind !== null && holders.includes(decision.chain.kind))) &&
    (fixed === undefined || decision.parameters.fixed.some(({ name }) => fixed.includes(`${decision.id}.${name}`))) &&
    (bounds === undefined || bounds.some((bound) => decision.bounds[bound] > 0)) &&
    (exit === undefined || exit.some((way) => decision.exit[way] > 0)) &&
    (approver === undefined || decision.chain.approver !== null);
  const found = table.decisions.filter(fits);
  if (found.length < wanted.count) return NO;
  const proofs = new Set(found.flatMap((decision) => (fixed === undefined ? decision.provisions : decision.parameters.fixed.filter(({ name }) => fixed.includes(`${decision.id}.${name}`)).map(({ provision }) => provision))));
  return { holds: true, places: [...proofs].flatMap((id) => table.byId.get(id) ?? []) };
};

const testBodies = ({ kinds, has = [], every, count }: BodiesTest, { bodies }: Table): Outcome => {
  const asked = bodies.filter((body) => (kinds === undefined || kinds.includes(body.kind)) && (every === undefined || body.created.length > 0));
  const having = asked.filter((body) => has.every((field) => isFilled(body, field)));
  if (having.length < count || (every !== undefined && having.length < asked.length)) return NO;
  const places = having.flatMap((body) => has.flatMap((field) => placesOn(body, field)));
  return { holds: true, places, counts: having.map(({ name, acronyms, women, seats }) => `${acronyms[0] ?? name} ${women ?? 0}/${seats ?? '?'}`) };
};

type Field = NonNullable<BodiesTest['has']>[number];

const isFilled = (body: Body, field: Field): boolean => (field === 'seats' ? body.seats !== null : field === 'women' ? (body.women ?? 0) > 0 : body[field].length > 0);

const placesOn = (body: Body, field: Field): readonly Place[] => (field === 'seats' || field === 'women' ? body.members : body[field]);

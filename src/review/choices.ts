/** What can be chosen by typing: a status, topics, filters. Pure. */
import type { DecisionStatus, Status } from '../analysis.ts';
import type { Said } from '../verdicts.ts';
import type { Item } from './items.ts';
import type { World } from './world.ts';

export interface Choice {
  id: string;
  name: string;
  chosen: boolean;
}

const PROVISION: Readonly<Record<Status, string>> = {
  SETTLED: 'one can say on a given day: done or not done',
  PRINCIPLE: 'a norm or aim, without actor, number, place or standard',
  DELEGATED: 'a technical or joint body is to choose',
  DEFERRED: 'a later political act is to choose',
  INTERIM: 'a temporary device while the lasting question is open',
  PROCEDURAL: 'creates, seats, orders, refers; no content',
};

const DECISION: Readonly<Record<DecisionStatus | 'PARTLY', string>> = {
  SETTLED: 'everything that must be fixed is fixed',
  PARTLY: 'at least half is fixed, the rest is open',
  DELEGATED: PROVISION.DELEGATED,
  DEFERRED: PROVISION.DEFERRED,
  INTERIM: PROVISION.INTERIM,
  PRINCIPLE: PROVISION.PRINCIPLE,
  SILENT: 'no clause answers or moves it',
  UNSEEN: 'a text that is not at hand would answer it',
};

/** What a status means of a provision or of a decision, for help beside it. */
export const meaningOf = ({ target, machine: { status } }: Item): string => (target === 'decision' ? DECISION[status as DecisionStatus] : PROVISION[status as Status]) ?? '';

/** Choices that hold what was typed; what begins with it comes first. */
export const choicesFor = (mode: { what: 'status' | 'leaves' | 'filter'; query: string; said: Said }, item: Item | undefined, filters: readonly string[], world: Pick<World, 'names' | 'filters'>): Choice[] => {
  const wanted = mode.query.trim().toLowerCase();
  const all = allChoices(mode, item, filters, world);
  const holding = all.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(wanted));
  const leads = ({ id, name }: Choice): boolean => [id, name].some((text) => text.toLowerCase().startsWith(wanted));
  // With nothing typed what is chosen stands first: Enter then keeps it.
  return wanted === '' ? [...all.filter(({ chosen }) => chosen), ...all.filter(({ chosen }) => !chosen)] : [...holding.filter(leads), ...holding.filter((choice) => !leads(choice))];
};

const allChoices = ({ what, said }: { what: 'status' | 'leaves' | 'filter'; said: Said }, item: Item | undefined, filters: readonly string[], world: Pick<World, 'names' | 'filters'>): Choice[] => {
  if (what === 'filter') return world.filters.map(({ id, name }) => ({ id, name, chosen: filters.includes(id) }));
  if (what === 'leaves') return [...world.names.leaves].map(([id, name]) => ({ id, name, chosen: said.leaves.includes(id) }));
  return Object.entries(item?.target === 'decision' ? DECISION : PROVISION).map(([id, name]) => ({ id, name, chosen: id === said.status }));
};

/** A topic ticked or unticked; the others keep their order. */
export const pick = (said: Said, { id }: Choice): Said => ({
  ...said,
  leaves: said.leaves.includes(id) ? said.leaves.filter((leaf) => leaf !== id) : [...said.leaves, id],
});

/** Filters of the list: each a name to type and a test. Those chosen must all hold; two of one family widen each other. Pure. */
import type { Verdict } from '../verdicts.ts';
import { isDecided } from '../verdicts.ts';
import type { Item } from './items.ts';

export interface Filter {
  /** `family:value`, as the user reads and types it. */
  id: string;
  name: string;
  holds(item: Item, seen: Seen): boolean;
}

/** What of an item changes while people work. */
export interface Seen {
  verdict: Verdict | undefined;
  /** Status in force: the person's, else the machine's. */
  status: string;
  leaves: readonly string[];
  offered: boolean;
}

export const statusNow = (item: Item, verdict: Verdict | undefined): string => {
  const said = verdict?.reading ?? null;
  return said === null ? item.machine.status : said === 'rejected' ? 'REJECTED' : said.status;
};

export const leavesNow = (item: Item, verdict: Verdict | undefined): readonly string[] => {
  const said = verdict?.reading ?? null;
  return said === null || said === 'rejected' ? item.machine.leaves : said.leaves;
};

export interface Names {
  /** Leaves and issues by id, in the words of the report's language. */
  leaves: ReadonlyMap<string, string>;
  issues: ReadonlyMap<string, string>;
}

/** Every filter that some item can pass. `ask` is the confidence below which the reader is asked. */
export const filtersFor = (items: readonly Item[], names: Names, ask: number): Filter[] => {
  const statuses = [...new Set(items.map(({ machine }) => machine.status))];
  const leaves = [...new Set(items.flatMap(({ machine }) => machine.leaves))].toSorted();
  const issues = [...names.issues].filter(([id]) => items.some((item) => item.issues.includes(id)));
  return [
    { id: 'verdict:none', name: 'undecided', holds: (_, { verdict }) => !isDecided(verdict) },
    { id: 'verdict:given', name: 'decided', holds: (_, { verdict }) => isDecided(verdict) },
    { id: 'offer:any', name: 'earlier verdicts to confirm', holds: (_, { offered }) => offered },
    { id: 'sure:low', name: `not sure (confidence under ${ask})`, holds: ({ confidence }) => confidence < ask },
    { id: 'warning:any', name: 'clauses with a warning', holds: ({ warned }) => warned },
    { id: 'note:any', name: 'with a note', holds: (_, { verdict }) => (verdict?.note ?? '') !== '' },
    { id: 'parked:any', name: 'parked', holds: (_, { verdict }) => (verdict?.parked ?? null) !== null },
    { id: 'kind:provision', name: 'provisions only', holds: ({ target }) => target === 'provision' },
    { id: 'kind:decision', name: 'decisions only', holds: ({ target }) => target === 'decision' },
    ...statuses.map((status): Filter => ({ id: `status:${status}`, name: `status ${status}`, holds: (_, seen) => seen.status === status })),
    ...issues.map(([id, name]): Filter => ({ id: `issue:${id}`, name: `issue ${name}`, holds: (item) => item.issues.includes(id) })),
    ...leaves.map((leaf): Filter => ({ id: `leaf:${leaf}`, name: `leaf ${leaf} ${names.leaves.get(leaf) ?? ''}`, holds: (_, seen) => seen.leaves.includes(leaf) })),
  ];
};

/** True when the item passes: within a family one suffices, between families all must. */
export const passes = (filters: readonly Filter[], item: Item, seen: Seen): boolean => {
  const families = new Map<string, boolean>();
  for (const filter of filters) {
    const family = filter.id.slice(0, filter.id.indexOf(':'));
    families.set(family, (families.get(family) ?? false) || filter.holds(item, seen));
  }
  return [...families.values()].every(Boolean);
};

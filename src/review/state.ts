/** The state of a session, and what is seen of the items in it. Pure. */
import { isDecided, type Said, type Verdict } from '../verdicts.ts';
import { verdictFor } from './carry.ts';
import { leavesNow, passes, statusNow } from './filters.ts';
import type { Item } from './items.ts';
import type { Entry, Ledger, Stamp } from './ledger.ts';
import type { World } from './world.ts';

export type Mode =
  | { kind: 'list' }
  | { kind: 'type'; what: 'search' | 'note' | 'park'; value: string }
  | { kind: 'choose'; what: 'status' | 'leaves' | 'filter'; query: string; at: number; said: Said }
  | { kind: 'confirm'; keys: readonly string[] }
  | { kind: 'help'; query: string; scroll: number }
  | { kind: 'why'; scroll: number };

export interface State {
  ledger: Ledger;
  /** Index of the item under the cursor; -1 when there is none. */
  at: number;
  /** Ids of the filters chosen. */
  filters: readonly string[];
  search: string;
  mode: Mode;
  /** Lines that the text of the item is scrolled by. */
  scroll: number;
  readOnly: boolean;
  message: string;
}

/** What the reducer is told of the outside: who and when, and how many rows a page has. */
export interface Around {
  world: World;
  stamp: Stamp;
  page: number;
}

export interface Step {
  state: State;
  entry: Entry | null;
  leave?: 'leave' | 'suspend';
}

export const LIST: Mode = { kind: 'list' };

export const start = (world: World, ledger: Ledger, readOnly: boolean): State => {
  const blank: State = { ledger, at: world.items.length > 0 ? 0 : -1, filters: [], search: '', mode: LIST, scroll: 0, readOnly, message: '' };
  const first = world.items.findIndex((item) => !isDecided(verdictOf(blank, item, world)));
  return { ...blank, at: Math.max(first, blank.at) };
};

/** `first` of a reading that has come while the user looked through the text: at the place where they are by now. */
export const arrive = (before: State, from: World, first: State, to: World): State => {
  const clause = from.items[before.at]?.clause ?? null;
  const keeps = before.mode.kind === 'help' || (before.mode.kind === 'type' && before.mode.what === 'search');
  const kept: State = { ...first, search: before.search, mode: keeps ? before.mode : LIST };
  if (clause === null || before.at <= 0) return kept;
  const place = to.places.get(clause.id) ?? 0;
  const near = to.items.findIndex((item) => item.clause !== null && (to.places.get(item.clause.id) ?? 0) >= place);
  return { ...kept, at: near < 0 ? first.at : near };
};

export const verdictOf = ({ ledger }: Pick<State, 'ledger'>, item: Item, { analysis }: World): Verdict | undefined => verdictFor(ledger, item, analysis.document.textSha256);

/** Items that pass the filters, in order. */
export const visible = (state: State, world: World): readonly Item[] => {
  if (state.filters.length === 0) return world.items;
  const chosen = world.filters.filter(({ id }) => state.filters.includes(id));
  return world.items.filter((item) => {
    const verdict = verdictOf(state, item, world);
    return passes(chosen, item, { verdict, status: statusNow(item, verdict), leaves: leavesNow(item, verdict), offered: verdict === undefined && world.offers.has(item.key) });
  });
};

/** A step that decides nothing. */
export const stay = (state: State): Step => ({ state, entry: null });

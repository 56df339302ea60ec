/** The session as a pure reducer: a key and the state give the next state, and the entry for the log if something was decided. */
import { isDecided, type Said, type Verdict } from '../verdicts.ts';
import { verdictFor } from './carry.ts';
import { choicesFor, pick, type Choice } from './choices.ts';
import { leavesNow, passes, statusNow } from './filters.ts';
import type { Item } from './items.ts';
import { type Command, commandOf } from './keys.ts';
import { type Change, type Entry, extend, type Ledger, type Stamp, type What } from './ledger.ts';
import { heaviest } from './weigh.ts';
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

export const press = (state: State, key: string, around: Around): Step => {
  const quiet = { ...state, message: '' };
  if (key === 'ctrl-c') return { state: quiet, entry: null, leave: 'leave' };
  if (key === 'ctrl-z') return { state: quiet, entry: null, leave: 'suspend' };
  switch (state.mode.kind) {
    case 'list':
      return inList(quiet, key, around);
    case 'type':
      return inType(quiet, state.mode, key, around);
    case 'choose':
      return inChoice(quiet, state.mode, key, around);
    case 'confirm':
      return key === 'y' ? acceptAll({ ...quiet, mode: LIST }, state.mode.keys, around) : stay({ ...quiet, mode: LIST, message: 'nothing accepted' });
    case 'help':
    case 'why':
      return stay(inPage(quiet, state.mode, key));
  }
};

const stay = (state: State): Step => ({ state, entry: null });

const inList = (state: State, key: string, around: Around): Step => {
  if (state.search !== '') {
    if (key === 'escape') return stay({ ...state, search: '' });
    if (key === 'n' || key === 'N') return stay(toHit(state, key === 'n' ? 1 : -1, around.world));
  }
  const command = commandOf(key);
  return command === undefined ? stay(state) : run(state, command, around);
};

/** Does what a command says, in the list. Line mode calls it without keys. */
export const run = (state: State, command: Command, around: Around): Step => {
  const { world, page } = around;
  const item = world.items[state.at];
  switch (command) {
    case 'next': case 'skip': return stay(move(state, 1, world));
    case 'previous': return stay(move(state, -1, world));
    case 'page-down': return stay(move(state, page, world));
    case 'page-up': return stay(move(state, -page, world));
    case 'first': return stay(move(state, -Infinity, world));
    case 'last': return stay(move(state, Infinity, world));
    case 'next-undecided': return stay(toNext(state, world, (each) => !isDecided(verdictOf(state, each, world)), 'every item shown has a verdict'));
    case 'other-part': return stay(toNext(state, world, (each) => each.target !== item?.target, 'there is no other part'));
    case 'heaviest': return stay(toHeaviest(state, world));
    case 'text-down': return stay({ ...state, scroll: state.scroll + Math.ceil(page / 2) });
    case 'text-up': return stay({ ...state, scroll: Math.max(0, state.scroll - Math.ceil(page / 2)) });
    case 'why': return stay(item === undefined ? state : { ...state, mode: { kind: 'why', scroll: 0 } });
    case 'help': return stay({ ...state, mode: { kind: 'help', query: '', scroll: 0 } });
    case 'search': return stay({ ...state, mode: { kind: 'type', what: 'search', value: '' } });
    case 'filter': return stay({ ...state, mode: { kind: 'choose', what: 'filter', query: '', at: 0, said: { status: '', leaves: [] } } });
    case 'unfilter': return stay({ ...state, filters: [], message: 'all items shown' });
    case 'read-only': return stay({ ...state, readOnly: !state.readOnly, message: state.readOnly ? 'verdicts are written again' : 'read-only: R ends it' });
    case 'leave': return { state, entry: null, leave: 'leave' };
    case 'suspend': return { state, entry: null, leave: 'suspend' };
    default:
      if (state.readOnly) return stay({ ...state, message: 'read-only: press R to write verdicts' });
      return judge(state, command, item, around);
  }
};

const judge = (state: State, command: Command, item: Item | undefined, around: Around): Step => {
  const { world } = around;
  if (command === 'undo' || command === 'redo') return turnBack(state, command, around);
  if (item === undefined) return stay({ ...state, message: 'nothing is shown; F shows all again' });
  const held = verdictOf(state, item, world);
  switch (command) {
    case 'accept':
      // What a person has set stays as it is: yes to it is no news.
      if (held !== undefined && held.reading !== null && held.reading !== 'rejected') return stay(move(state, 1, world));
      return decide(state, 'accept', [acceptance(state, item, world)], around, true);
    case 'reject':
      return item.target === 'decision' ? stay(edit(state, item, held)) : decide(state, 'reject', [changeOf(state, item, { reading: 'rejected' }, world)], around, true);
    case 'edit':
      return stay(edit(state, item, held));
    case 'accept-all': {
      const open = visible(state, world).filter((each) => !isDecided(verdictOf(state, each, world)));
      return stay(open.length === 0 ? { ...state, message: 'every item shown has a verdict' } : { ...state, mode: { kind: 'confirm', keys: open.map(({ key }) => key) } });
    }
    case 'note':
      return stay({ ...state, mode: { kind: 'type', what: 'note', value: held?.note ?? '' } });
    case 'park':
      if (item.target !== 'decision') return stay({ ...state, message: 'only decisions are parked; Tab goes to them' });
      return stay({ ...state, mode: { kind: 'type', what: 'park', value: held?.parked ?? '' } });
    case 'take-first': case 'take-second': {
      const offer = world.offers.get(item.key)?.[command === 'take-first' ? 0 : 1];
      if (offer === undefined) return stay({ ...state, message: 'no such earlier verdict' });
      const { reading, parked, note } = offer.verdict;
      return decide(state, 'take-earlier', [changeOf(state, item, { reading, parked, note, from: offer.from }, world)], around, true);
    }
    default:
      return stay(state);
  }
};

/** Yes to what is proposed: the earlier verdict on other words where there is one, else the machine's reading. */
const acceptance = (state: State, item: Item, world: World): Change => {
  const earlier = verdictOf(state, item, world) === undefined ? proposalFor(item, world) : undefined;
  if (earlier === undefined) return changeOf(state, item, { reading: item.machine }, world);
  const { reading, parked, note } = earlier.verdict;
  return changeOf(state, item, { reading: reading ?? item.machine, parked, note, from: earlier.from }, world);
};

/** The earlier verdict that `y` confirms. Where two reviewers differ nothing is proposed but the machine's reading. */
export const proposalFor = (item: Item, world: World) => {
  const offers = world.offers.get(item.key) ?? [];
  return offers.length === 1 ? offers[0] : undefined;
};

const changeOf = (state: State, item: Item, given: Partial<Verdict>, world: World): Change => {
  const held = verdictOf(state, item, world);
  const blank: Verdict = { reading: null, parked: null, note: '', basis: item.basis, document: '', from: null };
  const after: Verdict = { ...blank, ...held, ...given, basis: item.basis, document: world.analysis.document.textSha256 };
  const { key, target, label, quote, machine } = item;
  return { key, target, label, quote, machine, before: state.ledger.held.get(key)?.verdict ?? null, after };
};

const decide = (state: State, what: What, changes: readonly Change[], { world, stamp }: Around, onward: boolean): Step => {
  const entry: Entry = { n: state.ledger.next, ...stamp, do: 'verdict', what, changes };
  const after = { ...state, ledger: extend(state.ledger, entry) };
  return { state: onward ? move(after, 1, world) : after, entry };
};

const acceptAll = (state: State, keys: readonly string[], around: Around): Step => {
  const changes = keys.map((key) => acceptance(state, around.world.byKey.get(key)!, around.world));
  const step = decide(state, 'accept-all', changes, around, false);
  return { ...step, state: { ...step.state, message: `${changes.length} accepted; u takes all of them back` } };
};

const turnBack = (state: State, command: 'undo' | 'redo', { world, stamp }: Around): Step => {
  const turned = (command === 'undo' ? state.ledger.done : state.ledger.undone).at(-1);
  if (turned === undefined) return stay({ ...state, message: `nothing to ${command}` });
  const entry: Entry = { n: state.ledger.next, ...stamp, do: command, of: turned.n };
  const item = world.byKey.get(turned.changes[0]?.key ?? '');
  const how = command === 'undo' ? 'taken back' : 'done again';
  return { state: { ...state, ledger: extend(state.ledger, entry), at: item?.index ?? state.at, scroll: 0, message: `${how}: ${turned.what} ${turned.changes.length === 1 ? (item?.label ?? 'of a clause no longer here') : `of ${turned.changes.length}`}` }, entry };
};

const edit = (state: State, item: Item, held: Verdict | undefined): State => {
  const said: Said = { status: statusNow(item, held), leaves: leavesNow(item, held) };
  return { ...state, mode: { kind: 'choose', what: 'status', query: '', at: 0, said } };
};

const inType = (state: State, mode: Extract<Mode, { kind: 'type' }>, key: string, around: Around): Step => {
  if (key === 'escape') return stay({ ...state, mode: LIST });
  if (key !== 'return') return stay({ ...state, mode: { ...mode, value: typed(mode.value, key) } });
  return settleTyped({ ...state, mode: LIST }, mode.what, mode.value.trim(), around);
};

/** What was typed for a search, a note or the reason of a parking. */
export const settleTyped = (state: State, what: 'search' | 'note' | 'park', value: string, around: Around): Step => {
  const { world } = around;
  const item = world.items[state.at];
  if (what === 'search') return stay(value === '' ? { ...state, search: '' } : toHit({ ...state, search: value }, 0, world));
  if (item === undefined) return stay(state);
  if (what === 'note') return decide(state, 'note', [changeOf(state, item, { note: value }, world)], around, false);
  if (value === '') return stay({ ...state, message: 'not parked: a parking needs a reason' });
  return decide(state, 'park', [changeOf(state, item, { parked: value }, world)], around, true);
};

const typed = (value: string, key: string): string => (key === 'backspace' ? value.slice(0, -1) : Array.from(key).length === 1 ? value + key : value);

const inChoice = (state: State, mode: Extract<Mode, { kind: 'choose' }>, key: string, around: Around): Step => {
  const { world } = around;
  const item = world.items[state.at];
  const choices = choicesFor(mode, item, state.filters, world);
  const chosen = choices[Math.min(mode.at, choices.length - 1)];
  if (key === 'escape') return stay({ ...state, mode: LIST });
  if (key === 'down' || key === 'up') return stay({ ...state, mode: { ...mode, at: Math.max(0, Math.min(choices.length - 1, mode.at + (key === 'down' ? 1 : -1))) } });
  if (mode.what === 'leaves' && key === ' ') return stay(chosen === undefined ? state : { ...state, mode: { ...mode, query: '', at: 0, said: pick(mode.said, chosen) } });
  if (key !== 'return') return stay({ ...state, mode: { ...mode, query: typed(mode.query, key), at: 0 } });
  if (mode.what === 'filter') return stay(chosen === undefined ? state : toggleFilter({ ...state, mode: LIST }, chosen, world));
  if (item === undefined) return stay({ ...state, mode: LIST });
  if (mode.what === 'status') {
    if (chosen === undefined) return stay(state);
    const said = { ...mode.said, status: chosen.id };
    return item.target === 'decision' ? set({ ...state, mode: LIST }, said, item, around) : stay({ ...state, mode: { kind: 'choose', what: 'leaves', query: '', at: 0, said } });
  }
  return mode.said.leaves.length === 0 ? stay({ ...state, message: 'choose at least one topic, or leave with Esc and say n' }) : set({ ...state, mode: LIST }, mode.said, item, around);
};

/** Sets what a person reads in an item, and goes on. */
export const set = (state: State, said: Said, item: Item, around: Around): Step => decide(state, 'edit', [changeOf(state, item, { reading: said }, around.world)], around, true);

const toggleFilter = (state: State, { id }: Choice, world: World): State => {
  const filters = state.filters.includes(id) ? state.filters.filter((each) => each !== id) : [...state.filters, id];
  return move({ ...state, filters }, 0, world);
};

const inPage = (state: State, mode: Extract<Mode, { kind: 'help' | 'why' }>, key: string): State => {
  if (key === 'escape' || key === 'return' || (mode.kind === 'why' && (key === 'q' || key === 'w'))) return { ...state, mode: LIST };
  const down = key === 'down' || (mode.kind === 'why' && (key === 'j' || key === ' ')) ? 1 : key === 'pagedown' ? 10 : 0;
  const up = key === 'up' || (mode.kind === 'why' && key === 'k') ? 1 : key === 'pageup' ? 10 : 0;
  if (down + up > 0) return { ...state, mode: { ...mode, scroll: Math.max(0, mode.scroll + down - up) } };
  return mode.kind === 'help' ? { ...state, mode: { ...mode, query: typed(mode.query, key), scroll: 0 } } : state;
};

/** Moves over what is shown; from an item that is no longer shown a step on goes to the one after its place. */
const move = (state: State, by: number, world: World): State => {
  const shown = visible(state, world);
  if (shown.length === 0) return { ...state, at: -1, scroll: 0 };
  const here = shown.findIndex(({ index }) => index >= state.at);
  const place = here < 0 ? shown.length : here;
  const gone = here < 0 || shown[here]!.index !== state.at;
  const to = Math.max(0, Math.min(shown.length - 1, place + (gone && by > 0 ? by - 1 : by)));
  const at = shown[to]!.index;
  return { ...state, at, scroll: at === state.at ? state.scroll : 0 };
};

/** The next item shown that fits, from the one after the cursor round to it. */
const toNext = (state: State, world: World, fits: (item: Item) => boolean, none: string): State => {
  const shown = visible(state, world);
  const after = shown.filter(({ index }) => index > state.at);
  const found = [...after, ...shown.slice(0, shown.length - after.length)].find(fits);
  return found === undefined ? { ...state, message: none } : { ...state, at: found.index, scroll: 0 };
};

const toHeaviest = (state: State, world: World): State => {
  const found = heaviest(state, world);
  return found === undefined ? { ...state, message: 'no undecided item moves the score' } : { ...state, at: found.item.index, scroll: 0, filters: [], message: `${found.item.label} can move the total by ${found.points.toFixed(1)} points` };
};

/** The next hit of the search; `by` 0 counts the item under the cursor too. */
const toHit = (state: State, by: -1 | 0 | 1, world: World): State => {
  const wanted = state.search.toLowerCase();
  const shown = visible(state, world);
  const split = shown.findIndex(({ index }) => index > state.at || (by !== 1 && index === state.at));
  const at = split < 0 ? shown.length : split;
  const turned = by < 0 ? [...shown.slice(0, at).toReversed(), ...shown.slice(at).toReversed()] : [...shown.slice(at), ...shown.slice(0, at)];
  const found = turned.find(({ quote, label, clause }) => quote.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted) || (clause?.heading.toLowerCase().includes(wanted) ?? false));
  if (found === undefined) return { ...state, search: '', message: `nothing shown holds "${state.search}"` };
  return { ...state, at: found.index, scroll: 0 };
};

/** What a person says of an item, as the entry for the log and the state after it. Pure. */
import { isDecided, type Said, type Verdict } from '../verdicts.ts';
import { leavesNow, statusNow } from './filters.ts';
import type { Item } from './items.ts';
import type { Command } from './keys.ts';
import { type Change, type Entry, extend, type What } from './ledger.ts';
import { move, toHit } from './moves.ts';
import { type Around, type State, stay, type Step, verdictOf, visible } from './state.ts';
import type { World } from './world.ts';

export const judge = (state: State, command: Command, item: Item | undefined, around: Around): Step => {
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
  if (target === 'clause') throw new Error('a clause that nobody has read is not judged');
  return { key, target, label, quote, machine, before: state.ledger.held.get(key)?.verdict ?? null, after };
};

const decide = (state: State, what: What, changes: readonly Change[], { world, stamp }: Around, onward: boolean): Step => {
  const entry: Entry = { n: state.ledger.next, ...stamp, do: 'verdict', what, changes };
  const after = { ...state, ledger: extend(state.ledger, entry) };
  return { state: onward ? move(after, 1, world) : after, entry };
};

export const acceptAll = (state: State, keys: readonly string[], around: Around): Step => {
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

/** Sets what a person reads in an item, and goes on. */
export const set = (state: State, said: Said, item: Item, around: Around): Step => decide(state, 'edit', [changeOf(state, item, { reading: said }, around.world)], around, true);

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

/** The reducer of a session: a key and the state give the next state, and the entry for the log if something was decided. Pure. */
import { isDecided } from '../verdicts.ts';
import { choicesFor, pick, type Choice } from './choices.ts';
import { acceptAll, judge, set, settleTyped } from './judging.ts';
import { type Command, commandOf } from './keys.ts';
import { move, toHeaviest, toHit, toNext } from './moves.ts';
import { type Around, LIST, type Mode, type State, stay, type Step, verdictOf } from './state.ts';
import type { World } from './world.ts';

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

const inList = (state: State, key: string, around: Around): Step => {
  if (state.search !== '') {
    if (key === 'escape') return stay({ ...state, search: '' });
    if (key === 'n' || key === 'N') return stay(toHit(state, key === 'n' ? 1 : -1, around.world));
  }
  const command = commandOf(key);
  return command === undefined ? stay(state) : run(state, command, around);
};

/** Commands for a text that is looked through and not judged. */
const LOOKING: ReadonlySet<Command> = new Set(['next', 'skip', 'previous', 'page-down', 'page-up', 'first', 'last', 'text-down', 'text-up', 'help', 'search', 'leave', 'suspend']);

/** Does what a command says, in the list. Line mode calls it without keys. */
export const run = (state: State, command: Command, around: Around): Step => {
  const { world, page } = around;
  const item = world.items[state.at];
  if (world.unread !== '' && !LOOKING.has(command)) return stay({ ...state, message: world.unread });
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

const inType = (state: State, mode: Extract<Mode, { kind: 'type' }>, key: string, around: Around): Step => {
  if (key === 'escape') return stay({ ...state, mode: LIST });
  if (key !== 'return') return stay({ ...state, mode: { ...mode, value: typed(mode.value, key) } });
  return settleTyped({ ...state, mode: LIST }, mode.what, mode.value.trim(), around);
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

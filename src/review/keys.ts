/** The keys of the list, in one table: the reducer acts by it and help is printed from it. */
export type Command =
  | 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last' | 'next-undecided' | 'heaviest' | 'other-part'
  | 'accept' | 'reject' | 'edit' | 'accept-all' | 'skip' | 'note' | 'park' | 'take-first' | 'take-second' | 'undo' | 'redo'
  | 'search' | 'filter' | 'unfilter'
  | 'text-down' | 'text-up' | 'why' | 'help' | 'read-only' | 'leave' | 'suspend';

export interface Binding {
  keys: readonly string[];
  command: Command;
  does: string;
  group: 'Judge' | 'Move' | 'Find' | 'Look' | 'Session';
}

export const BINDINGS: readonly Binding[] = [
  { keys: ['y'], command: 'accept', does: 'yes: the reading is right; go to the next', group: 'Judge' },
  { keys: ['n'], command: 'reject', does: 'no: not about security, or wrong; go to the next (for a decision: choose its status)', group: 'Judge' },
  { keys: ['e'], command: 'edit', does: 'edit the status, then the topics', group: 'Judge' },
  { keys: ['s'], command: 'skip', does: 'skip: go on without a verdict', group: 'Judge' },
  { keys: ['m'], command: 'note', does: 'write a note', group: 'Judge' },
  { keys: ['p'], command: 'park', does: 'park a decision: left open on purpose, with the reason', group: 'Judge' },
  { keys: ['a'], command: 'accept-all', does: 'accept all shown that have no verdict; asks first', group: 'Judge' },
  { keys: ['1'], command: 'take-first', does: 'take the first earlier verdict', group: 'Judge' },
  { keys: ['2'], command: 'take-second', does: 'take the second earlier verdict', group: 'Judge' },
  { keys: ['u', 'z'], command: 'undo', does: 'undo the last verdict, as often as you like', group: 'Judge' },
  { keys: ['Z'], command: 'redo', does: 'redo what was undone', group: 'Judge' },
  { keys: ['j', 'down'], command: 'next', does: 'next item', group: 'Move' },
  { keys: ['k', 'up'], command: 'previous', does: 'previous item', group: 'Move' },
  { keys: ['pagedown', 'ctrl-f'], command: 'page-down', does: 'a page down', group: 'Move' },
  { keys: ['pageup', 'ctrl-b'], command: 'page-up', does: 'a page up', group: 'Move' },
  { keys: ['g', 'home'], command: 'first', does: 'first item', group: 'Move' },
  { keys: ['G', 'end'], command: 'last', does: 'last item', group: 'Move' },
  { keys: ['o'], command: 'next-undecided', does: 'next item without a verdict', group: 'Move' },
  { keys: ['v'], command: 'heaviest', does: 'the undecided item that moves the score most', group: 'Move' },
  { keys: ['tab'], command: 'other-part', does: 'between provisions and decisions', group: 'Move' },
  { keys: ['/'], command: 'search', does: 'search; until Esc, n and N then go from hit to hit', group: 'Find' },
  { keys: ['f'], command: 'filter', does: 'filter by status, topic, issue, confidence, warning, verdict', group: 'Find' },
  { keys: ['F'], command: 'unfilter', does: 'show all again', group: 'Find' },
  { keys: [' ', 'J'], command: 'text-down', does: 'scroll the text of the item', group: 'Look' },
  { keys: ['b', 'K'], command: 'text-up', does: 'scroll it back', group: 'Look' },
  { keys: ['w', 'return'], command: 'why', does: 'why it was read so, and which rules nearly matched', group: 'Look' },
  { keys: ['?'], command: 'help', does: 'these keys; type to search them', group: 'Session' },
  { keys: ['R'], command: 'read-only', does: 'read-only on and off', group: 'Session' },
  { keys: ['q', 'ctrl-c'], command: 'leave', does: 'leave; all is saved already', group: 'Session' },
  { keys: ['ctrl-z'], command: 'suspend', does: 'to the shell; fg comes back', group: 'Session' },
];

const byKey = new Map(BINDINGS.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const)));

/** The command of a key in the list, if it has one. */
export const commandOf = (key: string): Command | undefined => byKey.get(key);

const SHOWN: Readonly<Record<string, string>> = { ' ': 'space', return: 'Enter', pagedown: 'PgDn', pageup: 'PgUp', tab: 'Tab', home: 'Home', end: 'End', 'ctrl-c': 'Ctrl-C', 'ctrl-z': 'Ctrl-Z', 'ctrl-f': 'Ctrl-F', 'ctrl-b': 'Ctrl-B' };

/** A key as people write it. */
export const showKey = (key: string): string => SHOWN[key] ?? key;

/** Bindings whose keys, words or group hold what was typed. */
export const findBindings = (query: string): readonly Binding[] => {
  const wanted = query.toLowerCase();
  return BINDINGS.filter(({ keys, does, group }) => [...keys.map(showKey), does, group].some((text) => text.toLowerCase().includes(wanted)));
};

const CONTROL: Readonly<Record<string, string>> = {
  '\r': 'return', '\n': 'return', '\t': 'tab', '\u001b': 'escape', '\u007f': 'backspace', '\b': 'backspace', '\u0003': 'ctrl-c', '\u001a': 'ctrl-z', '\u0006': 'ctrl-f', '\u0002': 'ctrl-b',
};

/** Keys in a stretch of typed text: keys typed fast arrive in one piece and count one by one. Other control characters are nothing. */
export const keysIn = (typed: string): string[] =>
  Array.from(typed).flatMap((character) => CONTROL[character] ?? (/\p{Cc}|\p{Cs}/u.test(character) ? [] : character));

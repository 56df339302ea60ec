/** The verdicts that a log adds up to. Undo and redo are entries like any other: nothing in a log is ever taken back. Pure. */
import type { Said, Verdict } from '../verdicts.ts';

/** One item's verdict before and after an entry, with what the person saw. */
export interface Change {
  key: string;
  target: 'provision' | 'decision';
  /** Number of the clause, or id of the decision, for whoever reads the log. */
  label: string;
  /** The wording judged; it is shown beside the new one when a later draft changes it. */
  quote: string;
  machine: Said;
  before: Verdict | null;
  after: Verdict;
}

export interface Stamp {
  who: string;
  /** ISO time. */
  at: string;
  tool: string;
  /** SHA-256 of the rules, and of the text. */
  rules: string;
  document: string;
}

export type What = 'accept' | 'reject' | 'edit' | 'park' | 'note' | 'accept-all' | 'take-earlier';

export type Entry =
  | (Stamp & { n: number; do: 'verdict'; what: What; changes: readonly Change[] })
  | (Stamp & { n: number; do: 'undo' | 'redo'; of: number });

type VerdictEntry = Extract<Entry, { do: 'verdict' }>;

export interface Held {
  verdict: Verdict;
  about: Omit<Change, 'before' | 'after'>;
}

export interface Ledger {
  /** Verdicts by key, in the order in which they were first given. */
  held: ReadonlyMap<string, Held>;
  /** What can be undone, and what can be done again; the last is next. */
  done: readonly VerdictEntry[];
  undone: readonly VerdictEntry[];
  /** Number of the next entry. */
  next: number;
}

export const EMPTY: Ledger = { held: new Map(), done: [], undone: [], next: 1 };

interface Board {
  held: Map<string, Held>;
  done: VerdictEntry[];
  undone: VerdictEntry[];
}

/** Throws when an entry does not follow from those before it. */
const play = ({ held, done, undone }: Board, entry: Entry): void => {
  if (entry.do === 'verdict') {
    put(held, entry, 'after');
    done.push(entry);
    undone.length = 0;
    return;
  }
  const [from, to, side] = entry.do === 'undo' ? ([done, undone, 'before'] as const) : ([undone, done, 'after'] as const);
  const last = from.at(-1);
  if (last === undefined || last.n !== entry.of) throw new Error(`entry ${entry.n} would ${entry.do} entry ${entry.of}, which is not the next in turn`);
  from.pop();
  put(held, last, side);
  to.push(last);
};

const put = (held: Map<string, Held>, { changes }: VerdictEntry, side: 'before' | 'after'): void => {
  // Two changes of one item in one entry would have to be taken back last first.
  for (const change of side === 'before' ? changes.toReversed() : changes) {
    const { before: _b, after: _a, ...about } = change;
    const verdict = change[side];
    if (verdict === null) held.delete(change.key);
    else held.set(change.key, { verdict, about });
  }
};

/** The ledger after one more entry. */
export const extend = (ledger: Ledger, entry: Entry): Ledger => {
  const board: Board = { held: new Map(ledger.held), done: [...ledger.done], undone: [...ledger.undone] };
  play(board, entry);
  return { ...board, next: entry.n + 1 };
};

/** The ledger of a whole log. */
export const replay = (entries: readonly Entry[]): Ledger => {
  const board: Board = { held: new Map(), done: [], undone: [] };
  for (const entry of entries) play(board, entry);
  return { ...board, next: (entries.at(-1)?.n ?? 0) + 1 };
};

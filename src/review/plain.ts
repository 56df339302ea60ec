/** Line mode: one question, one answer, for screen readers and simple terminals. The same reducer, other words. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Failure, printable } from '../failure.ts';
import { slice } from '../span.ts';
import type { Session } from './app.tsx';
import { choicesFor } from './choices.ts';
import { sayVerdict } from './detail.ts';
import type { Item } from './items.ts';
import { BINDINGS, commandOf, showKey } from './keys.ts';
import { set, settleTyped } from './judging.ts';
import { press, run } from './press.ts';
import { type State, type Step, verdictOf } from './state.ts';
import { totalsOf } from './weigh.ts';

const PAGE = 10;

/** Asks until the reviewer leaves or the input ends. */
export const runPlain = async ({ world, first, append, stamp, explain }: Session, input: Readable, output: Writable): Promise<void> => {
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  const say = (line: string): void => void output.write(`${printable(line)}\n`);
  const ask = async (question: string): Promise<string | null> => {
    output.write(`${printable(question)} `);
    const { value, done } = await lines.next();
    return done === true ? null : value;
  };
  const around = () => ({ world, stamp: stamp(), page: PAGE });
  let state: State = first;
  const take = (step: Step): boolean => {
    try {
      if (step.entry !== null) append(step.entry);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      say(`not saved: ${error.line}`);
      return true;
    }
    state = step.state.mode.kind === 'list' ? step.state : { ...step.state, mode: { kind: 'list' } };
    if (state.message !== '') say(state.message);
    return step.leave === undefined;
  };

  /** Asks what a command needs beyond its key; returns false to leave. */
  const act = async (step: Step, item: Item | undefined): Promise<boolean> => {
    const { mode } = step.state;
    switch (mode.kind) {
      case 'type': {
        const value = await ask({ search: 'search for:', note: 'note:', park: 'left open on purpose because:' }[mode.what]);
        return value === null ? false : take(settleTyped({ ...step.state, mode: { kind: 'list' } }, mode.what, value.trim(), around()));
      }
      case 'confirm': {
        const answer = await ask(`accept all ${mode.keys.length} without a verdict? y or n:`);
        return take({ state: step.state, entry: null }) && (answer?.trim() === 'y' ? take(press(step.state, 'y', around())) : true);
      }
      case 'choose': {
        if (mode.what === 'filter' || item === undefined) return take({ state: { ...step.state, message: 'filters are for the screen; here / searches' }, entry: null });
        const statuses = choicesFor({ ...mode, query: '' }, item, [], world);
        const answer = (await ask(`status (${statuses.map(({ id }) => id).join(', ')}):`))?.trim().toUpperCase() ?? '';
        const status = answer === '' ? undefined : statuses.find(({ id }) => id.startsWith(answer));
        if (status === undefined) return take({ state: { ...step.state, message: 'left as it was' }, entry: null });
        const typed = item.target === 'decision' ? '' : ((await ask(`topics (now ${mode.said.leaves.join(' ')}; Enter keeps them):`)) ?? '');
        const leaves = typed.trim() === '' ? mode.said.leaves : typed.trim().split(/[\s,;]+/u).map((leaf) => leaf.toUpperCase());
        const unknown = leaves.filter((leaf) => !world.names.leaves.has(leaf));
        if (unknown.length > 0) return take({ state: { ...step.state, message: `no topic ${unknown.join(', ')}; left as it was` }, entry: null });
        return take(set({ ...step.state, mode: { kind: 'list' } }, { status: status.id, leaves }, item, around()));
      }
      case 'why': {
        if (item?.clause) for (const { sentences } of await explain(item.clause.id)) for (const { why, found } of sentences) say(`${why}; ${found.map(({ emits, words }) => `${emits} by "${words.join(' … ')}"`).join(', ')}`);
        return take({ state: step.state, entry: null });
      }
      case 'help':
        for (const { keys, does } of BINDINGS) say(`${keys.map(showKey).join(' ')}: ${does}`);
        return take({ state: step.state, entry: null });
      case 'list':
        return take(step);
    }
  };

  if (first.message !== '') say(first.message);
  let told = -2;
  for (let going = true; going; ) {
    const item = world.items[state.at];
    if (item !== undefined && told !== state.at) for (const line of describe(item, state)) say(line);
    told = state.at;
    const answer = await ask('y n e s m p a u o / w ? q:');
    if (answer === null) break;
    const key = answer.trim().slice(0, 1);
    const command = commandOf(key === '' ? 'j' : key);
    if (command === undefined) say('? lists the keys');
    else if (command === 'suspend') continue;
    else going = await act(run({ ...state, message: '' }, command, around()), item);
  }
  // A terminal that is still read would keep the program alive.
  reader.close();
  const { decided, machine, reviewed } = totalsOf(state.ledger, world);
  say(`${decided} of ${world.items.length} decided; left open: machine ${machine?.toFixed(0) ?? '-'}, as reviewed ${reviewed?.toFixed(0) ?? '-'}`);

  function describe(item: Item, now: State): string[] {
    const verdict = verdictOf(now, item, world);
    const text = item.clause === null ? item.quote : slice(world.text, { start: item.clause.start, end: Math.min(item.clause.end, item.clause.start + 4000) });
    const offers = verdict === undefined ? (world.offers.get(item.key) ?? []) : [];
    return [
      '',
      `${item.label}${item.clause === null ? '' : `, ${item.clause.heading}`}`,
      text,
      `Read as ${item.machine.status} ${item.machine.leaves.join(' ')}, ${Math.round(item.confidence * 100)} % sure.`,
      ...(verdict === undefined ? [] : [`You said: ${sayVerdict(verdict)}`]),
      ...offers.map((offer, i) => `${i + 1} ${offer.by}: ${sayVerdict(offer.verdict)}`),
    ];
  }
};

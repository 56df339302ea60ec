/** The reducer of a review: whatever is typed, undoing all gives the start back and the log gives the state back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINDINGS, findBindings, keysIn } from '../src/review/keys.ts';
import { EMPTY, type Entry, replay } from '../src/review/ledger.ts';
import { press } from '../src/review/press.ts';
import { start, type State, visible } from '../src/review/state.ts';
import { totalsOf } from '../src/review/weigh.ts';
import { applyVerdicts, isDecided } from '../src/verdicts.ts';
import { inForce } from '../src/review/world.ts';
import { analysis, around, worldOf } from './review-world.ts';

const world = worldOf();

const typeAll = (state: State, keys: readonly string[]): { state: State; entries: Entry[] } => {
  const entries: Entry[] = [];
  let now = state;
  for (const key of keys) {
    const step = press(now, key, around(world));
    now = step.state;
    if (step.entry !== null) entries.push(step.entry);
  }
  return { state: now, entries };
};

const type = (keys: string, named: readonly string[] = []): { state: State; entries: Entry[] } => typeAll(start(world, EMPTY, false), [...keysIn(keys), ...named]);

const anyKey = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...BINDINGS.flatMap(({ keys }) => keys)) },
  { weight: 2, arbitrary: fc.constantFrom('return', 'escape', 'backspace', 'down', 'up') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
);
const manyKeys = fc.array(anyKey, { maxLength: 80 });

const undoAll = (state: State): State => {
  let now: State = { ...state, mode: { kind: 'list' }, readOnly: false };
  while (now.ledger.done.length > 0) now = press(now, 'u', around(world)).state;
  return now;
};

describe('properties', () => {
  it('undo all = start', () => {
    fc.assert(fc.property(manyKeys, (keys) => {
      expect(undoAll(typeAll(start(world, EMPTY, false), keys).state).ledger.held).toEqual(EMPTY.held);
    }), { numRuns: 300 });
  });

  it('replay of the log = state', () => {
    fc.assert(fc.property(manyKeys, (keys) => {
      const { state, entries } = typeAll(start(world, EMPTY, false), keys);
      const read = JSON.parse(JSON.stringify(entries)) as Entry[];
      expect(replay(read)).toEqual(state.ledger);
    }), { numRuns: 300 });
  });

  it('undo all and redo all = the same verdicts', () => {
    fc.assert(fc.property(manyKeys, (keys) => {
      const typed = typeAll(start(world, EMPTY, false), keys).state;
      const before = new Map(typed.ledger.held);
      let now = undoAll(typed);
      for (let left = typed.ledger.done.length; left > 0; left--) now = press(now, 'Z', around(world)).state;
      expect(new Map([...now.ledger.held].toSorted())).toEqual(new Map([...before].toSorted()));
    }), { numRuns: 200 });
  });

  it('the cursor stays on what is shown, the totals within 0 and 100', () => {
    fc.assert(fc.property(manyKeys, (keys) => {
      const { state } = typeAll(start(world, EMPTY, false), keys);
      expect(state.at).toBeGreaterThanOrEqual(-1);
      expect(state.at).toBeLessThan(world.items.length);
      const { reviewed, machine } = totalsOf(state.ledger, world);
      expect(machine).toBe(analysis.score.total);
      expect(reviewed === null || (reviewed >= 0 && reviewed <= 100.000001)).toBe(true);
    }), { numRuns: 200 });
  });

  it('the live total is that of the reviewed analysis', () => {
    fc.assert(fc.property(manyKeys, (keys) => {
      const { state } = typeAll(start(world, EMPTY, false), keys);
      const whole = applyVerdicts(world.analysis, inForce(world, state.ledger), world.scoring).score.total;
      expect(totalsOf(state.ledger, world).reviewed).toBeCloseTo(whole!, 9);
    }), { numRuns: 15 });
  });
});

describe('keys', () => {
  it('typed in a burst count one by one', () => {
    expect(type('jjj').state.at).toBe(3);
    expect(keysIn('jy\r\u001b\u007f\u0000\u0007')).toEqual(['j', 'y', 'return', 'escape', 'backspace']);
  });

  it('no key has two meanings', () => {
    const keys = BINDINGS.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('help finds a key by its words', () => {
    expect(findBindings('park').map(({ command }) => command)).toEqual(['park']);
  });

  it('y accepts and goes on', () => {
    const { state, entries } = type('yy');
    expect(state.at).toBe(2);
    expect(entries.map((entry) => entry.do === 'verdict' && [entry.what, entry.changes[0]!.after.reading])).toEqual([
      ['accept', { status: 'SETTLED', leaves: ['IN.1'] }], ['accept', { status: 'DELEGATED', leaves: ['IN.1'] }],
    ]);
  });

  it('y on what a person has set changes nothing, on a rejected item it takes the reading', () => {
    expect(type('eDEFERRED\r\rky').entries).toHaveLength(1);
    expect(type('nky').entries.map((entry) => entry.do === 'verdict' && entry.what)).toEqual(['reject', 'accept']);
  });

  it('e sets status and topics by typing', () => {
    const { entries } = type('edef\rCF.1 \r');
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    expect(entry?.do === 'verdict' && entry.changes[0]!.after.reading).toEqual({ status: 'DEFERRED', leaves: ['IN.1', 'CF.1'] });
  });

  it('after a search n and N go from hit to hit until Esc', () => {
    const { state, entries } = type('/commit\rn');
    expect(state.search).toBe('commit');
    expect(entries).toEqual([]);
    expect(typeAll(state, ['escape', 'n']).entries).toHaveLength(1);
  });

  it('a says how many and asks; one undo takes all back', () => {
    const asked = type('a').state;
    expect(asked.mode).toEqual({ kind: 'confirm', keys: world.items.map(({ key }) => key) });
    const { state, entries } = typeAll(asked, ['y']);
    expect(entries).toHaveLength(1);
    expect(state.ledger.held.size).toBe(world.items.length);
    expect(typeAll(state, ['u']).state.ledger.held.size).toBe(0);
    expect(typeAll(asked, ['n']).entries).toEqual([]);
  });

  it('p parks a decision with a reason, and only a decision', () => {
    expect(type('p').state.message).toContain('only decisions are parked');
    const { state } = type('\tpcount first\r');
    expect(totalsOf(state.ledger, world).withoutParked).not.toBeNull();
    expect(type('\tp  \r').entries).toEqual([]);
  });

  it('read-only writes nothing', () => {
    expect(type('Ryneampu').entries).toEqual([]);
    expect(type('RRy').entries).toHaveLength(1);
  });

  it('a filter shows what passes; a verdict that ends it goes on to the next', () => {
    const { state } = type('fundec\r');
    expect(state.filters).toEqual(['verdict:none']);
    const { state: after } = typeAll(state, ['y']);
    expect(visible(after, world)).toHaveLength(world.items.length - 1);
    expect(after.at).toBe(1);
    expect(isDecided(after.ledger.held.get(world.items[0]!.key)?.verdict)).toBe(true);
  });

  it('v goes to the undecided decision that weighs most', () => {
    const first = type('v').state;
    expect(world.items[first.at]!.target).toBe('decision');
    const second = typeAll(first, ['e', 'return', 'v']).state;
    expect(second.at).not.toBe(first.at);
  });
});

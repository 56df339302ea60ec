/** Two reviewers of one text: agreement by hand, and what differs. */
import { describe, expect, it } from 'vitest';
import { disputesBetween, reliabilityOf } from '../src/review/coders.ts';
import { EMPTY, type Ledger } from '../src/review/ledger.ts';
import { keysIn } from '../src/review/keys.ts';
import { reliabilityPage } from '../src/review/reliability-page.ts';
import { press } from '../src/review/press.ts';
import { start } from '../src/review/state.ts';
import { around, worldOf, analysis, text, ruleset } from './review-world.ts';
import { createWorld } from '../src/review/world.ts';

const world = worldOf();
const after = (keys: string): Ledger => keysIn(keys).reduce((state, key) => press(state, key, around(world)).state, start(world, EMPTY, false)).ledger;

// SETTLED, DELEGATED, DELEGATED, DELEGATED, then DEFERRED; the second reviewer differs on the third and skips the last.
const [first, second] = [after('yyyyy'), after('yynys')];

describe('reliability', () => {
  it('counts what both judged', () => {
    expect(reliabilityOf(first, second)).toMatchObject({ both: 4, onlyFirst: 1, onlySecond: 0, differ: 1 });
  });

  it('agrees with kappa by hand', () => {
    const [all, ...each] = reliabilityOf(first, second).provisions;
    // 3 of 4 agree; by chance 1/4 * 1/4 + 3/4 * 2/4 = 7/16, so (12 - 7) / (16 - 7).
    expect(all).toMatchObject({ of: 'status', n: 4, agreement: 0.75 });
    expect(all!.kappa).toBeCloseTo(5 / 9, 9);
    expect(each.map(({ of, given }) => [of, given])).toEqual([['DELEGATED', 3], ['REJECTED', 1], ['SETTLED', 1]]);
  });

  it('says of topics how many had them', () => {
    expect(reliabilityOf(first, second).leaves).toMatchObject([{ of: 'IN.1', n: 4, given: 4, agreement: 0.75 }]);
    expect(reliabilityPage(reliabilityOf(first, second))).toContain('4 items judged by both, 1 only by the first, 0 only by the second; 1 differ.');
  });

  it('opens what differs as a queue, and takes either side', () => {
    const disputes = disputesBetween({ name: 'ada', ledger: first }, { name: 'ben', ledger: second });
    expect([...disputes.keys()]).toEqual([world.items[2]!.key]);
    const queue = createWorld(analysis, text, EMPTY, ruleset, disputes);
    const at = { ...start(queue, EMPTY, false), filters: ['offer:any'], at: 2 };
    expect(press(at, '2', around(queue)).entry).toMatchObject({ what: 'take-earlier', changes: [{ after: { reading: 'rejected' } }] });
    expect(press(at, '1', around(queue)).entry).toMatchObject({ changes: [{ after: { reading: { status: 'DELEGATED' } } }] });
  });
});

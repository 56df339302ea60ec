/** Two reviewers: where both gave a reading, how far they agree, and where they differ. Pure. */
import { alpha, kappa, observed, type Pair } from '../evaluate/agreement.ts';
import type { Verdict } from '../verdicts.ts';
import type { Offer } from './carry.ts';
import type { Ledger } from './ledger.ts';

/** A reviewer's log, by the name to show. */
export interface Coder {
  name: string;
  ledger: Ledger;
}

export interface Agreement {
  /** A status, a leaf, or `status` for all statuses together. */
  of: string;
  /** Items that both reviewers judged; for one status or leaf, those to which at least one of them gave it. */
  n: number;
  given: number;
  agreement: number | null;
  kappa: number | null;
  alpha: number | null;
}

export interface Reliability {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  provisions: Agreement[];
  decisions: Agreement[];
  leaves: Agreement[];
  differ: number;
}

type Read = NonNullable<Verdict['reading']>;

const statusOf = (reading: Read): string => (reading === 'rejected' ? 'REJECTED' : reading.status);
const leavesOf = (reading: Read): readonly string[] => (reading === 'rejected' ? [] : reading.leaves);

const readingsOf = ({ held }: Ledger): Map<string, { reading: Read; target: string }> =>
  new Map([...held].flatMap(([key, { verdict, about }]) => (verdict.reading === null ? [] : [[key, { reading: verdict.reading, target: about.target }] as const])));

export const reliabilityOf = (first: Ledger, second: Ledger): Reliability => {
  const [a, b] = [readingsOf(first), readingsOf(second)];
  const shared = [...a].flatMap(([key, { reading, target }]) => {
    const other = b.get(key);
    return other === undefined ? [] : [{ target, pair: [reading, other.reading] as const }];
  });
  const statusPairs = (target: string): Pair[] => shared.filter((each) => each.target === target).map(({ pair }) => [statusOf(pair[0]), statusOf(pair[1])]);
  const leaves = shared.filter(({ target }) => target === 'provision').map(({ pair }) => pair);
  const used = [...new Set(leaves.flatMap(([x, y]) => [...leavesOf(x), ...leavesOf(y)]))].toSorted();
  return {
    both: shared.length,
    onlyFirst: a.size - shared.length,
    onlySecond: b.size - shared.length,
    provisions: byLabel(statusPairs('provision')),
    decisions: byLabel(statusPairs('decision')),
    leaves: used.map((leaf) => measure(leaf, leaves.map(([x, y]) => [has(leavesOf(x), leaf), has(leavesOf(y), leaf)]), 'yes')),
    differ: shared.filter(({ pair }) => !sameReading(pair[0], pair[1])).length,
  };
};

const has = (leaves: readonly string[], leaf: string): string => (leaves.includes(leaf) ? 'yes' : 'no');

/** All labels together, then each against the rest. */
const byLabel = (pairs: readonly Pair[]): Agreement[] => {
  if (pairs.length === 0) return [];
  const labels = [...new Set(pairs.flat())].toSorted();
  return [{ ...measure('status', pairs, null) }, ...labels.map((label) => measure(label, pairs.map(([x, y]) => [x === label ? 'yes' : 'no', y === label ? 'yes' : 'no']), 'yes'))];
};

const measure = (of: string, pairs: readonly Pair[], given: string | null): Agreement => ({
  of,
  n: pairs.length,
  given: given === null ? pairs.length : pairs.filter((pair) => pair.includes(given)).length,
  agreement: observed(pairs),
  kappa: kappa(pairs),
  alpha: alpha(pairs),
});

const sameReading = (x: Read, y: Read): boolean => statusOf(x) === statusOf(y) && leavesOf(x).toSorted().join() === leavesOf(y).toSorted().join();

/** The verdicts of both, by key, where both gave a reading and the readings differ. */
export const disputesBetween = (first: Coder, second: Coder): Map<string, readonly Offer[]> => {
  const other = readingsOf(second.ledger);
  return new Map([...readingsOf(first.ledger)].flatMap(([key, { reading }]) => {
    const theirs = other.get(key);
    if (theirs === undefined || sameReading(reading, theirs.reading)) return [];
    const offer = ({ name, ledger }: Coder): Offer => ({ by: name, verdict: ledger.held.get(key)!.verdict, quote: null, from: null });
    return [[key, [offer(first), offer(second)]] as const];
  }));
};

/** How far two codings of the same units agree, beyond what chance would give. */

/** One unit as two coders label it. */
export type Pair = readonly [string, string];

/** Counts with rows for the first coder and columns for the second. */
export interface Confusion {
  labels: string[];
  rows: number[][];
}

/** Labels without any unit are left out. */
export const confusion = (pairs: readonly Pair[], order: readonly string[]): Confusion => {
  const used = new Set(pairs.flat());
  const labels = order.filter((label) => used.has(label));
  const rows = labels.map(() => labels.map(() => 0));
  for (const [a, b] of pairs) rows[labels.indexOf(a)]![labels.indexOf(b)]! += 1;
  return { labels, rows };
};

/** Share of units with the same label; null of none. */
export const observed = (pairs: readonly Pair[]): number | null => (pairs.length ? pairs.filter(([a, b]) => a === b).length / pairs.length : null);

/** Cohen's kappa (1960). Null when both coders use one and the same label only: then chance explains everything. */
export const kappa = (pairs: readonly Pair[]): number | null => weightedKappa(pairs, (a, b) => (a === b ? 0 : 1));

/** Cohen's weighted kappa (1968) for a distance between labels; `squared(ranks)` gives the quadratic one. */
export const weightedKappa = (pairs: readonly Pair[], distance: (a: string, b: string) => number): number | null => {
  const first = countBy(pairs.map(([a]) => a));
  const second = countBy(pairs.map(([, b]) => b));
  const seen = sum(pairs.map(([a, b]) => distance(a, b)));
  const byChance = sum([...first].flatMap(([a, m]) => [...second].map(([b, n]) => (distance(a, b) * m * n) / pairs.length)));
  return byChance > 0 ? 1 - seen / byChance : null;
};

/** Squared distance of ranks; labels that share a rank are as good as equal. */
export const squared = (ranks: Readonly<Record<string, number>>) => (a: string, b: string): number => (ranks[a]! - ranks[b]!) ** 2;

/**
 * Krippendorff's alpha for nominal data (2011, computing by the coincidence matrix). Each unit is the list of labels it
 * got, from any number of coders; units with fewer than two say nothing. Null when only one label is ever used.
 */
export const alpha = (units: readonly (readonly string[])[]): number | null => {
  const paired = units.filter((labels) => labels.length > 1);
  const totals = countBy(paired.flat());
  const n = sum([...totals.values()]);
  const disagreed = sum(
    paired.map((labels) => {
      let different = 0;
      for (const one of labels) for (const other of labels) if (one !== other) different++;
      return different / (labels.length - 1);
    }),
  );
  const expected = (n * n - sum([...totals.values()].map((count) => count * count))) / (n - 1);
  return expected > 0 ? 1 - disagreed / expected : null;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const countBy = (labels: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
};

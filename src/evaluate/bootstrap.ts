/** How sure a figure is, given that other units might have been drawn. */
import { mulberry32, quantile } from '../random.ts';

/** A figure with its 95 % interval; all null when it cannot be computed. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

const DRAWS = 1000;
const SEED = 20;
const TAILS = [0.025, 0.975] as const;

/** The same with whole texts drawn instead of units, since units of one text resemble each other; `texts` is parallel to the units. */
export const estimateOver =
  (texts: readonly string[]) =>
  <T>(units: readonly T[], figure: (sample: readonly T[]) => number | null): Estimate => {
    const groups = new Map<string, T[]>();
    units.forEach((unit, i) => {
      const group = groups.get(texts[i]!);
      if (group === undefined) groups.set(texts[i]!, [unit]);
      else group.push(unit);
    });
    return estimate([...groups.values()], (sample) => figure(sample.flat()));
  };

/**
 * Percentile bootstrap (Efron 1979) over units, seeded. Samples in which the figure is undefined are left out. Units of
 * one text resemble each other, so the interval is rather too narrow.
 */
export const estimate = <T>(units: readonly T[], figure: (sample: readonly T[]) => number | null): Estimate => {
  const value = figure(units);
  if (value === null) return { value, low: null, high: null };
  const random = mulberry32(SEED);
  const samples: number[] = [];
  for (let n = 0; n < DRAWS; n++) {
    const drawn = figure(units.map(() => units[Math.floor(random() * units.length)]!));
    if (drawn !== null) samples.push(drawn);
  }
  samples.sort((a, b) => a - b);
  return { value, low: quantile(samples, TAILS[0]), high: quantile(samples, TAILS[1]) };
};

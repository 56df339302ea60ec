/** Seeded pseudo-random numbers, so that the same text gives the same interval on every machine. */

/** Numbers in [0, 1). */
export type Random = () => number;

/** Tommy Ettinger's mulberry32: 32 bits of state, quick, good enough for 4,000 draws. */
export const mulberry32 = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Standard normal draws, two at a time (Marsaglia's polar method). */
const normals = (random: Random): Random => {
  let spare = Number.NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const u = 2 * random() - 1;
      const v = 2 * random() - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * scale;
      return u * scale;
    }
  };
};

/** Gamma draws of the given shape (1 or more), scaled to mean 1. Marsaglia and Tsang 2000, ACM TOMS 26(3). */
export const gammas = (shape: number, random: Random): Random => {
  const normal = normals(random);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return () => {
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      const v = root * root * root;
      const u = 1 - random();
      const square = x * x;
      // The first test spares the logarithms 98 times in 100.
      if (v > 0 && (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v)))) return (d * v) / shape;
    }
  };
};

/** The value below which the share `at` (0 to 1) of the values lies, between two values in proportion; NaN of none. */
export const quantile = (sorted: ArrayLike<number>, at: number): number => {
  const place = at * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
};

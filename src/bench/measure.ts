/** Times that can be compared: the machine is shared, so the fastest of several runs counts. */
import { performance } from 'node:perf_hooks';

/** Milliseconds of the fastest of `runs` runs after `warm` that do not count. */
export const fastest = async (work: () => unknown, runs = 7, warm = 3): Promise<number> => {
  let best = Number.POSITIVE_INFINITY;
  for (let run = -warm; run < runs; run++) {
    globalThis.gc?.();
    const start = performance.now();
    await work();
    if (run >= 0) best = Math.min(best, performance.now() - start);
  }
  return best;
};

/** Milliseconds of `b` as a multiple of `a`, measured in turns so that both meet the same machine. */
export const ratio = async (a: () => unknown, b: () => unknown, runs = 7): Promise<{ a: number; b: number }> => {
  let best = { a: Number.POSITIVE_INFINITY, b: Number.POSITIVE_INFINITY };
  for (let run = 0; run < runs; run++) {
    best = { a: Math.min(best.a, await fastest(a, 1, run === 0 ? 3 : 0)), b: Math.min(best.b, await fastest(b, 1, run === 0 ? 3 : 0)) };
  }
  return best;
};

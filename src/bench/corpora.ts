/** A corpus like PA-X in small, in three sizes: import, import again, searches and memory, each as a whole process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { writePaxSized } from './pax-sized.ts';
import { peakMemory } from './process.ts';

export interface CorpusTimes {
  readonly characters: number;
  /** Seconds of the first and of the second import. */
  readonly first: number;
  readonly second: number;
}

export interface CorpusFigures {
  readonly sizes: readonly CorpusTimes[];
  /** Megabytes at the peak of the largest import. */
  readonly memory: number;
  /** Milliseconds of each search over the largest corpus. */
  readonly searches: readonly { readonly what: string; readonly time: number }[];
}

/** One in so many rows of the PA-X table, from the smallest to the largest corpus. */
const PARTS = [16, 8, 4] as const;
const SEARCHES: readonly (readonly [string, readonly string[]])[] = [
  ['one stemmed word', ['disarmed']],
  ['three phrases', ['"armed forces" OR "joint commission" OR "security council"']],
  ['leaf and status', ['--leaf', 'IN', '--status', 'DELEGATED']],
];

/** `texts` is a folder of agreements, `table` the PA-X export; both only lend their shape. */
export const corpusTimes = async (texts: string, table: string): Promise<CorpusFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-bench-'));
  const seconds = (...args: string[]): number => {
    const start = performance.now();
    spawnSync(process.execPath, ['dist/cli.js', ...args], { stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  };
  try {
    const sizes: CorpusTimes[] = [];
    for (const part of PARTS) {
      const [csv, corpus] = [join(folder, `${part}.csv`), join(folder, `${part}.sqlite`)];
      const characters = await writePaxSized(texts, table, csv, part);
      sizes.push({ characters, first: seconds('corpus', 'import', csv, '--corpus', corpus), second: seconds('corpus', 'import', csv, '--corpus', corpus) });
    }
    const largest = join(folder, `${PARTS.at(-1)}.sqlite`);
    const searches = SEARCHES.map(([what, args]) => ({ what, time: 1000 * Math.min(...[1, 2, 3].map(() => seconds('corpus', 'search', ...args, '--corpus', largest))) }));
    const memory = peakMemory(['dist/cli.js', 'corpus', 'import', join(folder, `${PARTS.at(-1)}.csv`), '--corpus', join(folder, 'again.sqlite')]);
    return { sizes, memory, searches };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

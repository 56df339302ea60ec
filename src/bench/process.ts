/** Whole processes: how long a cold run takes beside a bare Node, and how much memory it holds at its peak. */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const time = (args: readonly string[]): number => {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
};

/** Milliseconds of `node args` and of `node -e 0`, the fastest of several runs in turns. */
export const coldTimes = (args: readonly string[], runs = 9): { run: number; bare: number } => {
  let best = { run: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
  for (let i = 0; i < runs; i++) best = { run: Math.min(best.run, time(args)), bare: Math.min(best.bare, time(['-e', '0'])) };
  return best;
};

/** Peak resident memory of `node args`, in megabytes (10^6 bytes). */
export const peakMemory = (args: readonly string[]): number => {
  const tell = "data:text/javascript,process.on('exit',()=>process.stderr.write(`${process.resourceUsage().maxRSS}\\n`))";
  const { stderr } = spawnSync(process.execPath, ['--import', tell, ...args], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  return (Number(stderr.trim().split('\n').at(-1)) * 1024) / 1e6;
};

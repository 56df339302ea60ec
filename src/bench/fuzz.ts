/**
 * `npm run fuzz -- MINUTES [SEED]`: mutated texts, pages, Word files, PDFs, rules and review logs, each tried in a process
 * that is killed when it hangs. A find names its seed: `npm run fuzz -- 0 SEED` tries that one again. Development only.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [minutes = '10', only] = process.argv.slice(2);
/** Longer than any input of this size may take, on a busy machine. */
const HANG_SECONDS = 30;

interface Tried {
  seed: number;
  kind: string;
  problem: string | null;
  seconds: number;
  memory: number;
}

const found = { tried: 0, crashes: 0, hangs: 0, slowest: 0, slowestSeed: 0, memory: 0, kinds: {} as Record<string, number> };

const start = (): Promise<ChildProcess> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('fuzz/try.ts', import.meta.url)), { execArgv: ['--import', 'tsx', '--max-old-space-size=1024'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('message', () => resolve(child));
  });

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Tries one seed; `false` when the process has to be started anew. */
const trySeed = (child: ChildProcess, seed: number): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (alive: boolean): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (!alive) child.kill('SIGKILL');
      resolve(alive);
    };
    const timer = setTimeout(() => {
      found.hangs++;
      tell(`HANG seed ${seed}`);
      end(false);
    }, HANG_SECONDS * 1000);
    child.once('exit', (code, signal) => {
      found.crashes++;
      tell(`CRASH seed ${seed}: the process ended (${signal ?? code})`);
      end(false);
    });
    child.once('message', ({ kind, problem, seconds, memory }: Tried) => {
      found.kinds[kind] = (found.kinds[kind] ?? 0) + 1;
      found.memory = Math.max(found.memory, memory);
      if (seconds > found.slowest) [found.slowest, found.slowestSeed] = [seconds, seed];
      if (problem !== null) {
        found.crashes++;
        tell(`CRASH seed ${seed} (${kind}): ${problem}`);
      }
      end(true);
    });
    child.send(seed);
  });

const until = Date.now() + Number(minutes) * 60_000;
let child = await start();
let seed = only === undefined ? 1 : Number(only);
do {
  if (!(await trySeed(child, seed))) child = await start();
  found.tried++;
  seed++;
} while (Date.now() < until);
child.kill();
tell(JSON.stringify({ ...found, slowest: Number(found.slowest.toFixed(2)), memory: `${Math.round(found.memory / 1e6)} MB` }));
if (found.crashes + found.hangs > 0) process.exitCode = 1;

/**
 * `npm run mutate -- [AREA...] [EVERY]`: how many small faults in the parts that matter most their tests notice, and which
 * they do not. Each mutant is tried in a process of its own; one that runs too long counts as noticed. With a number only
 * one in so many is tried. Development only.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Mutant, mutantsOf } from './mutate/mutants.ts';

const AREAS: Readonly<Record<string, { files: readonly string[]; tests: readonly string[] }>> = {
  score: { files: ['src/score.ts', 'src/openness.ts', 'src/sensitivity.ts'], tests: ['score.test', 'score-openness', 'score-sensitivity'] },
  bounds: { files: ['src/bounds.ts'], tests: ['bounds.test'] },
  matcher: { files: ['src/matcher.ts', 'src/places.ts', 'src/trie.ts'], tests: ['test/matcher'] },
  log: { files: ['src/review/log.ts'], tests: ['review-log'] },
};

/** A mutant that takes so many times as long as no mutant, and a little more, will not come to an end. */
const PATIENCE = 4;

/** Whether the tests pass, with a mutant or without one. */
const passes = (tests: readonly string[], file: string, mutant: Mutant | null, milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const env = { ...process.env, LACUNA_MUTANT: JSON.stringify({ file, mutant }) };
    const child = spawn('npx', ['vitest', 'run', '--config', 'src/bench/mutate/vitest.config.ts', ...tests], { env, stdio: 'ignore', detached: true });
    // The whole group: an endless loop runs in a process of vitest's.
    const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), milliseconds);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** The line of a mutant, with the change in it. */
const shown = (source: string, file: string, { start, end, by }: Mutant): string => {
  const [from, to] = [source.lastIndexOf('\n', start) + 1, source.indexOf('\n', end)];
  const line = `${source.slice(from, start)}⟦${source.slice(start, end)} → ${by}⟧${source.slice(end, to)}`;
  return `${file}:${source.slice(0, start).split('\n').length}: ${line.trim().replace(/\s+/gu, ' ')}`;
};

const tryArea = async (area: string, every: number): Promise<void> => {
  const { files, tests } = AREAS[area]!;
  const start = performance.now();
  if (!(await passes(tests, files[0]!, null, 600_000))) throw new Error(`the tests of ${area} fail without any mutant`);
  const limit = PATIENCE * (performance.now() - start) + 5_000;
  const all = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return mutantsOf(source).map((mutant) => ({ file, source, mutant }));
  }).filter((_, i) => i % every === 0);
  const survivors: string[] = [];
  const left = all.values();
  const work = async (): Promise<void> => {
    for (const { file, source, mutant } of left) if (await passes(tests, file, mutant, limit)) survivors.push(shown(source, file, mutant));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  tell(`${area}: ${all.length - survivors.length} of ${all.length} noticed (${Math.round((100 * (all.length - survivors.length)) / all.length)} %)`);
  for (const survivor of survivors.toSorted()) tell(`  ${survivor}`);
};

const args = process.argv.slice(2);
const areas = args.filter((each) => each in AREAS);
const every = Number(args.find((each) => /^\d+$/u.test(each)) ?? 1);
for (const area of areas.length > 0 ? areas : Object.keys(AREAS)) await tryArea(area, every);

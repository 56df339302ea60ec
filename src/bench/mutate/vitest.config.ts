/** Runs tests with one source file read as the mutant that the environment names; nothing on the disk changes. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { apply, type Mutant } from './mutants.ts';

const { file, mutant } = JSON.parse(process.env['LACUNA_MUTANT']!) as { file: string; mutant: Mutant | null };
const path = resolve(file);

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], setupFiles: ['src/bench/mutate/setup.ts'], bail: 1, testTimeout: 20_000, fileParallelism: false },
  plugins: [{ name: 'mutant', enforce: 'pre', transform: (code, id) => (mutant !== null && id === path ? apply(code, mutant) : null) }],
});

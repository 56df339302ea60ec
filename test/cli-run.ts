/** Runs the built program in a process of its own, without a terminal. */
import { spawnSync } from 'node:child_process';
import { buildIfNeeded } from '../src/build.ts';

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

export const prepare = buildIfNeeded;

export const lacuna = (args: readonly string[], input: string | Buffer = ''): Ended => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
};

export const lines = (text: string): string[] => text.trimEnd().split('\n');

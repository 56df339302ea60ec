/** Kills the real program in a pseudo-terminal while it is deciding, and looks whether its log holds all that the screen has shown. Development only. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDecided } from '../verdicts.ts';
import { readLog } from '../review/log.ts';
import type { Torture } from './torture.ts';

const SAMPLE = 'corpus/valdora-accord.en.txt';
const PROGRAM = 'dist/cli.js';

/** `script` gives a program a terminal of its own; without it there is nothing to torture. */
export const hasTerminal = (): boolean => spawnSync('script', ['--version']).status === 0;

/** "12 of 95" in the head of the last frame. */
const progressIn = (drawn: string): { decided: number; of: number } | null => {
  const last = [...drawn.matchAll(/(\d+) of (\d+)/gu)].at(-1);
  return last === undefined ? null : { decided: Number(last[1]), of: Number(last[2]) };
};

/** Decides as fast as the program answers and kills it `wait` milliseconds after the first key; returns what the screen showed last. */
const killOnce = (text: string, log: string, wait: number): Promise<{ decided: number; of: number }> =>
  new Promise((done, fail) => {
    const command = `stty rows 24 cols 80; exec "${process.execPath}" ${PROGRAM} review "${text}" --log "${log}"`;
    const terminal = spawn('script', ['-qfc', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, TERM: 'xterm' } });
    let drawn = '';
    let shown: { decided: number; of: number } | null = null;
    let typing: NodeJS.Timeout | undefined;
    terminal.stdout.setEncoding('utf8').on('data', (piece: string) => {
      drawn = (drawn + piece).slice(-20_000);
      shown = progressIn(drawn) ?? shown;
      if (typing !== undefined || !/reviewed so far/u.test(drawn)) return;
      typing = setInterval(() => terminal.stdin.write(Math.random() < 0.5 ? 'yn' : 'n'), 3);
      // The lock names the process of the session; `script` itself lives on and hands over what was drawn last.
      setTimeout(() => process.kill(Number(readFileSync(`${log}.lock`, 'utf8')), 'SIGKILL'), wait);
    });
    terminal.stdin.on('error', () => {});
    terminal.on('error', fail);
    terminal.on('close', () => {
      clearInterval(typing);
      if (shown === null) fail(new Error(`the program did not come up:\n${drawn.slice(-400)}`));
      else done(shown);
    });
  });

/** Kills `rounds` sessions, on one log until half of the text is judged. Throws when a log cannot be read in between. */
export const tortureInTerminal = async (rounds: number, random: () => number): Promise<Torture> => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-torture-'));
  const text = join(folder, 'accord.txt');
  copyFileSync(SAMPLE, text);
  const result: Torture = { rounds, saved: 0, torn: 0, lost: 0 };
  let [book, before] = [0, 0];
  try {
    for (let round = 0; round < rounds; round++) {
      const log = join(folder, `${book}.jsonl`);
      const shown = await killOnce(text, log, Math.floor(random() * 300));
      const { ledger, entries, torn } = readLog(log);
      const decided = [...ledger.held.values()].filter(({ verdict }) => isDecided(verdict)).length;
      result.lost += Math.max(0, shown.decided - decided);
      result.saved += entries.length - before;
      before = entries.length;
      if (torn > 0) result.torn++;
      if (decided * 2 > shown.of) [book, before] = [book + 1, 0];
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

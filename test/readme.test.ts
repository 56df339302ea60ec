/**
 * What the README shows is what the program prints: every command in it is run in a folder as fresh as a clone.
 * README_UPDATE=1 writes what is printed now into the README.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewScreen } from '../src/bench/review-screen.ts';
import { lacuna, lines, prepare } from './cli-run.ts';
import { accuracy, partOf, screen, stepsOf, withPart, withPrinted } from './readme-page.ts';

const UPDATE = process.env['README_UPDATE'] === '1';
const PAGE = 'README.md';
const GOLD = existsSync('../shared/domain/gold');
const readme = readFileSync(PAGE, 'utf8');

/** What a reader may not have; a command that needs it is left out there. */
const missing = ['jq', 'parallel'].filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
if (missing.length > 0) console.log(`no ${missing.join(', ')}: commands of the README that need it are not tried`);
const isSkipped = (command: string): boolean => missing.some((tool) => command.includes(tool));

const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
beforeAll(async () => {
  await prepare();
  for (const name of ['corpus', 'fixtures', 'rules']) symlinkSync(resolve(name), join(folder, name));
  const npx = join(folder, 'npx');
  writeFileSync(npx, `#!/bin/sh\nshift\nexec ${process.execPath} ${resolve('dist/cli.js')} "$@"\n`);
  chmodSync(npx, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string): { status: number | null; printed: string } => {
  const { status, stdout } = spawnSync('sh', ['-c', `{ ${command}\n} 2>&1`], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` }, maxBuffer: 1 << 28 });
  return { status, printed: stdout.trimEnd().replaceAll(/ +$/gmu, '') };
};

const reviewFrame = async (): Promise<string> => `\`\`\`text\n${await reviewScreen()}\n\`\`\``;

describe.runIf(UPDATE)('the README is brought up to date', () => {
  it('with what the program prints now', async () => {
    const told = withPart(withPrinted(readme, (command) => (isSkipped(command) ? null : run(command).printed)), 'screen', screen());
    const printed = withPart(told, 'review screen', await reviewFrame());
    writeFileSync(PAGE, GOLD ? withPart(printed, 'accuracy', accuracy()) : printed);
  }, 300_000);
});

describe.skipIf(UPDATE)('the README', () => {
  const steps = stepsOf(readme);
  it('shows the screen of "npm start"', () => expect(partOf(readme, 'screen')).toBe(screen()));
  it('shows the screen of a review', async () => expect(partOf(readme, 'review screen')).toBe(await reviewFrame()), 30_000);
  it('has commands to try', () => expect(steps.length).toBeGreaterThan(15));
  it.each(steps.filter(({ command }) => !isSkipped(command)))('$command', ({ command, shown }) => {
    const { status, printed } = run(command);
    expect(printed).toBe(shown);
    expect(status).toBe(0);
  });
  it('names every command, and no other', () => {
    const known = lines(lacuna(['--help']).stdout).flatMap((line) => /^ {2}([a-z]+)(?: \[|  )/u.exec(line)?.[1] ?? []).filter((name) => name !== 'help');
    const named = [...readme.matchAll(/^\| `lacuna ([a-z]+)/gmu)].map((found) => found[1]!);
    expect([...new Set(named)].toSorted()).toEqual(known.toSorted());
  });
  it('names files that are there', () => {
    const named = [...readme.matchAll(/`((?:rules|src|corpus|fixtures|test)\/[\w./-]+)`/gu)].map((found) => found[1]!);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
  it.skipIf(!GOLD)('gives the figures of "lacuna evaluate"', () => expect(partOf(readme, 'accuracy')).toBe(accuracy()));
});

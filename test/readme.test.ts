/** What the README shows is what the program prints. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { lacuna, prepare } from './cli-run.ts';

beforeAll(prepare);

it('shows a screen that "npm start" really prints', () => {
  const readme = readFileSync('README.md', 'utf8');
  const screen = readme.slice(readme.indexOf('<!-- screen -->'), readme.indexOf('<!-- end of screen -->'));
  const blocks = [...screen.matchAll(/```text\n([\s\S]*?)\n```/gu)].map((block) => block[1]!);
  expect(blocks).toHaveLength(2);
  const { stdout } = lacuna(['analyze', '--sample', '--width', '80']);
  for (const block of blocks) expect(stdout).toContain(block);
});

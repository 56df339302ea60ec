/** The commands of the mediator's desk as a user meets them. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { lacuna, lines, prepare } from './cli-run.ts';

const [MAIN, ANNEX, CEASEFIRE] = ['main.txt', 'annex-c.txt', 'ceasefire-2017.txt'].map((name) => `fixtures/package/${name}`) as [string, string, string];

beforeAll(prepare);

describe.each(['timeline', 'matrix', 'benchmark'])('lacuna %s', (command) => {
  it('shows an example in its help', () => {
    const { status, stdout, stderr } = lacuna([command, '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  lacuna ${command} `, 'u'));
  });

  it('gives the same bytes twice, and data that is data', () => {
    const [first, second] = [lacuna([command, MAIN, '--format', 'json']), lacuna([command, MAIN, '--format', 'json'])];
    expect(first).toEqual(second);
    expect(first.status).toBe(0);
    expect(typeof JSON.parse(first.stdout)).toBe('object');
  });

  it('tells in one line what is at fault', () => {
    expect(lacuna([command, 'none.txt'])).toEqual({ status: 2, stdout: '', stderr: 'lacuna: none.txt: no such file. Check the path.\n' });
  });
});

describe('a package', () => {
  it('is one text in every command', () => {
    const { status, stdout } = lacuna(['timeline', MAIN, '--with', ANNEX, CEASEFIRE, '--format', 'csv']);
    expect(status).toBe(0);
    expect(stdout).toContain('the signature,90,,within 90 days of the signing,');
    expect(stdout).toContain(',ANNEX C(1) of annex-c.txt,1,');
    expect(stdout).toContain('signature (ceasefire-2017.txt),3,');
  });

  it('has one frozen text, and one report', () => {
    const { stdout: layer } = lacuna(['analyze', MAIN, ANNEX, '--together', '--format', 'text-layer']);
    expect(layer).toBe([MAIN, ANNEX].map((path) => lines(readFileSync(path, 'utf8')).filter(Boolean).join('\n')).join('\n') + '\n');
    const { document } = JSON.parse(lacuna(['analyze', MAIN, ANNEX, '--together', '--format', 'json']).stdout) as { document: { files: { name: string }[]; characters: number } };
    expect(document.files.map(({ name }) => name)).toEqual(['main.txt', 'annex-c.txt']);
    expect(document.characters).toBe(layer.length - 1);
  });

  it('is explained by label, in the main text first', () => {
    const top = (article: string): string => lines(lacuna(['explain', MAIN, article, '--with', ANNEX, CEASEFIRE]).stdout)[0]!;
    expect(top('Article 3')).toBe('Chapter 1 > Article 3 (heading, under "Disputes", page 1 of main.txt)');
    expect(top('ceasefire-2017.txt Article 3')).toBe('Article 3 (heading, under "Crossings", page 1 of ceasefire-2017.txt)');
  });

  it('names every file once', () => {
    expect(lacuna(['analyze', MAIN, MAIN, '--together'])).toEqual({ status: 2, stdout: '', stderr: `lacuna: ${MAIN}: named twice. Name every file of a package once.\n` });
  });

  it('needs all its files', () => {
    expect(lacuna(['analyze', MAIN, 'none.txt', '--together'])).toEqual({ status: 2, stdout: '', stderr: 'lacuna: none.txt: no such file. Check the path.\n' });
  });
});

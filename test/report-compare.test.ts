/** The page of a comparison: both drafts side by side, and nothing that they could break. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacuna, prepare } from './cli-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(prepare);

const pageOf = (old: string, fresh: string): { source: string; root: HTMLElement } => {
  const { stdout, stderr } = lacuna(['compare', old, fresh, '--format', 'html']);
  expect(stderr).toBe('');
  return { source: stdout, root: parse(stdout) };
};
const column = (root: HTMLElement, at: 1 | 2): string => root.querySelectorAll(`.side tr > td:nth-child(${at}) > p`).map((cell) => cell.text).join('\n');

const [old, fresh] = ['fixtures/compare/draft-3.txt', 'fixtures/compare/draft-4.txt'] as const;

describe('two drafts side by side', () => {
  it('hold every word of either draft, in the order of the later one', async () => {
    const { root } = pageOf(old, fresh);
    const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
    const read = (file: string): string[] => words(lacuna(['analyze', file, '--format', 'text-layer']).stdout);
    expect(words(column(root, 2))).toEqual(read(fresh));
    expect(words(column(root, 1)).toSorted()).toEqual(read(old).toSorted());
  });
  it('mark what went and what came', () => {
    const { root } = pageOf(old, fresh);
    const row = root.querySelectorAll('.side tr').find((each) => each.text.includes('Foreign fighters'))!;
    expect(row.querySelectorAll('del').map(({ text }) => text.trim())).toContain('leave');
    expect(row.querySelectorAll('ins').map(({ text }) => text.trim())).toEqual(expect.arrayContaining(['depart', 'from']));
    const gone = root.querySelectorAll('.side tr').find((each) => each.text.includes('monthly allowance'))!;
    expect(gone.querySelectorAll('td').map(({ text }) => text === '')).toEqual([false, true]);
  });
  it('show each decision as a square in both', () => {
    const rows = pageOf(old, fresh).root.querySelectorAll('.drafts .squares');
    expect(rows).toHaveLength(2);
    expect(rows[0]!.querySelectorAll('.square').length).toBe(rows[1]!.querySelectorAll('.square').length);
    expect(rows[0]!.innerHTML).not.toBe(rows[1]!.innerHTML);
  });
  it('of the same text: say so, and fold it', () => {
    const { root } = pageOf(old, old);
    expect(root.querySelectorAll('.changed, ins, del')).toHaveLength(0);
    expect(root.querySelectorAll('details')).toHaveLength(1);
  });
  it('stay whole whatever a draft or its name holds', () => {
    const named = join(folder, '<img src=x onerror=a>.txt');
    copyFileSync(fresh, named);
    const { source } = pageOf('fixtures/report/hostile.txt', 'corpus/kesh-framework.en.txt');
    expect(source).not.toMatch(/<(?:script|img|iframe|object|base|form|link|math|meta http-equiv="refresh)\b/iu);
    expect(source.match(/<\/style>/giu)).toHaveLength(1);
    expect(pageOf(named, old).source).not.toMatch(/<img/iu);
  });
});

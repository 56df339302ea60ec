/** ripgrep over the same files with the same phrases: what a fast search that knows no grammar takes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledRules } from '../rules/compile.ts';
import type { Tokens, Vocabulary } from '../tokens.ts';
import { fastest } from './measure.ts';

/** Every phrase of the rules, each stem written as the form of it that the texts use most. */
export const phrasesOf = (rules: CompiledRules, texts: readonly Tokens[], vocabulary: Vocabulary): string[] => {
  const counts = new Map<number, number>();
  for (const { word, count } of texts) for (let i = 0; i < count; i++) counts.set(word[i]!, (counts.get(word[i]!) ?? 0) + 1);
  const forms = new Map<string, string>();
  for (const [word] of [...counts].toSorted((a, b) => a[1] - b[1])) forms.set(vocabulary.stems[word]!, vocabulary.forms[word]!);
  const written = (test: string): string => (test.startsWith('=') ? test.slice(1) : (forms.get(test) ?? test));
  const phrases = rules.phrases.filter((phrase) => !phrase.includes('<'));
  return [...new Set(phrases.map((phrase) => phrase.split(' ').map(written).join(' ').toLowerCase()))].toSorted();
};

/** Milliseconds of `rg -ciwF -f phrases files`, and of its start alone (an empty file), or null when there is no ripgrep. */
export const ripgrepTimes = async (phrases: readonly string[], files: readonly string[]): Promise<{ whole: number; start: number } | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-bench-'));
  try {
    const list = join(folder, 'phrases.txt');
    writeFileSync(list, `${phrases.join('\n')}\n`);
    const nothing = join(folder, 'empty.txt');
    writeFileSync(nothing, '');
    const run = (paths: readonly string[]) => spawnSync('rg', ['-ciwF', '-f', list, ...paths], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (run([nothing]).error !== undefined) return null;
    return { whole: await fastest(() => run(files)), start: await fastest(() => run([nothing])) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

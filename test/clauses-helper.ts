/** Builds frozen documents from plain strings for the clause tests: one line, one block. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Block, Document } from '../src/document.ts';
import { type Numbering, numberingSchema } from '../src/rules/numbering.ts';

export const documentOf = (text: string, hints: Readonly<Record<number, Block['hint']>> = {}): Document => {
  const lines: Document['lines'][number][] = [];
  let start = 0;
  text.split('\n').forEach((line, i) => {
    const hint = hints[i];
    lines.push({ start, end: start + line.length, page: 1, ...(hint && { hint }) });
    start += line.length + 1;
  });
  return { title: '', language: 'en', text, lines, pages: 1, fileSha256: '', textSha256: '', limits: [] };
};

export const numberingFile = (language: string): Numbering =>
  numberingSchema.parse(parse(readFileSync(fileURLToPath(new URL(`../rules/${language}/numbering.yml`, import.meta.url)), 'utf8')));

export const english = [numberingFile('en')];

/** Golden clause lists: each `fixtures/clauses/<name>/input.txt` has the list that must come out of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../src/analysis.ts';
import { clauseSchema } from '../src/analysis.ts';
import { citation, splitClauses } from '../src/clauses.ts';
import { documentOf, english } from './clauses-helper.ts';

const folder = fileURLToPath(new URL('../fixtures/clauses/', import.meta.url));

/** One line per clause: kind, id, what it leans on, its text. */
const listing = (text: string, clauses: readonly Clause[]): string =>
  clauses
    .map((c) => {
      const notes = [c.chapeau && `completes ${c.chapeau}`, c.annex && `annex ${c.annex}`, c.heading && c.kind !== 'heading' && `under ${c.heading}`];
      return `${'  '.repeat(c.path.length)}${c.kind} <${c.id}> ${text.slice(c.start, c.end).replace(/\n/gu, ' / ')}  {${notes.filter(Boolean).join(', ')}}\n`;
    })
    .join('');

const kinds = (text: string): string[] => splitClauses(documentOf(text), english).map((c) => c.kind);

describe('clause tree of the fixtures', () => {
  it.each(readdirSync(folder))('%s', (name) => {
    const text = readFileSync(`${folder}${name}/input.txt`, 'utf8');
    const file = `${folder}${name}/clauses.txt`;
    const found = listing(text, splitClauses(documentOf(text), english));
    expect(found).toBe(readFileSync(file, 'utf8'));
  });

  it('fits the contract', () => {
    const text = readFileSync(`${folder}dotted/input.txt`, 'utf8');
    expect(() => clauseSchema.array().parse(splitClauses(documentOf(text), english))).not.toThrow();
  });

  it('can always be cited below the first label', () => {
    const text = 'Article 7\nThe army stays in barracks.\nThe police may patrol.';
    expect(splitClauses(documentOf(text), english).map(citation)).toEqual(['Article 7', 'Article 7', 'Article 7']);
  });

  it('leaves margin notes out and never spans one', () => {
    const text = '1. The army shall withdraw from\nWithdrawal\nthe port of Dael.';
    const clauses = splitClauses(documentOf(text, { 1: 'note' }), english);
    expect(clauses.map((c) => text.slice(c.start, c.end))).toEqual(['1. The army shall withdraw from', 'the port of Dael.']);
  });

  it('keeps table rows as they are and takes a format heading at its word', () => {
    const text = 'The ceasefire\nThe Parties cease fire.\nMonth | Step\n1 | Assembly';
    const clauses = splitClauses(documentOf(text, { 0: 'heading', 2: 'table', 3: 'table' }), english);
    expect(clauses.map((c) => c.kind)).toEqual(['title', 'paragraph', 'table', 'table']);
  });

  it('knows a table of contents by its leaders, or by lines that all come again', () => {
    const body = 'Chapter 1. General\n1. Name\nThis is the Charter.\n2. Term\nIt lasts a year.\nChapter 2. Forces\n3. Command\nThe Council commands.';
    const rest = ['heading', 'heading', 'paragraph', 'heading', 'paragraph', 'heading', 'heading', 'paragraph'];
    const entries = ['Chapter 1. General', '1. Name', '2. Term', 'Chapter 2. Forces', '3. Command'];
    const five = entries.map(() => 'contents');
    expect(kinds(`${entries.map((e, i) => `${e} . . . . . . ${i + 2}`).join('\n')}\n${body}`)).toEqual([...five, ...rest]);
    expect(kinds(`${entries.join('\n')}\n${body}`)).toEqual([...five, ...rest]);
    expect(kinds(`Table of contents\n${entries.join('\n')}\n${body}`)).toEqual(['contents', ...five, ...rest]);
  });
});

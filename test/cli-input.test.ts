/** Every kind of file, good and bad, through the built program: what a bundler breaks shows only here. */
import { zipSync, strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { lacuna, lines, prepare } from './cli-run.ts';
import { docx, p } from './docx-builder.ts';
import { column, pdf } from './pdf-builder.ts';

const SENTENCE = 'The Joint Board shall determine the size of the national army.';

beforeAll(prepare);

describe('every kind of file is read', () => {
  it.each([
    ['docx', docx(p('1. Forces') + p(`1.1. ${SENTENCE}`))],
    ['pdf', pdf([column(['1. Forces', `1.1. ${SENTENCE}`], { x: 72, y: 700 })])],
    ['html', strToU8(`<html><body><h1>Forces</h1><p>1.1. ${SENTENCE}</p></body></html>`)],
    ['text in UTF-16', Buffer.from(`\ufeff1. Forces\n\n1.1. ${SENTENCE}\n`, 'utf16le')],
  ])('%s', (_kind, bytes) => {
    const { status, stdout, stderr } = lacuna(['analyze', '-', '--lang', 'en', '--format', 'json'], Buffer.from(bytes));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { provisions } = JSON.parse(stdout) as { provisions: { label: string; status: string }[] };
    expect(provisions.filter((provision) => provision.label === '1.1').map((provision) => provision.status)).toEqual(['DELEGATED']);
  });
});

describe('what cannot be read is one line and exit code 2', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['an archive that is no document', Buffer.from(zipSync({ 'a.txt': strToU8('hello') })), 'no Word document'],
    ['a PDF that breaks off', Buffer.from(pdf([column([SENTENCE], { x: 72, y: 700 })])).subarray(0, 300), 'PDF'],
    ['a PDF without text', Buffer.from(pdf([[]])), 'no text layer'],
    ['rubbish', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'not a text'],
  ])('%s', (_what, bytes, words) => {
    const { status, stdout, stderr } = lacuna(['analyze', '-'], bytes);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain(words);
  });

  it.each([
    ['missing.txt', 'no such file'],
    ['fixtures', 'a folder'],
  ])('%s', (path, words) => {
    const { status, stderr } = lacuna(['analyze', path]);
    expect([status, lines(stderr).length]).toEqual([2, 1]);
    expect(stderr).toContain(words);
  });
});

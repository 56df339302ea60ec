/** Every reader: paragraphs come back as they were put in, and damaged bytes give blocks or a Failure, nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../src/document.ts';
import { Failure } from '../src/failure.ts';
import { readSource } from '../src/read/index.ts';
import { docx, p } from './docx-builder.ts';
import { column, pdf } from './pdf-builder.ts';

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const word = fc.stringMatching(/^[a-zA-Zé]{2,9}$/u);
/** Sentences that no format takes for a label, a heading or a running line. */
const paragraph = fc.tuple(word, fc.array(fc.oneof(word, fc.constantFrom('&', '<b>', 'R&D', 'a<b')), { minLength: 3, maxLength: 12 })).map(([first, rest]) => `The ${first} ${rest.join(' ')} ends.`);
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });
const page = (lines: readonly string[]): string => `<html><body>${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</body></html>`;
const word97 = (lines: readonly string[]): Uint8Array => docx(lines.map((line) => p(escaped(line))).join(''));

const makers: Record<string, { name: string; make: (lines: readonly string[]) => Uint8Array }> = {
  text: { name: 'a.txt', make: (lines) => Buffer.from(lines.join('\n')) },
  HTML: { name: 'a.html', make: (lines) => Buffer.from(page(lines)) },
  Word: { name: 'a.docx', make: word97 },
};

const textsOf = async (bytes: Uint8Array, name: string): Promise<string[]> => (await readSource({ bytes, name })).blocks.map(({ text }) => text);

describe.each(Object.entries(makers))('%s', (_, { name, make }) => {
  it('gives its paragraphs back', async () => {
    await fc.assert(fc.asyncProperty(paragraphs, async (lines) => {
      expect(await textsOf(make(lines), name)).toEqual(lines);
    }), { numRuns: 60 });
  });
});

it('PDF: gives the letters of its lines back, in order', async () => {
  const plain = fc.array(fc.stringMatching(/^[a-z]{2,9}$/u), { minLength: 3, maxLength: 8 }).map((words) => words.join(' '));
  await fc.assert(fc.asyncProperty(fc.array(plain, { minLength: 1, maxLength: 6 }), async (lines) => {
    const read = await textsOf(pdf([column(lines, { x: 60, y: 100, leading: 30 })]), 'a.pdf');
    expect(read.join('').replace(/\s/gu, '')).toBe(lines.join('').replace(/\s/gu, ''));
  }), { numRuns: 20 });
});

/** Bytes with some of them overwritten, and the end cut off. */
const damage = fc.record({ puts: fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), { maxLength: 8 }), keep: fc.double({ min: 0.5, max: 1, noNaN: true }) });

const LINES = ['The Board & the Council meet.', 'The Panel decides within ten days.', 'The Parties agree.'];
describe.each<[string, string, Uint8Array, number]>([
  ['text', 'a.txt', Buffer.from(LINES.join('\n')), 100],
  ['Markdown', 'a.md', Buffer.from(`# Title\n\n- ${LINES.join('\n- ')}\n\n| a | b |\n|---|---|\n| c | d |\n`), 100],
  ['HTML', 'a.html', Buffer.from(page(LINES)), 100],
  ['Word', 'a.docx', word97(LINES), 100],
  ['PDF', 'a.pdf', pdf([column(LINES, { x: 60, y: 100 })]), 25],
])('damaged %s', (_, name, whole, numRuns) => {
  it('gives blocks of clean text, or a Failure', async () => {
    await fc.assert(fc.asyncProperty(damage, async ({ puts, keep }) => {
      const bytes = Buffer.from(whole).subarray(0, Math.ceil(whole.length * keep));
      for (const [at, value] of puts) bytes[Math.floor(at * bytes.length)] = value;
      let source;
      try {
        source = await readSource({ bytes, name });
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
        return;
      }
      for (const block of source.blocks) {
        expect(block.text).not.toMatch(/[\n\r]/u);
        expect(block.page).toBeGreaterThanOrEqual(1);
        expect(block.page).toBeLessThanOrEqual(source.pages);
      }
      const { text, lines } = makeDocument(source, 'en');
      expect(lines.every(({ start, end }) => start >= 0 && start <= end && end <= text.length)).toBe(true);
    }), { numRuns });
  });
});

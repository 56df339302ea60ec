import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../src/document.ts';
import { Failure } from '../src/failure.ts';
import { readSource } from '../src/read/index.ts';
import { column, pdf, type Put } from './pdf-builder.ts';

const blocksOf = async (pages: readonly (readonly Put[])[]): Promise<{ text: string; page: number; hint?: string; level?: number }[]> =>
  [...(await readSource({ bytes: pdf(pages), name: 'a.pdf' })).blocks];

/** Body lines 66 letters wide at most: 396 points from x = 180. */
const BODY = [
  'The Parties establish a Joint Commission of eight members which',
  'supervises the cantonment of forces, verifies the lists of those',
  'who take part, and reports to the Guarantors of the Orlund Accord',
  'every month.',
];
const JOINED = BODY.join(' ');

const frame = (number: number): Put[] => [{ text: 'Orlund Accord', x: 60, y: 40 }, { text: `Page ${number} of 3`, x: 300, y: 810 }];

describe('readPdf', () => {
  it('joins lines into paragraphs at gaps and labels', async () => {
    const page = [
      ...column(BODY, { x: 60, y: 100 }),
      ...column(['(a) the Commission decides by consensus of all members who', 'are present;', '(b) it sits in Kesh.'], { x: 60, y: 148 }),
      ...column(['A paragraph after a gap.'], { x: 60, y: 210 }),
    ];
    expect((await blocksOf([page])).map(({ text }) => text)).toEqual([
      JOINED, '(a) the Commission decides by consensus of all members who are present;', '(b) it sits in Kesh.', 'A paragraph after a gap.',
    ]);
  });

  it('drops running headers, footers and page numbers, and reads a sentence over the page end', async () => {
    const pages = [
      [...frame(1), ...column(BODY.slice(0, 2), { x: 60, y: 100 })],
      [...frame(2), ...column(BODY.slice(2), { x: 60, y: 100 })],
      [...frame(3), ...column(['The last page.'], { x: 60, y: 100 })],
    ];
    expect(await blocksOf(pages)).toEqual([{ text: JOINED, page: 1 }, { text: 'The last page.', page: 3 }]);
  });

  it('keeps a heading that only looks like a page number', async () => {
    const pages = ['one', 'two'].map((name, at) => [{ text: `Article ${at + 1}`, x: 60, y: 40 }, { text: `Text ${name}.`, x: 60, y: 100 }]);
    expect((await blocksOf(pages)).map(({ text }) => text)).toEqual(['Article 1', 'Text one.', 'Article 2', 'Text two.']);
  });

  it('sets margin labels apart and never reads them into a sentence', async () => {
    const page = [...column(BODY, { x: 180, y: 100 }), ...column(['Oversight', 'of forces'], { x: 60, y: 112, size: 7, leading: 8 })];
    expect(await blocksOf([page])).toEqual([{ text: JOINED, page: 1 }, { text: 'Oversight of forces', page: 1, hint: 'note' }]);
  });

  it('does not take the first column of a table for a margin', async () => {
    const rows = ['JMC', 'JTC', 'DDR'].flatMap((acronym, at) => [{ text: acronym, x: 60, y: 100 + 12 * at }, { text: `Name of the body number ${at}`, x: 180, y: 100 + 12 * at }]);
    expect((await blocksOf([rows])).map(({ text }) => text)).toEqual(['JMC Name of the body number 0', 'JTC Name of the body number 1', 'DDR Name of the body number 2']);
  });

  it('sets footnotes apart', async () => {
    const pages = [
      [...column(BODY.slice(0, 2), { x: 60, y: 700 }), ...column(['1 See the protocol.'], { x: 60, y: 780, size: 8 })],
      column(BODY.slice(2), { x: 60, y: 100 }),
    ];
    expect(await blocksOf(pages)).toEqual([{ text: JOINED, page: 1 }, { text: '1 See the protocol.', page: 1, hint: 'note' }]);
  });

  it('tells headings by size, in levels', async () => {
    const page = [
      { text: 'ORLUND ACCORD', x: 60, y: 60, size: 18 }, { text: 'Chapter 1', x: 60, y: 84, size: 13 }, ...column(BODY, { x: 60, y: 110 }),
    ];
    expect(await blocksOf([page])).toEqual([
      { text: 'ORLUND ACCORD', page: 1, hint: 'heading', level: 1 }, { text: 'Chapter 1', page: 1, hint: 'heading', level: 2 }, { text: JOINED, page: 1 },
    ]);
  });

  it('leaves the lines of a table of contents as they are', async () => {
    const page = column(['Preamble ............................ 1', 'Security ............................ 2'], { x: 60, y: 100 });
    expect((await blocksOf([page])).length).toBe(2);
  });

  it('reads the text that the file states for a ligature', async () => {
    const flate = await import('node:zlib');
    // Browsers pack their content streams; the builder does not, so this one is packed by hand.
    const plain = Buffer.from(pdf([[{ text: 'cease', x: 60, y: 100 }, { text: '#', x: 90, y: 100, actual: 'fi' }, { text: 're', x: 96, y: 100 }]])).toString('latin1');
    const content = /stream\n([^]*?)\nendstream/u.exec(plain)![1]!;
    const packed = flate.deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
    const file = plain.replace(/<<\/Length \d+>>\nstream\n[^]*?\nendstream/u, () => `<</Filter /FlateDecode /Length ${packed.length}>>\nstream\n${packed}\nendstream`);
    // Offsets behind the stream have moved; pdf.js finds the objects again.
    const source = await readSource({ bytes: Uint8Array.from(Buffer.from(file, 'latin1')), name: 'a.pdf' });
    expect(makeDocument(source).text).toBe('ceasefire');
  });

  it('names pages without text and text at an angle', async () => {
    const source = await readSource({ bytes: pdf([[{ text: 'Text.', x: 60, y: 100 }, { text: 'DRAFT', x: 200, y: 400, tilted: true }], [], []], { title: 'Orlund Accord' }), name: 'a.pdf' });
    expect(source).toMatchObject({ pages: 3, title: 'Orlund Accord', blocks: [{ text: 'Text.', page: 1 }] });
    expect(source.limits).toEqual([{ what: 'no text layer (an image?)', where: 'pages 2-3' }, { what: 'text set at an angle left out', where: 'page 1' }]);
  });

  const broken = pdf([[{ text: 'Text.', x: 60, y: 100 }]]);
  it.each([
    ['no text layer (pictures of pages)', pdf([[], []])],
    ['the PDF is cut short', broken.slice(0, -60)],
    ['the PDF is damaged', Buffer.from('%PDF-1.4\nnothing of one\n%%EOF\n')],
  ])('refuses: %s', async (message, bytes) => {
    const error = await readSource({ bytes, name: 'a.pdf' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).message).toBe(message);
  });

  const sudan = new URL('../../shared/agreements/pdf/sudan-constitutional-charter-2019.en.pdf', import.meta.url);
  it.skipIf(!existsSync(sudan))('reads a real charter: chapter 11 without its margin labels (needs ../shared)', async () => {
    const { text } = makeDocument(await readSource({ path: sudan.pathname }));
    const chapter = text.split('\n').slice(text.split('\n').lastIndexOf('Chapter 11. Uniformed Agencies'));
    expect(chapter.slice(0, 12).map((line) => line.slice(0, 6))).toEqual(['Chapte', '35. Ar', '1. The', '2. The', '36. Po', '1. The', '2. The', '37. Ge', 'The Ge', 'Establ', '38. Mi', 'Notwit']);
    expect(chapter[11]).toMatch(/ competent\.$/u);
  });
});

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../src/document.ts';
import { decode } from '../src/read/encoding.ts';
import { readSource } from '../src/read/index.ts';
import { readText, textBlocks } from '../src/read/text.ts';

const texts = (text: string): string[] => textBlocks(text).blocks.map((block) => block.text);

describe('decode', () => {
  const french = 'Les Parties déclarent l’arrêt des hostilités. Le Comité siège à Orlund.';
  const arabic = 'المادة الأولى: وقف إطلاق النار. تتولى اللجنة المشتركة الإشراف على التنفيذ.';

  it.each([
    ['utf8', french], ['utf16le', french], ['utf16be', arabic], ['win1252', french], ['win1256', arabic],
    ['win1256', `Article 1 (المادة الأولى) ${arabic}`],
  ])('tells %s', async (encoding, text) => {
    expect((await decode(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf') }))).text).toBe(text);
  });

  it('tells UTF-16 without a mark', async () => {
    expect((await decode(iconv.encode(french, 'utf16le', { addBOM: false }))).text).toBe(french);
  });
  it('says what it guessed', async () => {
    expect((await decode(iconv.encode(arabic, 'win1256'))).limits).toEqual([{ what: 'the encoding is not declared; read as windows-1256', where: null }]);
  });
  it('believes a declared charset', async () => {
    expect((await decode(iconv.encode('Ґanok', 'win1251'), 'windows-1251')).text).toBe('Ґanok');
  });
  it('keeps UTF-8 with a damaged byte', async () => {
    const damaged = Buffer.concat([Buffer.from('é'.repeat(50)), Buffer.from([0xff])]);
    expect(await decode(damaged)).toEqual({ text: `${'é'.repeat(50)}\ufffd`, limits: [{ what: '1 damaged characters (the file is not clean UTF-8)', where: null }] });
  });
  it('gives any UTF-8 text back (property)', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && !text.startsWith('\ufeff')), async (text) => {
      expect((await decode(Buffer.from(text))).text).toBe(text);
    }));
  });
});

describe('text with one paragraph on a line', () => {
  it('takes each line as a block', () => {
    expect(texts('Article 1\n\nThe Parties agree.\r\n(a) first;\r(b) second.')).toEqual(['Article 1', 'The Parties agree.', '(a) first;', '(b) second.']);
  });
  it('counts pages by form feeds', () => {
    expect(textBlocks('one\ftwo\f')).toEqual({ blocks: [{ text: 'one', page: 1 }, { text: 'two', page: 2 }], pages: 2 });
  });
});

const page = (number: number, body: string): string => `Orlund Accord                          Final text\n\n${body}\n\n                 Page ${number} of 4`;

describe('hard-wrapped text', () => {
  const wrapped = [
    'Article 1. The Joint Commission',
    '',
    'The Parties establish a Joint Commission of eight members which',
    'supervises the cantonment of forces, verifies the lists of those',
    'who take part, and reports to the Guarantors of the Orlund Accord',
    'every month.',
    '1. The Commission decides by consensus of all the members who are',
    'present at the meeting.',
    '2. It sits in Kesh.',
    '',
    'The costs are borne by the Government of Valdora in equal parts of',
    'its regular budget and of the reconstruction fund.',
  ].join('\n');

  it('joins lines into paragraphs and keeps items apart', () => {
    expect(texts(wrapped)).toEqual([
      'Article 1. The Joint Commission',
      'The Parties establish a Joint Commission of eight members which supervises the cantonment of forces, verifies the lists of those who take part, and reports to the Guarantors of the Orlund Accord every month.',
      '1. The Commission decides by consensus of all the members who are present at the meeting.',
      '2. It sits in Kesh.',
      'The costs are borne by the Government of Valdora in equal parts of its regular budget and of the reconstruction fund.',
    ]);
  });

  it('reads over page ends, headers, footers and page numbers', () => {
    const [one, two] = [wrapped.slice(0, wrapped.indexOf('supervises')).trimEnd(), wrapped.slice(wrapped.indexOf('supervises'))];
    const [three, four] = ['The third page has a text of its own, which is', 'The last page closes with the signatures that'].map((text) => `${text}\nshort enough.`);
    const blocks = textBlocks([page(1, one), page(2, two), page(3, three!), page(4, four!)].join('\f')).blocks;
    expect(blocks).toEqual([
      ...texts(wrapped).map((text, at) => ({ text, page: at < 2 ? 1 : 2 })),
      { text: 'The third page has a text of its own, which is short enough.', page: 3 },
      { text: 'The last page closes with the signatures that short enough.', page: 4 },
    ]);
  });

  it('keeps the labels of a margin column out of the sentences', () => {
    const indent = ' '.repeat(30);
    const body = wrapped.split('\n').map((line) => (line === '' ? '' : indent + line));
    body[3] = `  Oversight of forces         ${body[3]!.trimStart()}`;
    body.splice(5, 0, '  Reports');
    const blocks = textBlocks(body.join('\n')).blocks;
    expect(blocks.filter(({ hint }) => hint === 'note').map(({ text }) => text)).toEqual(['Oversight of forces', 'Reports']);
    expect(blocks.filter(({ hint }) => hint !== 'note').map(({ text }) => text)).toEqual(texts(wrapped));
  });

  it('joins a label that stands alone with its text', () => {
    expect(texts(`${wrapped}\n\n3.\nThe seat is Kesh.`).at(-1)).toBe('3. The seat is Kesh.');
  });

  it('loses no word, however the lines fall (property)', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}[.,;]?$/u);
    fc.assert(fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 30 }), (rows) => {
      const text = rows.map((row) => row.join(' ')).join('\n');
      expect(texts(text).join(' ').split(/\s+/u)).toEqual(text.split(/\s+/u));
    }));
  });
});

it('reads a long line without spaces', async () => {
  const source = await readSource({ bytes: Buffer.from('x'.repeat(90_000)), name: 'a.txt' });
  expect(makeDocument(source).text.length).toBe(90_000);
});

it('says in which encoding it read', async () => {
  expect((await readText(iconv.encode('à l’état', 'win1252'))).limits.length).toBe(1);
});

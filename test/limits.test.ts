/** Past a limit: one line that says what was found and how to raise it. The hostile files of the trade, made small where a limit can be lowered. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import { LIMIT_NAMES, limits, setLimit } from '../src/limits.ts';
import { readBytes } from '../src/read/bytes.ts';
import { readSource } from '../src/read/index.ts';
import { lacuna, prepare } from './cli-run.ts';
import { docx, p } from './docx-builder.ts';
import { pdf } from './pdf-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
const usual = { ...limits };
beforeAll(prepare);
afterEach(() => LIMIT_NAMES.forEach((name) => setLimit(name, usual[name])));
afterAll(() => rmSync(folder, { recursive: true }));

const lineOf = async (bytes: Uint8Array | string, name = 'a.txt'): Promise<string> => {
  const error = await readSource({ bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes, name }).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Failure);
  return (error as Failure).line;
};

describe('limits', () => {
  it.each([
    ['characters', 10, 'An army.\nAnother one.', '20 characters, more than 10'],
    ['line-characters', 10, 'An army and another.', '20 characters in one paragraph, more than 10'],
    ['word-characters', 10, 'Armiesofthenorth', '16 characters without a space, more than 10'],
    ['nesting', 5, `<html>${'<div>'.repeat(6)}text${'</div>'.repeat(6)}</html>`, 'elements are nested too deep'],
  ] as const)('%s', async (name, value, text, what) => {
    setLimit(name, value);
    expect(await lineOf(text, name === 'nesting' ? 'a.html' : 'a.txt')).toMatch(new RegExp(`^a\\.(?:txt|html): ${what}\\. Give|Save .*, or raise the limit with --limit ${name}=NUMBER \\(now ${value}\\)\\.$`, 'u'));
  });

  it.each([
    ['pages', 1, '2 pages, more than 1'],
    ['pdf-objects', 3, '8 objects, more than 3'],
  ] as const)('%s of a PDF', async (name, value, what) => {
    setLimit(name, value);
    expect(await lineOf(pdf([[{ text: 'a', x: 9, y: 9 }], [{ text: 'b', x: 9, y: 9 }]]), 'a.pdf')).toContain(what);
  });

  it('entries, size and ratio of a ZIP container, and entries that lie about their size', async () => {
    expect(await lineOf(zipSync({ 'word/document.xml': new Uint8Array(40 * 2 ** 20) }), 'a.docx')).toContain('--limit zip-ratio=');
    setLimit('zip-entries', 1);
    expect(await lineOf(docx(p('text')), 'a.docx')).toContain('2 entries in the container, more than 1');
    setLimit('zip-entries', 10);
    setLimit('zip-megabytes', 1);
    expect(await lineOf(docx(p('text '.repeat(300_000))), 'a.docx')).toContain('--limit zip-megabytes=');
    const lying = Buffer.from(zipSync({ 'word/document.xml': [Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * i * 31) % 256)), { level: 0 }] }));
    const central = lying.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    lying.writeUInt32LE(100, central + 24);
    expect(await lineOf(lying, 'a.docx')).toContain('the ZIP container is damaged');
  });

  it('expands no entity: neither in Word files nor in pages', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
    expect(await lineOf(zipSync({ 'word/document.xml': strToU8(`${laughs}<w:document>&j;</w:document>`) }), 'a.docx')).toContain('DOCTYPE');
    const { blocks } = await readSource({ bytes: strToU8(`${laughs}<html><body><p>An army &j;</p></body></html>`), name: 'a.html' });
    expect(blocks.map(({ text }) => text).join('').length).toBeLessThan(2000);
  });

  it('a file that grows is not read in half', async () => {
    const path = join(folder, 'growing.txt');
    writeFileSync(path, 'An army. '.repeat(500_000));
    let reading = true;
    const grow = (): void => {
      if (!reading) return;
      appendFileSync(path, 'more ');
      setImmediate(grow);
    };
    const error = readBytes(path).then(() => undefined, (reason: unknown) => reason);
    grow();
    expect(((await error) as Failure).message).toBe('the file changed while it was read');
    reading = false;
  });
});

/** A PDF of one page whose content draws a form twice, which draws the next twice, and so on. */
const doubling = (times: number): string => {
  const stream = (content: string, more = ''): string => `<<${more} /Length ${content.length}>>\nstream\n${content}\nendstream`;
  const form = (next: number | null): string => stream(next === null ? 'BT /F1 9 Tf (x) Tj ET' : '/X Do /X Do', `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</Font <</F1 3 0 R>> ${next === null ? '' : `/XObject <</X ${next} 0 R>>`}>>`);
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [4 0 R] /Count 1>>', '<</Type /Font /Subtype /Type1 /BaseFont /Courier>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources <</XObject <</X 6 0 R>>>> /Contents 5 0 R>>', stream('/X Do'),
    ...Array.from({ length: times }, (_, i) => form(i === times - 1 ? null : 7 + i)),
  ];
  return `%PDF-1.4\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\n%%EOF\n`;
};

describe('what a thread reads can be stopped', () => {
  const refusal = (name: string, bytes: string | Uint8Array, args: readonly string[] = []): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const { status, stdout, stderr } = lacuna(['analyze', path, ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    return stderr;
  };

  it('a PDF that takes too long', () => {
    expect(refusal('double.pdf', Buffer.from(doubling(40), 'latin1'), ['--limit', 'page-seconds=0.5'])).toMatch(/^lacuna: .*double\.pdf: reading it takes longer than 0\.5 seconds\. [^\n]*\n$/u);
  });

  it('a PDF whose stream unpacks to gigabytes', () => {
    const content = deflateSync(deflateSync(Buffer.alloc(300 * 2 ** 20, ' '), { level: 9 }));
    const file = Buffer.concat([
      Buffer.from(`%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter [/FlateDecode /FlateDecode] /Length ${content.length}>>\nstream\n`),
      content, Buffer.from('\nendstream\nendobj\ntrailer\n<</Size 5 /Root 1 0 R>>\n%%EOF\n'),
    ]);
    expect(refusal('bomb.pdf', file, ['--limit', 'memory=150'])).toMatch(/^lacuna: .*bomb\.pdf: (?:reading it takes (?:more than 150 MB of memory|longer than)|no text layer)[^\n]*\n$/u);
  });

  it('pages that contain themselves', () => {
    expect(refusal('loop.pdf', '%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [2 0 R] /Count 1>>\nendobj\ntrailer\n<</Size 3 /Root 1 0 R>>\n%%EOF\n')).toMatch(/: the PDF is damaged\. [^\n]*\n$/u);
  });

  it('a Word file that takes too much memory', () => {
    const xml = Array.from({ length: 60_000 }, (_, i) => p(`Army ${(i * 7919) % 10_007} of ${i}`)).join('');
    expect(refusal('big.docx', docx(xml), ['--limit', 'memory=20'])).toMatch(/^lacuna: .*big\.docx: reading it takes more than 20 MB of memory\. [^\n]*\n$/u);
    expect(deflateRawSync(xml).length).toBeLessThan(2 ** 20);
  });

  it('a name with line breaks and escape codes stays one line', () => {
    const error = refusal('evil\n\u001b[31mname\u202e.txt', '');
    expect(error.split('\n')).toHaveLength(2);
    expect(error).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u);
  });

  it('--limit names what it knows', () => {
    const { status, stderr } = lacuna(['analyze', 'x.txt', '--limit', 'clauze=3']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lacuna: option '--limit <name=number>' argument 'clauze=3' is invalid\. Write a name and a number, such as pages=6000; the names are megabytes, pages, [^\n]*\n$/u);
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import { readSource } from '../src/read/index.ts';
import { docx, p } from './docx-builder.ts';
import { pdf } from './pdf-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));

const failureOf = async (input: Parameters<typeof readSource>[0]): Promise<Failure> => {
  const error = await readSource(input).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
};

const bytes = (...values: (number | string)[]): Uint8Array => Buffer.concat(values.map((value) => Buffer.from(typeof value === 'string' ? value : [value])));

describe('paths', () => {
  it('refuses a missing file, a folder, an empty file and a device, and says where', async () => {
    const missing = await failureOf({ path: join(folder, 'none.txt') });
    expect([missing.message, missing.where]).toEqual(['no such file', join(folder, 'none.txt')]);
    expect((await failureOf({ path: folder })).message).toBe('a folder, not a file');
    writeFileSync(join(folder, 'empty.txt'), '');
    expect((await failureOf({ path: join(folder, 'empty.txt') })).message).toBe('the file is empty');
    expect((await failureOf({ path: '/dev/zero' })).message).toBe('not a regular file');
    expect((await failureOf({ path: 'a\0b' })).message).toBe('no such file');
  });

  it.skipIf(process.platform === 'win32')('refuses a pipe without waiting for it', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect((await failureOf({ path: pipe })).message).toBe('not a regular file');
  });

  it.skipIf(process.getuid?.() === 0)('refuses a file it may not read', async () => {
    const locked = join(folder, 'locked.txt');
    writeFileSync(locked, 'text');
    chmodSync(locked, 0);
    expect((await failureOf({ path: locked })).message).toBe('no permission to read it');
  });

  it('reads a file and hashes its bytes', async () => {
    writeFileSync(join(folder, 'a.txt'), 'abc');
    const source = await readSource({ path: join(folder, 'a.txt') });
    expect(source).toEqual({
      kind: 'text', blocks: [{ text: 'abc', page: 1 }], pages: 1, title: '', limits: [],
      fileSha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });
});

describe('kinds', () => {
  it.each([
    ['text', 'a.txt', strToU8('Article 1')],
    ['markdown', 'a.md', strToU8('# Article 1')],
    ['markdown', 'a.txt', strToU8('## One\n\n## Two\n\n## Three')],
    ['html', 'a.txt', strToU8('<!DOCTYPE html><p>Article 1')],
    ['html', 'a.htm', strToU8('<p>Article 1')],
    ['docx', 'a.bin', docx(p('Article 1'))],
    ['pdf', 'a.txt', pdf([[{ text: 'Article 1', x: 50, y: 50 }]])],
  ] as const)('tells %s (%s)', async (kind, name, content) => {
    expect((await readSource({ bytes: content, name })).kind).toBe(kind);
  });

  it.each([
    ['an old Word file (.doc)', bytes(0xd0, 0xcf, 0x11, 0xe0, 'rest')],
    ['the document is protected by a password', bytes(0xd0, 0xcf, 0x11, 0xe0, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')],
    ['an RTF file', bytes('{\\rtf1 text}')],
    ['an image, not a text', bytes(0x89, 'PNG\r\n')],
    ['an image, not a text', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['a packed archive', bytes(0x1f, 0x8b, 8)],
    ['not a text (binary data)', bytes('text', 0, 1, 2, 3, 'text!')],
    ['a ZIP archive that is no Word document', zipSync({ 'a.txt': strToU8('text') })],
    ['an OpenDocument file', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') })],
    ['the ZIP container is damaged', docx(p('text')).slice(0, 200)],
    ['no text in it', strToU8(' \n\u00a0\n***')],
  ])('refuses %s', async (message, content) => {
    const failure = await failureOf({ bytes: content, name: 'x.dat' });
    expect(failure.message).toBe(message);
    expect(failure.where).toBe('x.dat');
    expect(failure.next).not.toBe('');
  });

  it('refuses a container that would unpack to a bomb before unpacking it', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
    expect((await failureOf({ bytes: bomb, name: 'b.docx' })).message).toBe('the file unpacks to far more than a document holds');
  });

  it('refuses XML that brings a document type', async () => {
    const zip = zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="w">&a;</w:document>') });
    expect((await failureOf({ bytes: zip, name: 'x.docx' })).message).toMatch(/DOCTYPE/u);
  });
});

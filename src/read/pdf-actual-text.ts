/**
 * Texts that a PDF states for glyphs without a code of their own (/ActualText, PDF 1.7 section 14.9.4). Browsers
 * write the ligatures "fi" and "fl" so, and pdf.js does not pass them on: "cease\0re". This reads them from the
 * content streams, in order, for files whose objects lie open, which is how browsers write them.
 */
import { inflateSync } from 'node:zlib';
import { limits } from '../limits.ts';

const decodeHex = (hex: string): string => {
  const bytes = Buffer.from(hex.replace(/\s+/gu, ''), 'hex');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
};

/** Texts stated in one content stream, in order. */
const textsIn = (content: string): string[] => [...content.matchAll(/\/ActualText\s*<([0-9a-f\s]{4,400})>/giu)].map((match) => decodeHex(match[1]!));

const inflate = (packed: Buffer): string => {
  try {
    return inflateSync(packed, { maxOutputLength: limits['zip-megabytes'] * 2 ** 20 }).toString('latin1');
  } catch {
    return '';
  }
};

/** For the object number of a page: the texts stated on it, in order; empty when the file says none or hides its objects. */
export const actualTexts = (bytes: Uint8Array): ((page: number | undefined) => string[]) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const source = file.toString('latin1');
  const offsets = new Map<string, number>();
  for (const match of source.matchAll(/(?:^|[\r\n])(\d{1,9}) 0 obj\b/gu)) offsets.set(match[1]!, match.index);
  const head = (number: string | undefined): string => {
    const at = number === undefined ? undefined : offsets.get(number);
    return at === undefined ? '' : source.slice(at, at + 2000);
  };
  return (page) => {
    const object = head(page === undefined ? undefined : `${page}`).split('endobj')[0]!;
    const contents = /\/Contents\s+(\d+) 0 R/u.exec(object)?.[1];
    const stream = /^[^]*?\/FlateDecode[^]*?\bstream\r?\n/u.exec(head(contents).split('endobj')[0]!)?.[0];
    if (stream === undefined) return [];
    const start = offsets.get(contents!)! + stream.length;
    return textsIn(inflate(file.subarray(start, source.indexOf('endstream', start))));
  };
};

/** Bytes to text: which encoding, told by byte-order mark, by validity, by declaration, and at last by statistics. */
import { isUtf8 } from 'node:buffer';
import type { Source } from '../document.ts';

type Limits = Source['limits'];

/** Text of the bytes, and what had to be guessed or replaced on the way. */
export interface Decoded {
  readonly text: string;
  readonly limits: Limits;
}

const decodeAs = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);

const byMark = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** UTF-16 without a mark: text in any script has its spaces and line ends, so NUL falls on one side of the pairs only. */
const byNuls = (bytes: Uint8Array): string | undefined => {
  const head = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  head.forEach((byte, at) => byte === 0 && nuls[at % 2]!++);
  const [even, odd] = nuls as [number, number];
  const enough = head.length / 40;
  if (bytes.length % 2 === 0 && odd > enough && even === 0) return 'utf-16le';
  if (bytes.length % 2 === 0 && even > enough && odd === 0) return 'utf-16be';
  return undefined;
};

/**
 * Windows-1252 or Windows-1256. Arabic words are runs of bytes above 0xC0; in Latin scripts accented letters
 * stand alone between ASCII letters.
 */
const byRuns = (bytes: Uint8Array): 'windows-1252' | 'windows-1256' => {
  let high = 0;
  let inRuns = 0;
  let run = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at]! >= 0xc0) {
      run++;
      continue;
    }
    high += run;
    if (run >= 3) inRuns += run;
    run = 0;
  }
  return inRuns > high / 2 ? 'windows-1256' : 'windows-1252';
};

/** True when the bytes can be nothing but UTF-16: NUL is no part of any other text. */
export const looksUtf16 = (bytes: Uint8Array): boolean => (byMark(bytes) ?? byNuls(bytes))?.startsWith('utf-16') ?? false;

/** Decodes `bytes`. `declared` is the charset that the text itself names (HTML), if any. Never throws. */
export const decode = async (bytes: Uint8Array, declared?: string): Promise<Decoded> => {
  const sure = byMark(bytes) ?? byNuls(bytes);
  if (sure !== undefined) return { text: decodeAs(bytes, sure), limits: [] };
  const text = decodeAs(bytes, 'utf-8');
  if (!text.includes('\ufffd') || isUtf8(bytes)) return { text, limits: [] };
  // Rare enough to load only now. TextDecoder would not do: that of Node 20 takes Windows-1252 for Latin-1.
  const { default: iconv } = await import('iconv-lite');
  if (declared !== undefined && iconv.encodingExists(declared) && !/^utf-?8$/iu.test(declared)) return { text: iconv.decode(bytes, declared), limits: [] };
  // Many valid sequences with a few broken ones are damaged UTF-8, not another encoding.
  const bad = text.split('\ufffd').length - 1;
  const good = text.match(/[\u0080-\ufffc]/gu)?.length ?? 0;
  if (good > bad * 10) return { text, limits: [{ what: `${bad} damaged characters (the file is not clean UTF-8)`, where: null }] };
  const label = byRuns(bytes);
  return { text: iconv.decode(bytes, label), limits: [{ what: `the encoding is not declared; read as ${label}`, where: null }] };
};

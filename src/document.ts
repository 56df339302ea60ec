/** What a reader yields, and the frozen Document that every later stage holds spans into. */
import { createHash } from 'node:crypto';
import { mendHyphens } from './hyphens.ts';

/** One block of the source, as a reader sees it. */
export interface Block {
  /** Text of one paragraph, list item, heading or table row; no line breaks inside. */
  readonly text: string;
  /** 1-based page, where the source has pages; else 1. */
  readonly page: number;
  /** What the source format itself says about the block (Word style, HTML tag, margin position), never guessed from words. */
  readonly hint?: 'heading' | 'item' | 'table' | 'note';
  /** Heading level (1 = top) where the source gives it. */
  readonly level?: number;
}

/** What a reader returns: blocks in reading order, nothing cleaned yet but line wrapping undone where the format knows it. */
export interface Source {
  readonly kind: 'text' | 'markdown' | 'html' | 'docx' | 'pdf';
  readonly blocks: readonly Block[];
  readonly pages: number;
  /** Title from metadata, or empty. */
  readonly title: string;
  /** Hex SHA-256 of the bytes. */
  readonly fileSha256: string;
  /** What the reader could not see ("page 12 is an image"). */
  readonly limits: readonly { what: string; where: string | null }[];
}

/** The frozen text with what is known of each line. Every line of `text` is one block. */
export interface Document {
  readonly title: string;
  /** ISO 639-1 code, or "und". */
  readonly language: string;
  readonly text: string;
  /** Offset at which each line of `text` starts, with the source's hint for it. */
  readonly lines: readonly { start: number; end: number; page: number; hint?: Block['hint']; level?: number }[];
  readonly pages: number;
  readonly fileSha256: string;
  readonly textSha256: string;
  readonly limits: readonly { what: string; where: string | null }[];
}

const tidyLine = (text: string): string =>
  text
    .replace(/\u00ad\s*/gu, '')
    .normalize('NFC')
    // Latin and Arabic presentation forms are glyphs, not letters; NFKC gives the letters back.
    .replace(/[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]+/gu, (run) => run.normalize('NFKC'))
    // Symbol fonts leave their bullets in the private use area.
    .replace(/\p{Co}/gu, '\u2022')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\p{Z}\t-\r\u0085]+/gu, ' ')
    // The Arabic number signs are format characters too, but visible ones.
    .replace(/(?![\u0600-\u0605\u06dd])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/ {2,}/gu, ' ')
    // PDF text layers part Arabic vowel signs from the letter they stand on.
    .replace(/ (?=[\u064b-\u0652])/gu, '')
    .trim();

/**
 * Builds the frozen text: the one place where text is cleaned. Each block becomes one line; blocks that hold
 * nothing visible vanish. `language` is "und" until a later stage tells it.
 */
export const makeDocument = (source: Source, language = 'und'): Document => {
  const tidied = source.blocks.map((block) => tidyLine(block.text));
  const mended = mendHyphens(tidied);
  const lines: Document['lines'][number][] = [];
  const texts: string[] = [];
  let start = 0;
  for (const [index, { page, hint, level }] of source.blocks.entries()) {
    const text = mended[index]!;
    if (text === '') continue;
    const end = start + text.length;
    lines.push(Object.freeze({ start, end, page, ...(hint && { hint }), ...(level && { level }) }));
    texts.push(text);
    start = end + 1;
  }
  const text = texts.join('\n');
  return Object.freeze({
    title: tidyLine(source.title),
    language,
    text,
    lines: Object.freeze(lines),
    pages: source.pages,
    fileSha256: source.fileSha256,
    textSha256: createHash('sha256').update(text).digest('hex'),
    limits: Object.freeze([...source.limits]),
  });
};

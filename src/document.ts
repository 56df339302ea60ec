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
  /** Word files: number of the paragraph in the order in which paragraphs open, from 0; of a table row its first. */
  readonly paragraph?: number;
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
  /** Only when several files are read as one: each with the number of its blocks, the main text first. */
  readonly files?: readonly { name: string; title: string; pages: number; fileSha256: string; blocks: number }[];
}

/** A file of several that are read as one, and the stretch of the frozen text that it fills. */
export interface FilePart {
  readonly name: string;
  readonly title: string;
  readonly pages: number;
  readonly fileSha256: string;
  readonly start: number;
  readonly end: number;
}

/** The frozen text with what is known of each line. Every line of `text` is one block. */
export interface Document {
  readonly title: string;
  /** ISO 639-1 code, or "und". */
  readonly language: string;
  readonly text: string;
  /** Offset at which each line of `text` starts, with the source's hint for it. */
  readonly lines: readonly { start: number; end: number; page: number; hint?: Block['hint']; level?: number; paragraph?: number }[];
  readonly pages: number;
  readonly fileSha256: string;
  readonly textSha256: string;
  readonly limits: readonly { what: string; where: string | null }[];
  /** Only when several files are read as one, the main text first; pages then count in each file by itself. */
  readonly files?: readonly FilePart[];
}

/** What makes a line need tidying; most are printable ASCII with single blanks. */
const UNTIDY = /[^ -~]| {2}|^ | $/u;

const tidyLine = (text: string): string => (UNTIDY.test(text) ? tidied(text) : text);

const tidied = (text: string): string =>
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
  const tidy = source.blocks.map((block) => tidyLine(block.text));
  const files = stretchesOf(source);
  const mended = files.flatMap(({ from, to }) => mendHyphens(tidy.slice(from, to)));
  const lines: Document['lines'][number][] = [];
  const texts: string[] = [];
  const parts: FilePart[] = [];
  let start = 0;
  for (const { from, to, file } of files) {
    const opening = start;
    for (let index = from; index < to; index++) {
      const { page, hint, level, paragraph } = source.blocks[index]!;
      const text = mended[index]!;
      if (text === '') continue;
      const end = start + text.length;
      lines.push(Object.freeze({ start, end, page, ...(hint && { hint }), ...(level && { level }), ...(paragraph !== undefined && { paragraph }) }));
      texts.push(text);
      start = end + 1;
    }
    if (file !== null) parts.push(Object.freeze({ name: file.name, title: tidyLine(file.title), pages: file.pages, fileSha256: file.fileSha256, start: opening, end: Math.max(opening, start - 1) }));
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
    limits: Object.freeze(source.limits.map(({ what, where }) => ({ what: tidyLine(what), where: where === null ? null : tidyLine(where) }))),
    ...(source.files && { files: Object.freeze(parts) }),
  });
};

/** The blocks of each file: a word that is cut at the end of one is not carried on by the next. */
const stretchesOf = ({ blocks, files }: Source): { from: number; to: number; file: NonNullable<Source['files']>[number] | null }[] => {
  if (files === undefined) return [{ from: 0, to: blocks.length, file: null }];
  let to = 0;
  return files.map((file) => ({ from: to, to: (to += file.blocks), file }));
};

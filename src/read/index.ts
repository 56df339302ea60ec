/** Any source to blocks: finds out what the bytes are and hands them to the one reader that knows. */
import { createHash } from 'node:crypto';
import type { Source } from '../document.ts';
import { Failure } from '../failure.ts';
import { readBytes } from './bytes.ts';
import { kindOf } from './kind.ts';

/** What one reader makes of the bytes; `where` names the file in a Failure. */
export type Reading = Pick<Source, 'blocks' | 'pages' | 'title' | 'limits'>;
export type Reader = (bytes: Uint8Array, where: string) => Promise<Reading>;

/** Readers load when their kind turns up: a PDF library costs more than reading most texts. */
const readers: Readonly<Record<Source['kind'], () => Promise<Reader>>> = {
  text: async () => (await import('./text.ts')).readText,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html.ts')).readHtml,
  docx: async () => (await import('./docx.ts')).readDocx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
};

/** A path ("-" is standard input), or bytes with the name they came under. Throws a Failure when they hold no text that can be read. */
export const readSource = async (input: { path: string } | { bytes: Uint8Array; name: string }): Promise<Source> => {
  const name = 'path' in input ? input.path : input.name;
  const where = name === '-' ? 'standard input' : name;
  const bytes = 'path' in input ? await readBytes(input.path) : input.bytes;
  const kind = kindOf(bytes, name, where);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  const read = await readers[kind]();
  const reading = await read(bytes, where);
  if (!reading.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    throw new Failure('no text in it', { where, next: 'Give a file that holds the text of an agreement' });
  }
  return { kind, ...reading, fileSha256 };
};

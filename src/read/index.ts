/** Any source to blocks: finds out what the bytes are and hands them to the one reader that knows. */
import { createHash } from 'node:crypto';
import type { Source } from '../document.ts';
import { Failure } from '../failure.ts';
import { holdTo, limits } from '../limits.ts';
import { canReadApart, readApart } from './apart.ts';
import { readBytes } from './bytes.ts';
import { kindOf } from './kind.ts';
import { loadReader } from './readers.ts';

/** What one reader makes of the bytes. */
export type Reading = Pick<Source, 'blocks' | 'pages' | 'title' | 'limits'>;
/** Words that the source marks as struck or inserted: as if accepted, as if rejected, or both with marks around them. */
export type Tracked = 'accepted' | 'rejected' | 'marked';
/** `where` names the file in a Failure; `onStep` is called whenever a part is read; changes count as accepted unless told otherwise. */
export type Reader = (bytes: Uint8Array, where: string, onStep?: () => void, tracked?: Tracked) => Promise<Reading>;

/** A path ("-" is standard input), or bytes with the name they came under. Throws a Failure when they hold no text that can be read. */
export const readSource = async (input: { path: string } | { bytes: Uint8Array; name: string }, tracked: Tracked = 'accepted'): Promise<Source> => {
  const name = 'path' in input ? input.path : input.name;
  const where = name === '-' ? 'standard input' : name;
  const bytes = 'path' in input ? await readBytes(input.path) : input.bytes;
  const kind = kindOf(bytes, name, where);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  const apart = (kind === 'pdf' || kind === 'docx') && canReadApart();
  const reading = apart ? await readApart(kind, bytes, where, tracked) : await (await loadReader(kind))(bytes, where, undefined, tracked);
  if (!reading.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    throw new Failure('no text in it', { where, next: 'Give a file that holds the text of an agreement' });
  }
  holdToSize(reading.blocks, where);
  return { kind, ...reading, fileSha256 };
};

const ADVICE = 'Give only the part that holds the agreement';

/** Throws a Failure for more text than any agreement holds, as a whole, in a paragraph or in a word. */
const holdToSize = (blocks: Source['blocks'], where: string): void => {
  let characters = 0;
  for (const { text } of blocks) {
    characters += text.length;
    holdTo('line-characters', text.length, 'characters in one paragraph', where, ADVICE);
    if (text.length > limits['word-characters']) holdTo('word-characters', longestWord(text), 'characters without a space', where, ADVICE);
  }
  holdTo('characters', characters, 'characters', where, ADVICE);
};

const longestWord = (text: string): number => {
  let longest = 0;
  let start = 0;
  for (const space of text.matchAll(/\s/gu)) {
    longest = Math.max(longest, space.index - start);
    start = space.index + 1;
  }
  return Math.max(longest, text.length - start);
};

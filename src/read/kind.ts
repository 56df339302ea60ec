/** What sort of file the bytes are, told by content first and by name second. */
import type { Source } from '../document.ts';
import { Failure } from '../failure.ts';
import { looksUtf16 } from './encoding.ts';

const SAVE_AS = 'Save the text as PDF, DOCX, HTML or plain text and give that file';

const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');

/** Signatures of files that are no text, with what to call them. */
const FOREIGN: readonly [RegExp, string][] = [
  [/^\{\\rtf/u, 'an RTF file'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP)/su, 'an image, not a text'],
  [/^.{4}ftyp/su, 'an image or a film, not a text'],
  [/^(?:\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/u, 'a packed archive'],
  [/^SQLite format 3\0/u, 'a database, not a text'],
];

/** Old Word files and encrypted new ones share the OLE container; only the latter name their package, in UTF-16. */
const oleFailure = (bytes: Uint8Array, where: string): Failure =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new Failure('the document is protected by a password', { where, next: 'Remove the password in Word and save it again' })
    : new Failure('an old Word file (.doc)', { where, next: 'Open it in Word or LibreOffice and save it as .docx' });

const isBinary = (bytes: Uint8Array): boolean => {
  if (looksUtf16(bytes)) return false;
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls++;
  }
  return controls > head.length / 50;
};

/** The kind of the bytes. Throws a Failure for what lacuna cannot read; `where` names the file in it. */
export const kindOf = (bytes: Uint8Array, name: string, where: string): Source['kind'] => {
  if (bytes.length === 0) throw new Failure('the file is empty', { where, next: 'Give a file that holds the text of an agreement' });
  const head = latin(bytes, 1024);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw oleFailure(bytes, where);
  const foreign = FOREIGN.find(([signature]) => signature.test(head));
  if (foreign) throw new Failure(`${foreign[1]}`, { where, next: SAVE_AS });
  if (isBinary(bytes)) throw new Failure('not a text (binary data)', { where, next: SAVE_AS });
  const plain = looksUtf16(bytes) ? head.replaceAll('\0', '') : head;
  if (/<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(plain)) return 'html';
  if (/\.x?html?$/iu.test(name)) return 'html';
  if (/\.(?:md|markdown)$/iu.test(name) || manyHeadings(bytes)) return 'markdown';
  return 'text';
};

/** Three lines that open with "##": Markdown, whatever the name says. */
const manyHeadings = (bytes: Uint8Array): boolean => (latin(bytes, 65_536).match(/^#{2,6}[^#\n]/gmu)?.length ?? 0) >= 3;

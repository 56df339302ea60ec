/** Word files (.docx): finds the parts in the container and reads the body with its styles and numbering. */
import { Failure } from '../failure.ts';
import { readBody } from './docx-body.ts';
import { readNumbering } from './docx-numbering.ts';
import { readStyles } from './docx-styles.ts';
import { decode } from './encoding.ts';
import { readNotes } from './docx-notes.ts';
import type { Reading, Tracked } from './index.ts';
import { walkXml } from './xml.ts';
import { unzip, type Container } from './zip.ts';

/** The parts that hold text or say how it is numbered; pictures, fonts and macros stay packed. */
const WANTED = /^(?:_rels\/\.rels|docProps\/core\.xml|word\/(?:document|styles|numbering|footnotes|endnotes|comments)\d*\.xml)$/u;

const noDocument = ({ names }: Container, where: string): Failure =>
  names.includes('content.xml') && names.includes('mimetype')
    ? new Failure('an OpenDocument file', { where, next: 'Save it as .docx or PDF and give that file' })
    : new Failure('a ZIP archive that is no Word document', { where, next: 'Give the document in it, as .docx, PDF or text' });

/** Path of the main part: the one that `_rels/.rels` names, which is word/document.xml in all but a few files. */
export const mainPart = (relations: string, where: string): string => {
  let path = 'word/document.xml';
  if (relations === '') return path;
  walkXml(relations, {
    open(name, { Type, Target }) {
      if (name === 'Relationship' && Type?.endsWith('/officeDocument') && Target) path = Target.replace(/^\//u, '');
    },
  }, where);
  return path;
};

const titleOf = (xml: string, where: string): string => {
  let title = '';
  let isTitle = false;
  if (xml === '') return title;
  walkXml(xml, {
    open: (name) => void (isTitle = name === 'dc:title'),
    close: () => void (isTitle = false),
    text: (text) => void (title += isTitle ? text : ''),
  }, where);
  return title;
};

/** Reads a Word file. Throws a Failure for other ZIP files, broken ones and bombs. */
export const readDocx = async (bytes: Uint8Array, where: string, _onStep?: () => void, tracked: Tracked = 'accepted'): Promise<Reading> => {
  const container = unzip(bytes, (name) => WANTED.test(name), where);
  const parts = new Map<string, string>();
  for (const [name, content] of container.parts) parts.set(name, (await decode(content)).text);
  const part = (name: string): string => parts.get(name) ?? '';
  const body = part(mainPart(part('_rels/.rels'), where));
  if (body === '') throw noDocument(container, where);
  const styleOf = readStyles(part('word/styles.xml'), where);
  const numbering = readNumbering(part('word/numbering.xml'), (style) => styleOf(style).numId, where);
  const notes = {
    footnotes: readNotes(part('word/footnotes.xml'), 'w:footnote', where),
    endnotes: readNotes(part('word/endnotes.xml'), 'w:endnote', where),
    comments: readNotes(part('word/comments.xml'), 'w:comment', where),
  };
  return { ...readBody(body, styleOf, numbering, where, notes, tracked), title: titleOf(part('docProps/core.xml'), where) };
};

/** Footnotes, endnotes and comments of a Word file: id -> text, a comment led by who wrote it. */
import { walkXml } from './xml.ts';

/** `element` is w:footnote, w:endnote or w:comment; separators, which are no notes, are left out. */
export const readNotes = (xml: string, element: string, where: string): ReadonlyMap<string, string> => {
  const notes = new Map<string, string>();
  if (xml === '') return notes;
  let open: { id: string; parts: string[] } | null = null;
  let isText = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === element && (attributes['w:type'] ?? 'normal') === 'normal') {
        const author = attributes['w:author'];
        open = { id: attributes['w:id'] ?? '', parts: author === undefined ? [] : [`${author}: `] };
      }
      if (name === 'w:t') isText = true;
      if (name === 'w:p' && open !== null && open.parts.length > 1) open.parts.push(' ');
    },
    close(name) {
      if (name === 'w:t') isText = false;
      if (name !== element || open === null) return;
      const text = open.parts.join('').trim();
      if (/[\p{L}\p{N}]/u.test(text)) notes.set(open.id, text);
      open = null;
    },
    text(text) {
      if (isText) open?.parts.push(text);
    },
  }, where);
  return notes;
};

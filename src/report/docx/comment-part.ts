/** The comments of a Word file as a part of its container: made where there is none, added to where there is (ECMA-376 part 1, 17.13.4). */
import { strFromU8, strToU8 } from 'fflate';
import { dirname, posix } from 'node:path';
import { escape } from '../html/markup.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const KINDS = {
  transitional: { relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments', words: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
  strict: { relation: 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments', words: 'http://purl.oclc.org/ooxml/wordprocessingml/main' },
};
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts with the comments added, and the id that each comment got. A comment is a list of paragraphs. */
export const withComments = (parts: ReadonlyMap<string, Uint8Array>, main: string, comments: readonly (readonly string[])[], author: string): { entries: Record<string, Uint8Array>; ids: number[] } => {
  const entries = Object.fromEntries(parts);
  const text = (name: string): string => (entries[name] === undefined ? '' : strFromU8(entries[name]));
  const kind = text(main).includes(KINDS.strict.words) ? KINDS.strict : KINDS.transitional;
  const folder = dirname(main) === '.' ? '' : `${dirname(main)}/`;
  const relationsPath = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const relations = text(relationsPath) || `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`;
  const known = targetOf(relations, kind.relation);
  const path = known === undefined ? `${folder}comments.xml` : known.startsWith('/') ? known.slice(1) : posix.join(folder, known);

  const before = text(path) || `${HEAD}<w:comments xmlns:w="${kind.words}"></w:comments>`;
  const taken = Array.from(before.matchAll(/<w:comment\s[^>]*?w:id="(-?\d+)"/gu), ([, id]) => Number(id));
  const first = taken.reduce((most, id) => Math.max(most, id), -1) + 1;
  const ids = comments.map((_, i) => first + i);
  entries[path] = strToU8(append(before, 'w:comments', comments.map((lines, i) => commentXml(ids[i]!, lines, author)).join('')));
  if (known === undefined) {
    entries[relationsPath] = strToU8(append(relations, 'Relationships', `<Relationship Id="${freeId(relations)}" Type="${kind.relation}" Target="comments.xml"/>`));
    entries['[Content_Types].xml'] = strToU8(append(text('[Content_Types].xml'), 'Types', `<Override PartName="/${escape(path)}" ContentType="${CONTENT}"/>`));
  }
  return { entries, ids };
};

const commentXml = (id: number, lines: readonly string[], author: string): string =>
  `<w:comment w:id="${id}" w:author="${escape(author)}" w:initials="${escape(author.slice(0, 1).toUpperCase())}">${lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escape(line.replace(/\s+/gu, ' '))}</w:t></w:r></w:p>`).join('')}</w:comment>`;

/** Puts markup at the end of the root element, opening it where it was empty. */
const append = (xml: string, root: string, markup: string): string => {
  const end = xml.lastIndexOf(`</${root}>`);
  if (end >= 0) return xml.slice(0, end) + markup + xml.slice(end);
  const empty = xml.lastIndexOf('/>');
  return `${xml.slice(0, empty)}>${markup}</${root}>${xml.slice(empty + 2)}`;
};

const targetOf = (relations: string, type: string): string | undefined => {
  for (const [relation] of relations.matchAll(/<Relationship\s[^>]*>/gu)) {
    if (relation.includes(`"${type}"`)) return /Target="([^"]*)"/u.exec(relation)?.[1];
  }
  return undefined;
};

const freeId = (relations: string): string => {
  const ids = new Set(Array.from(relations.matchAll(/\bId="([^"]*)"/gu), ([, id]) => id));
  let n = 1;
  while (ids.has(`lacuna${n}`)) n++;
  return `lacuna${n}`;
};

/**
 * The draft itself with comments: a copy of the Word file in which every open decision and warning is a comment at its
 * clause. Only markers are put between what stands in word/document.xml; every other part but the lists of parts stays as it is.
 */
import { strFromU8, strToU8 } from 'fflate';
import type { Analysis } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import { Failure } from '../../failure.ts';
import { mainPart } from '../../read/docx.ts';
import { unzip } from '../../read/zip.ts';
import { escape } from '../html/markup.ts';
import type { ReportOptions } from '../index.ts';
import { pack } from './package.ts';
import { paragraphTags } from './paragraph-tags.ts';
import { withComments } from './comment-part.ts';
import { remarksOn, type Remark } from './remarks.ts';

interface Insertion {
  readonly at: number;
  readonly markup: string;
}

/** Bytes of the copy. `original` gives those of the text that was analysed; throws a Failure when it is no Word file. */
export const renderComments = async (analysis: Analysis, document: Document, options: ReportOptions, original?: () => Promise<Uint8Array>): Promise<Uint8Array> => {
  const where = '--format comments';
  if (original === undefined || !document.lines.some(({ paragraph }) => paragraph !== undefined)) {
    throw new Failure('comments can be put into a Word file only', { where, next: 'Give the draft as .docx, or choose another --format' });
  }
  const { parts } = unzip(await original(), () => true, where);
  const main = mainPart(strFromU8(parts.get('_rels/.rels') ?? new Uint8Array()), where);
  const xml = strFromU8(parts.get(main) ?? new Uint8Array());
  if (/^[^>]*encoding=["'](?!utf-8)/iu.test(xml) || !xml.includes('<w:body')) {
    throw new Failure('the text of this Word file is not UTF-8', { where, next: 'Open it in a word processor and save it again' });
  }
  const remarks = remarksOn(analysis, options);
  const { entries, ids } = withComments(parts, main, remarks.map(({ lines }) => lines), analysis.tool.name);
  entries[main] = strToU8(insert(xml, markers(remarks, ids, xml, document)));
  return pack(entries);
};

/** A range over the paragraphs of each remark, and behind it the mark that the comment hangs on. */
const markers = (remarks: readonly Remark[], ids: readonly number[], xml: string, { lines }: Document): Insertion[] => {
  const tags = paragraphTags(xml);
  return remarks.flatMap(({ start, end }, i) => {
    const covered = lines.filter((line) => line.start < end && line.end > start).flatMap(({ paragraph }) => paragraph ?? []);
    const [first, last] = [tags[covered[0] ?? -1], tags[covered.at(-1) ?? -1]];
    if (first === undefined || last === undefined || first.empty || last.empty) return [];
    const id = escape(String(ids[i]));
    return [
      { at: first.inside, markup: `<w:commentRangeStart w:id="${id}"/>` },
      { at: last.close, markup: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>` },
    ];
  });
};

const insert = (xml: string, insertions: readonly Insertion[]): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const insertion of insertions.toSorted((a, b) => a.at - b.at)) {
    pieces.push(xml.slice(at, insertion.at), insertion.markup);
    at = insertion.at;
  }
  return [...pieces, xml.slice(at)].join('');
};

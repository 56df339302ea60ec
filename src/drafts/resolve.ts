/** A draft with every open passage settled one way: a Source to be read like any other. */
import type { Document, Source } from '../document.ts';
import type { Passage } from './marks.ts';

/** More ways than this are not read. */
const MOST = 6;

/** How many readings show every variant of every passage at least once. */
export const ways = (passages: readonly Passage[]): number => Math.min(MOST, Math.max(0, ...passages.map(({ variants }) => variants.length)));

/** The variant that stays in a reading. */
export const chosen = ({ variants }: Passage, way: number): Passage['variants'][number] | null => (variants.length === 0 ? null : variants[way % variants.length]!);

/** The text with the variants of one reading in place and all marks gone. Blanks stay. */
export const resolved = (document: Document, source: Source, passages: readonly Passage[], way: number): Source => {
  const { text, lines } = document;
  const gone = passages.flatMap((passage) => {
    const kept = chosen(passage, way);
    return kept === null ? [] : [{ start: passage.start, end: kept.start }, { start: kept.end, end: passage.end }];
  });
  let next = 0;
  const blocks = lines.map(({ start, end, page, hint, level }) => {
    let kept = '';
    let at = start;
    while (next < gone.length && gone[next]!.end <= start) next++;
    for (let i = next; i < gone.length && gone[i]!.start < end; i++) {
      kept += text.slice(at, Math.max(at, gone[i]!.start));
      at = Math.max(at, Math.min(end, gone[i]!.end));
    }
    return { text: kept + text.slice(at, end), page, ...(hint && { hint }), ...(level && { level }) };
  });
  return { ...source, blocks };
};

/** The pieces of text that pdf.js gives for one page, joined into cells. */
import { isRtl, rowsOf, type Cell } from './cell.ts';

/** What pdf.js yields: a run of text, or the begin or end of marked content. */
export type Piece =
  | { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number; readonly type?: undefined }
  | { readonly type: string; readonly tag?: string | null; readonly str?: undefined };

/** Gaps in units of letter height: wider ones part words, much wider ones part columns. */
const WORD_GAP = 0.17;
const COLUMN_GAP = 1.6;

interface Placed extends Cell {
  /** White space stood before it in the stream. */
  readonly spaced: boolean;
  /** Its place in the stream. */
  readonly at: number;
  readonly upright: boolean;
}

/** Pieces with text, placed in page coordinates (top down); text inside a span with ActualText is replaced by it. */
const place = (pieces: readonly Piece[], view: readonly number[], actual: readonly string[]): Placed[] => {
  const placed: Placed[] = [];
  const [va, vb, vc, vd, ve, vf] = view as [number, number, number, number, number, number];
  const spans = pieces.filter((piece) => piece.type?.startsWith('begin') && piece.type !== undefined && piece.tag === 'Span').length;
  const open: (string | undefined)[] = [];
  let used = 0;
  let spaced = false;
  for (const piece of pieces) {
    if (piece.str === undefined) {
      // The two lists belong together only when each span has its text.
      if (piece.type.startsWith('begin')) open.push(piece.tag === 'Span' && spans === actual.length ? actual[used++] : undefined);
      else open.pop();
      continue;
    }
    if (piece.str.trim() === '') {
      spaced ||= piece.str !== '';
      continue;
    }
    const text = open.at(-1) ?? piece.str;
    if (open.length > 0 && text !== piece.str) open[open.length - 1] = '';
    if (text === '') continue;
    const [a, b, , , e, f] = piece.transform as [number, number, number, number, number, number];
    const along = [va * a + vc * b, vb * a + vd * b] as const;
    const x = va * e + vc * f + ve;
    const y = vb * e + vd * f + vf;
    const size = piece.height || Math.hypot(a, b);
    const upright = along[0] > 0 && Math.abs(along[1]) < 0.05 * along[0];
    placed.push({ text, left: x, right: x + piece.width, top: y, size, spaced: spaced || /^\s/u.test(text), at: placed.length, upright });
    spaced = /\s$/u.test(text);
  }
  return placed;
};

/** Joins the pieces of one row, left to right, breaking at column gaps. */
const joinRow = (row: readonly Placed[]): Cell[] => {
  const groups: Placed[][] = [];
  for (const piece of row) {
    const before = groups.at(-1)?.at(-1);
    if (before && piece.left - before.right <= COLUMN_GAP * Math.max(piece.size, before.size)) groups.at(-1)!.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => {
    const rtl = isRtl(group.map(({ text }) => text).join(''));
    const text = readingOrder(group, rtl).reduce((sum, piece, at, order) => {
      const before = order[at - 1];
      const gap = before ? Math.max(piece.left - before.right, before.left - piece.right) : 0;
      // Where the stream runs against the reading order, the blank was noted at the piece that is read first.
      const spaced = rtl && before && before.at > piece.at ? before.spaced : piece.spaced;
      return sum + (before && (spaced || gap > WORD_GAP * piece.size) ? ' ' : '') + piece.text.trim();
    }, '');
    return {
      text: rtl ? mendRtl(text) : text,
      left: group[0]!.left,
      right: Math.max(...group.map(({ right }) => right)),
      top: group[0]!.top,
      size: group.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best)).size,
    };
  });
};

/**
 * What a line that runs from right to left comes out with: a list number as ".1", the brackets of a label turned round,
 * and the letters of the ligature lam-alef in the order of the eye. Inside a word that cannot be told; there the language's
 * repairs help.
 */
const mendRtl = (text: string): string =>
  text
    .replace(/^([.)\-–])(\d{1,3}(?:\.\d{1,3}){0,5})(?=\s|$)/u, '$2$1')
    .replace(/^\)\s?(\p{L}|\d{1,3})\s?\(/u, '($1)')
    .replace(/ا([اأإآ])ل/gu, 'ال$1')
    .replace(/(?<!\p{L})ال(?!\p{L})/gu, 'لا');

/** From right to left, but runs of Latin text and numbers inside keep their own order. */
const readingOrder = (group: readonly Placed[], rtl: boolean): Placed[] => {
  if (!rtl) return [...group];
  const ordered: Placed[] = [];
  let run: Placed[] = [];
  for (const piece of group.toReversed()) {
    if (isRtl(piece.text)) {
      ordered.push(...run, piece);
      run = [];
    } else run.unshift(piece);
  }
  return [...ordered, ...run];
};

/** Cells of a page, and whether text set at an angle (stamps, watermarks) was left out. A page set wholly sideways is turned. */
export const cellsOf = (pieces: readonly Piece[], view: readonly number[], actual: readonly string[]): { cells: Cell[]; tilted: boolean } => {
  const placed = place(pieces, view, actual);
  const upright = placed.filter((piece) => piece.upright);
  return { cells: rowsOf(upright).flatMap((row) => joinRow(row as Placed[])), tilted: upright.length < placed.length };
};

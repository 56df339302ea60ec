/** Margin labels: short notes in a narrow column beside the body, which must never be read into its sentences. */
import { commonSize, rowsOf, type Cell } from './cell.ts';
import { startsItem } from './marker.ts';

/** Margin labels are set at about two thirds of the body's size. */
const SMALL = 0.85;

const lettersOf = (cells: readonly Cell[]): number => cells.reduce((sum, { text }) => sum + text.length, 0);

/** The page read in a mirror, so that one test serves both margins. */
const mirrored = (cells: readonly Cell[]): Map<Cell, Cell> => new Map(cells.map((cell) => [{ ...cell, left: -cell.right, right: -cell.left }, cell]));

/**
 * What tells a margin column from the first column of a table: no list labels in it, and either smaller letters,
 * or few words beside much text.
 */
const isMargin = (notes: readonly Cell[], body: readonly Cell[]): boolean => {
  const letters = lettersOf(notes);
  if (letters < 6 * notes.length || notes.some(({ text }) => startsItem(text))) return false;
  if (commonSize(notes) < SMALL * commonSize(body)) return letters < lettersOf(body);
  return letters < 0.3 * lettersOf(body) && rowsOf(notes).length <= 0.6 * rowsOf(body).length;
};

/**
 * The left edge of the body, if no cell crosses it and what lies left of it is a margin column. Candidates are
 * the left edges of cells, tried from the left: one pass, because what lies left of each only grows.
 */
const bodyEdge = (cells: readonly Cell[]): number | undefined => {
  const sorted = cells.toSorted((a, b) => a.left - b.left);
  const width = Math.max(...cells.map(({ right }) => right)) - (sorted[0]?.left ?? 0);
  let reach = -Infinity;
  for (const [at, cell] of sorted.entries()) {
    const gap = cell.left - reach;
    if (at > 0 && gap > 0.015 * width && cell.left - sorted[0]!.left > 0.12 * width && isMargin(sorted.slice(0, at), sorted.slice(at))) return cell.left;
    reach = Math.max(reach, cell.right);
    if (reach - sorted[0]!.left > 0.4 * width) return undefined;
  }
  return undefined;
};

/** Splits the cells of a page into its body and its margin notes. */
export const splitMargin = (cells: readonly Cell[]): { body: Cell[]; notes: Cell[] } => {
  const left = bodyEdge(cells);
  if (left !== undefined) return { body: cells.filter((cell) => cell.left >= left), notes: cells.filter((cell) => cell.left < left) };
  const mirror = mirrored(cells);
  const right = bodyEdge([...mirror.keys()]);
  if (right === undefined) return { body: [...cells], notes: [] };
  const pairs = [...mirror];
  return {
    body: pairs.filter(([seen]) => seen.left >= right).map(([, cell]) => cell),
    notes: pairs.filter(([seen]) => seen.left < right).map(([, cell]) => cell),
  };
};

/**
 * In a text dump a margin label pushes the body lines below it down by a row of its own; takes those rows out, so
 * that a gap in the body is again a gap of the author.
 */
export const closeUp = ({ body, notes }: { body: readonly Cell[]; notes: readonly Cell[] }): { body: Cell[]; notes: Cell[] } => {
  const bodyRows = new Set(body.map(({ top }) => top));
  const extra = [...new Set(notes.map(({ top }) => top))].filter((top) => !bodyRows.has(top)).toSorted((a, b) => a - b);
  const moved = (cells: readonly Cell[]): Cell[] => {
    let above = 0;
    return cells.toSorted((a, b) => a.top - b.top).map((cell) => {
      while (above < extra.length && extra[above]! < cell.top) above++;
      return Object.assign({}, cell, { top: cell.top - above });
    });
  };
  return { body: moved(body), notes: moved(notes) };
};

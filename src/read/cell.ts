/**
 * A run of text at a place on a page: what a PDF gives, and what a text dump with columns amounts to. PDF
 * coordinates are points; in a text dump a column counts 1 across and a row 1 down.
 */
export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Distance of the baseline from the top of the page. */
  readonly top: number;
  /** Height of the letters. */
  readonly size: number;
}

/** Cells of one row joined; `start` and `end` run in reading direction, so they are mirrored for Arabic. */
export interface Line {
  readonly text: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly size: number;
  /** Where a second column starts, if the row has one: rows that share it are a table. */
  readonly column?: number;
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/gu;

/** True when most letters run from right to left. */
export const isRtl = (text: string): boolean => {
  const arabic = text.match(RTL)?.length ?? 0;
  return arabic > 0 && arabic * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
};

/** Cells that stand on one row, rows from the top down, each from left to right. */
export const rowsOf = (cells: readonly Cell[]): Cell[][] => {
  const rows: { top: number; cells: Cell[] }[] = [];
  for (const cell of cells.toSorted((a, b) => a.top - b.top)) {
    const row = rows.at(-1);
    if (row && cell.top - row.top <= 0.4 * Math.min(cell.size, row.cells[0]!.size)) row.cells.push(cell);
    else rows.push({ top: cell.top, cells: [cell] });
  }
  return rows.map((row) => row.cells.toSorted((a, b) => a.left - b.left));
};

/** The size in which most letters are set. */
export const commonSize = (cells: Iterable<{ text: string; size: number }>): number => {
  const letters = new Map<number, number>();
  for (const { text, size } of cells) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let best = 1;
  let most = 0;
  for (const [size, count] of letters) if (count > most) [best, most] = [size, count];
  return best;
};

/** One row as a line. */
export const lineOf = (row: readonly Cell[], page: number): Line => {
  const rtl = isRtl(row.map(({ text }) => text).join(' '));
  const ordered = rtl ? row.toReversed() : row;
  const [left, right] = [row[0]!.left, Math.max(...row.map((cell) => cell.right))];
  return {
    text: ordered.map(({ text }) => text).join(' '),
    page,
    start: rtl ? -right : left,
    end: rtl ? -left : right,
    top: row[0]!.top,
    size: commonSize(row),
    ...(row.length > 1 && { column: row[1]!.left }),
  };
};

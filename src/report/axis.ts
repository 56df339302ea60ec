/** An axis of days for a terminal: a scale with ticks, and rows of points on it. */

export interface AxisGlyphs {
  readonly line: string;
  readonly one: string;
  readonly marked: string;
  readonly tick: string;
  /** More points in one cell than a figure can tell. */
  readonly many: string;
}

export interface Axis {
  /** Figures, and ticks below them. */
  readonly scale: readonly string[];
  /** One point a dot, several in one cell their number, and a sign of its own where one of them is marked. */
  row(points: readonly { day: number; marked: boolean }[]): string;
}

/** Distances of ticks in days: weeks, months of thirty days, years. */
const STEPS = [1, 7, 15, 30, 60, 90, 180, 365, 730, 1825, 3650, 7300, 18_250, 36_500];
/** Cells that a figure and the space after it may take. */
const FIGURE = 7;

/** An axis from one day to another, both included, over so many cells. */
export const axisOf = (first: number, last: number, cells: number, glyphs: AxisGlyphs): Axis => {
  const span = Math.max(1, last - first);
  const cellOf = (day: number): number => Math.round(((day - first) / span) * (cells - 1));
  const step = STEPS.find((days) => (days / span) * (cells - 1) >= FIGURE) ?? span;
  const figures = Array.from({ length: cells }, () => ' ');
  const ticks = Array.from({ length: cells }, () => glyphs.line);
  for (let day = Math.ceil(first / step) * step; day <= last; day += step) {
    const at = cellOf(day);
    ticks[at] = glyphs.tick;
    const figure = String(day).replace('-', '\u2212');
    const from = Math.max(0, Math.min(cells - figure.length, at));
    [...figure].forEach((digit, i) => (figures[from + i] = digit));
  }
  return {
    scale: [figures.join('').trimEnd(), ticks.join('')],
    row: (points) => {
      const count = new Map<number, { points: number; marked: boolean }>();
      for (const { day, marked } of points) {
        const before = count.get(cellOf(day));
        count.set(cellOf(day), { points: (before?.points ?? 0) + 1, marked: marked || before?.marked === true });
      }
      return Array.from({ length: cells }, (_, cell) => {
        const here = count.get(cell);
        if (here === undefined) return glyphs.line;
        if (here.marked) return glyphs.marked;
        return here.points === 1 ? glyphs.one : here.points < 10 ? String(here.points) : glyphs.many;
      }).join('');
    },
  };
};

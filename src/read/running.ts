/** Running headers, footers and page numbers: what repeats at the edge of page after page. */
import { rowsOf, type Cell } from './cell.ts';

/** Rows at the top and at the bottom of a page that may belong to the frame rather than to the text. */
const EDGE = 3;
/** Pages in a row that must carry a text before it counts as running. */
const STREAK = 3;
/** Left and right pages carry different headers, so every second page is enough. */
const STEP = 2;
/** Share of the pages that must carry a page number with a word beside it. */
const MOST = 0.6;

interface Candidate {
  readonly page: number;
  readonly cell: Cell;
}

/**
 * Keys under which a cell may repeat: as it stands, and with one of its numbers replaced by its distance from
 * the page ("Page 7 of 30" on page 7), so that a count which does not follow the pages is no page number.
 */
const keysOf = (text: string, page: number): string[] => {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const keys = [plain];
  if (/^[ivxlc]{1,7}$/iu.test(plain)) keys.push('#');
  // "5." and "(5)" are list labels; page numbers stand bare or between dashes.
  if (/^\(?\d+[.)]$/u.test(plain)) return keys;
  let count = 0;
  for (const match of plain.matchAll(/\d{1,4}/gu)) {
    if (++count > 3) break;
    keys.push(`${plain.slice(0, match.index)}#${Number(match[0]) - page}${plain.slice(match.index + match[0].length)}`);
  }
  return keys;
};

/** A lone number at the very edge that equals the page, for texts too short to repeat anything. */
const isPageNumber = (text: string, page: number): boolean => new RegExp(`^[\\s–—|/-]*${page}[\\s–—|/-]*$`, 'u').test(text);

/** The candidates that stand in a long enough row of pages. A text of two pages repeats only what is wholly the same. */
const streaks = (group: readonly Candidate[], key: string, pages: number): Candidate[] => {
  const counts = key.includes('#');
  const kept: Candidate[] = [];
  let streak: Candidate[] = [];
  const close = (): void => {
    if (new Set(streak.map(({ page }) => page)).size >= (counts ? STREAK : Math.min(STREAK, pages))) kept.push(...streak);
    streak = [];
  };
  for (const candidate of group) {
    if (streak.length > 0 && candidate.page - streak.at(-1)!.page > STEP) close();
    streak.push(candidate);
  }
  close();
  // "Article 3" may well top page 3 a few times over; "Page 3" does so nearly everywhere.
  return counts && /\p{L}{2}/u.test(key) && kept.length < MOST * pages ? [] : kept;
};

/** The pages without what runs along their edges. */
export const withoutRunning = (pages: readonly (readonly Cell[])[]): Cell[][] => {
  if (pages.length < 2) return pages.map((page) => [...page]);
  const groups = new Map<string, Candidate[]>();
  const running = new Set<Cell>();
  for (const [page, cells] of pages.entries()) {
    const rows = rowsOf(cells);
    const half = Math.ceil(rows.length / 2);
    const edges: [string, Cell[][]][] = [['top', rows.slice(0, Math.min(EDGE, half))], ['bottom', rows.slice(half).slice(-EDGE)]];
    for (const [edge, edgeRows] of edges) {
      for (const cell of edgeRows.flat()) {
        for (const key of keysOf(cell.text, page)) {
          const full = `${key} ${edge === 'top' ? '^' : '$'}${Math.round(cell.size)}`;
          const group = groups.get(full);
          if (group) group.push({ page, cell });
          else groups.set(full, [{ page, cell }]);
        }
      }
    }
    const outermost = [rows[0], rows.at(-1)].filter((row) => row?.length === 1 && isPageNumber(row[0]!.text, page + 1));
    for (const row of outermost) running.add(row![0]!);
  }
  for (const [key, group] of groups) for (const { cell } of streaks(group, key, pages.length)) running.add(cell);
  return pages.map((cells) => cells.filter((cell) => !running.has(cell)));
};

/** Lines to paragraphs: undoes the wrapping, over page ends too, from where the lines start, end and stand. */
import type { Line } from './cell.ts';
import { endsSentence, hasLeaders, isLoneLabel, startsItem } from './marker.ts';

/** A paragraph, with the place of its first line. */
export interface Paragraph {
  text: string;
  readonly page: number;
  readonly top: number;
  readonly size: number;
}

/** Share of the measure that an unfinished line may leave free. */
const RAGGED = 0.2;

const percentile = (values: number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** Distance of neighbouring lines, page by page, because annexes are often spaced otherwise; short pages take that of the text. */
const leadings = (lines: readonly Line[], size: number): ((page: number) => number) => {
  const steps = new Map<number, number[]>();
  for (let at = 1; at < lines.length; at++) {
    const [above, below] = [lines[at - 1]!, lines[at]!];
    const step = below.top - above.top;
    if (above.page !== below.page || step <= 0 || step > 4 * size || !sameSize(above, below)) continue;
    const list = steps.get(below.page);
    if (list) list.push(step);
    else steps.set(below.page, [step]);
  }
  const wrapped = areWrapped(lines);
  const within = (list: readonly number[], usual: number): number => stepInside(list, usual, size, wrapped);
  const every = [...steps.values()].flat();
  const all = within(every, percentile(every, 0.5)) || size * SINGLE;
  const byPage = new Map([...steps].map(([page, list]) => [page, list.length < 8 ? all : within(list, percentile(list, 0.35))]));
  return (page) => byPage.get(page) ?? all;
};

/**
 * Where most paragraphs are one line long, the usual step is that between paragraphs. Lines of one paragraph then stand at a
 * closer step that comes back, or, where no line is wrapped, at one that was never needed.
 */
const stepInside = (steps: readonly number[], usual: number, size: number, wrapped: boolean): number => {
  const closer = steps.filter((step) => step >= 0.95 * size && step < usual / OTHER).toSorted((a, b) => a - b);
  const wanted = Math.ceil(Math.max(3, COMES_BACK * steps.length));
  const found = closer.find((step, at) => (closer[at + wanted - 1] ?? Infinity) <= 1.05 * step);
  return found ?? (usual > LOOSE * size && !wrapped ? size * SINGLE : usual);
};

/** A step this many times another is of another kind; it comes back when so much of all is like it. */
const OTHER = 1.3;
const COMES_BACK = 0.06;
/** Steps of single spacing, and of what only double spacing or room between paragraphs gives, in sizes of the letters. */
const SINGLE = 1.2;
const LOOSE = 1.5;

/** True when many lines go to the edge, as those of long paragraphs do. */
const areWrapped = (lines: readonly Line[]): boolean => {
  const edge = percentile(lines.map(({ end }) => end), 0.98);
  const first = percentile(lines.map(({ start }) => start), 0.02);
  return lines.filter(({ end }) => edge - end < 0.1 * (edge - first)).length > 0.3 * lines.length;
};

const sameSize = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) <= 0.08 * Math.max(a.size, b.size);

/** Where full lines end on each page; pages with few lines take the measure of the whole text. */
const measures = (lines: readonly Line[]): ((page: number) => number) => {
  const ends = new Map<number, number[]>();
  for (const { page, end } of lines) {
    const list = ends.get(page);
    if (list) list.push(end);
    else ends.set(page, [end]);
  }
  const all = percentile(lines.map(({ end }) => end), 0.85);
  const byPage = new Map([...ends].map(([page, list]) => [page, list.length < 8 ? all : percentile(list, 0.85)]));
  return (page) => byPage.get(page) ?? all;
};

/**
 * True when the next word would not have fitted on the line: the break is wrapping, not a decision. Lists are often
 * set narrower than the measure, so a line that leaves its sentence unfinished need not reach it.
 */
const isFull = (line: Line, next: Line, measure: number, ended: boolean): boolean => {
  if (!ended && measure - line.end < RAGGED * (measure - Math.min(line.start, next.start))) return true;
  const letter = (next.end - next.start) / Math.max(1, next.text.length);
  const space = next.text.indexOf(' ');
  const word = (space === -1 ? next.text.length : space) + 1;
  return measure - line.end < letter * word;
};

const areTableRows = (a: Line, b: Line): boolean => a.column !== undefined && b.column !== undefined && Math.abs(a.column - b.column) < 0.6 * a.size;

const startsLow = (text: string): boolean => /^[\p{P}\s]*\p{Ll}/u.test(text);

/** Joins lines, in reading order, into paragraphs. `size` is the body size. */
export const joinLines = (lines: readonly Line[], size: number): Paragraph[] => {
  const leading = leadings(lines, size);
  const measure = measures(lines);

  const continues = (line: Line, next: Line, paragraphStart: number): boolean => {
    if (!sameSize(line, next) || startsItem(next.text) || areTableRows(line, next) || hasLeaders(line.text) || hasLeaders(next.text)) return false;
    const ended = !isLoneLabel(line.text) && endsSentence(line.text);
    const full = isFull(line, next, measure(line.page), ended);
    const step = next.top - line.top;
    if (next.page !== line.page || step <= 0) return !ended && (full || startsLow(next.text));
    if (step > 1.45 * Math.max(leading(line.page), line.size)) return false;
    if (isLoneLabel(line.text)) return true;
    // A heading over two lines: nothing else is set larger than the body and left unfinished.
    if (line.size > 1.1 * size && !ended) return true;
    if (!full) return !ended && startsLow(next.text);
    const indented = next.start - line.start > 1.5 * line.size && next.start - paragraphStart > 1.5 * line.size;
    return !(ended && indented);
  };

  const paragraphs: Paragraph[] = [];
  let last: Line | undefined;
  let start = 0;
  const parts: string[] = [];
  const close = (): void => {
    const open = paragraphs.at(-1);
    if (open) open.text = parts.join(' ');
    parts.length = 0;
  };
  for (const line of lines) {
    if (!last || !continues(last, line, start)) {
      close();
      paragraphs.push({ text: '', page: line.page, top: line.top, size: line.size });
      start = line.start;
    }
    parts.push(line.text);
    last = line;
  }
  close();
  return paragraphs;
};

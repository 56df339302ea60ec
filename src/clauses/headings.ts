/** Tells a heading from a sentence by its shape: short, no stop, capitals, and something that stands under it. */
import { type Contents, lineKey } from './contents.ts';
import { type Draft, draftEnding, isRunning } from './draft.ts';
import type { Label, Reading } from './labels.ts';
import { endingOf, type Line, type Piece, startsSmall } from './lines.ts';
import { isFirstChild, type Outline } from './outline.ts';

const LONGEST_TITLE = 110;
const LONGEST_DIVISION = 300;

/** Share of the longer words that start with a capital; 0 when there are none, as in scripts without capitals. */
const capitals = (text: string): number => {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  return long.length === 0 ? 0 : long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length;
};

/** True when all its letters are capitals. */
const shouts = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4 && !/\p{Ll}/u.test(text);

/** True when the text looks like a title rather than a sentence. */
export const titleLike = (text: string): boolean => {
  if (text === '' || text.length > (shouts(text) ? LONGEST_DIVISION : LONGEST_TITLE) || startsSmall(text) || !/^[^[(_]*\p{L}/u.test(text)) return false;
  const ending = endingOf(text);
  if (ending === 'list' ? /[;؛]|[,،]$/u.test(text.slice(-6)) : /[,،]$/u.test(text)) return false;
  return ending === 'none' || ending === 'list' || shouts(text) || (text.length <= 80 && capitals(text) >= 0.75);
};

/** True when `next` can stand under a heading with this reading: a child, another style, or running text. */
const leadsTo = (reading: Reading, next: Line | undefined, text: string): boolean => {
  if (!next) return false;
  const label = next.label;
  if (!label || label.form === 'bullet') return !startsSmall(text.slice(next.at, next.at + 12));
  if (label.part) return label.part === 'article' || label.part === 'section';
  if (label.bracketed && label.readings.every((r) => r.value !== 1)) return false;
  return label.readings.every((r) => isFirstChild(reading, r) || r.style !== reading.style || (r.value === 1 && r.trail.length === 1));
};

/** A labelled piece with all that decides whether it is a heading. `own`: its text without the label. */
interface Labelled {
  readonly label: Label;
  readonly reading: Reading;
  readonly own: string;
  readonly piece: Piece;
  readonly text: string;
  readonly contents: Contents;
  readonly outline: Outline;
}

/** True when the labelled piece is a heading rather than a clause. */
export const isHeading = ({ label, reading, own, piece, text, contents, outline }: Labelled): boolean => {
  const { line, next } = piece;
  if (label.form === 'bullet') return false;
  if (label.part && label.part !== 'article' && label.part !== 'section') return own.length <= LONGEST_DIVISION;
  if (line.hint === 'heading' && own.length <= LONGEST_DIVISION) return true;
  if (label.part) return own === '' || titleLike(own);
  if (own === '' || own.length > LONGEST_DIVISION || /\p{Ll}/u.test(label.text) || label.bracketed) return false;
  // a title with a colon is a heading only over sentences; over a list it is the chapeau
  const over = next !== undefined && endingOf(text, next.start, next.end) === 'stop' && !startsSmall(text.slice(next.label?.end ?? next.at, next.end));
  const colon = endingOf(own) === 'colon';
  const entry = contents.entries.get(lineKey(text.slice(piece.start, piece.end)));
  if (entry !== undefined && (!colon || entry === contents.depth)) return true;
  if (!titleLike(own) || (colon && !over)) return false;
  const child = (piece.inner ?? next?.label)?.readings.some((r) => isFirstChild(reading, r)) ?? false;
  const sibling = outline.awaiting(reading, false);
  if (sibling && !shouts(own) && (sibling.fragment || !outline.awaiting(reading, true))) return child;
  return child || (!piece.inner && leadsTo(reading, next, text));
};

/** True when an unlabelled title-like line is a heading: something ended before it and something begins under it. */
export const looksLikeHeading = (own: string, ending: string, piece: Piece, before: Draft | undefined, text: string): boolean => {
  const { line, next } = piece;
  if (ending !== 'none' || line.afterNote || !next) return false;
  const waits = before !== undefined && isRunning(before) ? draftEnding(text, before) : 'stop';
  const free = waits === 'stop' || (waits === 'colon' && next.label?.form === 'decimal');
  return free && (shouts(own) || next.label !== null || next.end - next.start > LONGEST_TITLE);
};

/** The lines of a document with what can be said of each without knowing the others. */
import type { Document } from '../document.ts';
import { type Label, readLabel, readSpacedLabel } from './labels.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Line {
  /** First and last non-white character (end exclusive). */
  readonly start: number;
  readonly end: number;
  /** Where the words start, after "##" of a markdown heading. */
  readonly at: number;
  readonly page: number;
  readonly hint: 'heading' | 'item' | 'table' | null;
  readonly level: number | null;
  readonly label: Label | null;
  readonly spaced: Label | null;
  /** A margin note stands between this line and the one before: they cannot be one span. */
  readonly afterNote: boolean;
}

/** A stretch of one line: all of it, or the part up to the next label inside it. */
export interface Piece {
  readonly line: Line;
  readonly next: Line | undefined;
  /** The label inside the line that ends this piece. */
  readonly inner: Label | null;
  readonly start: number;
  readonly end: number;
}

const HASHES = /#{1,6}[ \t]*(?=[^#\s])/uy;

const CLOSING = new Set(' \t\n\u00a0"”’\'»)]}*_');
const COLONS = new Set(':：—–');
const STOPS = new Set('.!?؟。…۔');
const SEMICOLONS = new Set(';؛');
const CONNECTED = /[;؛,،]\s*\p{L}{1,3}$/u;
/** How far from the end one has to look. */
const TAIL = 16;

/** How a stretch of text ends: a full sentence, an open list, or in mid-air. Looks at its last characters only. */
export const endingOf = (text: string, from = 0, to = text.length): 'stop' | 'colon' | 'list' | 'none' => {
  const first = Math.max(from, to - TAIL);
  let end = to;
  while (end > first && CLOSING.has(text[end - 1]!)) end--;
  const last = end > first ? text[end - 1]! : '';
  if (COLONS.has(last) || (last === '-' && text[end - 2] === '-')) return 'colon';
  if (STOPS.has(last)) return 'stop';
  if (SEMICOLONS.has(last)) return 'list';
  return CONNECTED.test(text.slice(Math.max(first, end - 8), end)) ? 'list' : 'none';
};

/** True when the first letter is a small one: in scripts with case the line carries on a sentence. */
export const startsSmall = (text: string): boolean => /^[^\p{L}]{0,3}\p{Ll}/u.test(text.slice(0, 8));

/** Non-empty lines in order; margin notes are left out. */
export const readLines = (document: Document, words: Vocabulary): Line[] => {
  const { text } = document;
  const lines: Line[] = [];
  let afterNote = false;
  for (const source of document.lines) {
    let { start, end } = source;
    while (start < end && /\s/u.test(text[start]!)) start++;
    while (end > start && /\s/u.test(text[end - 1]!)) end--;
    if (start === end) continue;
    if (source.hint === 'note') {
      afterNote = true;
      continue;
    }
    HASHES.lastIndex = start;
    const hashes = HASHES.exec(text)?.[0] ?? '';
    const at = start + hashes.length;
    const head = /\p{Nd}[ \t]\.|\p{Nd}\.[ \t]\p{Nd}/u.test(text.slice(at, Math.min(end, at + 24)));
    lines.push({
      start, end, at, afterNote, page: source.page,
      hint: hashes ? 'heading' : (source.hint ?? null),
      level: hashes ? hashes.trimEnd().length : (source.level ?? null),
      label: readLabel(text, at, words),
      spaced: head ? readSpacedLabel(text, at) : null,
    });
    afterNote = false;
  }
  return lines;
};

/** How wide text is on a terminal, and how it is broken and cut to a width. All widths are in cells of the terminal. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
// Latin letters and typographic quotation marks and dashes too: one cell each, and never part of a longer character.
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*$/u;
const NOTHING = /^[\p{M}\p{Cf}\p{Cc}]+$/u;
// East Asian scripts and full-width forms (Unicode Standard Annex 11), and what is drawn as a picture.
const WIDE =
  /^(?:\p{Emoji_Presentation}|.*\ufe0f|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\u3200-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6])/u;

// White space at which a line may end: all but the no-break blanks.
const BREAKING = /[^\S\u00a0\u202f]+/u;

const pieces = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

const pieceWidth = (piece: string): number => (NOTHING.test(piece) ? 0 : WIDE.test(piece) ? 2 : 1);

/** Cells that a text takes: combining marks none, wide characters two. */
export const displayWidth = (text: string): number =>
  PLAIN.test(text) ? text.length : pieces(text).reduce((sum, piece) => sum + pieceWidth(piece), 0);

/** Code units looked at for each cell: far more than a character with its marks takes, so that no long text is measured whole. */
const UNITS = 16;

/** The longest start of a text that fits; whole characters only. */
const fitting = (text: string, width: number): string => {
  let used = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, UNITS * width))) {
    used += pieceWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
};

/** True when the text takes more than `width` cells. */
const exceeds = (text: string, width: number): boolean => text.length > UNITS * width || displayWidth(text) > width;

/** The text on one line, at most `width` wide; where it is cut, at a space if one is near, `ellipsis` ends it. */
export const cut = (text: string, width: number, ellipsis: string): string => {
  if (!exceeds(text, width)) return text;
  const kept = fitting(text, width - displayWidth(ellipsis));
  const space = kept.lastIndexOf(' ');
  return (space > kept.length * 0.7 ? kept.slice(0, space) : kept).trimEnd() + ellipsis;
};

/** A word as parts of at most `room`, so that every part fits a line. */
const breakUp = (word: string, room: number): string[] => {
  const parts: string[] = [];
  let left = word;
  while (exceeds(left, room)) {
    const part = fitting(left, room);
    if (part === '') break;
    parts.push(part);
    left = left.slice(part.length);
  }
  return left === '' ? parts : [...parts, left];
};

/** Lines of at most `width`, the first led by `first`, the others by `rest`; a word longer than a line is broken. */
export const wrap = (text: string, width: number, first = '', rest = first): string[] => {
  const room = width - Math.max(displayWidth(first), displayWidth(rest));
  const [head = '', ...words] = text.split(BREAKING).filter(Boolean).flatMap((word) => breakUp(word, room));
  const lines: string[] = [];
  let line = first + head;
  for (const word of words) {
    if (displayWidth(line) + 1 + displayWidth(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = rest + word;
    }
  }
  return [...lines, line];
};

/** The text followed by spaces up to `width`. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

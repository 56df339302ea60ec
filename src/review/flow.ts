/** Text with styles, broken into lines of a width. Pure; widths are in cells of the terminal. */
import { cut, displayWidth } from '../report/wrap.ts';
import { aligned, type Bidi } from './bidi.ts';

export type Style = 'plain' | 'strong' | 'dim' | 'cursor' | 'evidence' | 'removed' | 'added';

export interface Segment {
  text: string;
  style: Style;
}

export type Line = readonly Segment[];

export const seg = (text: string, style: Style = 'plain'): Segment => ({ text, style });

/** A line of one style, cut to the width. */
export const oneLine = (text: string, width: number, style: Style = 'plain'): Line => [seg(cut(text, width, '…'), style)];

export const widthOf = (line: Line): number => line.reduce((sum, { text }) => sum + displayWidth(text), 0);

/** The line filled with blanks up to a width. */
export const filled = (line: Line, width: number, style: Style = 'plain'): Line => {
  const missing = width - widthOf(line);
  return missing > 0 ? [...line, seg(' '.repeat(missing), style)] : line;
};

/** Lines of at most `width`, broken at spaces; a word wider than a line is broken where it must be. No line starts with a space. */
export const flow = (segments: readonly Segment[], width: number, bidi: Bidi = 'terminal'): Line[] => {
  const lines: Segment[][] = [[]];
  let used = 0;
  const put = (text: string, style: Style): void => {
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (last?.style === style) line[line.length - 1] = seg(last.text + text, style);
    else line.push(seg(text, style));
    used += displayWidth(text);
  };
  const feed = (): void => {
    lines.push([]);
    used = 0;
  };
  for (const word of wordsOf(segments)) {
    const wide = word.reduce((sum, { text }) => sum + displayWidth(text), 0);
    const blank = word[0]!.text === ' ';
    if (used + wide > width && used > 0) feed();
    if (blank) {
      if (used > 0) put(' ', word[0]!.style);
      continue;
    }
    for (const { text, style } of word) {
      if (used + displayWidth(text) <= width) put(text, style);
      else for (const character of graphemes(text)) {
        if (used + displayWidth(character) > width && used > 0) feed();
        put(character, style);
      }
    }
  }
  return aligned(lines, width, bidi);
};

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Words with the styles inside them, and single blanks between; a style that changes inside a word does not part it. */
const wordsOf = (segments: readonly Segment[]): Segment[][] => {
  const words: Segment[][] = [];
  let open: Segment[] = [];
  for (const { text, style } of segments) {
    for (const part of text.split(/(\s+)/u)) {
      if (part === '') continue;
      if (!/^\s/u.test(part)) {
        open.push(seg(part, style));
        continue;
      }
      if (open.length > 0) words.push(open);
      open = [];
      words.push([seg(' ', style)]);
    }
  }
  return open.length > 0 ? [...words, open] : words;
};

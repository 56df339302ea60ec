/** Bars for a terminal. Parts differ by pattern, so that they can be told apart without colour and on paper. */
import type { Score } from '../analysis.ts';

export interface Glyphs {
  readonly full: string;
  readonly empty: string;
  readonly ellipsis: string;
  readonly bullet: string;
  readonly to: string;
  /** One pattern for each part of the stack, in the order in which the parts are drawn. */
  readonly stack: Readonly<Record<keyof Score['stack'], string>>;
}

const DRAWN: Glyphs = {
  full: '█', empty: '·', ellipsis: '…', bullet: '•', to: '–',
  stack: { delegated: '█', deferred: '▓', interim: '▒', principle: '░', silent: '╱', partlySettled: '▄' },
};

const ASCII: Glyphs = {
  full: '#', empty: '.', ellipsis: '...', bullet: '-', to: '-',
  stack: { delegated: '#', deferred: '=', interim: '~', principle: ':', silent: '/', partlySettled: '+' },
};

export const glyphsFor = (ascii: boolean): Glyphs => (ascii ? ASCII : DRAWN);

/** A bar of `cells` cells for a number of points out of 100. */
export const bar = (points: number, cells: number, { full, empty }: Glyphs): string => {
  const filled = Math.round((points / 100) * cells);
  return full.repeat(filled) + empty.repeat(cells - filled);
};

/** The parts of the stack side by side on a scale of 0 to 100 points; what they leave is decided or bounded. */
export const stackBar = (stack: Score['stack'], cells: number, glyphs: Glyphs): string => {
  let points = 0;
  let drawn = '';
  for (const [part, pattern] of Object.entries(glyphs.stack)) {
    points += stack[part as keyof Score['stack']];
    drawn += pattern.repeat(Math.max(0, Math.round((points / 100) * cells) - drawn.length));
  }
  return drawn + glyphs.empty.repeat(Math.max(0, cells - drawn.length));
};

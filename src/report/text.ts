/**
 * The summary for a terminal: the ledger of what is open first, the number after it. Pure: Analysis in, string out.
 * Every line passes through `printable`, so that nothing in a text can steer the terminal.
 */
import type { Analysis } from '../analysis.ts';
import type { Document } from '../document.ts';
import { printable } from '../failure.ts';
import { glyphsFor } from './bar.ts';
import { indexOf } from './cite.ts';
import { head } from './text/head.ts';
import { holders, ledger } from './text/ledger.ts';
import { limits, structure, warnings } from './text/notes.ts';
import { paragraph, type Line, type Page, type TextOptions } from './text/page.ts';
import { issues, score } from './text/score.ts';
import { say } from './words.ts';

export type { TextOptions };

const NARROWEST = 40;

/** The summary, ending in a line break. A text in a language without rules has its structure told, and no score. */
export const renderText = (analysis: Analysis, document: Document, options: TextOptions): string => {
  const width = Math.max(NARROWEST, options.width);
  const page: Page = { analysis, document, index: indexOf(analysis), glyphs: glyphsFor(options.ascii), options: { ...options, width } };
  const scored = analysis.decisions.length > 0;
  const sections = scored ? [head, ledger, holders, issues, score, warnings, limits, closing] : [head, structure, limits, closing];
  return sections
    .map((section) => section(page).map((line) => `${paint(line, options.color)}\n`).join(''))
    .filter((section) => section !== '')
    .join('\n');
};

const closing = (page: Page): Line[] =>
  paragraph(say(page.options.words, page.analysis.decisions.length > 0 ? 'closing' : 'closing.structure'), page, { style: 'faint' });

const CODES = { strong: ['\u001b[1m', '\u001b[22m'], faint: ['\u001b[2m', '\u001b[22m'] } as const;

const paint = ({ text, style }: Line, color: boolean): string => {
  const safe = printable(text).trimEnd();
  return color && style !== undefined && safe !== '' ? CODES[style][0] + safe + CODES[style][1] : safe;
};

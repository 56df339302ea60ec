/** A page made of sections: lines painted for a terminal, each made safe for it, a blank line between sections. */
import type { Analysis } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import { printable } from '../../failure.ts';
import { glyphsFor } from '../bar.ts';
import { indexOf } from '../cite.ts';
import type { Line, Page, TextOptions } from './page.ts';

const NARROWEST = 40;

export type Section = (page: Page) => readonly Line[];

/** The sections one after another, ending in a line break; a section without lines leaves no gap. */
export const renderSections = (sections: readonly Section[], analysis: Analysis, document: Document, options: TextOptions): string => {
  const page: Page = { analysis, document, index: indexOf(analysis), glyphs: glyphsFor(options.ascii), options: { ...options, width: Math.max(NARROWEST, options.width) } };
  return sections
    .map((section) => section(page).map((line) => `${paint(line, options.color)}\n`).join(''))
    .filter((section) => section !== '')
    .join('\n');
};

const CODES = { strong: ['\u001b[1m', '\u001b[22m'], faint: ['\u001b[2m', '\u001b[22m'] } as const;

const paint = ({ text, style }: Line, color: boolean): string => {
  const safe = printable(text).trimEnd();
  return color && style !== undefined && safe !== '' ? CODES[style][0] + safe + CODES[style][1] : safe;
};

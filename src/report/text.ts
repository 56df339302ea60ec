/**
 * The summary for a terminal: the ledger of what is open first, the number after it. Pure: Analysis in, string out.
 * Every line passes through `printable`, so that nothing in a text can steer the terminal.
 */
import type { Analysis } from '../analysis.ts';
import type { Document } from '../document.ts';
import { contested } from './text/contested.ts';
import { head } from './text/head.ts';
import { holders, ledger } from './text/ledger.ts';
import { limits, structure, warnings } from './text/notes.ts';
import { paragraph, type Line, type Page, type TextOptions } from './text/page.ts';
import { renderSections } from './text/render.ts';
import { issues, score } from './text/score.ts';
import { say } from './words.ts';

export type { TextOptions };

/** The summary, ending in a line break. A text in a language without rules has its structure told, and no score. */
export const renderText = (analysis: Analysis, document: Document, options: TextOptions): string => {
  const scored = analysis.decisions.length > 0;
  const numbers = options.share === true ? [] : [issues, score];
  const sections = scored ? [head, ...(options.share === true ? [] : [contested]), ledger, holders, ...numbers, warnings, limits, closing] : [head, structure, limits, closing];
  return renderSections(sections, analysis, document, options);
};

const closing = (page: Page): Line[] =>
  paragraph(say(page.options.words, page.analysis.decisions.length > 0 && page.options.share !== true ? 'closing' : 'closing.structure'), page, { style: 'faint' });

/** The page: sections in the order in which a reader needs them, in one file that asks nobody for anything. */
import type { Analysis } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import type { ReportOptions } from '../index.ts';
import { bodies } from './bodies.ts';
import { contested } from './contested.ts';
import { head } from './head.ts';
import { ledger, settled } from './ledger.ts';
import { html, type Part } from './markup.ts';
import { matrix } from './matrix.ts';
import { limits, method, warnings } from './notes.ts';
import { score } from './score.ts';
import { pageOf } from './shell.ts';
import { strip } from './strip.ts';
import { style } from './style.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';
import { viewOf, type View } from './view.ts';

interface Section {
  readonly id: string;
  readonly draw: (view: View) => Part;
  /** Shown of a text in a language without rules too. */
  readonly always?: true;
}

/** What is open comes before the number; the text comes last, for everything points into it. Headings are words: page.<id>. */
const SECTIONS: readonly Section[] = [
  { id: 'contested', draw: contested },
  { id: 'open', draw: ledger },
  { id: 'settled', draw: settled },
  { id: 'score', draw: score },
  { id: 'strip', draw: strip },
  { id: 'matrix', draw: matrix },
  { id: 'bodies', draw: bodies },
  { id: 'timeline', draw: timeline },
  { id: 'warnings', draw: warnings },
  { id: 'limits', draw: limits, always: true },
  { id: 'method', draw: method, always: true },
  { id: 'text', draw: text, always: true },
];

/** The whole page, ending in a line break. A text in a language without rules has its text shown, and no findings. */
export const renderHtml = (analysis: Analysis, document: Document, options: ReportOptions): string => {
  const view = viewOf(analysis, document, options);
  const { say, issues } = view;
  const title = analysis.document.title.trim() === '' ? say('title.none') : analysis.document.title;
  const drawn = SECTIONS.filter(({ id, always }) => (analysis.decisions.length > 0 || always === true) && !(options.share && (id === 'score' || id === 'contested')))
    .map(({ id, draw }) => ({ id, title: say(`page.${id}`), inside: draw(view) }))
    .filter(({ inside }) => inside !== null);
  return pageOf({
    language: options.language,
    direction: options.direction,
    title: say('page.title', { title }),
    generator: `${analysis.tool.name} ${analysis.tool.version}`,
    style: style(issues.length),
    skip: say('page.skip'),
    main: html`${head(view)}<nav aria-label="${say('page.contents')}">${drawn.map(({ id, title: name }) => html`<a href="#${id}">${name}</a> `)}</nav>
${drawn.map(({ id, title: name, inside }) => html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${name}</h2>
${inside}</section>
`)}`,
  });
};

/** A comparison as one page: both drafts as squares, what changed in words, and the drafts side by side. */
import type { Group } from '../../compare/align.ts';
import { html, type Markup } from '../html/markup.ts';
import { pageOf } from '../html/shell.ts';
import { style } from '../html/style.ts';
import { shownReading } from '../readings.ts';
import { say } from '../words.ts';
import type { About, Told } from './about.ts';
import type { ComparisonPage, Section } from './sections.ts';
import { sideBySide } from './side-by-side.ts';

const STYLE = `
.drafts{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;align-items:center;font:.85rem system-ui,"Noto Sans Arabic",sans-serif}
.drafts .squares{margin-block:.2rem}
h2.told::first-letter{text-transform:uppercase}
h2.told{text-transform:lowercase}
.table td,.table th{vertical-align:top;min-inline-size:5rem}
.side{inline-size:100%;table-layout:fixed}
.side caption{text-align:start}
.side td{font-family:"Source Serif 4",Charter,Georgia,"Noto Naskh Arabic","Times New Roman",serif;font-size:1rem;line-height:1.5;vertical-align:top;padding:.3rem .75rem;overflow-wrap:anywhere}
.side td+td{border-inline-start:1px solid var(--line)}
.side .changed td{background:var(--panel)}
.side details{margin:0}
.side p{white-space:pre-wrap}
ins{text-decoration:underline;text-decoration-thickness:2px;background:var(--mark)}
del{color:var(--soft);text-decoration-thickness:2px}
@media print{.side details:not([open]){display:none}.side tr{break-inside:avoid}}
`;

export interface ComparisonLook {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly groups: readonly Group[];
}

export const renderComparisonHtml = ({ title, sections }: ComparisonPage, about: About, { language, direction, groups }: ComparisonLook): string => {
  const { words, fresh: { analysis: { tool } } } = about;
  const [lead, ...rest] = sections;
  return pageOf({
    language, direction, title,
    generator: `${tool.name} ${tool.version}`,
    style: style(0) + STYLE,
    skip: say(words, 'page.skip'),
    main: html`<h1>${title}</h1>
${lead!.paragraphs.map((text) => html`<p>${text}</p>`)}
${squares(about)}
${rest.map((section, i) => drawn(section, i, say(words, 'page.matrix')))}<section aria-labelledby="side-h"><h2 id="side-h">${say(words, 'page.text')}</h2>
${sideBySide(groups, about)}</section>
`,
  });
};

const drawn = ({ heading, items, table, paragraphs }: Section, at: number, name: string): Markup => html`<section aria-labelledby="s${at}"><h2 id="s${at}" class="told">${heading}</h2>
${items.length === 0 ? null : html`<ul>${items.map((item) => html`<li>${item}</li>
`)}</ul>`}${table === null ? null : html`<div class="scroll" role="group" tabindex="0" aria-label="${name}"><table class="table"><thead><tr>${table[0]!.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${table.slice(1).map(([first, ...cells]) => html`<tr><th scope="row">${first!}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`)}</tbody></table></div>`}${paragraphs.map((text) => html`<p>${text}</p>`)}</section>
`;

/** Both drafts as rows of squares, a decision above itself. */
const squares = ({ old, fresh, words }: About): Markup => {
  const counted = ({ analysis }: Told, id: string): boolean => analysis.decisions.some((decision) => decision.id === id && decision.applicable);
  const ids = fresh.analysis.decisions.map(({ id }) => id).filter((id) => counted(old, id) || counted(fresh, id));
  const row = (told: Told): Markup[] => ids.map((id) => {
    const decision = told.analysis.decisions.find((one) => one.id === id && one.applicable);
    if (decision === undefined) return html`<i class="square"></i>`;
    const reading = shownReading(decision);
    return html`<i class="square s-${reading}" title="${say(words, 'page.square', { question: decision.question, reading: say(words, `reading.${reading}`) })}"></i>`;
  });
  const readings = [...new Set([old, fresh].flatMap(({ analysis }) => analysis.decisions.filter(({ id }) => ids.includes(id)).map(shownReading)))];
  return html`<div class="drafts" role="img" aria-label="${say(words, 'page.squares')}"><span>${say(words, 'compare.column.before')}</span><div class="squares">${row(old)}</div><span>${say(words, 'compare.column.now')}</span><div class="squares">${row(fresh)}</div></div>
<ul class="legend">${readings.map((reading) => html`<li><i class="key s-${reading}"></i>${say(words, `reading.${reading}`)}</li>`)}</ul>`;
};

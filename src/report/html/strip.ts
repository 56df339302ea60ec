/** The whole text as a strip: every clause one cell, filled by status, outlined by issue, in reading order. */
import { cite } from '../cite.ts';
import { isText, type ClauseReading } from '../clause-reading.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

export const STATUSES = ['SETTLED', 'DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE', 'PROCEDURAL'] as const;

/** Parts of the text with fewer cells than this share a row with short neighbours. */
const ROW = 12;
const NAME = 60;

interface Row {
  from: string;
  to: string;
  cells: ClauseReading[];
}

/** Parts of the text as rows; short neighbours share one. */
const rowsOf = (clauses: readonly ClauseReading[], nameOf: (reading: ClauseReading) => string): Row[] => {
  const parts: ClauseReading[][] = [];
  for (const reading of clauses) {
    const last = parts.at(-1);
    if (last !== undefined && last[0]!.clause.path[0] === reading.clause.path[0]) last.push(reading);
    else parts.push([reading]);
  }
  const rows: Row[] = [];
  for (const cells of parts) {
    const row = rows.at(-1);
    if (row === undefined || row.cells.length >= ROW || cells.length >= ROW) rows.push({ from: nameOf(cells[0]!), to: '', cells: [...cells] });
    else {
      row.to = nameOf(cells[0]!);
      row.cells.push(...cells);
    }
  }
  return rows;
};

export const strip = (view: View): Markup => {
  const { clauses, say, document, issueName, issues, analysis } = view;
  const nameOf = ({ clause }: ClauseReading): string => {
    const told = clause.kind === 'heading' || clause.kind === 'title' ? document.text.slice(clause.start, clause.end) : (clause.path[0] ?? clause.heading);
    return told.length > NAME ? `${told.slice(0, NAME).trimEnd()}…` : told;
  };
  const rows = rowsOf(clauses.filter(({ clause }) => isText(clause)), nameOf);
  const used = new Set(clauses.flatMap(({ issue }) => issue ?? []));
  return html`<div class="strip-of"><p>${say('page.strip.hint')}</p>
<ul class="legend">${STATUSES.map((status) => html`<li><i class="key s-${status}"></i>${say(`status.${status}`)}</li>`)}<li><i class="key none"></i>${say('page.strip.none')}</li></ul>
<fieldset class="pick"><legend>${say('page.strip.pick')}</legend>
<label><input type="radio" name="issue" id="pick-all" checked="checked"> ${say('page.strip.all')}</label>
${issues.map((issue, i) => (used.has(issue) ? html`<label class="i-${i}"><input type="radio" name="issue" id="pick-${i}"> <i class="key outline"></i>${issueName(issue)}</label>` : null))}</fieldset>
<div class="strip">${rows.map(({ from, to, cells }) => html`<div class="row"><p lang="${analysis.document.language}" dir="auto">${to === '' ? from : `${from} – ${to}`}</p><div class="cells">${cells.map((reading) => cell(reading, view))}</div></div>
`)}</div></div>`;
};

const cell = ({ clause, status, issue }: ClauseReading, { say, options, anchors, issueName, issues }: View): Markup => {
  if (status === null) return html`<i class="cell"></i>`;
  const place = cite(clause, options.words);
  const name = issue === null ? say('page.cell', { place, status: say(`status.${status}`) }) : say('page.cell.issue', { place, status: say(`status.${status}`), issue: issueName(issue) });
  return html`<a class="cell s-${status}${issue === null ? '' : ` o i-${issues.indexOf(issue)}`}" href="#${anchors.get(clause.id)!}" title="${name}" aria-label="${name}"></a>`;
};

/** The times of the security provisions as a drawing, one axis of days for each event they count from; below it those without a day. */
import { timelineOf, type Anchor, type Step } from '../../timeline.ts';
import { cite } from '../cite.ts';
import { sayOneOf } from '../words.ts';
import { html, join, type Markup, type Part } from './markup.ts';
import { clauseLink, type View } from './view.ts';

const WIDTH = 960;
const AXIS = { start: 120, end: 560 };
const PLACES = { start: 584, most: 6 };
const ROW = 26;
/** An axis with fewer days on it tells nothing that a line of text does not. */
const DAYS = 2;

interface Day {
  readonly day: number;
  readonly steps: readonly Step[];
}

export const timeline = (view: View): Markup | null => {
  const { analysis, document, say } = view;
  const { anchors, loose, notes } = timelineOf(analysis, document.text, true);
  const drawn = anchors.map((anchor) => ({ anchor, days: daysOf(anchor) })).filter(({ days }) => days.length >= DAYS);
  const axes = new Set(drawn.map(({ anchor }) => anchor));
  const others = [...anchors.flatMap((anchor) => anchor.steps.filter(({ day }) => !axes.has(anchor) || day === null)), ...loose];
  if (drawn.length === 0 && others.length === 0) return null;
  return html`${
    drawn.length === 0 ? null : html`<p>${say('page.timeline.hint')}</p>
<div class="scroll" role="group" tabindex="0" aria-label="${say('page.timeline')}">${drawn.map(({ anchor, days }) => axis(anchor, days, view))}</div>`}${
    notes.length === 0 ? null : html`<ul class="notes">${notes.map(({ message }) => html`<li>${message}</li>`)}</ul>`}${
    others.length === 0 ? null : html`<h3>${say('page.timeline.others')}</h3><ul class="dates">${others.map(({ when, date, clause }) => html`<li><bdi lang="${analysis.document.language}">${when}</bdi>${date === null ? null : ` (${date})`}: ${clauseLink(clause, view)}</li>`)}</ul>`}`;
};

const daysOf = ({ steps }: Anchor): Day[] => {
  const days = [...new Set(steps.flatMap(({ day }) => day ?? []))].toSorted((a, b) => a - b);
  return days.map((day) => ({ day, steps: steps.filter((step) => step.day === day) }));
};

/** The axis runs from the event or the first day before it to the last day, to scale. */
const axis = ({ name }: Anchor, days: readonly Day[], view: View): Markup => {
  const { say, options: { words, direction } } = view;
  const [first, last] = [Math.min(0, days[0]!.day), Math.max(0, days.at(-1)!.day)];
  const x = (at: number): number => (direction === 'rtl' ? WIDTH - at : at);
  const at = (day: number): string => x(AXIS.start + ((day - first) / Math.max(1, last - first)) * (AXIS.end - AXIS.start)).toFixed(1);
  const height = 34 + days.length * ROW;
  const title = say('page.timeline.from', { event: sayOneOf(words, 'anchor', name) });
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" class="timeline" role="group" aria-label="${title}">
<text class="head" x="${x(0)}" y="16">${title}</text><line x1="${at(0)}" x2="${at(0)}" y1="26" y2="${height - 4}" class="zero"/>
${days.map(({ day, steps }, i) => {
  const y = 34 + i * ROW + ROW / 2 - 4;
  return html`<text x="${x(0)}" y="${y + 4}">${say('page.timeline.day', { day })}</text><line x1="${at(0)}" x2="${at(day)}" y1="${y}" y2="${y}"/><circle cx="${at(day)}" cy="${y}" r="${(3 + 2 * Math.sqrt(steps.length)).toFixed(1)}"${steps.some(({ marks }) => marks.length > 0) ? html` class="marked"` : null}/><text x="${x(PLACES.start)}" y="${y + 4}">${places(steps, view)}</text>
`;
})}</svg>`;
};

const places = (steps: readonly Step[], { index, anchors, options: { words } }: View): Part => {
  const clauses = [...new Set(steps.map(({ clause }) => clause))].flatMap((id) => index.clauses.get(id) ?? []);
  const links = clauses.slice(0, PLACES.most).map((clause) => html`<a href="#${anchors.get(clause.id)!}">${cite(clause, words)}</a>`);
  return [join(links, ', '), clauses.length > PLACES.most ? ', …' : null];
};

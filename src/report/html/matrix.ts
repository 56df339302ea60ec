/** Decisions by status: one row for a decision, one column for a reading. */
import type { Decision } from '../../analysis.ts';
import { READINGS, shownReading } from '../readings.ts';
import { html, type Markup } from './markup.ts';
import { decisionAnchor, proofLinks, type View } from './view.ts';

export const matrix = (view: View): Markup => {
  const { analysis: { decisions }, say, issueName } = view;
  const shown = decisions.filter(({ applicable }) => applicable);
  const issues = [...new Set(shown.map(({ issue }) => issue))];
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${say('page.matrix')}"><table class="matrix">
<thead><tr><th scope="col" class="question">${say('page.decision')}</th>${READINGS.map((reading) => html`<th scope="col" class="turned"><span>${say(`reading.${reading}`)}</span></th>`)}<th scope="col">${say('page.clauses')}</th></tr></thead>
${issues.map((issue) => html`<tbody><tr><th scope="rowgroup" colspan="${READINGS.length + 2}" class="group">${issueName(issue)}</th></tr>
${shown.filter((decision) => decision.issue === issue).map((decision) => row(decision, view))}</tbody>`)}
</table></div>`;
};

const row = (decision: Decision, view: View): Markup => {
  const own = shownReading(decision);
  return html`<tr><th scope="row" class="question"><a href="#${decisionAnchor(decision)}">${decision.question}</a></th>${READINGS.map((reading) =>
    reading === own ? html`<td><i class="key s-${reading}"></i><span class="unseen">${view.say('page.yes')}</span></td>` : html`<td></td>`)}<td class="places">${proofLinks(decision, view)}</td></tr>
`;
};

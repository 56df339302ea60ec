/** The number as a band with its range, its parts, and issue by issue. */
import type { Score } from '../../analysis.ts';
import { scoreText } from '../score-text.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

/** Parts of the stack and the reading that each is drawn as. */
const PARTS: readonly (readonly [keyof Score['stack'], string])[] = [
  ['delegated', 'DELEGATED'], ['deferred', 'DEFERRED'], ['interim', 'INTERIM'], ['principle', 'PRINCIPLE'], ['silent', 'SILENT'], ['partlySettled', 'PARTLY'],
];

const percent = (value: number): string => `${Math.max(0, Math.min(100, value)).toFixed(1)}%`;

export const score = (view: View): Markup | null => {
  const { analysis, say, options: { words } } = view;
  const { total, low, high, stack } = analysis.score;
  if (total === null) return null;
  const told = scoreText(analysis, words);
  const points = (value: number): string => (value > 0 && value < 1 ? say('score.under-one') : String(Math.round(value)));
  const parts = PARTS.filter(([part]) => stack[part] > 0);
  return html`<div class="band" role="img" aria-label="${told[0]!}">
<div class="track">${low === null || high === null ? null : html`<i class="range" style="inset-inline-start:${percent(low)};inline-size:${percent(high - low)}"></i>`}<i class="tick" style="inset-inline-start:${percent(total)}"></i><b style="inset-inline-start:${percent(total)}">${Math.round(total)}</b></div>
<div class="ends"><span>${say('page.band.low')}</span><span>${say('page.band.high')}</span></div></div>
<p>${told.join(' ')}</p>
<h3>${say('page.stack')}</h3>
<div class="stack" aria-hidden="true">${parts.map(([part, reading]) => html`<i class="s-${reading}" style="inline-size:${percent(stack[part])}"></i>`)}</div>
<ul class="legend">${parts.map(([part, reading]) => html`<li><i class="key s-${reading}"></i>${say(`stack.${part}`, { points: points(stack[part]) })}</li>`)}<li><i class="key"></i>${say('score.rest', { points: points(100 - total) })}</li></ul>
${issues(view)}`;
};

const issues = ({ analysis: { score: { issues: rows }, decisions }, options: { names }, issueName, say }: View): Markup => html`<h3>${say('page.issues')}</h3>
<div class="scroll" role="group" tabindex="0" aria-label="${say('page.issues')}"><table class="issues"><thead><tr><th scope="col">${say('page.issue')}</th><th scope="col">${say('page.points')}</th><td class="bar"></td><th scope="col">${say('page.words')}</th></tr></thead>
<tbody>${rows.map(({ issue, score: value }) => {
  const asked = decisions.some((decision) => decision.issue === issue && decision.applicable);
  const words = value === null ? say(asked ? 'issues.unseen' : 'issues.not-asked') : say(`level.${names.levels.find(({ below }) => value < below)!.id}`);
  return html`<tr><th scope="row">${issueName(issue)}</th><td class="number">${value === null ? '–' : Math.round(value)}</td><td class="bar"><i style="inline-size:${percent(value ?? 0)}"></i></td><td>${words}</td></tr>`;
})}</tbody></table></div>`;

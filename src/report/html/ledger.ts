/** The ledger: every open decision with its holder and its clauses, each to be opened in place; then what is settled. */
import type { Decision } from '../../analysis.ts';
import { ledgerEntry, openDecisions } from '../ledger.ts';
import { placesOf } from '../places.ts';
import { shownReading } from '../readings.ts';
import { cite } from '../cite.ts';
import { questionsOn } from '../told.ts';
import { clauseText } from './excerpt.ts';
import { html, type Markup, type Part } from './markup.ts';
import { clauseLink, decisionAnchor, proofLinks, type View } from './view.ts';

/** Clauses shown in place; the others are one step away. */
const SHOWN = 3;
const QUESTIONS = 2;

export const ledger = (view: View): Markup => {
  const open = openDecisions(view.analysis);
  if (open.length === 0) return html`<p>${view.say('ledger.none')}</p>`;
  return html`<p class="hint">${view.say('page.open.hint')}</p>
<ol class="ledger">${open.map((decision) => entry(decision, view))}</ol>`;
};

/** Decisions that are settled; null when none is. What could not be seen stands elsewhere. */
export const settled = (view: View): Markup | null => {
  const done = view.analysis.decisions.filter(({ applicable, openness }) => applicable && openness === 0);
  return done.length === 0 ? null : html`<ul class="ledger settled">${done.map((decision) => entry(decision, view))}</ul>`;
};

const entry = (decision: Decision, view: View): Markup => {
  const { say, issueName, index, options } = view;
  const reading = shownReading(decision);
  const clauses = placesOf(decision, index);
  const names = options.names.decisions[decision.id]?.parameters;
  const told = reading === 'SETTLED'
    ? [say('page.fixed', { parameters: decision.parameters.fixed.map(({ name }) => names?.[name] ?? name).join(say('list.comma')) })]
    : ledgerEntry(decision, index, options.words, options.askBelow, names).told;
  return html`<li id="${decisionAnchor(decision)}" class="i-${view.issues.indexOf(decision.issue)}">
<h3>${decision.question}</h3>
<p class="tags"><span class="tag"><i class="key s-${reading}"></i>${say(`reading.${reading}`)}</span> <span class="tag issue">${issueName(decision.issue)}</span></p>
${reading === 'SILENT' ? null : html`<p>${told.join(' ')} ${clauses.length === 0 ? null : html`${say('page.see')} ${proofLinks(decision, view)}.`}</p>`}
${questionsOn(view.analysis, decision.id, QUESTIONS).map((question) => html`<p class="ask"><span>${say('page.question')}</span> ${question}</p>`)}
${clauses.length === 0 ? null : html`<details><summary>${say('page.show-clauses')}</summary>${clauses.slice(0, SHOWN).map(({ id }) => inContext(id, view))}</details>`}
</li>
`;
};

/** A clause with the one it completes or stands under, its evidence marked. */
export const inContext = (id: string, view: View): Part => {
  const { analysis: { document }, index: { clauses }, options } = view;
  const clause = clauses.get(id);
  if (clause === undefined) return null;
  const above = clauses.get(clause.chapeau ?? clause.parent ?? '');
  const shown = above === undefined || above.kind === 'title' ? [clause] : [above, clause];
  return html`<figure><blockquote lang="${document.language}" dir="auto">${shown.map((each) => html`<p>${clauseText(each, view.provisionsOf(each.id), view)}</p>`)}</blockquote>
<figcaption>${clause.heading === '' ? null : html`<bdi>${clause.heading}</bdi>, `}${clauseLink(id, view) ?? cite(clause, options.words)}</figcaption></figure>`;
};

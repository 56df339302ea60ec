/** The text itself, clause by clause: what each was read as, with the words that told, and which findings lean on it. */
import type { ClauseReading } from '../clause-reading.ts';
import { isText } from '../clause-reading.ts';
import { orderedWarnings } from '../told.ts';
import { clauseText } from './excerpt.ts';
import { html, join, type Markup, type Part } from './markup.ts';
import { decisionAnchor, type View } from './view.ts';

export const text = (view: View): Markup => {
  const { analysis: { document, provisions }, clauses, say } = view;
  const cited = citations(view);
  const read = provisions.length > 0;
  return html`${read ? html`<p class="hint">${say('page.text.hint')}</p><p class="hint print">${say('page.text.print')}</p>
` : null}<div class="${read ? 'document' : 'document whole'}" lang="${document.language}" dir="${textDirection(view)}">${clauses.filter(({ clause }) => isText(clause)).map((reading) => line(reading, cited.get(reading.clause.id) ?? [], view))}</div>`;
};

/** Where the language of the text is not the one of the report, the browser tells by its letters. */
const textDirection = ({ analysis: { document }, options: { language, direction } }: View): string => (document.language === language ? direction : 'auto');

const line = ({ clause, provisions, status }: ClauseReading, cited: readonly Part[], view: View): Markup => {
  const depth = Math.min(5, Math.max(0, clause.path.length - 1));
  const kind = clause.kind === 'heading' || clause.kind === 'title' ? ' heading' : '';
  const notes = status === null ? null : html`<aside lang="${view.options.language}" dir="${view.options.direction}"><i class="key s-${status}"></i>${view.say(`status.${status}`)}${cited.length === 0 ? null : html`<br>${join(cited, ', ')}`}</aside>`;
  return html`<div id="${view.anchors.get(clause.id)!}" class="clause l${depth}${kind}${cited.length === 0 ? '' : ' cited'}"><p>${clauseText(clause, provisions, view)}</p>${notes}</div>
`;
};

/** Links from a clause to the decisions and warnings that lean on it. */
const citations = (view: View): Map<string, Part[]> => {
  const { analysis, index, issueName, say } = view;
  const found = new Map<string, Part[]>();
  const add = (clause: string, link: Part): void => void found.set(clause, [...(found.get(clause) ?? []), link]);
  for (const decision of analysis.decisions.filter(({ applicable }) => applicable)) {
    const clauses = new Set(decision.provisions.flatMap((id) => index.provisions.get(id)?.clause ?? []));
    for (const clause of clauses) add(clause, html`<a href="#${decisionAnchor(decision)}" title="${decision.question}">${say('page.cites.decision', { issue: issueName(decision.issue), id: decision.id })}</a>`);
  }
  for (const [i, { evidence, message }] of orderedWarnings(analysis).entries()) {
    for (const clause of new Set(evidence.map((each) => each.clause))) add(clause, html`<a href="#w-${i + 1}" title="${message}">${say('page.cites.warning', { n: i + 1 })}</a>`);
  }
  return found;
};

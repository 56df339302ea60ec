/** Warnings with their questions, what was out of sight, and how the reading was made. */
import { limitLines } from '../limits.ts';
import { orderedWarnings } from '../told.ts';
import { inContext } from './ledger.ts';
import { html, type Markup } from './markup.ts';
import { clauseLinks, type View } from './view.ts';

export const warnings = (view: View): Markup | null => {
  const { analysis, say } = view;
  const shown = orderedWarnings(analysis);
  if (shown.length === 0) return null;
  return html`<ol class="ledger warnings">${shown.map(({ severity, message, question, evidence }, i) => {
    const clauses = [...new Set(evidence.map(({ clause }) => clause))];
    return html`<li id="w-${i + 1}"><p><strong>${message}</strong> <span class="tag">${say(`severity.${severity}`)}</span></p>
${question === '' ? null : html`<p class="ask"><span>${say('page.question')}</span> ${question}</p>`}
${clauses.length === 0 ? null : html`<p>${say('page.see')} ${clauseLinks(clauses, view)}.</p><details><summary>${say('page.show-clauses')}</summary>${clauses.map((id) => inContext(id, view))}</details>`}</li>
`;
  })}</ol>`;
};

export const limits = ({ analysis, index, options: { words }, say }: View): Markup => {
  const lines = limitLines(analysis, index, words);
  return lines.length === 0 ? html`<p>${say('limits.none')}</p>` : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
};

export const method = ({ analysis: { document, tool, ruleset, decisions }, options: { share }, say }: View): Markup =>
  html`<p>${say(share || decisions.length === 0 ? 'closing.structure' : 'closing')}</p>
<p>${say(decisions.length === 0 ? 'page.method.structure' : 'page.method.told')}</p>
<dl class="prints"><dt>${say('page.print.tool')}</dt><dd>${tool.name} ${tool.version}</dd><dt>${say('page.print.rules')}</dt><dd><code>${ruleset.sha256}</code></dd><dt>${say('page.print.text')}</dt><dd><code>${document.textSha256}</code></dd><dt>${say('page.print.file')}</dt><dd><code>${document.fileSha256}</code></dd></dl>`;

/** The top of the page: title, how it was read, the verdict in words, and every decision as one square. */
import { countReadings, shownReading } from '../readings.ts';
import { aboutText, verdict } from '../told.ts';
import { html, type Markup } from './markup.ts';
import { decisionAnchor, type View } from './view.ts';

export const head = (view: View): Markup => {
  const { analysis, options, say } = view;
  const { document } = analysis;
  const scored = analysis.decisions.length > 0;
  return html`<header>
<h1 lang="${document.language}" dir="auto">${document.title.trim() === '' ? say('title.none') : document.title}</h1>
<p class="about">${aboutText(analysis, options.words).join(' ')}</p>
${document.agreementLike ? null : html`<p class="notice">${say(scored ? 'not-agreement' : 'not-agreement.structure')}</p>`}
${scored ? headline(view) : html`<p>${say('structure.no-rules')}</p>`}
</header>
`;
};

const headline = (view: View): Markup => {
  const { analysis, options, say } = view;
  const { level, counts } = verdict(analysis, options);
  const squares = analysis.decisions
    .filter(({ applicable }) => applicable)
    .map((decision) => {
      const name = say('page.square', { question: decision.question, reading: say(`reading.${shownReading(decision)}`) });
      return html`<a class="square s-${shownReading(decision)}" href="#${decisionAnchor(decision)}" title="${name}" aria-label="${name}"></a>`;
    });
  return html`${level === null ? null : html`<p class="level">${level}</p>`}
<p>${counts}</p>
<div class="squares" role="group" aria-label="${say('page.squares')}">${squares}</div>
<ul class="legend">${countReadings(analysis.decisions.filter(({ applicable }) => applicable)).map(({ reading, n }) => html`<li><i class="key s-${reading}"></i>${say(`reading.${reading}`)} ${n}</li>`)}</ul>`;
};

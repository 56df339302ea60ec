/** The map of bodies as a drawing: open decisions on one side, then who drafts or takes them, then who has the last word or receives reports. */
import type { Decision } from '../../analysis.ts';
import { nameBody } from '../cite.ts';
import { openDecisions } from '../ledger.ts';
import { recipientsOf } from '../recipients.ts';
import { shownReading } from '../readings.ts';
import { holderOf } from '../../score.ts';
import { wrap } from '../wrap.ts';
import { html, join, type Markup, type Part } from './markup.ts';
import { decisionAnchor, type View } from './view.ts';

const WIDTH = 960;
/** Where the rows begin, below the heads of the columns, and the least height of one. */
const TOP = 30;
const ROW = 38;
/** Letters on a line, and where the columns begin and end. */
const QUESTION = { letters: 50, end: 376 };
const HOLDER = { letters: 25, start: 496, end: 692 };
const FINAL = { letters: 23, start: 778, end: WIDTH - 4 };

/** Stands for a name in a sentence until it is set apart, so that a name in another script does not draw the figures beside it along. */
const NAME = '\u0000';

interface Box {
  id: string;
  /** Middle, from the top. */
  y: number;
  height: number;
  lines: string[];
}

export const bodies = (view: View): Markup => {
  const { say, analysis: { score }, options: { direction } } = view;
  const held = heldDecisions(view);
  if (held.length === 0) return html`<p>${say('holders.none')}</p>`;
  const { rows, end } = rowsOf(held);
  const first = boxes(rows.map(({ decision, y }) => ({ id: holderOf(decision)!, y })), HOLDER.letters, view);
  const links = linksOf(rows.map(({ decision }) => decision), view);
  const finals = boxes(links.map(({ from, to }) => ({ id: to, y: yOf(first, from) })), FINAL.letters, view);
  const height = Math.max(end, ...[...first, ...finals].map(({ y, height: own }) => y + own / 2)) + 8;
  const x = (at: number): number => (direction === 'rtl' ? WIDTH - at : at);
  return html`<p>${say('page.bodies.hint')}</p>
<div class="scroll" role="group" tabindex="0" aria-label="${say('page.bodies')}"><svg viewBox="0 0 ${WIDTH} ${height}" class="map" role="group" aria-label="${say('page.bodies')}">
<text x="${x(0)}" y="16" class="head">${say('page.bodies.decision')}</text><text x="${x(HOLDER.start)}" y="16" class="head">${say('page.bodies.holder')}</text>
${rows.map(({ decision, y }) => html`<path class="edge r-${shownReading(decision)}" d="${curve(x(QUESTION.end), y, x(HOLDER.start), yOf(first, holderOf(decision)!))}" stroke-width="${decision.weight}"/>`)}
${links.map(({ from, to, decides }) => html`<path class="edge ${decides ? 'decides' : 'reports'}" d="${curve(x(HOLDER.end), yOf(first, from), x(FINAL.start), yOf(finals, to))}" stroke-width="2"/>`)}
${rows.map(({ decision, told, y }) => html`<a href="#${decisionAnchor(decision)}"><text y="${y}">${lines(told, x(0), y)}</text></a>
`)}
${first.map((box) => drawn(box, HOLDER.start, HOLDER.end, direction === 'rtl'))}${finals.map((box) => drawn(box, FINAL.start, FINAL.end, direction === 'rtl'))}
</svg></div>
${links.length === 0 ? null : html`<ul class="legend">${LINKS.filter((kind) => links.some(({ decides }) => decides === (kind.line === 'decides'))).map(({ line, key }) => html`<li><svg class="sample" viewBox="0 0 36 8" aria-hidden="true"><path class="edge ${line}" d="M0 4H36" stroke-width="2"/></svg>${say(key)}</li>`)}</ul>`}
<ul class="shares">${score.holders.map(({ body, share, decisions }) => html`<li>${say('holders.share', { share: Math.round(100 * share) })} ${around(say('holders.line', { body: NAME, n: decisions.length, issues: issuesOf(decisions, view) }), nameBody(body, view.index))}</li>`)}</ul>`;
};

/** Where each question stands, and where the last one ends: rows grow with their lines. */
const rowsOf = (held: readonly Decision[]): { rows: { decision: Decision; told: string[]; y: number }[]; end: number } => {
  let end = TOP;
  const rows = held.map((decision) => {
    const told = wrap(decision.question, QUESTION.letters);
    const height = Math.max(ROW, 16 * told.length + 6);
    end += height;
    return { decision, told, y: end - height / 2 };
  });
  return { rows, end };
};

/** Open decisions that somebody holds, those of the same holder together, the heaviest holder first. */
const heldDecisions = ({ analysis }: View): Decision[] => {
  const order = new Map(analysis.score.holders.map(({ body }, i) => [body, i]));
  return openDecisions(analysis).filter((decision) => holderOf(decision) !== null).toSorted((a, b) => order.get(holderOf(a)!)! - order.get(holderOf(b)!)!);
};

interface Link {
  readonly from: string;
  readonly to: string;
  /** It takes or approves what the holder prepares; else it receives reports only. */
  readonly decides: boolean;
}

const LINKS = [{ line: 'decides', key: 'page.bodies.final' }, { line: 'reports', key: 'card.reports' }] as const;

/** From each holder to those that have the last word on something it holds, and to those it reports to. */
const linksOf = (held: readonly Decision[], { analysis, document: { text }, index }: View): Link[] =>
  [...new Set(held.map((decision) => holderOf(decision)!))].flatMap((from) => {
    const final = [...new Set(held.filter((decision) => holderOf(decision) === from).flatMap(lastHands))];
    const holder = index.bodies.get(from);
    const told = holder === undefined ? [] : recipientsOf(holder, analysis, text).filter((id) => !final.includes(id));
    return [...final.map((to) => ({ from, to, decides: true })), ...told.map((to) => ({ from, to, decides: false }))];
  });

const around = (sentence: string, name: string): Part => join(sentence.split(NAME), html`<bdi>${name}</bdi>`);

/** Who takes or approves what the holder prepares. */
const lastHands = (decision: Decision): string[] => [...new Set([decision.chain.decider, decision.chain.approver])].flatMap((id) => (id === null || id === holderOf(decision) ? [] : [id]));

const issuesOf = (decisions: readonly string[], { analysis, issueName, say }: View): string =>
  [...new Set(analysis.decisions.filter(({ id }) => decisions.includes(id)).map(({ issue }) => issueName(issue)))].join(say('list.comma'));

/** One box for each body, at the mean height of what leads to it, pushed down where two would overlap. */
const boxes = (arrows: readonly { id: string; y: number }[], letters: number, { index }: View): Box[] => {
  const placed: Box[] = [];
  const wanted = [...new Set(arrows.map(({ id }) => id))].map((id) => {
    const own = arrows.filter((arrow) => arrow.id === id);
    const told = wrap(nameBody(id, index), letters);
    return { id, lines: told, height: 16 * told.length + 12, y: own.reduce((sum, { y }) => sum + y, 0) / own.length };
  });
  for (const box of wanted.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1);
    const lowest = (above === undefined ? 24 : above.y + above.height / 2 + 8) + box.height / 2;
    placed.push({ ...box, y: Math.max(box.y, lowest) });
  }
  return placed;
};

const yOf = (placed: readonly Box[], id: string): number => placed.find((box) => box.id === id)!.y;

const curve = (x1: number, y1: number, x2: number, y2: number): string => `M${x1} ${y1.toFixed(1)}C${(x1 + x2) / 2} ${y1.toFixed(1)} ${(x1 + x2) / 2} ${y2.toFixed(1)} ${x2} ${y2.toFixed(1)}`;

/** Lines of a text around the middle `y`. */
const lines = (told: readonly string[], x: number, y: number): Markup[] => told.map((line, i) => html`<tspan x="${x}" y="${(y + 16 * (i - (told.length - 1) / 2) + 4).toFixed(1)}">${line}</tspan>`);

const drawn = ({ y, height, lines: told }: Box, start: number, end: number, mirrored: boolean): Markup =>
  html`<rect x="${mirrored ? WIDTH - end : start}" y="${(y - height / 2).toFixed(1)}" width="${end - start}" height="${height}" rx="4"/><text class="body">${lines(told, mirrored ? WIDTH - start - 10 : start + 10, y)}</text>
`;

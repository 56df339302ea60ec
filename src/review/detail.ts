/** The pane of one item: what was read and why, what people said, and the clause among its neighbours. Pure. */
import type { Clause } from '../analysis.ts';
import { printable } from '../failure.ts';
import { slice, type Span } from '../span.ts';
import type { Verdict } from '../verdicts.ts';
import { meaningOf } from './choices.ts';
import { difference } from './difference.ts';
import { seg, type Segment } from './flow.ts';
import type { Item } from './items.ts';
import { proposalFor } from './judging.ts';
import { type State, verdictOf } from './state.ts';
import type { World } from './world.ts';

/** One paragraph of the pane; `lines` at most that many, the rest is cut. */
export interface Paragraph {
  segments: readonly Segment[];
  lines?: number;
}

/** Characters of a clause that the pane holds: scrolling through more is reading the document. */
const SHOWN = 20_000;
const NEIGHBOUR = 400;

const paragraph = (text: string, style: Segment['style'] = 'plain', lines?: number): Paragraph => ({ segments: [seg(printable(text), style)], ...(lines !== undefined && { lines }) });

export const sayVerdict = ({ reading, parked, note }: Verdict): string =>
  [
    reading === null ? '' : reading === 'rejected' ? 'rejected' : [reading.status, ...reading.leaves].join(' '),
    parked === null ? '' : `parked: ${parked}`,
    note === '' ? '' : `note: ${note}`,
  ].filter(Boolean).join('; ') || 'nothing';

/** `marks` puts brackets around evidence, where there are no colours; `brief` leaves out what the list tells too. */
export const detailOf = (item: Item, state: State, world: World, marks: boolean, brief: boolean): Paragraph[] => [
  ...(item.target === 'clause' ? [] : judged(item, state, world, brief)),
  ...(item.decision !== null ? aboutDecision(item, world) : item.provision !== null ? aboutProvision(item, world, marks) : inContext(item.clause!, item.clause!, [], world, marks)),
];

/** The words that are judged, alone: they stand above the choices while a person chooses. */
export const wordingOf = ({ clause, provision, quote }: Item, { text }: World, marks: boolean): Paragraph =>
  clause === null ? paragraph(quote) : { segments: clauseText(provision ?? clause, provision ?? clause, provision?.evidence ?? [], text, marks) };

const judged = (item: Item, state: State, world: World, brief: boolean): Paragraph[] => {
  const { machine, confidence } = item;
  const verdict = verdictOf(state, item, world);
  const offers = verdict === undefined ? (world.offers.get(item.key) ?? []) : [];
  const proposal = verdict === undefined ? proposalFor(item, world) : undefined;
  return [
    { segments: [seg(`Read as ${machine.status}`, 'strong'), seg(`, ${Math.round(confidence * 100)} % sure${brief ? '' : `: ${meaningOf(item)}`}`)] },
    ...(verdict === undefined ? [] : [{ segments: [seg('You said: ', 'strong'), seg(printable(sayVerdict(verdict)))] }]),
    ...offers.flatMap(({ by, verdict: said, quote }, i): Paragraph[] => [
      { segments: [seg(`${i + 1} ${printable(by)}: `, 'strong'), seg(printable(sayVerdict(said)))] },
      ...(quote === null ? [] : changed(quote, item.quote)),
    ]),
    ...(proposal === undefined ? [] : [paragraph('y confirms this earlier verdict, e gives another', 'dim')]),
  ];
};

/** Words around a change that are shown with it; the rest of what stayed is left out. */
const AROUND = 40;

const changed = (old: string, fresh: string): Paragraph[] => {
  const pieces = difference(printable(old), printable(fresh));
  if (pieces.every(({ change }) => change === 'same')) return [paragraph('same words; what stands above them has changed', 'dim')];
  const marked = pieces.map(({ text, change }, i): Segment => {
    if (change === 'removed') return seg(`[-${text.trim()}-] `, 'removed');
    if (change === 'added') return seg(`{+${text.trim()}+} `, 'added');
    if (text.length <= 2 * AROUND) return seg(text);
    const [head, tail] = [i === 0 ? '' : text.slice(0, AROUND), i === pieces.length - 1 ? '' : text.slice(-AROUND)];
    return seg(`${head}…${tail}`);
  });
  return [{ segments: [seg('Changed: ', 'strong'), ...marked], lines: 10 }];
};

const aboutProvision = (item: Item, world: World, marks: boolean): Paragraph[] => {
  const clause = item.clause!;
  const provision = item.provision!;
  const { analysis, names } = world;
  const holder = analysis.bodies.find(({ id }) => id === provision.delegate);
  return [
    paragraph(''),
    ...inContext(clause, provision, provision.evidence, world, marks),
    paragraph(''),
    paragraph(`Topics: ${provision.leaves.map((leaf) => `${leaf} ${names.leaves.get(leaf) ?? ''}`).join('; ')}`),
    paragraph(`Because: ${world.why.get(provision.reason) ?? provision.reason}`),
    ...(holder === undefined ? [] : [paragraph(`Holder: ${holder.name}`)]),
    ...(provision.deadline === null ? [] : [paragraph(`Deadline: ${provision.deadline.text}`)]),
    ...(provision.decisions.length === 0 ? [] : [paragraph(`Bears on: ${provision.decisions.join(', ')}`)]),
    ...warningsOf(clause, world),
  ];
};

/** A clause among its neighbours: the words it hangs on, the clause above, itself, the clause below. */
const inContext = (clause: Clause, provision: Span, evidence: readonly Span[], world: World, marks: boolean): Paragraph[] => {
  const { analysis, places } = world;
  const place = places.get(clause.id)!;
  const chapeau = clause.chapeau === null ? undefined : analysis.clauses[places.get(clause.chapeau) ?? -1];
  const [above, below] = [analysis.clauses[place - 1], analysis.clauses[place + 1]];
  return [
    ...(chapeau === undefined || chapeau.id === above?.id ? [] : [aside(chapeau, world)]),
    ...(above === undefined ? [] : [aside(above, world)]),
    { segments: clauseText(clause, provision, evidence, world.text, marks) },
    ...(below === undefined ? [] : [aside(below, world)]),
  ];
};

const warningsOf = ({ id }: Clause, { analysis }: World): Paragraph[] =>
  analysis.warnings.filter(({ evidence }) => evidence.some(({ clause }) => clause === id)).map(({ message }) => paragraph(`Warning: ${message}`));

const aside = (clause: Clause, { text }: World): Paragraph => paragraph(`| ${slice(text, { start: clause.start, end: Math.min(clause.end, clause.start + NEIGHBOUR) })}`, 'dim', 2);

/** The clause, dim outside the provision, its evidence told by style and, with `marks`, by brackets. */
const clauseText = (clause: Span, provision: Span, evidence: readonly Span[], text: string, marks: boolean): Segment[] => {
  const from = Math.max(clause.start, Math.min(provision.start, provision.start - SHOWN / 4));
  const start = clause.end - clause.start <= SHOWN ? clause.start : from;
  const end = Math.min(clause.end, start + SHOWN);
  const cuts = [start, provision.start, provision.end, ...evidence.flatMap((span) => [span.start, span.end]), end].filter((at) => at >= start && at <= end);
  const edges = [...new Set(cuts)].toSorted((a, b) => a - b);
  const parts = edges.slice(0, -1).map((at, i): Segment => {
    const within = (span: Span): boolean => span.start <= at && at < span.end;
    return seg(printable(text.slice(at, edges[i + 1])), evidence.some(within) ? 'evidence' : within(provision) ? 'plain' : 'dim');
  });
  const joined: Segment[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.style === part.style) joined[joined.length - 1] = seg(last.text + part.text, part.style);
    else joined.push(part);
  }
  const drawn = marks ? joined.map(({ text: words, style }) => seg(style === 'evidence' ? `⟦${words}⟧` : words, style)) : joined;
  return [...(start > clause.start ? [seg('… ', 'dim')] : []), ...drawn, ...(end < clause.end ? [seg(` … and ${clause.end - end} more characters`, 'dim')] : [])];
};

const aboutDecision = ({ decision }: Item, world: World): Paragraph[] => {
  const { question, parameters: { fixed, open }, weight, provisions, unseen } = decision!;
  const { analysis, names } = world;
  const proof = provisions.slice(0, 5).flatMap((id) => analysis.provisions.find((provision) => provision.id === id) ?? []);
  return [
    paragraph(''),
    paragraph(question, 'strong'),
    paragraph(`${names.issues.get(decision!.issue) ?? decision!.issue}; weight ${weight} of 100`),
    ...(fixed.length === 0 ? [] : [paragraph(`Fixed: ${fixed.map(({ name }) => name).join('; ')}`)]),
    ...(open.length === 0 ? [] : [paragraph(`Left open: ${open.join('; ')}`)]),
    ...(unseen === null ? [] : [paragraph(`Cannot see: ${unseen}`)]),
    paragraph(''),
    paragraph(proof.length === 0 ? 'No clause answers it.' : 'Read from:'),
    ...proof.map(({ label, status, start, end }) => ({ segments: [seg(printable(`${label} ${status} `), 'strong'), seg(printable(slice(world.text, { start, end: Math.min(end, start + NEIGHBOUR) })))], lines: 4 })),
  ];
};

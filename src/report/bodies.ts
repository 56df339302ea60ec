/** Which bodies get a card, and what is missing on it: those with a part in security, weightiest first. */
import type { Analysis, Body, Decision } from '../analysis.ts';

export const FIELDS = ['created', 'powers', 'members', 'seats', 'chair', 'quorum', 'rule', 'deadlock', 'deadline', 'funding', 'reports'] as const;
export type Field = (typeof FIELDS)[number];

export interface Card {
  readonly body: Body;
  /** Open decisions that it drafts, takes or approves. */
  readonly holds: readonly Decision[];
  /** Fields that the text leaves empty. */
  readonly gaps: readonly Field[];
  /** It is given a task and created nowhere in the text. */
  readonly orphan: boolean;
}

/** A third party or a ministry is there before the text: only its part in this one is asked about. */
const OUTER: readonly Field[] = ['powers', 'deadline', 'funding', 'reports'];

/** What sets up, leads and votes: parties, leaders and armed forces have no card. */
const CARDED: ReadonlySet<Body['kind']> = new Set(['technical', 'joint', 'ministry', 'third', 'other']);

/** Cards of bodies that security provisions create, seat or give a task, those that hold open decisions first, then in reading order. */
export const cardsOf = ({ bodies, provisions, decisions }: Analysis): { cards: Card[]; others: Body[] } => {
  const busy = new Set(provisions.flatMap(({ delegate }) => delegate ?? []));
  const secured = new Set(provisions.filter(({ leaves }) => leaves.some((leaf) => !leaf.startsWith('IM') && !leaf.startsWith('DM'))).map(({ clause }) => clause));
  const cards: Card[] = [];
  const others: Body[] = [];
  for (const body of bodies) {
    const holds = decisions.filter(({ applicable, openness, chain }) => applicable && openness !== null && openness > 0 && [chain.drafter, chain.decider, chain.approver].includes(body.id));
    const told = [...body.created, ...body.members, ...body.powers];
    const isSecurity = holds.length > 0 || (told.length > 0 && (busy.has(body.id) || told.some(({ clause }) => secured.has(clause))) && told.some(({ clause }) => secured.has(clause)));
    if (!CARDED.has(body.kind)) continue;
    if (!isSecurity) {
      if (body.kind !== 'third' && body.kind !== 'ministry') others.push(body);
      continue;
    }
    const outer = body.kind === 'third' || body.kind === 'ministry';
    const gaps = (outer ? OUTER : FIELDS).filter((field) => (field === 'seats' ? body.seats === null : body[field].length === 0));
    cards.push({ body, holds, gaps, orphan: !outer && body.created.length === 0 && /^\p{Lu}/u.test(body.name) });
  }
  const weight = ({ holds }: Card): number => holds.reduce((sum, decision) => sum + decision.weight, 0);
  return { cards: cards.toSorted((a, b) => weight(b) - weight(a)), others };
};

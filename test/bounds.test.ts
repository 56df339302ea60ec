import { describe, expect, it } from 'vitest';
import type { Body, Bounds, Cited, Provision } from '../src/analysis.ts';
import { boundsOf, NO_BOUNDS, type AgreementWide, type Linked } from '../src/bounds.ts';

const cited: Cited = { clause: 'c1', start: 0, end: 1, text: 'x' };

const nobody: Body = {
  id: 'board', name: 'Board', acronyms: [], article: 'the', kind: 'technical', mentions: 1, created: [], members: [], seats: null, women: null, seating: [],
  chair: [], quorum: [], rule: [], deadlock: [], deadline: [], funding: [], reports: [], powers: [],
};

const limit = (days: number | null, date: string | null = null) => ({ days, date }) as Provision['deadline'];

/** A provision with its status, deadline and facts; the other fields play no part in bounds. */
const linked = (given: { status?: Provision['status']; deadline?: Provision['deadline']; facts?: string[] } = {}): Linked => ({
  provision: { status: given.status ?? 'DELEGATED', deadline: given.deadline ?? null } as Provision,
  found: { facts: new Map((given.facts ?? []).map((fact) => [fact, []])) } as unknown as Linked['found'],
});

const nothing: AgreementWide = { dispute: false, remedy: false, deadlock: false };

interface Case {
  open?: Linked[];
  related?: Linked[];
  body?: Partial<Body> | null;
  handedOver?: number;
  fixed?: number;
  stage?: Provision['deadline'];
  wide?: Partial<AgreementWide>;
}

const bounds = ({ open = [linked()], related = [], body = {}, handedOver = 0, fixed = 0, stage = null, wide = {} }: Case): Bounds =>
  boundsOf(open, related, body === null ? undefined : { ...nobody, ...body }, handedOver, fixed, stage, { ...nothing, ...wide });

describe('boundsOf', () => {
  it('credits nothing to a bare task, with a body or without', () => {
    expect(Object.values(NO_BOUNDS)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(bounds({})).toEqual(NO_BOUNDS);
    expect(bounds({ body: null })).toEqual(NO_BOUNDS);
    expect(bounds({ open: [] })).toEqual(NO_BOUNDS);
  });

  it.each<[string, Case, Partial<Bounds>]>([
    ['one count of days', { open: [linked({ deadline: limit(30) })] }, { deadline: 1 }],
    ['the same count of days twice', { open: [linked({ deadline: limit(30) }), linked({ deadline: limit(30) })] }, { deadline: 1 }],
    ['two counts of days that contradict each other', { open: [linked({ deadline: limit(30) }), linked({ deadline: limit(60) })] }, { deadline: 0.5 }],
    ['a date', { open: [linked({ deadline: limit(null, '2031-05-01') })] }, { deadline: 1 }],
    ['two counts of days and a date', { open: [linked({ deadline: limit(30) }), linked({ deadline: limit(60, '2031-05-01') })] }, { deadline: 0.5 }],
    ['an event without a day', { open: [linked({ deadline: limit(null) })] }, { deadline: 0.5 }],
    ['an event, then a date', { open: [linked({ deadline: limit(null) }), linked({ deadline: limit(null, '2031-05-01') })] }, { deadline: 1 }],
    ['the deadline of the stage', { stage: limit(90) }, { deadline: 1 }],
    ['a stage that contradicts the task', { open: [linked({ deadline: limit(30) })], stage: limit(90) }, { deadline: 0.5 }],
    ['members without a count', { body: { members: [cited] } }, { members: 0.5 }],
    ['members with seats', { body: { members: [cited], seats: 9 } }, { members: 1 }],
    ['members of no seat at all', { body: { members: [cited], seats: 0 } }, { members: 1 }],
    ['seats without members', { body: { seats: 9 } }, {}],
    ['a rule of decision', { body: { rule: [cited] } }, { rule: 1 }],
    ['a way out of its deadlock', { body: { deadlock: [cited] } }, { deadlock: 1 }],
    ['a way out of any deadlock', { wide: { deadlock: true } }, { deadlock: 0.5 }],
    ['a way out of any deadlock, and no body', { body: null, wide: { deadlock: true } }, { deadlock: 0.5 }],
    ['its own way out beside the general one', { body: { deadlock: [cited] }, wide: { deadlock: true } }, { deadlock: 1 }],
    ['three decisions handed over', { handedOver: 3 }, { tor: 1 }],
    ['four decisions handed over', { handedOver: 4 }, { tor: 1 }],
    ['two decisions handed over', { handedOver: 2 }, {}],
    ['a product that is named', { open: [linked(), linked({ facts: ['product'] })] }, { tor: 0.5 }],
    ['a parameter fixed elsewhere', { fixed: 1 }, { criteria: 1 }],
    ['a principle that bears on it', { related: [linked(), linked({ status: 'PRINCIPLE' })] }, { criteria: 0.5 }],
    ['a principle and a fixed parameter', { fixed: 2, related: [linked({ status: 'PRINCIPLE' })] }, { criteria: 1 }],
    ['only provisions that hand over', { related: [linked()] }, {}],
    ['money', { body: { funding: [cited] } }, { funding: 0.5 }],
    ['reports', { body: { reports: [cited] } }, { reporting: 1 }],
    ['what holds if nothing is agreed', { open: [linked(), linked({ facts: ['fallback'] })] }, { fallback: 1 }],
    ['what holds, said of another provision', { related: [linked({ facts: ['fallback', 'product'] })] }, {}],
    ['a path for disputes', { wide: { dispute: true } }, { dispute: 0.5 }],
    ['a path for disputes whose end binds', { wide: { dispute: true, remedy: true } }, { dispute: 1 }],
    ['a remedy without a path to it', { wide: { remedy: true } }, {}],
  ])('%s', (_, given, credited) => {
    expect(bounds(given)).toEqual({ ...NO_BOUNDS, ...credited });
  });
});

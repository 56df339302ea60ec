/** The ten bounds of an open decision, as credit from 0 to 1 (deferral doctrine, section 4). */
import type { Body, Bounds, Provision } from './analysis.ts';
import type { SentenceFacts } from './facts.ts';

/** A provision with the facts of its sentence. */
export interface Linked {
  readonly provision: Provision;
  readonly found: SentenceFacts;
}

/** What the agreement as a whole offers: paths for disputes, remedies that bind, a way out of any deadlock in every phase. */
export interface AgreementWide {
  readonly dispute: boolean;
  readonly remedy: boolean;
  readonly deadlock: boolean;
}

export const NO_BOUNDS: Bounds = { deadline: 0, members: 0, rule: 0, deadlock: 0, tor: 0, criteria: 0, funding: 0, reporting: 0, fallback: 0, dispute: 0 };

/** Full credit needs at least so many outputs that the text lists. */
const LISTED = 3;

/**
 * Bounds on the body that holds a decision. `open` are the provisions that hand it over, `related` all that bear on it,
 * `fixed` the number of its parameters fixed elsewhere, `limit` a deadline of the stage or section they stand in.
 */
export const boundsOf = (
  open: readonly Linked[],
  related: readonly Linked[],
  body: Body | undefined,
  handedOver: number,
  fixed: number,
  stageDeadline: Provision['deadline'],
  wide: AgreementWide,
): Bounds => ({
  deadline: deadlineCredit(open, stageDeadline),
  members: membersCredit(body),
  rule: body === undefined || body.rule.length === 0 ? 0 : 1,
  deadlock: body !== undefined && body.deadlock.length > 0 ? 1 : wide.deadlock ? 0.5 : 0,
  tor: handedOver >= LISTED ? 1 : open.some(({ found }) => found.facts.has('product')) ? 0.5 : 0,
  criteria: fixed > 0 ? 1 : related.some(({ provision }) => provision.status === 'PRINCIPLE') ? 0.5 : 0,
  funding: body === undefined || body.funding.length === 0 ? 0 : 0.5,
  reporting: body === undefined || body.reports.length === 0 ? 0 : 1,
  fallback: open.some(({ found }) => found.facts.has('fallback')) ? 1 : 0,
  dispute: wide.remedy && wide.dispute ? 1 : wide.dispute ? 0.5 : 0,
});

const deadlineCredit = (open: readonly Linked[], stage: Provision['deadline']): number => {
  const limits = [...open.map(({ provision }) => provision.deadline), stage].filter((limit) => limit !== null);
  const days = new Set(limits.flatMap((limit) => (limit.days === null ? [] : [limit.days])));
  if (days.size === 1 || (days.size === 0 && limits.some((limit) => limit.date !== null))) return 1;
  // two dates for one task contradict each other, an event without a day floats
  return limits.length > 0 ? 0.5 : 0;
};

const membersCredit = (body: Body | undefined): number => {
  if (body === undefined || body.members.length === 0) return 0;
  return body.seats === null ? 0.5 : 1;
};

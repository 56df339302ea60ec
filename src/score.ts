/** Decision[] -> Score: the openness of the whole, its parts, and who holds what is open. Pure; constants come from `rules/scoring.yml`. */
import type { Decision, Score } from './analysis.ts';
import { openness, readingOf } from './openness.ts';
import type { Reading, Scoring } from './rules/scoring.ts';
import { sensitivity } from './sensitivity.ts';

/** What the score needs to know of the text beyond its decisions. */
export interface Circumstances {
  type: Score['type'];
  /** The text calls itself a stage of a longer process. */
  declaredStage: boolean;
  /** Number of later texts (annexes, laws, agreements) that it promises. */
  promises: number;
  /** Ids of decisions that a person has marked as deliberately parked or waiting for facts. */
  parked: ReadonlySet<string>;
  reviewed: boolean;
}

/** A decision that counts: applicable and seen. */
interface Counted {
  decision: Decision;
  weight: number;
  open: number;
  reading: Reading;
}

const STACK: Record<Exclude<Reading, 'SETTLED'>, keyof Score['stack']> = {
  DELEGATED: 'delegated', DEFERRED: 'deferred', INTERIM: 'interim', PRINCIPLE: 'principle', SILENT: 'silent', PARTLY: 'partlySettled',
};

/** The score of a text. `applicable` of each decision must already follow from the agreement type. */
export const scoreOpenness = (decisions: readonly Decision[], scoring: Scoring, about: Circumstances): Score => {
  const counted = decisions.flatMap((decision) => count(decision, scoring));
  const seen = weigh(counted);
  const points = (part: readonly Counted[]): number | null => (seen > 0 ? (100 * weigh(part)) / seen : null);
  const total = meanOpenness(counted);
  const technical = counted.filter(({ decision }) => isWithBodies(decision, scoring));
  const issues = issuesOf(decisions, counted);
  return {
    total,
    low: null,
    high: null,
    drivers: [],
    ...sensitivity(decisions, scoring),
    equalWeights: meanOpenness(counted.map((row) => ({ ...row, weight: 1 }))),
    withoutParked: meanOpenness(counted.filter(({ decision }) => !about.parked.has(decision.id))),
    level: scoring.levels.find(({ below }) => total !== null && total < below)?.id ?? 'none',
    seen: { decisions: counted.length, of: decisions.filter(({ applicable }) => applicable).length, weight: seen },
    stack: stackOf(counted, seen),
    technicalBodyShare: points(technical),
    decidedByBodies: points(technical.filter(({ decision }) => isDecidedByBody(decision))),
    issues,
    worst: worstOf(issues, scoring.worst),
    holders: holdersOf(counted),
    flags: flagsOf(decisions, counted, scoring, about),
    type: about.type,
    reviewed: about.reviewed,
  };
};

/** True when decisions of this issue count for an agreement of this type. */
export const isApplicable = (issue: string, type: string, scoring: Scoring): boolean => {
  const issues = scoring.types[type];
  return issues === 'all' || (issues?.includes(issue) ?? false);
};

/** The body that has the open decision: who is to write it when delegated, who is to take it when deferred; else null. */
export const holderOf = ({ status, chain: { drafter, decider, approver } }: Decision): string | null => {
  if (status === 'DELEGATED') return drafter ?? decider;
  return status === 'DEFERRED' ? (decider ?? approver ?? drafter) : null;
};

const count = (decision: Decision, scoring: Scoring): Counted[] => {
  const [open, reading] = [openness(decision, scoring), readingOf(decision)];
  return decision.applicable && open !== null && reading ? [{ decision, weight: decision.weight, open, reading }] : [];
};

const weigh = (rows: readonly { weight: number }[]): number => rows.reduce((sum, { weight }) => sum + weight, 0);

/** Weighted mean in points of 100; null of nothing. */
const meanOpenness = (rows: readonly { weight: number; open: number }[]): number | null =>
  rows.length === 0 ? null : (100 * rows.reduce((sum, { weight, open }) => sum + weight * open, 0)) / weigh(rows);

const stackOf = (counted: readonly Counted[], seen: number): Score['stack'] => {
  const stack: Score['stack'] = { delegated: 0, deferred: 0, interim: 0, principle: 0, silent: 0, partlySettled: 0 };
  for (const { reading, weight, open } of counted) if (reading !== 'SETTLED') stack[STACK[reading]] += (100 * weight * open) / seen;
  return stack;
};

const isWithBodies = ({ status, chain }: Decision, scoring: Scoring): boolean =>
  status === 'DELEGATED' && chain.kind !== null && scoring.technicalKinds.includes(chain.kind);

const isDecidedByBody = (decision: Decision): boolean =>
  decision.chain.approver === null && decision.chain.decider !== null && decision.chain.decider === holderOf(decision);

const issuesOf = (decisions: readonly Decision[], counted: readonly Counted[]): Score['issues'] =>
  [...new Set(decisions.map(({ issue }) => issue))].map((issue) => {
    const rows = counted.filter(({ decision }) => decision.issue === issue);
    return { issue, score: meanOpenness(rows), weight: weigh(rows), settled: weigh(rows.filter(({ decision }) => decision.status === 'SETTLED')) };
  });

const worstOf = (issues: Score['issues'], number: number): string[] =>
  issues
    .filter(({ score }) => score !== null && score > 0)
    .toSorted((a, b) => b.score! - a.score!)
    .slice(0, number)
    .map(({ issue }) => issue);

const holdersOf = (counted: readonly Counted[]): Score['holders'] => {
  const unsettled = counted.filter(({ decision }) => decision.status !== 'SETTLED');
  const bodies = new Set(unsettled.flatMap(({ decision }) => holderOf(decision) ?? []));
  return [...bodies]
    .map((body) => {
      const rows = unsettled.filter(({ decision }) => holderOf(decision) === body);
      return { body, share: weigh(rows) / weigh(unsettled), decisions: rows.map(({ decision }) => decision.id) };
    })
    .toSorted((a, b) => b.share - a.share);
};

const flagsOf = (decisions: readonly Decision[], counted: readonly Counted[], { flags }: Scoring, about: Circumstances): string[] => {
  const found: string[] = [];
  // Over all decisions, applicable or not: a text that its type makes a ceasefire must be able to show that it is one.
  const settled = decisions.filter(({ status }) => status === 'SETTLED');
  const { issues, decisions: ids, share } = flags.ceasefireOnly;
  const inside = settled.filter(({ id, issue }) => issues.includes(issue) || ids.includes(id));
  if (settled.length > 0 && weigh(inside) >= share * weigh(settled)) found.push('ceasefire-only');

  const settledShare = weigh(counted.filter(({ decision }) => decision.status === 'SETTLED')) / weigh(counted);
  const { promises, settledAtMost } = flags.framework;
  if (about.declaredStage && about.promises >= promises && settledShare <= settledAtMost) found.push('framework');
  return found;
};

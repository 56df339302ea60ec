/** Verdicts on the decisions of an agreement against those that a reader wrote down. */
import type { Analysis, DecisionStatus } from '../analysis.ts';
import { Failure } from '../failure.ts';
import { rows } from './gold.ts';

/** What a reader says of one decision. */
export interface Verdict {
  agreement: string;
  decision: string;
  weight: number;
  status: DecisionStatus;
  /** SETTLED with a remainder. */
  partial: boolean;
  /** 0 to 1; null when unseen. */
  openness: number | null;
}

export interface VerdictsEvaluation {
  title: string;
  compared: number;
  equal: number;
  /** Of the equal SETTLED ones, how many are partial in the one and whole in the other. */
  partlyApart: string[];
  /** How many the commonest verdict alone would get right. */
  baseline: number;
  /** Called settled, or silent, by the tool and not by the reader. */
  falseSettled: string[];
  falseSilent: string[];
  differences: { decision: string; wanted: DecisionStatus; found: DecisionStatus }[];
  total: { wanted: number | null; found: number | null };
  bodyShare: { wanted: number | null; found: number | null };
}

const KNOWN: readonly DecisionStatus[] = ['SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'SILENT', 'UNSEEN'];

/** TSV with a header: columns agreement, decision, weight, status, features, openness. Throws a Failure with the line. */
export const parseVerdicts = (tsv: string, file: string): Verdict[] =>
  rows(tsv, file).map(({ get, where }) => {
    const status = KNOWN.find((known) => known === get('status'));
    if (status === undefined) throw new Failure(`unknown status "${get('status')}"`, { where, next: `Use one of ${KNOWN.join(', ')}` });
    const openness = get('openness') === '' ? null : Number(get('openness'));
    if (Number.isNaN(Number(get('weight'))) || Number.isNaN(openness)) throw new Failure('weight or openness is no number', { where, next: 'Write it as 0.85' });
    return { agreement: get('agreement'), decision: get('decision'), weight: Number(get('weight')), status, partial: get('features').split(' ').includes('partial'), openness };
  });

/** `wanted` are the verdicts on one agreement. */
export const evaluateVerdicts = (wanted: readonly Verdict[], analysis: Analysis): VerdictsEvaluation => {
  const foundById = new Map(analysis.decisions.map((decision) => [decision.id, decision]));
  const pairs = wanted.flatMap((verdict) => {
    const decision = foundById.get(verdict.decision);
    return decision === undefined ? [] : [{ verdict, decision }];
  });
  const equal = pairs.filter(({ verdict, decision }) => verdict.status === decision.status);
  const falsely = (status: DecisionStatus): string[] =>
    pairs.flatMap(({ verdict, decision }) => (decision.status === status && verdict.status !== status ? [decision.id] : []));
  return {
    title: wanted[0]?.agreement ?? '',
    compared: pairs.length,
    equal: equal.length,
    partlyApart: equal.flatMap(({ verdict, decision }) => (decision.status === 'SETTLED' && verdict.partial !== decision.parameters.open.length > 0 ? [decision.id] : [])),
    baseline: Math.max(0, ...KNOWN.map((status) => pairs.filter(({ verdict }) => verdict.status === status).length)),
    falseSettled: falsely('SETTLED'),
    falseSilent: falsely('SILENT'),
    differences: pairs.flatMap(({ verdict, decision }) => (verdict.status === decision.status ? [] : [{ decision: decision.id, wanted: verdict.status, found: decision.status }])),
    total: { wanted: weighted(wanted, ({ openness }) => openness!), found: analysis.score.total },
    bodyShare: { wanted: weighted(wanted, ({ status }) => Number(status === 'DELEGATED')), found: analysis.score.technicalBodyShare },
  };
};

/** Mean over the verdicts that could be given, by weight, times 100. */
const weighted = (verdicts: readonly Verdict[], value: (verdict: Verdict) => number): number | null => {
  const seen = verdicts.filter(({ openness }) => openness !== null);
  const weight = seen.reduce((sum, verdict) => sum + verdict.weight, 0);
  return weight === 0 ? null : (100 * seen.reduce((sum, verdict) => sum + verdict.weight * value(verdict), 0)) / weight;
};

/** From the status of a decision to a number: 0 decided, 1 nothing decided. Every constant is in `rules/scoring.yml`. */
import type { Analysis, Bounds, Decision } from './analysis.ts';
import type { Reading, Scoring } from './rules/scoring.ts';

/** What the openness of a decision depends on. */
export type Openable = Pick<Decision, 'status' | 'parameters' | 'dated' | 'exit' | 'detail' | 'bounds'>;

/**
 * B, the weighted sum of the bounds (0 to 1). `capped` tells that it was cut to the limit because the body has no way
 * out of its own: neither a full deadlock breaker nor a full fallback.
 */
export const boundScore = (bounds: Bounds, { bounds: { weights, cap } }: Scoring): { value: number; capped: boolean } => {
  const sum = (Object.keys(weights) as (keyof Bounds)[]).reduce((total, bound) => total + weights[bound] * bounds[bound], 0);
  const wayOut = bounds.deadlock >= cap.liftedBy.deadlock || bounds.fallback >= cap.liftedBy.fallback;
  const capped = !wayOut && sum > cap.limit;
  return { value: capped ? cap.limit : sum, capped };
};

/** The reading that the score works with, or null for what could not be seen. */
export const readingOf = (decision: Pick<Decision, 'status' | 'parameters'>): Reading | null => {
  if (decision.status === 'UNSEEN') return null;
  return decision.status === 'SETTLED' && decision.parameters.open.length > 0 ? 'PARTLY' : decision.status;
};

/** Openness of a decision; null when unseen, because nothing is known about it. */
export const openness = (decision: Openable, scoring: Scoring): number | null => {
  const reading = readingOf(decision);
  return reading && opennessAs(reading, decision, scoring);
};

/** Openness the decision would have under another reading, its bounds, dates and exits staying what they are. */
export const opennessAs = (reading: Reading, decision: Openable, scoring: Scoring): number => {
  const { partly, delegated, deferred, interim, principle, silent } = scoring.openness;
  switch (reading) {
    case 'SETTLED':
      return 0;
    case 'PARTLY':
      return partly.perOpenShare * (readingOf(decision) === 'PARTLY' ? openShare(decision) : partly.assumed);
    case 'DELEGATED':
      return (delegated.base - delegated.relief * boundScore(decision.bounds, scoring).value) * (decision.detail ? delegated.detail : 1);
    case 'DEFERRED':
      return deferred.base - deferred.relief * boundScore(decision.bounds, scoring).value;
    case 'INTERIM': {
      const { end, trigger, successor } = decision.exit;
      return interim.base - interim.relief * (interim.exit.end * end + interim.exit.trigger * trigger + interim.exit.successor * successor);
    }
    case 'PRINCIPLE':
      return decision.dated ? principle.dated : principle.undated;
    case 'SILENT':
      return silent;
  }
};

const openShare = ({ parameters: { open, fixed } }: Openable): number => open.length / (open.length + fixed.length);

/** Open decisions that count, by weight times openness; ties keep the order of the catalogue. */
export const openDecisions = ({ decisions }: Pick<Analysis, 'decisions'>): Decision[] =>
  decisions
    .filter((decision) => decision.applicable && decision.openness !== null && decision.openness > 0)
    .toSorted((a, b) => b.weight * b.openness! - a.weight * a.openness!);

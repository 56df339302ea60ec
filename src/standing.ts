/** Where a text stands among other agreements: for each issue and decision, how many of them leave more open. Pure. */
import type { Analysis } from './analysis.ts';

/** What is known of one agreement; `decisions` with reading and openness. */
export interface Figures {
  readonly stage: string | null;
  readonly region: string | null;
  readonly characters: number;
  readonly total: number | null;
  readonly issues: Readonly<Record<string, number | null>>;
  readonly decisions: Readonly<Record<string, readonly [reading: string, openness: number | null]>>;
}

/** Which agreements to stand among, as PA-X codes them; without either, all. */
export interface Group {
  readonly stage?: string;
  readonly region?: string;
}

/** Counts over agreements of which it is known. */
export interface Place {
  /** Agreements that leave more open, as much, and less. */
  readonly more: number;
  readonly same: number;
  readonly less: number;
  /** Of 100: how many leave more open, those with the same counted half; null where none is known. */
  readonly percentile: number | null;
}

export interface Standing {
  readonly agreements: number;
  readonly issues: Readonly<Record<string, Place>>;
  readonly decisions: Readonly<Record<string, Place>>;
}

/** Within a hundredth two figures are the same: profiles are rounded to two places. */
const SAME = 0.01;

/** The text is not counted among the others: an agreement of its size and score is taken for itself. */
export const standingOf = ({ document, decisions, score }: Analysis, profiles: readonly Figures[], group: Group): Standing => {
  const others = profiles.filter(({ stage, region, characters, total }) =>
    (group.stage === undefined || stage === group.stage) && (group.region === undefined || region === group.region)
    && !(characters === document.characters && Math.abs((total ?? -1) - (score.total ?? -1)) <= SAME));
  return {
    agreements: others.length,
    issues: Object.fromEntries(score.issues.map(({ issue, score: own }) => [issue, placeOf(own, others.map(({ issues }) => issues[issue] ?? null))])),
    decisions: Object.fromEntries(decisions.filter(({ applicable }) => applicable).map(({ id, openness }) => [id, placeOf(openness, others.map((each) => each.decisions[id]?.[1] ?? null))])),
  };
};

const placeOf = (own: number | null, all: readonly (number | null)[]): Place => {
  const known = own === null ? [] : all.flatMap((each) => each ?? []);
  const more = known.filter((each) => each > own! + SAME).length;
  const less = known.filter((each) => each < own! - SAME).length;
  const same = known.length - more - less;
  return { more, same, less, percentile: known.length === 0 ? null : (100 * (more + same / 2)) / known.length };
};

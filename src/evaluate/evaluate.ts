/** The tool against gold: Unit[] -> Evaluation, plain JSON that `page.ts` prints. */
import { alpha, type Confusion, confusion, kappa, observed, type Pair, squared, weightedKappa } from './agreement.ts';
import type { Unit } from './align.ts';
import { type Estimate, estimate } from './bootstrap.ts';
import { type Coding, STATUSES, type UnitStatus } from './gold.ts';
import { addUp, countUnit, found, type Found, type SetScores, setScores, type Sets } from './recall.ts';

/** One coding held against another. */
export interface Comparison {
  units: number;
  /** Share of units with the same status. */
  observed: Estimate;
  kappa: Estimate;
  /** Quadratic weights on the scale of openness. */
  weightedKappa: Estimate;
  alpha: Estimate;
  confusion: Confusion;
  statuses: (Found & { status: string })[];
  /** DELEGATED and DEFERRED taken as one: left open to somebody. */
  leftOpen: Found;
  topics: SetScores & { f1: Estimate };
  tags: SetScores & { f1: Estimate };
}

export interface Evaluation {
  title: string;
  units: number;
  /** Units of the gold that were not found in the text. */
  missing: string[];
  /** True when NONE counts as PROCEDURAL in all but `noneApart`. */
  folded: boolean;
  first: Comparison;
  second: Comparison | null;
  /** The second coder against the first: no tool can be asked for more. */
  coders: Comparison | null;
  noneApart: { first: Comparison; coders: Comparison | null } | null;
  /** Units of which the first coder was unsure, and the others. */
  unsure: { below: number; units: Comparison | null; others: Comparison | null };
  /** The tool's own confidence beside how often it is right. */
  calibration: { from: number; to: number; units: number; confidence: number; right: number }[];
}

/** Below this a second coder may well differ (README of the gold). */
const UNSURE = 0.65;
const CONFIDENCE_STEPS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Places on the scale of openness. Delegated and deferred are equally open; a label without security content comes before all. */
const RANKS: Record<UnitStatus, number> = { NONE: 0, PROCEDURAL: 1, SETTLED: 2, PRINCIPLE: 3, INTERIM: 4, DEFERRED: 5, DELEGATED: 5 };

/**
 * `fold` for document gold, where every unit lies in a security chapter: text without content then counts as PROCEDURAL,
 * with a second reading that keeps it apart. Segments come from anywhere: there NONE is a finding of its own.
 */
export const evaluate = (units: readonly Unit[], about: { title: string; fold: boolean; missing?: readonly string[] }): Evaluation => {
  const read = about.fold ? units.map(foldNone) : units;
  const unsure = read.filter(({ gold }) => gold.confidence < UNSURE);
  return {
    title: about.title,
    units: units.length,
    missing: [...(about.missing ?? [])],
    folded: about.fold,
    first: compare(againstFirst(read)),
    second: compareSome(againstSecond(read)),
    coders: compareSome(coders(read)),
    noneApart: about.fold ? { first: compare(againstFirst(units)), coders: compareSome(coders(units)) } : null,
    unsure: { below: UNSURE, units: compareSome(againstFirst(unsure)), others: compareSome(againstFirst(read.filter((unit) => !unsure.includes(unit)))) },
    // Silence has no confidence to check.
    calibration: calibration(againstFirst(read.filter((_, i) => units[i]!.predicted.status !== 'NONE'))),
  };
};

/** What holds, and what is held against it. */
export interface Held {
  gold: Coding;
  predicted: Coding;
}

export const againstFirst = (units: readonly Unit[]): Held[] => units.map(({ gold, predicted }) => ({ gold, predicted }));
const againstSecond = (units: readonly Unit[]): Held[] => units.flatMap(({ second, predicted }) => (second ? [{ gold: second, predicted }] : []));
export const coders = (units: readonly Unit[]): Held[] => units.flatMap(({ gold, second }) => (second ? [{ gold, predicted: second }] : []));

export const foldNone = (unit: Unit): Unit => ({ ...unit, gold: folded(unit.gold), second: unit.second && folded(unit.second), predicted: folded(unit.predicted) });
const folded = (coding: Coding): Coding => (coding.status === 'NONE' ? { ...coding, status: 'PROCEDURAL' } : coding);

const compareSome = (held: readonly Held[]): Comparison | null => (held.length ? compare(held) : null);

const compare = (held: readonly Held[]): Comparison => {
  const pairs = held.map(({ gold, predicted }): Pair => [gold.status, predicted.status]);
  const openness = squared(RANKS);
  const table = confusion(pairs, STATUSES);
  return {
    units: held.length,
    observed: estimate(pairs, observed),
    kappa: estimate(pairs, kappa),
    weightedKappa: estimate(pairs, (sample) => weightedKappa(sample, openness)),
    alpha: estimate(pairs, alpha),
    confusion: table,
    statuses: table.labels.map((status) => ({ status, ...countOf(pairs, (label) => label === status) })),
    leftOpen: countOf(pairs, isOpen),
    topics: leafScores(held, (leaf) => !isTag(leaf)),
    tags: leafScores(held, isTag),
  };
};

export const isOpen = (status: string): boolean => status === 'DELEGATED' || status === 'DEFERRED';

/** The DM leaves say how a decision is put off; the others name topics. */
export const isTag = (leaf: string): boolean => leaf.startsWith('DM.');

export const countOf = (pairs: readonly Pair[], is: (label: string) => boolean): Found =>
  found(pairs.filter(([gold]) => is(gold)).length, pairs.filter(([, predicted]) => is(predicted)).length, pairs.filter(([gold, predicted]) => is(gold) && is(predicted)).length);

const leafScores = (held: readonly Held[], wanted: (leaf: string) => boolean): Comparison['topics'] => {
  const sets = held.map(({ gold, predicted }): Sets => ({ gold: gold.leaves.filter(wanted), predicted: predicted.leaves.filter(wanted) }));
  return { ...setScores(sets), f1: estimate(sets.map(countUnit), (sample) => addUp(sample).f1) };
};

const calibration = (held: readonly Held[]): Evaluation['calibration'] =>
  CONFIDENCE_STEPS.slice(0, -1).flatMap((from, i) => {
    const to = CONFIDENCE_STEPS[i + 1]!;
    const inside = held.filter(({ predicted: { confidence } }) => confidence >= from && (confidence < to || to === 1));
    if (inside.length === 0) return [];
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / inside.length;
    return [{
      from, to, units: inside.length,
      confidence: mean(inside.map(({ predicted }) => predicted.confidence)),
      right: mean(inside.map(({ gold, predicted }) => Number(gold.status === predicted.status))),
    }];
  });

/**
 * What is contested in a draft: the passages, the provisions they stand in, and for each decision how it reads under every
 * variant. The total is a span between the readings that leave least and most open.
 */
import type { Analysis, Decision } from '../analysis.ts';
import type { Document } from '../document.ts';
import { openness } from '../openness.ts';
import type { Scoring } from '../rules/scoring.ts';
import { scoreOpenness } from '../score.ts';
import { overlaps } from '../span.ts';
import { readingNow } from '../verdicts.ts';
import type { Passage } from './marks.ts';
import { chosen } from './resolve.ts';

export type Contested = NonNullable<Analysis['contested']>;

/** The Analysis of a draft as it stands, with what its passages leave open. `readings` are those of its ways, in order. */
export const withContested = (analysis: Analysis, document: Document, passages: readonly Passage[], readings: readonly Analysis[], scoring: Scoring): Analysis => {
  const named = passages.map((passage, at) => ({ id: `v${at + 1}`, passage }));
  const touching = (span: { start: number; end: number }): string[] => named.filter(({ passage }) => overlaps(passage, span)).map(({ id }) => id);
  const decisions = analysis.decisions.map((decision) => {
    const states = readings.map(({ decisions: read }) => read.find(({ id }) => id === decision.id)!);
    return alike(states) ? decision : { ...decision, contested: states.map((state, way) => ({ status: readingNow(state), openness: state.openness, by: partiesOf(decision, analysis, passages, way) })) };
  });
  return {
    ...analysis,
    provisions: analysis.provisions.map((provision) => {
      const ids = touching(provision);
      return ids.length === 0 ? provision : { ...provision, contested: ids };
    }),
    decisions,
    score: readings.length < 2 ? analysis.score : { ...analysis.score, contested: spanOf(analysis, readings, scoring) },
    contested: named.map(({ id, passage: { start, end, kind, variants } }) => ({ id, start, end, kind, text: document.text.slice(start, end), variants: variants.map((variant) => ({ ...variant, text: document.text.slice(variant.start, variant.end).trim() })) })),
  };
};

const alike = (states: readonly Decision[]): boolean => new Set(states.map((state) => `${readingNow(state)} ${state.openness} ${state.chain.drafter} ${state.chain.decider}`)).size < 2;

/** Who proposes the wording of a reading, among the passages in the clauses that prove the decision. */
const partiesOf = (decision: Decision, { provisions, clauses }: Analysis, passages: readonly Passage[], way: number): string[] => {
  const proving = new Set(provisions.filter(({ id }) => decision.provisions.includes(id)).map(({ clause }) => clause));
  const spans = clauses.filter(({ id }) => proving.has(id));
  const near = spans.length === 0 ? passages : passages.filter((passage) => spans.some((span) => overlaps(span, passage)));
  return [...new Set(near.flatMap((passage) => chosen(passage, way)?.by ?? []))];
};

/** Lowest and highest total when each decision takes the variant that leaves it least or most open. */
const spanOf = (analysis: Analysis, readings: readonly Analysis[], scoring: Scoring): NonNullable<Analysis['score']['contested']> => {
  const about = { type: analysis.score.type, declaredStage: false, promises: 0, parked: new Set<string>(), reviewed: false };
  const end = (sign: 1 | -1): number | null => {
    const picked = analysis.decisions.map((decision) => {
      const states = readings.map(({ decisions }) => decisions.find(({ id }) => id === decision.id)!).filter((state) => openness(state, scoring) !== null);
      const best = states.toSorted((a, b) => sign * (openness(a, scoring)! - openness(b, scoring)!))[0];
      return best === undefined ? decision : { ...best, applicable: decision.applicable };
    });
    return scoreOpenness(picked, scoring, about).total;
  };
  return { low: end(1), high: end(-1), readings: readings.map(({ score }) => score.total) };
};

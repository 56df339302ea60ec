/** The two figures that sum an evaluation up: kappa of the status and F1 of the topics. */
import type { Unit } from './align.ts';
import { kappa, type Pair } from './agreement.ts';
import { againstFirst, coders, countOf, foldNone, type Held, isOpen, isTag } from './evaluate.ts';
import { addUp, countUnit, type Found } from './recall.ts';

export interface Headline<Figure> {
  kappa: Figure;
  topics: Figure;
  /** DELEGATED and DEFERRED taken as one. */
  leftOpen: Found;
}

/** How a figure is taken of a sample: as it is, or with an interval. */
export type Take<Figure> = <T>(units: readonly T[], figure: (sample: readonly T[]) => number | null) => Figure;

/** The tool against the first coder, and the second coder against the first. `fold` as in `evaluate`. */
export const headline = <Figure>(units: readonly Unit[], fold: boolean, take: Take<Figure>): { tool: Headline<Figure>; coders: Headline<Figure> } => {
  const read = fold ? units.map(foldNone) : units;
  return { tool: of(againstFirst(read), take), coders: of(coders(read), take) };
};

const of = <Figure>(held: readonly Held[], take: Take<Figure>): Headline<Figure> => {
  const pairs = held.map(({ gold, predicted }): Pair => [gold.status, predicted.status]);
  return {
    kappa: take(pairs, kappa),
    leftOpen: countOf(pairs, isOpen),
    topics: take(held.map(({ gold, predicted }): Found => countUnit({ gold: gold.leaves.filter(isTopic), predicted: predicted.leaves.filter(isTopic) })), (sample) => addUp(sample).f1),
  };
};

const isTopic = (leaf: string): boolean => !isTag(leaf);

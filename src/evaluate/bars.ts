/** The bars that the project has set for itself, and whether the figures clear them. */
import type { Comparison } from './evaluate.ts';
import type { Overview } from './overview.ts';

export interface Bar {
  what: string;
  wanted: string;
  found: string;
  /** Null when it could not be measured. */
  reached: boolean | null;
}

/** The gold whose agreement has bars of its own. */
const CHAPTER = 'rarcss-ch2';
/** Smaller documents and classes are listed, and have no bar. */
const MANY_UNITS = 25;
const MANY_IN_CLASS = 10;

/** Bars on the development gold; those of kept-back texts are not ours to see. */
export const barsOf = ({ golds, documents, segments, verdicts, pax }: Overview): Bar[] => {
  const chapter = golds.find(({ title }) => title === CHAPTER)?.tool;
  const large = golds.filter(({ fold, units }) => fold && units >= MANY_UNITS);
  const open = (comparison: Comparison | undefined): Comparison['leftOpen'] | undefined => comparison?.leftOpen;
  return [
    atLeast(0.8, `status kappa, ${CHAPTER}`, chapter?.kappa.value),
    atLeast(0.8, 'status kappa, all documents', documents?.first.kappa.value),
    atLeast(0.7, `lowest status kappa of ${large.length} documents with ${MANY_UNITS} units`, lowest(large.map(({ tool }) => tool.kappa.value))),
    atLeast(0.72, 'status kappa, segments', segments?.first.kappa.value),
    atLeast(0.8, `topics F1, ${CHAPTER}`, chapter?.topics.value),
    atLeast(0.8, 'topics F1, all documents', documents?.first.topics.f1.value),
    atLeast(0.8, 'topics F1, segments', segments?.first.topics.f1.value),
    atLeast(0.8, `left open, precision, ${CHAPTER}`, chapter?.leftOpen.precision),
    atLeast(0.8, `left open, recall, ${CHAPTER}`, chapter?.leftOpen.recall),
    atLeast(0.75, 'left open, precision, all documents', open(documents?.first)?.precision),
    atLeast(0.75, 'left open, recall, all documents', open(documents?.first)?.recall),
    atLeast(0.6, `lowest recall of a status with ${MANY_IN_CLASS} units, documents`, lowestRecall(documents?.first)),
    atLeast(0.88, 'PA-X presence, F1', pax?.presence.f1.value),
    atLeast(0.6, 'PA-X depth, quadratic kappa', pax?.depth.kappa.value),
    ...verdicts.flatMap(({ title, compared, equal, falseSettled, falseSilent, total, bodyShare }): Bar[] => [
      { what: `${title}: decisions with the reader's status`, wanted: `26 of 34`, found: `${equal} of ${compared}`, reached: equal >= 26 },
      atMost(2, `${title}: falsely settled`, falseSettled.length),
      atMost(2, `${title}: falsely silent`, falseSilent.length),
      near(8, `${title}: total`, total),
      near(10, `${title}: share that bodies hold`, bodyShare),
    ]),
  ];
};

const atLeast = (bar: number, what: string, value: number | null | undefined): Bar => ({
  what, wanted: bar.toFixed(2), found: value?.toFixed(3) ?? '-', reached: value === null || value === undefined ? null : value >= bar,
});

const atMost = (bar: number, what: string, value: number): Bar => ({ what, wanted: `${bar} at most`, found: String(value), reached: value <= bar });

const near = (bar: number, what: string, { wanted, found }: { wanted: number | null; found: number | null }): Bar => ({
  what,
  wanted: wanted === null ? '-' : `${wanted.toFixed(0)} ±${bar}`,
  found: found?.toFixed(1) ?? '-',
  reached: wanted === null || found === null ? null : Math.abs(wanted - found) <= bar,
});

const lowest = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length ? Math.min(...known) : null;
};

const lowestRecall = (comparison: Comparison | undefined): number | null =>
  lowest(comparison?.statuses.filter(({ gold }) => gold >= MANY_IN_CLASS).map(({ recall }) => recall) ?? []);

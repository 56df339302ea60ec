/** The readings that a decision can have, in the order in which reports count and show them. */
import type { Decision } from '../analysis.ts';
import { readingOf } from '../openness.ts';

export const READINGS = ['SETTLED', 'PARTLY', 'DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE', 'SILENT', 'UNSEEN'] as const;

export type ShownReading = (typeof READINGS)[number];

export const shownReading = (decision: Decision): ShownReading => readingOf(decision) ?? 'UNSEEN';

/** How many of the decisions have each reading; readings that none has are left out. */
export const countReadings = (decisions: readonly Decision[]): { reading: ShownReading; n: number }[] =>
  READINGS.map((reading) => ({ reading, n: decisions.filter((decision) => shownReading(decision) === reading).length })).filter(({ n }) => n > 0);

/** Brings gold and an Analysis together: where each unit of the gold stands in the text, and what the tool says there. */
import type { Analysis, Clause, Provision } from '../analysis.ts';
import { type Coding, type GoldSegment, type GoldUnit, STATUSES } from './gold.ts';
import { countUpTo, type Letters, lettersOf, reduce } from './letters.ts';
import { longestInOrder, type Place } from './order.ts';

/** A unit with all that is said of it. */
export interface Unit {
  id: string;
  gold: Coding;
  second: Coding | null;
  predicted: Coding;
  /** The agreement that a segment was taken from. */
  agreement?: string;
}

export interface Alignment {
  units: Unit[];
  /** Units of the gold that were not found in the text. */
  missing: string[];
}

/** The gold quotes this many characters of a unit at most; a shorter quotation is the whole unit. */
const QUOTED = 80;

/**
 * Units of document gold with the provisions that start in them. A unit runs from where its opening is found to where
 * the opening of the next unit is found; the last one to the next clause. `text` is the frozen text of the analysis.
 */
export const alignDocument = (gold: readonly GoldUnit[], analysis: Pick<Analysis, 'clauses' | 'provisions'>, text: string): Alignment => {
  const letters = lettersOf(text);
  const clauses = clausesIn(letters, analysis.clauses);
  const clauseStarts = clauses.map(({ from }) => from);
  const starts = longestInOrder(gold.map((unit) => placesOf(unit, letters, clauses, clauseStarts)));

  const found = starts.filter((start) => start !== null);
  const ends = found.map((start, i) => found[i + 1] ?? clauseStarts[countUpTo(clauseStarts, start)] ?? letters.text.length);
  const inside = found.map((): Provision[] => []);
  for (const provision of analysis.provisions) {
    const at = letters.indexOf(provision.start);
    const unit = countUpTo(found, at) - 1;
    if (unit >= 0 && at < ends[unit]!) inside[unit]!.push(provision);
  }
  const aligned = gold.filter((_, i) => starts[i] !== null);
  return {
    units: aligned.map(({ article, first, second }, i) => ({ id: article, gold: first, second, predicted: unite(inside[i]!) })),
    missing: gold.filter((_, i) => starts[i] === null).map(({ article }) => article),
  };
};

/** A segment was analysed as a text of its own: all its provisions speak for it. */
export const segmentUnit = ({ id, agreement, first, second }: GoldSegment, { provisions }: Pick<Analysis, 'provisions'>): Unit => ({
  id, agreement, gold: first, second, predicted: unite(provisions),
});

/** Several provisions as one coding: leaves united, the most open status with its confidence; NONE when there is no provision. */
export const unite = (provisions: readonly Provision[]): Coding => {
  const [open] = provisions.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
  if (!open) return { status: 'NONE', leaves: [], confidence: 1 };
  return { status: open.status, leaves: [...new Set(provisions.flatMap(({ leaves }) => leaves))], confidence: open.confidence };
};

/** A clause with its place among the letters of the text. */
type PlacedClause = Pick<Clause, 'label' | 'kind'> & { from: number; to: number };

const clausesIn = (letters: Letters, clauses: readonly Clause[]): PlacedClause[] =>
  clauses
    .map(({ label, kind, start, end }) => ({ label, kind, from: letters.indexOf(start), to: letters.indexOf(end) }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);

/** Where a unit may stand: best under its own label, else at the start of a clause, never in a table of contents. */
const placesOf = ({ article, opening }: GoldUnit, letters: Letters, clauses: readonly PlacedClause[], clauseStarts: readonly number[]): Place[] => {
  // "2.1.5b" is the second part of clause 2.1.5.
  const label = article.replace(/(?<=\d)[a-z]$/u, '');
  return letters.find(opening, opening.length >= QUOTED).flatMap((position) => {
    const clause = clauses[countUpTo(clauseStarts, position) - 1];
    if (!clause) return [{ position, bonus: 0 }];
    if (clause.kind === 'contents' && position < clause.to) return [];
    const before = letters.text.slice(clause.from, position);
    const opens = before === '' || before === reduce(clause.label);
    return [{ position: opens ? clause.from : position, bonus: clause.label === label ? 1 : opens ? 0.5 : 0 }];
  });
};

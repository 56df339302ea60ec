/** The clauses that stand behind a finding. */
import type { Clause, Decision } from '../analysis.ts';
import type { Index } from './cite.ts';

/** Clauses whose provisions prove a decision, most telling first, each once. */
export const placesOf = ({ provisions }: Decision, index: Index): Clause[] => [
  ...new Set(provisions.flatMap((id) => index.provisions.get(id) ?? []).flatMap(({ clause }) => index.clauses.get(clause) ?? [])),
];

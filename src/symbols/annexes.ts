/** Annexes whose heading is in the text and whose content is not: a diagram left out, "[see the printed copy]". */
import type { Clause } from '../analysis.ts';

/** A stub points elsewhere in a few words; a sentence has more. */
const SENTENCE_WORDS = 6;
/** Or so many short lines: a list of places is content too. */
const LIST_LINES = 3;
const STRUCTURE: ReadonlySet<Clause['kind']> = new Set(['title', 'contents', 'heading', 'signature']);

/** Labels (as in `Clause.annex`) of the annexes without content. What stands in brackets is a note about content, not content. */
export const emptyAnnexes = (text: string, clauses: readonly Clause[]): Set<string> => {
  const lines = new Map<string, number>();
  for (const clause of clauses) {
    if (clause.annex === null) continue;
    const words = STRUCTURE.has(clause.kind) ? 0 : wordsOutsideBrackets(text.slice(clause.start, clause.end));
    const weight = clause.kind === 'table' && words > 0 ? LIST_LINES : words >= SENTENCE_WORDS ? LIST_LINES : words > 0 ? 1 : 0;
    lines.set(clause.annex, (lines.get(clause.annex) ?? 0) + weight);
  }
  return new Set([...lines].filter(([, weight]) => weight < LIST_LINES).map(([label]) => label));
};

const wordsOutsideBrackets = (text: string): number => {
  let [depth, words] = [0, 0];
  for (const [part] of text.matchAll(/[\p{L}\p{N}]+|[[\]()]/gu)) {
    if (part === '[' || part === '(') depth++;
    else if (part === ']' || part === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) words++;
  }
  return words;
};

/** Why a clause got its tags: its sentences with what the rules found in them, what that added up to, and what nearly matched. Pure. */
import type { Analysis, Clause, Provision } from './analysis.ts';
import type { Match } from './matcher.ts';
import { findNearMisses, type NearMiss, type NearMisses } from './near-misses.ts';
import { spansOf } from './evidence.ts';
import type { Reading } from './reading.ts';
import type { LanguageRules } from './rules/ruleset.ts';
import type { Wording } from './rules/wording.ts';
import { contains, slice } from './span.ts';

/** A topic or fact with the rule and the words that gave it; a match in two pieces spans a chapeau and its item. */
export interface Found {
  emits: string;
  rule: string;
  words: string[];
}

export interface ExplainedSentence {
  text: string;
  /** Null when the sentence says nothing about security. */
  provision: Provision | null;
  /** Reason of the status, in the words of the status table. */
  why: string;
  found: Found[];
  near: (Omit<NearMiss, 'match'> & { words: string[] })[];
}

export interface Explanation {
  clause: Clause;
  sentences: ExplainedSentence[];
}

const NEAREST = 12;

/** Explains some clauses of one analysed text. `reading` must come from the same clauses; `near` of it is looked up once for a text, as that takes as long as reading it. */
export const explainClauses = (wanted: readonly Clause[], { provisions, clauses }: Analysis, text: string, reading: Reading, rules: LanguageRules, { catalogue }: Wording, near: NearMisses = findNearMisses(rules.compiled, reading)): Explanation[] => {
  return wanted.map((clause) => ({
    clause,
    sentences: reading.sentences.flatMap((sentence, index): ExplainedSentence[] => {
      if (clauses[sentence.clause]!.id !== clause.id) return [];
      const provision = provisions.find((each) => each.clause === clause.id && contains(each, sentence)) ?? null;
      const wordsOf = (match: Match): string[] => spansOf(match, sentence, reading.tokens).map((span) => slice(text, span));
      const matches = reading.matches.filter((match) => match.sentence === index);
      return [{
        text: slice(text, sentence),
        provision,
        why: provision === null ? '' : (catalogue.reasons[provision.reason] ?? provision.reason),
        found: matches.map((match) => ({ emits: match.rule.emits, rule: match.rule.id, words: wordsOf(match) })),
        near: near(index, NEAREST).map(({ match, ...miss }) => ({ ...miss, words: match === null ? [] : wordsOf(match) })),
      }];
    }),
  }));
};

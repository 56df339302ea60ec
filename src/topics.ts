/**
 * Which leaves a sentence is about. Strong rules speak for themselves; weak ones count where the text around is about
 * security: another strong topic in the sentence, its chapeau, or a heading above.
 */
import type { Clause, Evidence } from './analysis.ts';
import { spansOf } from './evidence.ts';
import type { Match } from './matcher.ts';
import type { Reading } from './reading.ts';

export interface Topics {
  /** Leaves, those of the sentence's own words first, most evidence first. */
  readonly leaves: string[];
  readonly evidence: Evidence[];
  /** Factor for confidence: own strong words 1, less for weak or inherited ones. */
  readonly confidence: number;
}

const LEAF = /^[A-Z]{2}\.\d$/u;
const NOTHING: Topics = { leaves: [], evidence: [], confidence: 0 };

/** Topics of every sentence. */
export const topicsOf = (clauses: readonly Clause[], reading: Reading, matches: readonly (readonly Match[])[]): Topics[] => {
  const context = securityContext(clauses, reading, matches);
  return reading.sentences.map((sentence, index) => {
    const found = matches[index]!.filter((match) => LEAF.test(match.rule.emits));
    if (found.length === 0) return NOTHING;
    const about = context[sentence.clause]! || found.some((match) => !match.rule.weak);
    if (!about) return NOTHING;
    const own = found.filter((match) => match.end > sentence.own);
    const inherited = found.filter((match) => match.end <= sentence.own);
    // a chapeau hands down what it is surely about; its generic words only where the item has none of its own
    const handedDown = own.length === 0 ? inherited : inherited.filter((match) => !match.rule.weak);
    const leaves = [...new Set([...rank(own), ...rank(handedDown)])];
    const evidence = found.flatMap((match) => spansOf(match, sentence, reading.tokens).map((span) => ({ ...span, rule: match.rule.id, fact: match.rule.emits })));
    const confidence = own.some((match) => !match.rule.weak) ? 1 : own.length > 0 ? 0.9 : 0.85;
    return { leaves, evidence, confidence };
  });
};

const rank = (matches: readonly Match[]): string[] => {
  const weight = new Map<string, number>();
  for (const { rule } of matches) weight.set(rule.emits, (weight.get(rule.emits) ?? 0) + (rule.weak ? 1 : 2));
  return [...weight].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([leaf]) => leaf);
};

/** For each clause whether a heading above it (or itself, or its chapeau) is about security. */
const securityContext = (clauses: readonly Clause[], reading: Reading, matches: readonly (readonly Match[])[]): boolean[] => {
  const strong = new Set<number>();
  reading.sentences.forEach((sentence, index) => {
    if (matches[index]!.some((match) => LEAF.test(match.rule.emits) && !match.rule.weak && match.end > sentence.own)) strong.add(sentence.clause);
  });
  const byId = new Map(clauses.map((clause, index) => [clause.id, index]));
  const context: boolean[] = [];
  clauses.forEach((clause, index) => {
    const parent = clause.parent === null ? undefined : byId.get(clause.parent);
    const chapeau = clause.chapeau === null ? undefined : byId.get(clause.chapeau);
    const above = parent !== undefined && (context[parent]! || (clauses[parent]!.kind === 'heading' && strong.has(parent)));
    context[index] = above || (chapeau !== undefined && (context[chapeau]! || strong.has(chapeau))) || (clause.kind === 'heading' && strong.has(index));
  });
  return context;
};

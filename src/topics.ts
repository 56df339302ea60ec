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

/** How sure a topic is that only the heading above gives. */
const BY_HEADING = 0.7;

/** Topics of every sentence. `telling` are facts by which a sentence matters even when its own words name no topic: it is then about what its heading says. */
export const topicsOf = (clauses: readonly Clause[], reading: Reading, matches: readonly (readonly Match[])[], telling: ReadonlySet<string>): Topics[] => {
  const topical = matches.map((found) => found.filter((match) => LEAF.test(match.rule.emits)));
  const context = securityContext(clauses, reading, topical);
  const evidenceOf = (found: readonly Match[], index: number): Evidence[] =>
    found.flatMap((match) => spansOf(match, reading.sentences[index]!, reading.tokens).map((span) => ({ ...span, rule: match.rule.id, fact: match.rule.emits })));

  const ofHeading = new Map<number, Topics>();
  reading.sentences.forEach((sentence, index) => {
    if (clauses[sentence.clause]!.kind !== 'heading' || ofHeading.has(sentence.clause)) return;
    const strong = topical[index]!.filter(isStrong);
    const [leaf] = rank(strong);
    if (leaf === undefined) return;
    ofHeading.set(sentence.clause, { leaves: [leaf], evidence: evidenceOf(strong.filter((match) => match.rule.emits === leaf), index), confidence: BY_HEADING });
  });

  return reading.sentences.map((sentence, index) => {
    const found = topical[index]!;
    const about = found.length > 0 && (context.has(sentence.clause) || found.some(isStrong));
    if (!about) {
      const matters = matches[index]!.some((match) => match.end > sentence.own && telling.has(match.rule.emits));
      return (matters ? ofHeading.get(context.heading(sentence.clause)) : undefined) ?? NOTHING;
    }
    const owned = found.filter((match) => match.end > sentence.own);
    const told = owned.filter((match) => match.rule.strength !== 'faint');
    const own = told.length > 0 ? told : owned;
    const inherited = found.filter((match) => match.end <= sentence.own);
    // a chapeau hands down what it is surely about; its generic words only where the item has none of its own
    const handedDown = own.length === 0 ? inherited : inherited.filter(isStrong);
    const confidence = own.some(isStrong) ? 1 : own.length > 0 ? 0.9 : 0.85;
    return { leaves: [...new Set([...rank(own), ...rank(handedDown)])], evidence: evidenceOf([...handedDown, ...own], index), confidence };
  });
};

const isStrong = ({ rule }: Match): boolean => rule.strength === 'strong';

/** Leaves by weight of evidence; strong words count twice. */
const rank = (matches: readonly Match[]): string[] => {
  const weight = new Map<string, number>();
  for (const { rule } of matches) weight.set(rule.emits, (weight.get(rule.emits) ?? 0) + (rule.strength === 'strong' ? 2 : 1));
  return [...weight].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([leaf]) => leaf);
};

interface Context {
  /** True when a heading above the clause, the clause itself as a heading, or its chapeau is about security. */
  has(clause: number): boolean;
  /** The nearest heading above a clause, or -1. */
  heading(clause: number): number;
}

const securityContext = (clauses: readonly Clause[], reading: Reading, topical: readonly (readonly Match[])[]): Context => {
  const strong = new Set<number>();
  reading.sentences.forEach((sentence, index) => {
    if (topical[index]!.some((match) => isStrong(match) && match.end > sentence.own)) strong.add(sentence.clause);
  });
  const byId = new Map(clauses.map((clause, index) => [clause.id, index]));
  const about: boolean[] = [];
  const headings: number[] = [];
  clauses.forEach((clause, index) => {
    const parent = clause.parent === null ? undefined : byId.get(clause.parent);
    const chapeau = clause.chapeau === null ? undefined : byId.get(clause.chapeau);
    const isHeading = clause.kind === 'heading';
    const above = parent !== undefined && (about[parent]! || (clauses[parent]!.kind === 'heading' && strong.has(parent)));
    about[index] = above || (chapeau !== undefined && (about[chapeau]! || strong.has(chapeau))) || (isHeading && strong.has(index));
    headings[index] = isHeading ? index : parent === undefined ? -1 : headings[parent]!;
  });
  return { has: (clause) => about[clause]!, heading: (clause) => headings[clause]! };
};

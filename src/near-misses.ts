/** Rules that nearly matched a sentence: what was cancelled, what stood in the wrong order, and what lacked one word. */
import { createMatcher, type Match } from './matcher.ts';
import type { Reading } from './reading.ts';
import { isNeeded, listOf, type CompiledPattern, type CompiledRule, type CompiledRules } from './rules/compile.ts';
import { parsePatterns } from './rules/pattern.ts';
import { overlaps } from './span.ts';

export interface NearMiss {
  rule: string;
  emits: string;
  pattern: string;
  /** `cancelled`: it matched, and `by` took it back; `order`: all words are there, in another order or too far apart; `lacks`: no word for `by`. */
  how: 'cancelled' | 'order' | 'lacks';
  by: string;
  /** The match, for a match that was cancelled. */
  match: Match | null;
}

/** The nearest misses in a sentence, nearest first, one for each rule. */
export type NearMisses = (sentence: number, limit: number) => NearMiss[];

/** Prepares for one text. Every word list, every pattern and all that cancels a rule are looked up once, as rules of their own. */
export const findNearMisses = (rules: CompiledRules, reading: Reading): NearMisses => {
  const lists = rules.lists.map((_, list) => alone({ source: '', elements: [list], anchor: 0, captures: [] }));
  const variants = new Map([...new Set(rules.rules.flatMap(({ patterns, unless, silencedBy }) => [...patterns, ...unless, ...silencedBy]))].map((pattern) => [pattern, alone(pattern)]));
  const found = new Map<CompiledRule, Match[]>([...lists, ...variants.values()].map((variant) => [variant, []]));
  for (const match of createMatcher({ ...rules, rules: [...found.keys()] })(reading, reading.scan, reading.given)) found.get(match.rule)!.push(match);

  const listsIn = reading.sentences.map(() => new Set<number>());
  lists.forEach((variant, list) => {
    for (const { sentence } of found.get(variant)!) listsIn[sentence]!.add(list);
  });
  /** A word that is rare in this text tells more. */
  const weigh = (list: number): number => Math.log(reading.tokens.count / Math.max(1, found.get(lists[list]!)!.length));

  return (sentence, limit) => {
    const matched = new Set(reading.matches.filter((match) => match.sentence === sentence).map(({ rule }) => rule.id));
    const unmatched = rules.rules.filter(({ id }) => !matched.has(id));
    const matchesOf: MatchesOf = (pattern) => found.get(variants.get(pattern)!)!.filter((match) => match.sentence === sentence);
    const cancelled = unmatched.flatMap((rule) => cancelledBy(rule, matchesOf) ?? []);
    const told = new Set(cancelled.map(({ rule }) => rule));
    const incomplete = unmatched
      .filter(({ id }) => !told.has(id))
      .flatMap((rule) => nearestPattern(rule, listsIn[sentence]!, weigh) ?? [])
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ miss }) => miss);
    return [...cancelled, ...incomplete].slice(0, limit);
  };
};

/** Matches of one pattern in the sentence at hand. */
type MatchesOf = (pattern: CompiledPattern) => Match[];

const alone = (pattern: CompiledPattern): CompiledRule => ({ id: '', emits: '', strength: 'strong', patterns: [pattern], unless: [], silencedBy: [] });

const cancelledBy = (rule: CompiledRule, matchesOf: MatchesOf): NearMiss | null => {
  for (const pattern of rule.patterns) {
    for (const match of matchesOf(pattern)) {
      const by = rule.unless.find((other) => matchesOf(other).some((cancel) => overlaps(cancel, match))) ?? rule.silencedBy.find((other) => matchesOf(other).length > 0);
      if (by) return { rule: rule.id, emits: rule.emits, pattern: pattern.source, how: 'cancelled', by: by.source, match };
    }
  }
  return null;
};

/** The pattern of a rule that lacks nothing but order, or one word; of several the one with the most telling words. */
const nearestPattern = (rule: CompiledRule, present: ReadonlySet<number>, weigh: (list: number) => number): { weight: number; miss: NearMiss } | null => {
  const near = rule.patterns.flatMap((pattern) => {
    const needed = pattern.elements.flatMap((element, index) => (isNeeded(element) ? [{ list: listOf(element), index }] : []));
    const missing = needed.filter(({ list }) => !present.has(list));
    const standing = needed.filter(({ list }) => present.has(list)).map(({ list }) => list);
    return needed.length < 2 || missing.length > 1 ? [] : [{ pattern, missing: missing[0], weight: standing.reduce((sum, list) => sum + weigh(list), 0) }];
  });
  const [best] = near.toSorted((a, b) => b.weight - a.weight);
  if (best === undefined) return null;
  const { pattern, missing, weight } = best;
  const how = missing === undefined ? 'order' : 'lacks';
  const by = missing === undefined ? '' : elementSource(rule, pattern, missing.index);
  return { weight, miss: { rule: rule.id, emits: rule.emits, pattern: pattern.source, how, by, match: null } };
};

/** How the rule writes one element of a compiled pattern. */
const elementSource = (rule: CompiledRule, pattern: CompiledPattern, index: number): string => {
  const variant = rule.patterns.filter(({ source }) => source === pattern.source).indexOf(pattern);
  const element = parsePatterns(pattern.source)[variant]?.elements[index];
  return element?.type === 'phrases' ? element.phrases.join(' | ') : '';
};

/** Sentences that have some marks and lack others. */
import type { Cited } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { clausesOf, type Finding, type Material } from './material.ts';

type Rule = RuleOf<'sentence'>;

/** One finding for all sentences that the rule fits. */
export const findSentences = (rule: Rule, material: Material): Finding[] => {
  if (rule.unless.some((fact) => material.places(fact).length > 0)) return [];
  const fitting = material.found.flatMap((_, index) => (fits(rule, index, material) ? [index] : []));
  if (fitting.length === 0) return [];
  const others = rule.sameLength.length === 0 ? [] : asLong(fitting, rule.sameLength, material);
  const [here, step] = [fitting, others.filter((index) => !fitting.includes(index))].map((rows) => rows.map((index): Cited => material.sentence(index))) as [Cited[], Cited[]];
  return [{ evidence: [...here, ...step], values: {}, at: { here: clausesOf(here), step: clausesOf(step) } }];
};

const fits = ({ statuses, leaves, all, none, timeless }: Rule, index: number, material: Material): boolean => {
  const { facts, topics, chosen } = material.found[index]!;
  if (statuses.length > 0 && !(topics.leaves.length > 0 && statuses.includes(chosen.row.status))) return false;
  if (leaves.length > 0 && !isAbout(topics.leaves, leaves)) return false;
  return all.every((fact) => facts.has(fact)) && !none.some((fact) => facts.has(fact)) && !(timeless && material.timesIn(material.sentence(index)).length > 0);
};

export const isAbout = (leaves: readonly string[], wanted: readonly string[]): boolean => leaves.some((leaf) => wanted.some((start) => leaf.startsWith(start)));

/** Sentences elsewhere that run for the same number of days: the step that the clock was meant for. */
const asLong = (fitting: readonly number[], leaves: readonly string[], material: Material): number[] => {
  const lengthsIn = (index: number): number[] => material.timesIn(material.sentence(index)).flatMap(({ days }) => (days === null || days === 0 ? [] : [days]));
  const lengths = new Set(fitting.flatMap(lengthsIn));
  return material.found.flatMap(({ topics }, index) => (lengths.size > 0 && isAbout(topics.leaves, leaves) && lengthsIn(index).some((days) => lengths.has(days)) ? [index] : []));
};

/** Of several facts that belong together on one subject, some are there and some are not. */
import type { RuleOf } from '../rules/warnings.ts';
import { cite, clausesOf, type Finding, type Material } from './material.ts';

export const findParts = ({ leaves, parts }: RuleOf<'parts'>, material: Material): Finding[] => {
  const provisions = material.provisions.filter((provision) => provision.leaves.some((leaf) => leaves.includes(leaf)) && parts.some((part) => material.has(provision, part)));
  const missing = parts.filter((part) => !provisions.some((provision) => material.has(provision, part)));
  if (provisions.length === 0 || missing.length === 0) return [];
  const present = parts.filter((part) => !missing.includes(part));
  return [{ evidence: provisions.map((provision) => cite(provision, material)), values: {}, names: { present, missing }, at: { here: clausesOf(provisions) } }];
};

/** A body that holds much of all that is open. */
import type { RuleOf } from '../rules/warnings.ts';
import { cite, clausesOf, type Finding, type Material } from './material.ts';

export const findShares = (rule: RuleOf<'share'>, material: Material): Finding[] => {
  const open = material.decisions.filter(({ applicable, openness }) => applicable && openness !== null && openness > 0).length;
  return material.holders
    .filter(({ share, decisions }) => share > rule.above && decisions.length >= rule.atLeast)
    .flatMap(({ body: id, share, decisions }) => {
      const body = material.body(id);
      const mine = material.decisions.filter((decision) => decisions.includes(decision.id));
      const held = new Set(mine.flatMap(({ provisions }) => provisions));
      const evidence = material.provisions.filter((provision) => held.has(provision.id) && provision.delegate === id).map((provision) => cite(provision, material));
      return body === undefined ? [] : [{ evidence, values: { body: material.naming.body(body.id), percent: String(Math.round(share * 100)), count: String(decisions.length), open: String(open) }, decisions: mine.map(({ id: decision }) => decision), at: { here: clausesOf(evidence) } }];
    });
};

/** A body that holds much of all that is open. */
import type { RuleOf } from '../rules/warnings.ts';
import { cite, clausesOf, type Finding, type Material } from './material.ts';

export const findShares = (rule: RuleOf<'share'>, material: Material): Finding[] =>
  material.holders
    .filter(({ share, decisions }) => share > rule.above && decisions.length >= rule.atLeast)
    .flatMap(({ body: id, decisions }) => {
      const body = material.body(id);
      const mine = material.decisions.filter((decision) => decisions.includes(decision.id));
      const held = new Set(mine.flatMap(({ provisions }) => provisions));
      const evidence = material.provisions.filter((provision) => held.has(provision.id) && provision.delegate === id).map((provision) => cite(provision, material));
      return body === undefined ? [] : [{ evidence, values: { body: material.naming.body(body.id), count: String(decisions.length) }, decisions: mine.map(({ id: decision }) => decision), at: { here: clausesOf(evidence) } }];
    });

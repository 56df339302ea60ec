/** A step with a date that needs a choice without one. */
import type { Provision } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { cite, clausesOf, inSentence, type Finding, type Material } from './material.ts';

/** One finding for each body whose choice is waited for. */
export const findUndated = ({ step, choice }: RuleOf<'undated'>, material: Material): Finding[] => {
  const isDated = (provision: Provision): boolean => {
    const due = material.dueOf(provision);
    return due !== null && (due.days !== null || due.date !== null);
  };
  const steps = material.provisions.filter((provision) => provision.deadline !== null && isDated(provision) && material.has(provision, step));
  return material.bodies.flatMap((body): Finding[] => {
    const choices = material.handedTo(body.id).filter((provision) => provision.mandate?.class === 'A' && !isDated(provision) && provision.leaves.some((leaf) => choice.includes(leaf)));
    const waiting = steps.filter(({ status, delegate }) => status !== 'DELEGATED' || delegate !== body.id);
    if (choices.length === 0 || waiting.length === 0) return [];
    return [{ evidence: [...waiting, ...choices].map((provision) => cite(provision, material)), values: { body: material.naming.body(body.id), when: inSentence(waiting[0]!.deadline!.text) }, at: { step: clausesOf(waiting), choice: clausesOf(choices) } }];
  });
};

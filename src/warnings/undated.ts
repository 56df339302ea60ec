/** A step with a date that needs a choice without one. */
import type { Provision } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { cite, nameOf, type Finding, type Material } from './material.ts';

/** One finding for each body whose choice is waited for. */
export const findUndated = ({ step, choice, determined }: RuleOf<'undated'>, material: Material): Finding[] => {
  const isDated = (provision: Provision): boolean => {
    const due = material.dueOf(provision);
    return due !== null && (due.days !== null || due.date !== null);
  };
  const steps = material.provisions.filter((provision) => provision.deadline !== null && isDated(provision));
  return material.bodies.flatMap((body): Finding[] => {
    const handed = material.handedTo(body.id).filter(({ mandate }) => mandate === null || mandate.class === 'A' || mandate.class === "A'");
    const open = handed.filter((provision) => !steps.includes(provision));
    const choices = open.filter((provision) => !isDated(provision) && provision.leaves.some((leaf) => choice.includes(leaf)));
    const waiting = [
      ...(choices.length > 0 ? steps.filter((provision) => material.has(provision, step) && !handed.includes(provision)) : []),
      ...(open.some(isDated) ? [] : steps.filter((provision) => handed.includes(provision) && material.has(provision, determined))),
    ];
    if (waiting.length === 0) return [];
    return [{ evidence: [...waiting, ...choices].map((provision) => cite(provision, material)), values: { body: nameOf(body), when: waiting[0]!.deadline!.text } }];
  });
};

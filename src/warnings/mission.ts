/** A third party that is to carry out what nobody has decided. */
import type { RuleOf } from '../rules/warnings.ts';
import { cite, clausesOf, type Finding, type Material } from './material.ts';

/** One finding for each third party. */
export const findMissions = ({ kinds, mandates, leaves, open }: RuleOf<'mission'>, material: Material): Finding[] =>
  material.bodies.flatMap((body): Finding[] => {
    if (!kinds.includes(body.kind)) return [];
    const tasks = material.about(body.id).filter(({ delegate, mandate, leaves: about }) => delegate === body.id && mandate !== null && mandates.includes(mandate.class) && about.some((leaf) => leaves.includes(leaf)));
    if (tasks.length === 0) return [];
    const undecided = material.provisions.filter(
      (provision) => open.some((status) => status === provision.status) && provision.delegate !== body.id && tasks.some((task) => task.leaves.some((leaf) => leaves.includes(leaf) && provision.leaves.includes(leaf))),
    );
    if (undecided.length === 0) return [];
    return [{ evidence: [...tasks, ...undecided].map((provision) => cite(provision, material)), values: { body: material.naming.body(body.id) }, at: { task: clausesOf(tasks), open: clausesOf(undecided) } }];
  });

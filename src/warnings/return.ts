/** What a body draws up goes for decision to holders who have to agree in any case: leaders, parties. */
import type { Body, Cited } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { bodyAt } from '../statuses.ts';
import { cite, groupBy, nameOf, type Finding, type Material } from './material.ts';

interface Return {
  readonly place: Cited;
  readonly to: Body;
}

/** One finding for each article in which a body drafts and they decide. */
export const findReturns = ({ kinds, approval, drafters }: RuleOf<'return'>, material: Material, several: readonly string[]): Finding[] => {
  const isSeveral = ({ kind, name }: Body): boolean => kinds.includes(kind) && several.some((word) => name.toLowerCase().includes(word));
  const drafted = groupBy(material.provisions.filter(({ status }) => status === 'DELEGATED'), ({ clause }) => [material.sectionOf(clause)]);
  const sections = new Map<string, Return[]>();
  for (const each of [...approvals(approval, material), ...choices(material)]) {
    const section = material.sectionOf(each.place.clause);
    if (isSeveral(each.to)) sections.set(section, [...(sections.get(section) ?? []), each]);
  }
  return [...sections].flatMap(([section, returns]): Finding[] => {
    const drafter = (drafted.get(section) ?? []).flatMap(({ delegate }) => material.body(delegate) ?? []).find(({ kind }) => drafters.includes(kind));
    if (drafter === undefined) return [];
    return [{ evidence: returns.map(({ place }) => place), values: { leaders: nameOf(returns[0]!.to), body: nameOf(drafter) } }];
  });
};

/** Sentences by which someone adopts what others have drawn up. */
const approvals = (fact: string, material: Material): Return[] =>
  material.places(fact).flatMap(({ sentence, match }) => {
    const holder = match.captures['holder'];
    const to = holder && material.body(bodyAt(material.reading, holder.start, holder.end)?.id ?? null);
    return to === undefined ? [] : [{ place: material.sentence(sentence), to }];
  });

/** Provisions that leave a choice to someone political. */
const choices = (material: Material): Return[] =>
  material.provisions.flatMap((provision) => {
    const to = provision.status === 'DEFERRED' ? material.body(provision.delegate) : undefined;
    return to === undefined ? [] : [{ place: cite(provision, material), to }];
  });

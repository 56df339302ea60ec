/** What a body draws up goes for decision to holders who have to agree in any case: leaders, parties. */
import type { Body, Cited } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { bodyAt } from '../statuses.ts';
import { byPosition } from '../span.ts';
import { cite, clausesOf, groupBy, type Finding, type Material } from './material.ts';

interface Return {
  readonly place: Cited;
  readonly to: Body;
}

/** One finding for each article in which a body drafts, they adopt, and nothing is said of what holds if they do not. */
export const findReturns = ({ kinds, approval, drafters, unless }: RuleOf<'return'>, material: Material, several: readonly string[]): Finding[] => {
  const isSeveral = ({ to: { kind, name } }: Return): boolean => kinds.includes(kind) && several.some((word) => name.toLowerCase().includes(word));
  const sectionOf = ({ place }: Return): string => material.sectionOf(place.clause);
  const drafted = groupBy(material.provisions.filter(({ status }) => status === 'DELEGATED'), ({ clause }) => [material.sectionOf(clause)]);
  const closed = new Set(unless.flatMap((fact) => material.places(fact)).map(({ cited }) => material.sectionOf(cited.clause)));
  const chosen = groupBy(choices(material).filter(isSeveral), (each) => [sectionOf(each)]);
  const adopted = groupBy(approvals(approval, material).filter(isSeveral), (each) => [sectionOf(each)]);
  return [...adopted].flatMap(([section, adoptions]): Finding[] => {
    const [{ place, to }] = adoptions as [Return];
    const draft = (drafted.get(section) ?? []).findLast(({ start }) => start < place.end);
    const drafter = material.body(draft?.delegate ?? null);
    if (drafter === undefined || !drafters.includes(drafter.kind) || closed.has(section)) return [];
    const evidence = [...adoptions, ...(chosen.get(section) ?? [])].map((each) => each.place).toSorted(byPosition);
    return [{ evidence, values: { leaders: material.naming.body(to.id), body: material.naming.body(drafter.id) }, at: { here: clausesOf(evidence) } }];
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

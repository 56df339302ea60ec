/** A named armed actor that the text speaks of and that neither signs nor sits nor undertakes anything. */
import type { Clause } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { clausesOf, type Finding, type Material, type Place } from './material.ts';

/** Those who sign are named here. */
const SIGNING: ReadonlySet<Clause['kind']> = new Set(['title', 'preamble', 'signature', 'definition']);

/** One finding for each actor. */
export const findAbsent = ({ actor, leaves, present }: RuleOf<'absent'>, material: Material): Finding[] => {
  const { reading: { tokens, vocabulary } } = material;
  const nameOf = ({ match }: Place): string => {
    const { start, end } = match.captures['actor'] ?? match;
    return Array.from(tokens.word.subarray(start, end), (word) => vocabulary.keys[word]!).join(' ');
  };
  const sitting = new Set(present.flatMap((fact) => material.places(fact)).map(({ sentence }) => sentence));
  const actors = new Map<string, Place[]>();
  for (const place of material.places(actor)) actors.set(nameOf(place), [...(actors.get(nameOf(place)) ?? []), place]);
  const spokenOf = new Set(material.provisions.filter((provision) => provision.leaves.some((leaf) => leaves.includes(leaf))).map(({ clause }) => clause));
  return [...actors.values()].flatMap((places): Finding[] => {
    const isPresent = places.some(({ cited, sentence }) => SIGNING.has(material.clause(cited.clause).kind) || sitting.has(sentence));
    const told = places.filter(({ cited }) => spokenOf.has(cited.clause));
    return isPresent || told.length === 0 ? [] : [{ evidence: told.map(({ cited }) => cited), values: { actor: told[0]!.cited.text }, at: { here: clausesOf(told.map(({ cited }) => cited)) } }];
  });
};

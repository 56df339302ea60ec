/**
 * Two processes that each wait for the other. In a sentence with a condition, what stands behind its words is waited for
 * and the rest waits. A process is named by its own words or by the body in charge of it.
 */
import type { Cited } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import type { Finding, Material, Place } from './material.ts';
import { isAbout } from './sentence.ts';

/** A condition at the head of its sentence ends with the first comma. */
const COMMA = /[,،;]/u;

interface Wait {
  readonly sentence: Cited;
  /** It is about one of the processes, and does not only use their words. */
  readonly telling: boolean;
}

/** One finding for each pair of processes. */
export const findWaits = ({ condition, processes }: RuleOf<'waits'>, material: Material): Finding[] => {
  const ids = Object.keys(processes);
  const naming = namingPlaces(processes, material);
  const subjects = Object.values(processes).flatMap(({ leaves }) => leaves);
  const waits = new Map<string, Wait>();
  for (const opening of material.places(condition)) {
    const sentence = material.sentence(opening.sentence);
    const { start, end } = conditionSpan(opening, sentence, material);
    const named = (inside: boolean): string[] =>
      ids.filter((id) => (naming.get(id)!.get(opening.sentence) ?? []).some((at) => (at >= start && at < end) === inside));
    for (const step of named(false)) for (const before of named(true)) if (step !== before && !waits.has(`${step} ${before}`)) waits.set(`${step} ${before}`, { sentence, telling: isAbout(material.found[opening.sentence]!.topics.leaves, subjects) });
  }
  return ids.flatMap((first, i) =>
    ids.slice(i + 1).flatMap((second): Finding[] => {
      const [there, back] = [waits.get(`${first} ${second}`), waits.get(`${second} ${first}`)];
      if (there === undefined || back === undefined || !(there.telling || back.telling)) return [];
      const evidence = [there.sentence, back.sentence];
      return [{ evidence, values: {}, names: { first: [first], second: [second] }, at: { there: [there.sentence.clause], back: [back.sentence.clause] } }];
    }),
  );
};

const conditionSpan = ({ cited }: Place, sentence: Cited, { text }: Material): { start: number; end: number } => {
  const comma = text.slice(cited.end, sentence.end).search(COMMA);
  return { start: cited.start, end: comma < 0 ? sentence.end : cited.end + comma };
};

/** Process -> sentence -> offsets at which it is named. */
const namingPlaces = (processes: RuleOf<'waits'>['processes'], material: Material): Map<string, Map<number, number[]>> => {
  const { reading: { mentions, bodies, sentences, tokens } } = material;
  const chargeOf = new Map(material.bodies.map(({ id, created }) => {
    const busy = [...material.about(id), ...created.flatMap(({ clause }) => material.provisionsIn(clause))];
    const [most, next] = Object.entries(processes)
      .map(([process, { leaves }]) => ({ process, count: busy.filter((provision) => isAbout(provision.leaves, leaves)).length }))
      .toSorted((a, b) => b.count - a.count);
    // a body that is as busy with another process names neither
    return [id, most !== undefined && most.count > (next?.count ?? 0) ? most.process : null] as const;
  }));
  return new Map(
    Object.entries(processes).map(([id, { fact }]) => {
      const named = new Map<number, number[]>();
      const add = (sentence: number, at: number): unknown => named.set(sentence, [...(named.get(sentence) ?? []), at]);
      for (const { sentence, cited } of material.places(fact)) add(sentence, cited.start);
      mentions.forEach(({ first, sentence }, index) => {
        const body = bodies.bodies[bodies.of[index]!];
        if (first >= sentences[sentence]!.own && chargeOf.get(body?.id ?? '') === id) add(sentence, tokens.start[first]!);
      });
      return [id, named] as const;
    }),
  );
};

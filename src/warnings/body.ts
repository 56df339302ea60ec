/** A body whose card has some things and lacks others: created and given no task, agreeing by consensus and no way out. */
import type { Body, Cited, Provision } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { overlaps } from '../span.ts';
import { cite, clausesOf, inSentence, type Due, type Finding, type Material } from './material.ts';
import { isAbout } from './sentence.ts';

type Rule = RuleOf<'body'>;

const MACHINERY = 'IM';

/** Where a body has a thing; nothing when it does not. */
const HAS: Record<Rule['has'][number], (body: Body, material: Material) => Cited[]> = {
  created: ({ created }, material) => created.filter((place) => material.provisionsIn(place.clause).some((provision) => overlaps(provision, place))).map((place) => whole(place, material)),
  'dated-creation': ({ created }, material) =>
    created.flatMap((place) =>
      material.provisionsIn(place.clause).filter((provision) => overlaps(provision, place) && setsDay(provision)).map((provision) => cite(provision, material)),
    ),
  consensus: ({ rule }, material) => rule.filter((place) => standsBy(place, 'consensus', material)).map((place) => whole(place, material)),
  choice: ({ id }, material) => material.handedTo(id).map((provision) => cite(provision, material)),
};

/** "Immediately" sets no day. */
const setsDay = ({ deadline }: Provision): boolean => deadline !== null && deadline.days !== null && deadline.days > 0;

/** The provision in which it stands. */
const whole = (place: Cited, material: Material): Cited => {
  const around = material.provisionsIn(place.clause).find((provision) => overlaps(provision, place));
  return around === undefined ? place : cite(around, material);
};

const LACKS: Record<Rule['lacks'][number], (body: Body, material: Material) => boolean> = {
  task: (body, material) => isProper(body) && hasNoTask(body, material) && HAS.created(body, material).every((place) => standsAlone(body, place, material)),
  'dated-task': (body, material) => !isWatchOnly(body) && !material.handedTo(body.id).some((provision) => isDated(material.dueOf(provision))),
  'way-out': ({ deadlock, rule }, material) => deadlock.length === 0 && !rule.some((place) => standsBy(place, 'voted', material)),
};

/** A fact in the clause of the place. */
const standsBy = (place: Cited, fact: string, material: Material): boolean => material.places(fact).some(({ cited }) => cited.clause === place.clause);

/** "a committee" may be any; "the Integration Committee" is one. */
const isProper = ({ name }: Body): boolean => /^\p{Lu}/u.test(name);

const hasNoTask = ({ id, name, powers }: Body, material: Material): boolean =>
  powers.length === 0 &&
  material.about(id).every(({ mandate }) => mandate === null) &&
  material.handedTo(id).length === 0 &&
  // "the Commission and the Council shall together propose"
  !material.bodies.some((other) => other.id !== id && other.powers.length > 0 && other.name.includes(name));

/** No other body, no duty and no other text beside its creation, which may hold the task. */
const standsAlone = (body: Body, place: Cited, { provisionsIn, provisions, sentenceOf, references, reading, found }: Material): boolean => {
  const around = provisionsIn(place.clause);
  const index = sentenceOf[provisions.indexOf(around.find((provision) => overlaps(provision, place))!)]!;
  const { own, last } = reading.sentences[index]!;
  const others = reading.mentions.filter(({ first }, at) => first >= own && first < last && reading.bodies.bodies[reading.bodies.of[at]!]!.id !== body.id);
  return others.length === 0 && !references.some(({ clause }) => clause === place.clause) && around.every(({ mandate }) => mandate === null) && !found[index]!.facts.has('declares');
};

/** It watches or carries out: its work has no day on which it is done. */
const isWatchOnly = ({ powers }: Body): boolean => powers.length > 0 && powers.every(({ mandate }) => mandate.class === 'C' || mandate.class === 'D' || mandate.class === 'E');

const isDated = (due: Due | null): boolean => due !== null && (due.days !== null || due.date !== null);

/** Most of what the article around it says is on these leaves; provisions on bodies and phases alone tell no subject. */
const isSubject = (wanted: readonly string[], evidence: readonly Cited[], material: Material): boolean => {
  const sections = new Set(evidence.map(({ clause }) => material.sectionOf(clause)));
  const telling = material.provisions.filter(({ clause, leaves }) => sections.has(material.sectionOf(clause)) && !leaves.every((leaf) => leaf.startsWith(MACHINERY)));
  return telling.length > 0 && telling.filter(({ leaves }) => isAbout(leaves, wanted)).length * 2 >= telling.length;
};

const onceEach = (places: readonly Cited[]): Cited[] => [...new Map(places.map((place) => [place.start, place])).values()];

const dayOf = (creation: Cited | undefined, material: Material): string =>
  creation === undefined ? '' : (material.provisionsIn(creation.clause).find(({ start, deadline }) => start === creation.start && deadline !== null)?.deadline?.text ?? '');

/** One finding for each body that the rule fits. */
export const findBodies = (rule: Rule, material: Material): Finding[] =>
  material.bodies.flatMap((body) => {
    if (!rule.kinds.includes(body.kind)) return [];
    const had = rule.has.map((thing) => HAS[thing](body, material));
    if (had.some((places) => places.length === 0) || rule.lacks.some((thing) => !LACKS[thing](body, material))) return [];
    const evidence = onceEach(had.flat());
    if (rule.leaves.length > 0 && !isSubject(rule.leaves, evidence, material)) return [];
    const at = Object.fromEntries(rule.has.map((thing, i) => [thing, clausesOf(had[i]!)]));
    return [{ evidence, values: { body: material.naming.body(body.id), when: inSentence(dayOf(had[rule.has.indexOf('dated-creation')]?.[0], material)) }, at }];
  });

/**
 * Which leaves a sentence is about. Strong rules speak for themselves; weak ones count where the text around is about
 * security: another strong topic in the sentence, its chapeau, or a heading above.
 */
import type { Clause, Evidence } from './analysis.ts';
import { spansOf } from './evidence.ts';
import type { Match } from './matcher.ts';
import type { Sentence } from './sentences.ts';
import type { Reading } from './reading.ts';
import type { Statuses } from './rules/statuses.ts';
import { firstMention } from './symbols/mentions.ts';

export interface Topics {
  /** Leaves, those of the sentence's own words first, most evidence first. */
  readonly leaves: string[];
  readonly evidence: Evidence[];
  /** Factor for confidence: own strong words 1, less for weak or inherited ones. */
  readonly confidence: number;
}

const LEAF = /^[A-Z]{2}\.\d$/u;
const NOTHING: Topics = { leaves: [], evidence: [], confidence: 0 };

/** How sure a topic is that only the heading above gives. */
const BY_HEADING = 0.7;

/**
 * Topics of every sentence. `alone` tells the list items that are sentences of their own. Where the words of a sentence
 * name no topic but it decides something, it is about what the sentence before it says or what its heading says.
 */
export const topicsOf = (clauses: readonly Clause[], reading: Reading, matches: readonly (readonly Match[])[], alone: readonly boolean[], statuses: Statuses): Topics[] => {
  const telling = new Set(statuses.telling);
  const topical = matches.map((found) => found.filter((match) => LEAF.test(match.rule.emits)));
  const context = securityContext(clauses, reading, topical);
  const evidenceOf = (found: readonly Match[], index: number): Evidence[] =>
    found.flatMap((match) => spansOf(match, reading.sentences[index]!, reading.tokens).map((span) => ({ ...span, rule: match.rule.id, fact: match.rule.emits })));

  const ofHeading = new Map<number, Topics>();
  reading.sentences.forEach((sentence, index) => {
    if (clauses[sentence.clause]!.kind !== 'heading' || ofHeading.has(sentence.clause)) return;
    const strong = topical[index]!.filter(isStrong);
    const [leaf] = rank(strong);
    if (leaf === undefined) return;
    ofHeading.set(sentence.clause, { leaves: [leaf], evidence: evidenceOf(strong.filter((match) => match.rule.emits === leaf), index), confidence: BY_HEADING });
  });

  const ofBody = bodyTopics(reading, topical, statuses);
  const topics: Topics[] = [];
  reading.sentences.forEach((sentence, index) => topics.push(topicOf(sentence, index)));
  return topics;

  function topicOf(sentence: Sentence, index: number): Topics {
    const found = topical[index]!;
    const about = found.length > 0 && (context.has(sentence.clause) || found.some(isStrong));
    if (!about) {
      const matters = matches[index]!.some((match) => match.end > sentence.own && telling.has(match.rule.emits));
      const back = matches[index]!.some(({ rule }) => rule.emits === statuses.back) && reading.sentences[index - 1]?.clause === sentence.clause ? topics[index - 1]! : NOTHING;
      if (back.leaves.length > 0) return { ...back, confidence: back.confidence * BY_HEADING };
      return (matters ? ofHeading.get(context.heading(sentence.clause)) : undefined) ?? NOTHING;
    }
    const owned = found.filter((match) => match.end > sentence.own);
    const told = owned.filter((match) => match.rule.strength !== 'faint');
    const own = told.length > 0 ? told : owned;
    const seats = sentence.chapeau >= 0 && matches[sentence.chapeau]!.some(({ rule }) => rule.emits === statuses.seats);
    const inherited = found.filter(({ end, rule }) => end <= sentence.own && (!seats || isOfBody(rule.emits, statuses)));
    // a chapeau hands down what it is surely about; its generic words only where the item has none of its own
    const handedDown = own.length === 0 || seats ? inherited : alone[index]! ? [] : inherited.filter(isStrong);
    const body = [...own, ...handedDown].some(({ rule }) => rule.emits === 'IM.1') ? ofBody(seats ? reading.sentences[sentence.chapeau]! : sentence) : null;
    const confidence = own.some(isStrong) ? 1 : own.length > 0 ? 0.9 : 0.85;
    const leaves = new Set([...rank(own), ...rank(handedDown), ...(body === null ? [] : [body.fact])]);
    return { leaves: [...leaves], evidence: [...(body === null ? [] : [body]), ...evidenceOf([...handedDown, ...own], index)], confidence };
  }
};

const isOfBody = (leaf: string, { bodies }: Statuses): boolean => bodies.some((domain) => leaf.startsWith(domain));

/** The topic that a body's own name tells (a monitoring commission), found for the body a sentence begins with. */
const bodyTopics = (reading: Reading, topical: readonly (readonly Match[])[], statuses: Statuses): ((sentence: Sentence) => Evidence | null) => {
  const byBody = new Map<number, { leaf: string; rule: string }>();
  reading.mentions.forEach((mention, at) => {
    if (!mention.named || mention.known || byBody.has(reading.bodies.of[at]!)) return;
    const inName = topical[mention.sentence]!.find((match) => isStrong(match) && match.start >= mention.first && match.end <= mention.last && isOfBody(match.rule.emits, statuses));
    if (inName !== undefined) byBody.set(reading.bodies.of[at]!, { leaf: inName.rule.emits, rule: inName.rule.id });
  });
  // "the JMC Secretariat" is a part of the JMC
  const byAcronym = new Map([...byBody].flatMap(([body, topic]) => reading.bodies.bodies[body]!.acronyms.map((acronym) => [acronym, topic] as const)));
  const topicOf = (body: number): { leaf: string; rule: string } | undefined => byBody.get(body) ?? byAcronym.get(reading.bodies.bodies[body]!.name.split(' ', 1)[0]!);
  return (sentence) => {
    const at = firstMention(reading.mentions, sentence.own, sentence.last);
    const topic = at < 0 ? undefined : topicOf(reading.bodies.of[at]!);
    if (topic === undefined) return null;
    const { first, last } = reading.mentions[at]!;
    return { start: reading.tokens.start[first]!, end: reading.tokens.end[last - 1]!, rule: topic.rule, fact: topic.leaf };
  };
};

const isStrong = ({ rule }: Match): boolean => rule.strength === 'strong';

/** Leaves by weight of evidence; strong words count twice. */
const rank = (matches: readonly Match[]): string[] => {
  const weight = new Map<string, number>();
  for (const { rule } of matches) weight.set(rule.emits, (weight.get(rule.emits) ?? 0) + (rule.strength === 'strong' ? 2 : 1));
  return [...weight].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([leaf]) => leaf);
};

interface Context {
  /** True when a heading above the clause, the clause itself as a heading, or its chapeau is about security. */
  has(clause: number): boolean;
  /** The nearest heading above a clause, or -1. */
  heading(clause: number): number;
}

const securityContext = (clauses: readonly Clause[], reading: Reading, topical: readonly (readonly Match[])[]): Context => {
  const strong = new Set<number>();
  reading.sentences.forEach((sentence, index) => {
    if (topical[index]!.some((match) => isStrong(match) && match.end > sentence.own)) strong.add(sentence.clause);
  });
  const byId = new Map(clauses.map((clause, index) => [clause.id, index]));
  const about: boolean[] = [];
  const headings: number[] = [];
  clauses.forEach((clause, index) => {
    const parent = clause.parent === null ? undefined : byId.get(clause.parent);
    const chapeau = clause.chapeau === null ? undefined : byId.get(clause.chapeau);
    const isHeading = clause.kind === 'heading';
    const above = parent !== undefined && (about[parent]! || (clauses[parent]!.kind === 'heading' && strong.has(parent)));
    about[index] = above || (chapeau !== undefined && (about[chapeau]! || strong.has(chapeau))) || (isHeading && strong.has(index));
    headings[index] = isHeading ? index : parent === undefined ? -1 : headings[parent]!;
  });
  return { has: (clause) => about[clause]!, heading: (clause) => headings[clause]! };
};

/** Provisions: what a clause says about security, one for each sentence with security content. */
import type { Clause, Deadline, Evidence, Provision } from './analysis.ts';
import { spansOf } from './evidence.ts';
import type { SentenceFacts } from './facts.ts';
import type { Match } from './matcher.ts';
import type { Reading } from './reading.ts';
import type { Statuses } from './rules/statuses.ts';
import { byPosition, type Span } from './span.ts';
import { bodyAt, holderOf, type Facts } from './statuses.ts';

/** Provisions in reading order, with the sentence each one is. */
export interface ProvisionTable {
  readonly provisions: Provision[];
  /** Sentence index of each provision, parallel to `provisions`. */
  readonly sentenceOf: number[];
}

/** All provisions; the decisions they bear on are linked later. A text that only names itself and its parts has none. */
export const findProvisions = (clauses: readonly Clause[], reading: Reading, found: readonly SentenceFacts[], deadlines: readonly Deadline[], statuses: Statuses): ProvisionTable => {
  const provisions: Provision[] = [];
  const sentenceOf: number[] = [];
  const deadlineIn = deadlineFinder(deadlines);
  if (found.every(({ topics, chosen }) => topics.leaves.length === 0 || chosen.row.names)) return { provisions, sentenceOf };
  found.forEach((sentence, index) => {
    if (sentence.topics.leaves.length === 0) return;
    const clause = clauses[reading.sentences[index]!.clause]!;
    const provision = describe(`p${provisions.length + 1}`, index, clause, sentence, reading, statuses);
    provisions.push({ ...provision, deadline: deadlineIn(provision) });
    sentenceOf.push(index);
  });
  return { provisions, sentenceOf };
};

const describe = (id: string, index: number, clause: Clause, { topics, facts, chosen }: SentenceFacts, reading: Reading, statuses: Statuses): Provision => {
  const sentence = reading.sentences[index]!;
  const { row, match } = chosen;
  const mandated = match !== null && match.rule.emits in statuses.mandates ? match : firstOf(facts, Object.keys(statuses.mandates));
  const holder = chosen.holder ?? (mandated === null ? null : holderOf(mandated, index, reading));
  const verb = mandated?.captures['verb'];
  const modality = Object.keys(statuses.modality).find((fact) => facts.has(fact));
  const told = [...facts.values()].flat().filter((fact) => fact === match || fact.end > sentence.own);
  const evidence = told.flatMap((fact): Evidence[] => spansOf(fact, sentence, reading.tokens).map((span) => ({ ...span, rule: fact.rule.id, fact: fact.rule.emits })));
  return {
    id,
    clause: clause.id,
    label: clause.label,
    start: sentence.start,
    end: sentence.end,
    leaves: row.tag === undefined ? topics.leaves : [...topics.leaves, row.tag],
    status: row.status,
    reason: row.id,
    actor: bodyAt(reading, sentence.first, sentence.last)?.id ?? null,
    modality: modality === undefined ? 'none' : statuses.modality[modality]!,
    negated: facts.has('negated'),
    delegate: holder?.id ?? null,
    mandate: mandated === null || verb === undefined ? null : { verb: keysOf(verb, reading), class: statuses.mandates[mandated.rule.emits]! },
    deadline: null,
    decisions: [],
    confidence: Math.round(row.confidence * topics.confidence * 100) / 100,
    evidence: [...topics.evidence, ...evidence].toSorted((a, b) => byPosition(a, b) || (a.rule < b.rule ? -1 : 1)),
  };
};

const firstOf = (facts: Facts, names: readonly string[]): Match | null => {
  for (const name of names) {
    const match = facts.get(name)?.[0];
    if (match !== undefined) return match;
  }
  return null;
};

const keysOf = (range: Span, { tokens, vocabulary }: Reading): string => {
  const keys: string[] = [];
  for (let i = range.start; i < range.end; i++) keys.push(vocabulary.keys[tokens.word[i]!]!);
  return keys.join(' ');
};

/** The first deadline that stands inside a span; deadlines and the spans asked for both go forward, so one walk serves all. */
const deadlineFinder = (deadlines: readonly Deadline[]): ((span: Span) => Provision['deadline']) => {
  let next = 0;
  return ({ start, end }) => {
    while (next < deadlines.length && deadlines[next]!.start < start) next++;
    for (let i = next; i < deadlines.length && deadlines[i]!.end <= end; i++) {
      const { kind, clause: _clause, ...deadline } = deadlines[i]!;
      if (kind === 'deadline') return deadline;
    }
    return null;
  };
};

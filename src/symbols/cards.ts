/** One card per body: where it is created, seated, mandated, paid, and to whom it reports. */
import type { Body, Cited, Clause, Deadline } from '../analysis.ts';
import { spansOf } from '../evidence.ts';
import type { SentenceFacts } from '../facts.ts';
import type { Match } from '../matcher.ts';
import type { Reading } from '../reading.ts';
import type { Statuses } from '../rules/statuses.ts';
import { bodyAt, headingBodies, holderOf } from '../statuses.ts';
import type { NamedBody } from './bodies.ts';
import { seatBodies } from './seating.ts';

const DELEGATES = new Set(['technical', 'joint', 'ministry', 'other', 'third', 'executive', 'parliament', 'force']);
/** Fact -> field of the card. */
const FIELDS = { creates: 'created', composes: 'members', chairs: 'chair', 'needs-quorum': 'quorum', 'decision-rule': 'rule', deadlock: 'deadlock', funds: 'funding', 'answers-to': 'reports' } as const;

/** Cards of all bodies that the text names, in the order of first mention. */
export const describeBodies = (text: string, clauses: readonly Clause[], reading: Reading, found: readonly SentenceFacts[], deadlines: readonly Deadline[], statuses: Statuses): Body[] => {
  const cards = new Map<NamedBody, Body>(reading.bodies.bodies.map((body) => [body, emptyCard(body)]));
  const above = headingBodies(clauses, reading);
  found.forEach(({ facts }, index) => {
    const sentence = reading.sentences[index]!;
    const clause = clauses[sentence.clause]!;
    const cite = (match: Match): Cited => {
      const span = spansOf(match, sentence, reading.tokens).at(-1)!;
      return { clause: clause.id, ...span, text: text.slice(span.start, span.end) };
    };
    const subject = subjectOf(index, above(sentence.clause), reading);
    for (const [fact, field] of Object.entries(FIELDS)) {
      for (const match of facts.get(fact) ?? []) {
        if (match.end <= sentence.own) continue;
        const body = match.captures['body'] === undefined ? subject : (bodyAt(reading, match.captures['body'].start, match.captures['body'].end) ?? subject);
        if (body !== null && !(fact === 'creates' && isAnyOf(match, body, text, reading))) cards.get(body)![field].push(cite(match));
      }
    }
    for (const [fact, mandateClass] of Object.entries(statuses.mandates)) {
      for (const match of facts.get(fact) ?? []) {
        const holder = match.end > sentence.own ? holderOf(match, index, reading) : null;
        const verb = match.captures['verb'];
        if (holder === null || verb === undefined) continue;
        const words = text.slice(reading.tokens.start[verb.start]!, reading.tokens.end[verb.end - 1]!);
        cards.get(holder)!.powers.push({ ...cite(match), mandate: { verb: words, class: mandateClass } });
      }
    }
  });
  seatBodies(text, clauses, reading, found, (index) => bodyNamed(found[index]!, reading) ?? subjectOf(index, above(reading.sentences[index]!.clause), reading), cards);
  citeDeadlines(clauses, deadlines, cards);
  return [...cards.values()].filter((card) => card.mentions > 0);
};

const emptyCard = (body: NamedBody): Body => ({ ...body, created: [], members: [], seats: null, women: null, seating: [], chair: [], quorum: [], rule: [], deadlock: [], deadline: [], funding: [], reports: [], powers: [] });

/** "Establish a mechanism" makes some mechanism, not the Mechanism that the text names elsewhere. */
const isAnyOf = ({ captures: { body: span } }: Match, { name }: NamedBody, text: string, { tokens }: Reading): boolean =>
  span !== undefined && /^\p{Lu}/u.test(name) && /^\p{Ll}+$/u.test(text.slice(tokens.start[span.start]!, tokens.end[span.end - 1]!));

/** The body that a sentence on members names as having them. */
const bodyNamed = ({ facts }: SentenceFacts, reading: Reading): NamedBody | null => {
  const span = facts.get('composes')?.find(({ captures }) => captures['body'] !== undefined)?.captures['body'];
  return span === undefined ? null : bodyAt(reading, span.start, span.end);
};

/** Whom a sentence is about: the first delegate it names, else the delegate of the sentence before ("It shall ..."), else of the heading. */
const subjectOf = (index: number, above: NamedBody | null, reading: Reading): NamedBody | null => {
  const sentence = reading.sentences[index]!;
  const named = bodyAt(reading, sentence.first, sentence.last);
  if (named !== null && DELEGATES.has(named.kind)) return named;
  const before = reading.sentences[index - 1];
  if (before !== undefined && before.clause === sentence.clause) {
    const earlier = bodyAt(reading, before.own, before.last);
    if (earlier !== null && DELEGATES.has(earlier.kind)) return earlier;
  }
  return above;
};

/** A deadline in a clause that creates a body or gives it a power is cited on its card. */
const citeDeadlines = (clauses: readonly Clause[], deadlines: readonly Deadline[], cards: ReadonlyMap<NamedBody, Body>): void => {
  const known = new Set(clauses.map((clause) => clause.id));
  const byClause = new Map<string, Deadline[]>();
  for (const deadline of deadlines) {
    if (deadline.kind !== 'deadline' || !known.has(deadline.clause)) continue;
    const there = byClause.get(deadline.clause);
    if (there === undefined) byClause.set(deadline.clause, [deadline]);
    else there.push(deadline);
  }
  for (const card of cards.values()) {
    for (const clause of new Set([...card.created, ...card.powers].map((cited) => cited.clause))) {
      for (const { start, end, text } of byClause.get(clause) ?? []) card.deadline.push({ clause, start, end, text });
    }
  }
};

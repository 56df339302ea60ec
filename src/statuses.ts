/**
 * The status table at work: the facts of a sentence, its chapeau and the heading above it choose one row, and the row
 * gives status and reason. Who holds the choice is read from what the fact captured, a pronoun, or the heading.
 */
import type { Clause, HolderKind } from './analysis.ts';
import type { Match } from './matcher.ts';
import type { Reading } from './reading.ts';
import type { StatusRow, Statuses } from './rules/statuses.ts';
import type { Sentence } from './sentences.ts';
import type { Span } from './span.ts';
import type { NamedBody } from './symbols/bodies.ts';
import { firstMention } from './symbols/mentions.ts';

/** Facts of one sentence: name -> matches. */
export type Facts = ReadonlyMap<string, readonly Match[]>;

/** The row that decided for one sentence, with the match that made it fit and the body that holds the choice. */
export interface Chosen {
  readonly row: StatusRow;
  readonly match: Match | null;
  readonly holder: NamedBody | null;
}

/** Chooses a row for every sentence, in reading order (a chapeau comes before its items). `leaves` are those of each sentence. */
export const chooseStatuses = (
  text: string,
  clauses: readonly Clause[],
  reading: Reading,
  facts: readonly Facts[],
  leaves: readonly (readonly string[])[],
  statuses: Statuses,
): Chosen[] => {
  const headingBody = headingBodies(clauses, reading);
  const chosen: Chosen[] = [];
  const nothing: Chosen = { row: statuses.rows.at(-1)!, match: null, holder: null };
  const chapeaus = new Set(reading.sentences.map(({ chapeau }) => chapeau));
  reading.sentences.forEach((sentence, index) => {
    // most sentences of an agreement are not about security: no status is asked of them
    if (leaves[index]!.length === 0 && !chapeaus.has(index)) {
      chosen.push(nothing);
      return;
    }
    const own = chooseRow(clauses[sentence.clause]!, shapeOf(text, sentence), index, facts[index]!, leaves[index]!, headingBody(sentence.clause), reading, statuses);
    const chapeau = sentence.chapeau < 0 ? undefined : chosen[sentence.chapeau];
    chosen.push(own.row.yields && chapeau !== undefined && !chapeau.row.opens && !chapeau.row.yields ? chapeau : own);
  });
  return chosen;
};

/** A label that sticks to its sentence is no longer than this, in characters. */
const LABEL = 12;

/** A list item that is a sentence of its own: it begins with a capital and has its own modal verb. */
export const standsAlone = (matches: readonly Match[], sentence: Sentence, text: string, statuses: Statuses): boolean =>
  sentence.own > sentence.first &&
  /^\P{L}*\p{Lu}/u.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + LABEL))) &&
  matches.some((match) => match.start >= sentence.own && match.rule.emits in statuses.modality);

/** Facts among the matches of a sentence. A match that runs from the chapeau into an item that is a sentence of its own is no reading of either. */
export const factsOf = (matches: readonly Match[], sentence: Sentence, alone: boolean, statuses: Statuses): Facts => {
  const known = knownFacts(statuses);
  const facts = new Map<string, Match[]>();
  for (const match of matches) {
    const crosses = match.start < sentence.own && match.end > sentence.own;
    if (!known.has(match.rule.emits) || (crosses && (alone || statuses.whole.includes(match.rule.emits)))) continue;
    const there = facts.get(match.rule.emits);
    if (there === undefined) facts.set(match.rule.emits, [match]);
    else there.push(match);
  }
  return facts;
};

const factSets = new WeakMap<Statuses, ReadonlySet<string>>();

/** The facts of a table, as a set made once. */
const knownFacts = (statuses: Statuses): ReadonlySet<string> => {
  const known = factSets.get(statuses) ?? new Set(statuses.facts);
  factSets.set(statuses, known);
  return known;
};

const chooseRow = (clause: Clause, shape: Shape, index: number, facts: Facts, leaves: readonly string[], above: NamedBody | null, reading: Reading, statuses: Statuses): Chosen => {
  for (const row of statuses.rows) {
    if (row.kinds.length > 0 && !row.kinds.includes(clause.kind)) continue;
    if (row.leaves.length > 0 && !leaves.some((leaf) => row.leaves.some((wanted) => leaf.startsWith(wanted)))) continue;
    if ((row.colon && !shape.colon) || (row.capitals && !shape.capitals) || (row.titled && !shape.titled)) continue;
    if (row.all.some((fact) => !facts.has(fact)) || row.none.some((fact) => facts.has(fact))) continue;
    if (row.heading.length > 0 && (above === null || !row.heading.includes(above.kind))) continue;
    if (row.any.length === 0) return { row, match: null, holder: row.heading.length > 0 ? above : null };
    for (const match of row.any.flatMap((fact) => facts.get(fact) ?? [])) {
      if (!stands(row, match, reading.sentences[index]!)) continue;
      const holder = row.heading.length > 0 ? above : holderOf(match, index, reading);
      if (row.holder.length === 0 || (holder !== null && row.holder.includes(holder.kind))) return { row, match, holder };
    }
  }
  return { row: statuses.rows.at(-1)!, match: null, holder: null };
};

interface Shape {
  readonly colon: boolean;
  readonly capitals: boolean;
  readonly titled: boolean;
}

/** How a sentence looks: ends with a colon, is written in capitals, or like a title with a capital to every longer word. */
const shapeOf = (text: string, { start, end }: Sentence): Shape => {
  const sentence = text.slice(start, Math.min(end, start + LONGEST_TITLE + 1));
  const upper = sentence.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = sentence.match(/\p{Ll}/gu)?.length ?? 0;
  const words = sentence.match(/\p{L}{4,}/gu) ?? [];
  return {
    colon: text[end - 1] === ':',
    capitals: upper > 12 && upper > lower * 3,
    titled: end - start <= LONGEST_TITLE && words.length > 2 && !/[.;:,]\s*$/u.test(sentence) && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * TITLED,
  };
};

/** Titles are no longer than this, in characters. */
const LONGEST_TITLE = 200;

/** Share of the longer words of a title that begin with a capital. */
const TITLED = 0.75;

const stands = (row: StatusRow, match: Match, sentence: Sentence): boolean => {
  const own = match.end > sentence.own;
  return !(row.own && !own) && !(row.inherited && own);
};

/** The body that a match captured as holder; for a pronoun the subject of the chapeau, else of the sentence before. */
export const holderOf = (match: Match, index: number, reading: Reading): NamedBody | null => {
  const span = match.captures['holder'];
  if (span === undefined) return null;
  const named = firstOfPair(reading, span) ?? bodyAt(reading, span.start, span.end);
  if (named !== null || index === 0) return named;
  const subjectOf = (sentence: number): NamedBody | null => actingBody(reading, reading.sentences[sentence]!.own, reading.sentences[sentence]!.last);
  const { chapeau } = reading.sentences[index]!;
  return (chapeau >= 0 ? subjectOf(chapeau) : null) ?? subjectOf(index - 1);
};

/** Of two bodies that act together ("the Commission and the Council shall ...") the first, where it is one to which choices are handed. */
const firstOfPair = ({ mentions, bodies }: Reading, { start, end }: Span): NamedBody | null => {
  const at = firstMention(mentions, start, end);
  if (at <= 0 || !mentions[at]!.paired || !mentions[at - 1]!.named) return null;
  const body = bodies.bodies[bodies.of[at - 1]!]!;
  return DELEGATES.has(body.kind) ? body : null;
};

/** The first body named in a token range that can take decisions: forces are what decisions are about. */
const actingBody = (reading: Reading, start: number, end: number): NamedBody | null => {
  for (let at = firstMention(reading.mentions, start, end); at >= 0; at = firstMention(reading.mentions, reading.mentions[at]!.last, end)) {
    const body = reading.bodies.bodies[reading.bodies.of[at]!]!;
    if (body.kind !== 'force') return body;
  }
  return null;
};

/** The first body named in a token range. */
export const bodyAt = (reading: Reading, start: number, end: number): NamedBody | null => {
  const mention = firstMention(reading.mentions, start, end);
  return mention < 0 ? null : reading.bodies.bodies[reading.bodies.of[mention]!]!;
};

const DELEGATES: ReadonlySet<HolderKind> = new Set(['technical', 'joint', 'ministry', 'other']);

/** For a clause, the delegate that its nearest heading names, if that heading names one. */
export const headingBodies = (clauses: readonly Clause[], reading: Reading): ((clause: number) => NamedBody | null) => {
  const byId = new Map(clauses.map((clause, index) => [clause.id, index]));
  const named = new Map<number, NamedBody>();
  for (const sentence of reading.sentences) {
    const body = clauses[sentence.clause]!.kind === 'heading' ? bodyAt(reading, sentence.own, sentence.last) : null;
    if (body !== null && DELEGATES.has(body.kind) && !named.has(sentence.clause)) named.set(sentence.clause, body);
  }
  return (clause) => {
    for (let at: number | undefined = clause, steps = 0; at !== undefined && steps < 12; steps++) {
      const body = named.get(at);
      if (body !== undefined) return body;
      const parent: string | null = clauses[at]!.parent;
      at = parent === null ? undefined : byId.get(parent);
    }
    return null;
  };
};

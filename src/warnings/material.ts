/** What detectors look at: the parts of an Analysis, every fact with its place, and the lookups they share. */
import type { Body, Cited, Clause, Deadline, Decision, Provision, Reference, Score } from '../analysis.ts';
import { spansOf } from '../evidence.ts';
import type { SentenceFacts } from '../facts.ts';
import type { Match } from '../matcher.ts';
import type { Reading } from '../reading.ts';
import type { Naming } from './naming.ts';
import { overlaps, slice, type Span } from '../span.ts';

/** The finished parts of an Analysis, and the reading behind them. */
export interface Parts {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly provisions: readonly Provision[];
  /** Sentence of each provision in the reading, parallel to `provisions`. */
  readonly sentenceOf: readonly number[];
  readonly bodies: readonly Body[];
  readonly deadlines: readonly Deadline[];
  readonly references: readonly Reference[];
  readonly decisions: readonly Decision[];
  readonly holders: Score['holders'];
  readonly found: readonly SentenceFacts[];
  readonly reading: Reading;
  readonly naming: Naming;
}

/** A fact where it stands, also in sentences that are no provision. */
export interface Place {
  readonly cited: Cited;
  /** Index of the sentence in the reading. */
  readonly sentence: number;
  readonly match: Match;
}

export type Due = NonNullable<Provision['deadline']> & { clause: string };

export interface Material extends Parts {
  clause(id: string): Clause;
  body(id: string | null): Body | undefined;
  /** The article that a clause belongs to, as a key: what stands there belongs together. */
  sectionOf(clause: string): string;
  /** All places of a fact, in reading order. */
  places(fact: string): readonly Place[];
  has(provision: Provision, fact: string): boolean;
  /** A sentence of the reading, by its index. */
  sentence(index: number): Cited;
  /** Times that stand inside a sentence or provision. */
  timesIn(sentence: Span & { clause: string }): Deadline[];
  /** The deadline of a provision, else that of the nearest clause above it; `clause` is where it stands. */
  dueOf(provision: Provision): Due | null;
  provisionsIn(clause: string): readonly Provision[];
  /** Provisions that give a body something to do, or of which it is the subject. */
  about(body: string): readonly Provision[];
  /** What a body is to decide or work out. */
  handedTo(body: string): Provision[];
}

/** What a detector found: places that prove it, and words for the message. */
export interface Finding {
  readonly evidence: readonly Cited[];
  readonly values: Readonly<Record<string, string>>;
  /** Several words for one place of the message. */
  readonly rows?: Readonly<Record<string, readonly string[]>>;
  /** The same, as keys of the names in the language of the message. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Clauses that the message cites, by their ids. */
  readonly at?: Readonly<Record<string, readonly string[]>>;
  /** Decisions that the message names. */
  readonly decisions?: readonly string[];
  /** Several words, each with the clauses behind it. */
  readonly cited?: Readonly<Record<string, readonly { readonly name: string; readonly clauses: readonly string[] }[]>>;
}

/** A chapter and an article. */
const SECTION = 2;

/** Prepares the lookups once per text. */
export const createMaterial = (parts: Parts): Material => {
  const clauses = new Map(parts.clauses.map((clause) => [clause.id, clause]));
  const bodies = new Map(parts.bodies.map((body) => [body.id, body]));
  const places = placesOf(parts);
  const timesOf = groupBy(parts.deadlines, ({ clause }) => [clause]);
  const provisionsIn = groupBy(parts.provisions, ({ clause }) => [clause]);
  const about = groupBy(parts.provisions, ({ delegate, actor }) => new Set([delegate, actor].filter((body) => body !== null)));
  const dueIn = (clause: string): Deadline | undefined => timesOf.get(clause)?.find(({ kind }) => kind === 'deadline');
  return {
    ...parts,
    clause: (id) => clauses.get(id)!,
    body: (id) => bodies.get(id ?? ''),
    sectionOf: (id) => {
      const { path } = clauses.get(id)!;
      return path.slice(0, Math.max(1, Math.min(SECTION, path.length - 1))).join('/');
    },
    places: (fact) => places.get(fact) ?? [],
    has: ({ evidence }, fact) => evidence.some((each) => each.fact === fact),
    sentence: (index) => {
      const { clause, start, end } = parts.reading.sentences[index]!;
      return cite({ clause: parts.clauses[clause]!.id, start, end }, parts);
    },
    timesIn: (sentence) => (timesOf.get(sentence.clause) ?? []).filter((time) => overlaps(time, sentence)),
    dueOf: (provision) => {
      if (provision.deadline !== null) return { ...provision.deadline, clause: provision.clause };
      let above = clauses.get(provision.clause)?.parent ?? null;
      while (above !== null && dueIn(above) === undefined) above = clauses.get(above)?.parent ?? null;
      return above === null ? null : dueIn(above)!;
    },
    provisionsIn: (clause) => provisionsIn.get(clause) ?? [],
    about: (body) => about.get(body) ?? [],
    handedTo: (body) => (about.get(body) ?? []).filter(({ status, delegate }) => status === 'DELEGATED' && delegate === body),
  };
};

const placesOf = ({ text, clauses, found, reading }: Parts): Map<string, Place[]> => {
  const places = found.flatMap(({ facts }, index) => {
    const sentence = reading.sentences[index]!;
    const clause = clauses[sentence.clause]!.id;
    return [...facts.values()].flat().flatMap((match): Place[] => {
      if (match.end <= sentence.own) return [];
      const span = spansOf(match, sentence, reading.tokens).at(-1)!;
      return [{ cited: { clause, ...span, text: slice(text, span) }, sentence: index, match }];
    });
  });
  return groupBy(places, ({ match }) => [match.rule.emits]);
};

/** Rows by each of their keys. */
export const groupBy = <T>(rows: readonly T[], keysOf: (row: T) => Iterable<string>): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
};

/** A provision as evidence. */
export const cite = (row: Span & { clause: string }, { text }: Parts): Cited => ({ clause: row.clause, start: row.start, end: row.end, text: slice(text, row) });

/** Clauses in which such rows stand, to be cited in a message. */
export const clausesOf = (rows: readonly { readonly clause: string }[]): string[] => rows.map(({ clause }) => clause);

/** "Within thirty days" as it stands inside a sentence. */
export const inSentence = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text);

/** What sort of text this is: the type of agreement, whether it reads like one at all, whether it calls itself a stage. */
import type { Clause } from './analysis.ts';
import type { SentenceFacts } from './facts.ts';
import type { Lexicon, Scan } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Genre } from './rules/genre.ts';
import type { Scoring } from './rules/scoring.ts';
import type { Statuses } from './rules/statuses.ts';

export interface Kind {
  type: string;
  agreementLike: boolean;
  declaredStage: boolean;
}

/** Sentences at the head of a text among which its title stands, and how many count where none is marked as title. */
const HEAD = 12;
const UNTITLED = 2;

/** Where the phrases of the genre stand. */
export interface GenreSigns {
  /** First place of a phrase of each type, as a token. */
  readonly types: readonly { name: string; at: number }[];
  /** How many phrases of agreements, of other texts, and of stages there are. */
  readonly agreement: number;
  readonly other: number;
  readonly stage: number;
}

export type GenreReader = (scan: Scan) => GenreSigns;

/** Prepares the phrases of one language. */
export const createGenreReader = (genre: Genre, lexicon: Lexicon): GenreReader => {
  const names = Object.keys(genre.types);
  const types = lexicon.add(Object.values(genre.types));
  const signs = lexicon.add([genre.agreement, genre.other, genre.stage]);
  return ({ hits }) => {
    const [agreement, other, stage] = [0, 1, 2].map((i) => hits(signs + i).start.length) as [number, number, number];
    return { types: names.map((name, i) => ({ name, at: hits(types + i).start[0] ?? Number.POSITIVE_INFINITY })), agreement, other, stage };
  };
};

/** Reads the kind of a text from its title, the share of sentences that oblige, and the phrases of its genre. */
export const findKind = (clauses: readonly Clause[], reading: Reading, found: readonly SentenceFacts[], scoring: Scoring, statuses: Statuses): Kind => {
  const { types, agreement, other, stage } = reading.genre;
  const headEnd = titleEnd(clauses, reading);
  // the title comes first: the type whose phrase stands earliest in the head of the text
  const first = types.filter(({ at }) => at < headEnd).toSorted((a, b) => a.at - b.at)[0];
  return {
    type: first?.name ?? scoring.defaultType,
    agreementLike: readsLikeOne(clauses, reading, found, statuses, agreement, other, scoring),
    declaredStage: stage > 0,
  };
};

const titleEnd = (clauses: readonly Clause[], { sentences }: Reading): number => {
  const title = sentences.slice(0, HEAD).filter(({ clause }) => clauses[clause]!.kind === 'title');
  return (title.length > 0 ? title : sentences.slice(0, UNTITLED)).at(-1)?.last ?? 0;
};

const readsLikeOne = (clauses: readonly Clause[], reading: Reading, found: readonly SentenceFacts[], statuses: Statuses, agreement: number, other: number, scoring: Scoring): boolean => {
  const { minimumObliging, otherOverAgreement } = scoring.genre;
  const body = found.filter((_, i) => !['heading', 'title', 'contents', 'signature'].includes(clauses[reading.sentences[i]!.clause]!.kind));
  if (body.length === 0) return false;
  const obliging = body.filter(({ facts }) => Object.keys(statuses.modality).some((fact) => facts.has(fact))).length / body.length;
  return other <= agreement * otherOverAgreement && (obliging >= minimumObliging || agreement > 0);
};

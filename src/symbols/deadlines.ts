/** The deadlines of an agreement: its times that bind or bound something, with calendar dates where they can be told. */
import type { Clause, Deadline } from '../analysis.ts';
import type { Sentence } from '../sentences.ts';
import { SIGNATURE } from './anchors.ts';
import type { Time } from './times.ts';

/** Clauses that only tell of times past, or of this text's own signature. */
const TELLING: ReadonlySet<Clause['kind']> = new Set(['title', 'contents', 'preamble', 'signature']);
const DAY = 86_400_000;

/**
 * All deadlines, durations and floating times in reading order. Left out: copies of a chapeau, calendar dates that bind
 * nothing, dates before the signature. `signed` is the ISO date of signature or null.
 */
export const resolveDeadlines = (times: readonly Time[], sentences: readonly Sentence[], clauses: readonly Clause[], signed: string | null): Deadline[] =>
  times.flatMap(({ first, sentence, kind, text, days, anchor, date, start, end }) => {
    const { own, clause } = sentences[sentence]!;
    const past = date !== null && signed !== null && date < signed;
    if (first < own || kind === 'date' || past || TELLING.has(clauses[clause]!.kind)) return [];
    const due = date ?? (kind === 'deadline' && anchor === SIGNATURE && days !== null && signed !== null ? addDays(signed, days) : null);
    return [{ clause: clauses[clause]!.id, kind, text, days, anchor, date: due, start, end }];
  });

const addDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + Math.floor(days) * DAY).toISOString().slice(0, 10);

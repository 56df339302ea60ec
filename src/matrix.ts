/** The implementation matrix: every obligation on security as a row. Pure; the grammar of a language is handed in. */
import type { Analysis, Clause, Provision } from './analysis.ts';
import type { Duty } from './grammar.ts';
import { sentenceAround, unnumbered, withoutPlaces } from './plain-sentence.ts';
import { groupBy } from './warnings/material.ts';

export interface Obligation {
  /** Id of the provision. */
  readonly provision: string;
  readonly clause: string;
  readonly label: string;
  readonly page: number;
  /** Who is bound, in the words of the text; empty when the sentence does not say. */
  readonly actor: string;
  /** Id of the body that is meant, where it is known. */
  readonly body: string | null;
  readonly modality: Provision['modality'];
  readonly action: string;
  readonly object: string;
  /** Days after the anchor; null when there is none or it cannot be counted. */
  readonly days: number | null;
  readonly anchor: string | null;
  readonly date: string | null;
  /** The deadline in the words of the text. */
  readonly deadline: string | null;
  readonly status: Provision['status'];
  /** Decisions that the obligation bears on. */
  readonly decisions: readonly string[];
}

/** Takes sentences of one language apart. */
export interface Grammar {
  /** What somebody shall do; null when the sentence alone does not say so. */
  readonly readDuty: (sentence: string) => Duty | null;
  /** What a sentence without a verb of duty says. */
  readonly readStatement: (sentence: string) => Duty | null;
  readonly hasVerb: (text: string) => boolean;
}

const BINDING: ReadonlySet<Provision['modality']> = new Set(['shall', 'will', 'should', 'undertake', 'endeavour']);
/** An item of so few words without a verb is a name in a list. */
const ENTRY = 3;
const NAMING: ReadonlySet<Clause['kind']> = new Set(['title', 'contents', 'heading', 'preamble', 'definition', 'signature']);

/** All obligations in reading order. Items that only fill a list (members, parts) stand in the row of the sentence that opens it. */
export const obligationsOf = (analysis: Analysis, text: string, grammar: Grammar): Obligation[] => {
  const clauses = new Map(analysis.clauses.map((clause) => [clause.id, clause]));
  const bodies = new Map(analysis.bodies.map((body) => [body.id, body]));
  const times = groupBy(analysis.deadlines, ({ clause }) => [clause]);
  const read = reader(text, clauses, times, grammar);
  const rows = new Map<string, Obligation>();
  const rowOf = new Map<string, string>();
  for (const provision of analysis.provisions) {
    const clause = clauses.get(provision.clause)!;
    if (NAMING.has(clause.kind) || !(BINDING.has(provision.modality) || (provision.mandate !== null && provision.modality !== 'may'))) continue;
    const own = withoutPlaces(text, unnumbered(text, clause, provision), times.get(clause.id) ?? []);
    const opening = rows.get(rowOf.get(clause.chapeau ?? '') ?? '');
    if (opening !== undefined && provision.deadline === null && (provision.status === 'PROCEDURAL' ? grammar.readDuty(own) === null : own.split(' ').length <= ENTRY && !grammar.hasVerb(own))) {
      rows.set(opening.provision, withEntry(opening, own, provision));
      continue;
    }
    const duty = read(provision, clause);
    const named = bodies.get(provision.actor ?? '');
    rowOf.set(clause.id, provision.id);
    rows.set(provision.id, {
      provision: provision.id,
      clause: clause.id,
      label: clause.label,
      page: clause.page,
      ...partsOf(duty, own, named?.name ?? ''),
      body: duty?.passive === true ? null : (named?.id ?? null),
      modality: provision.modality,
      days: provision.deadline?.days ?? null,
      anchor: provision.deadline?.anchor ?? null,
      date: provision.deadline?.date ?? null,
      deadline: provision.deadline?.text.replace(/\s+/gu, ' ') ?? null,
      status: provision.status,
      decisions: provision.decisions,
    });
  }
  return [...rows.values()];
};

/** The row with one more member of its list; what the list settles, the row settles. */
const withEntry = (row: Obligation, entry: string, { status, decisions }: Provision): Obligation => ({
  ...row,
  object: [row.object, entry].filter(Boolean).join('; '),
  status: row.status === 'PROCEDURAL' ? status : row.status,
  decisions: [...new Set([...row.decisions, ...decisions])],
});

/** Who, does what, to what. What is done to somebody says not who does it. */
const partsOf = (duty: Duty | null, sentence: string, name: string): Pick<Obligation, 'actor' | 'action' | 'object'> => {
  if (duty === null) return { actor: name, action: '', object: sentence };
  if (duty.passive) return { actor: '', action: duty.action, object: [duty.subject, duty.object].filter(Boolean).join(' \u2026 ') };
  return { actor: duty.pronoun || duty.subject === '' ? name || duty.subject : duty.subject, action: duty.action, object: duty.object };
};

/** The duty of a provision; a list item is read as the end of the sentence that opens its list. */
const reader = (text: string, clauses: ReadonlyMap<string, Clause>, times: ReadonlyMap<string, Analysis['deadlines']>, grammar: Grammar) => {
  const opening = (id: string | null): string => {
    const clause = clauses.get(id ?? '');
    if (clause === undefined) return '';
    const last = sentenceAround(text, clause, { start: clause.end - 1, end: clause.end }, []);
    const own = withoutPlaces(text, unnumbered(text, clause, last), times.get(clause.id) ?? []);
    const whole = `${opening(clause.chapeau)} ${own}`.trim();
    // a line that only names the subject opens no sentence
    return grammar.readDuty(whole) === null && grammar.readStatement(whole) === null ? '' : whole;
  };
  return (provision: Provision, clause: Clause): Duty | null => {
    const own = withoutPlaces(text, unnumbered(text, clause, provision), times.get(clause.id) ?? []);
    const alone = grammar.readDuty(own);
    if (alone !== null) return alone;
    const start = opening(clause.chapeau);
    if (start === '') return grammar.readStatement(own);
    const whole = `${start} ${own.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}`;
    return grammar.readDuty(whole) ?? grammar.readStatement(whole);
  };
};

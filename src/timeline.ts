/**
 * All times of an agreement on one axis: what is due how many days from which event, and where two of them conflict or
 * stand in an order that cannot be kept. Pure; conflicts and orders are those that the warnings found.
 */
import type { Analysis, Clause, Deadline, Provision, Warning } from './analysis.ts';
import { sentenceAround, unnumbered, withoutPlaces } from './plain-sentence.ts';
import { bodyOf } from './sentences.ts';
import { overlaps, type Span } from './span.ts';
import { SIGNATURE } from './symbols/anchors.ts';
import { groupBy } from './warnings/material.ts';

/** `conflict`: two clauses date one task differently. `order`: a step waits for one that has no date, or need not be done by then. */
export interface Mark {
  readonly kind: 'conflict' | 'order';
  /** Place among `notes`. */
  readonly note: number;
}

export interface Step {
  /** Days from the anchor; negative before it; null when only "before" or a blank is said. */
  readonly day: number | null;
  /** ISO date, where the text gives one or the date of signature is known. */
  readonly date: string | null;
  /** The sentence without its time; of a length of time the whole sentence. */
  readonly what: string;
  /** The time in the words of the text. */
  readonly when: string;
  readonly clause: string;
  readonly label: string;
  readonly page: number;
  /** The provision on security it belongs to; null when the sentence is about something else. */
  readonly provision: string | null;
  readonly marks: readonly Mark[];
}

export interface Anchor {
  /** "signature", the event as the rules or the text name it; empty when the text names none; "date" for calendar dates. */
  readonly name: string;
  readonly kind: 'signature' | 'event' | 'unnamed' | 'date';
  readonly steps: readonly Step[];
}

export interface Timeline {
  /** Signature first, then the events most is counted from, then times without an event, then dates. */
  readonly anchors: readonly Anchor[];
  /** How long things last, bound to no day. */
  readonly lengths: readonly Step[];
  /** Times that bind nobody to a day: "regularly". */
  readonly loose: readonly Step[];
  /** What the marks stand for, in the words of the warnings. */
  readonly notes: readonly { readonly kind: Mark['kind']; readonly message: string; readonly question: string; readonly clauses: readonly string[] }[];
  /** First and last day over all anchors; 0 is the event. */
  readonly first: number;
  readonly last: number;
}

/** What a warning says about times, by its id; other warnings mark nothing here. */
const KINDS: Readonly<Record<string, Mark['kind']>> = { 'conflicting-deadlines': 'conflict', 'circular-wait': 'order', 'time-out': 'order', 'dated-step': 'order' };
const RANK: Readonly<Record<Anchor['kind'], number>> = { signature: 0, event: 1, unnamed: 2, date: 3 };
const DATE = 'date';

/** `text` is the frozen text; `securityOnly` leaves out times in sentences that are about something else. */
export const timelineOf = (analysis: Analysis, text: string, securityOnly = false): Timeline => {
  const marking = analysis.warnings.filter(({ id }) => id in KINDS);
  const clauses = new Map(analysis.clauses.map((clause) => [clause.id, clause]));
  const provisionsOf = groupBy(analysis.provisions, ({ clause }) => [clause]);
  const itemsOf = groupBy(analysis.clauses, ({ chapeau }) => (chapeau === null ? [] : [chapeau]));
  const timesOf = groupBy(analysis.deadlines, ({ clause }) => [clause]);
  const placed = analysis.deadlines.flatMap((deadline): Placed[] => {
    const provisions = provisionsOf.get(deadline.clause) ?? [];
    const step = stepOf(deadline, clauses.get(deadline.clause)!, provisions, timesOf.get(deadline.clause)!, itemsOf.get(deadline.clause) ?? [], text, marking, analysis.document.signed);
    return securityOnly && step.provision === null ? [] : [{ deadline, step }];
  });
  const stepsOf = (kind: Deadline['kind']): Step[] => placed.filter(({ deadline }) => deadline.kind === kind).map(({ step }) => step);
  const anchors = anchorsOf(placed.filter(({ deadline }) => deadline.kind === 'deadline' || deadline.kind === 'date'));
  const days = anchors.flatMap(({ steps }) => steps.flatMap(({ day }) => day ?? []));
  return {
    anchors,
    lengths: stepsOf('duration'),
    loose: stepsOf('floating'),
    notes: marking.map(({ id, message, question, evidence }) => ({ kind: KINDS[id]!, message, question, clauses: [...new Set(evidence.map(({ clause }) => clause))] })),
    first: Math.min(0, ...days),
    last: Math.max(0, ...days),
  };
};

interface Placed {
  readonly deadline: Deadline;
  readonly step: Step;
}

const stepOf = (deadline: Deadline, clause: Clause, provisions: readonly Provision[], times: readonly Span[], items: readonly Clause[], text: string, marking: readonly Warning[], signed: string | null): Step => {
  const sentence = sentenceAround(text, clause, deadline, provisions);
  return {
    day: deadline.days ?? (deadline.anchor === DATE && deadline.date !== null && signed !== null ? daysBetween(signed, deadline.date) : null),
    date: deadline.date,
    what: [withoutPlaces(text, unnumbered(text, clause, sentence), deadline.kind === 'duration' ? [] : [deadline, ...times.filter((time) => time.start === sentence.start)]), ...(sentence.end < clause.end ? [] : list(items, text))].join(': '),
    when: deadline.text.replace(/\s+/gu, ' '),
    clause: clause.id,
    label: clause.label,
    page: clause.page,
    provision: provisions.find((provision) => overlaps(provision, deadline))?.id ?? null,
    marks: marking.flatMap(({ id, evidence }, note): Mark[] => (evidence.some((place) => place.clause === clause.id && overlaps(place, sentence)) ? [{ kind: KINDS[id]!, note }] : [])),
  };
};

/** What a sentence opens a list of. */
const list = (items: readonly Clause[], text: string): string[] => (items.length === 0 ? [] : [items.map((item) => withoutPlaces(text, unnumbered(text, item, bodyOf(text, item)), [])).join('; ')]);

/** Steps by the event they count from, each in order of days. */
const anchorsOf = (placed: readonly Placed[]): Anchor[] =>
  [...groupBy(placed, ({ deadline }) => [deadline.anchor])]
    .map(([name, rows]): Anchor => ({ name, kind: kindOf(name), steps: rows.map(({ step }) => step).toSorted(byDay) }))
    .toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || b.steps.length - a.steps.length);

const kindOf = (name: string): Anchor['kind'] => (name === SIGNATURE ? 'signature' : name === DATE ? 'date' : name === '' ? 'unnamed' : 'event');

/** By day, then by date; steps without either stand at the end. */
const byDay = (a: Step, b: Step): number => rank(a) - rank(b) || (a.date ?? '').localeCompare(b.date ?? '', 'en');

const rank = ({ day, date }: Step): number => day ?? (date === null ? Number.MAX_SAFE_INTEGER : 0);

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

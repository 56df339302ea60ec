/** Where two versions of one accord differ: one row for each clause, with all that differs in it. Pure. */
import type { Provision } from '../analysis.ts';
import { alignVersions, type Pair } from './align.ts';
import { readClauses, type Said, type Version } from './says.ts';

export type Kind = 'only' | 'number' | 'time' | 'obligation' | 'body' | 'status';

/** What differs: `a` and `b` as each version has it. */
export interface Aspect {
  readonly kind: Kind;
  readonly a: string;
  readonly b: string;
}

export interface Difference {
  /** Null where the clause is missing. */
  readonly a: Place | null;
  readonly b: Place | null;
  readonly aspects: readonly Aspect[];
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Place {
  readonly clause: string;
  readonly label: string;
  readonly page: number;
  readonly text: string;
}

export interface Parity {
  /** Clauses set side by side, and those that stand in one version only. */
  readonly aligned: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** False where a version is in a language without rules: then only structure, figures and times are compared. */
  readonly read: boolean;
  readonly differences: readonly Difference[];
}

/** Figures and times are sure; an obligation and a body are read by rules; a clause alone may be cut otherwise. */
const SURE: Readonly<Record<Exclude<Kind, 'status'>, number>> = { number: 0.95, time: 0.9, obligation: 0.8, body: 0.7, only: 0.8 };
/** A reading that differs is told only if both versions are read so surely. */
const STATUS_FLOOR = 0.65;
/** Two bodies are taken for one when they stand in so large a part of the same clauses. */
const SAME_BODY = 0.5;

/** Differences in the order of the first version. */
export const compareVersions = (a: Version, b: Version): Parity => {
  const pairs = alignVersions(readClauses(a), readClauses(b));
  const read = a.language !== null && b.language !== null;
  const partner = partnersOf(pairs);
  const named = { a: namesOf(a), b: namesOf(b) };
  const differences = pairs.flatMap((pair): Difference[] => {
    const { a: first, b: second } = pair;
    if (first === null || second === null) {
      const alone = (first ?? second)!;
      return alone.text.trim() === '' ? [] : [{ a: first && placeOf(first), b: second && placeOf(second), aspects: [{ kind: 'only', a: '', b: '' }], confidence: SURE.only }];
    }
    if (first.clause.kind === 'heading' && second.clause.kind === 'heading') return [];
    const figures = [...numbers(first, second)];
    const times = figures.length > 0 ? [] : timesApart(first, second);
    const modality = read ? obligation(first, second) : [];
    const bodies = read ? bodyApart(first, second, partner, named) : [];
    const found = [...figures, ...times, ...modality, ...bodies];
    const status = read && modality.length === 0 ? statusApart(first, second) : null;
    const aspects = [...found, ...(status === null ? [] : [status.aspect])];
    if (aspects.length === 0) return [];
    const confidence = Math.max(status?.confidence ?? 0, ...found.map(({ kind }) => SURE[kind as Exclude<Kind, 'status'>]));
    return [{ a: placeOf(first), b: placeOf(second), aspects, confidence }];
  });
  return {
    aligned: pairs.filter((pair) => pair.a !== null && pair.b !== null).length,
    onlyA: pairs.filter((pair) => pair.b === null).length,
    onlyB: pairs.filter((pair) => pair.a === null).length,
    read, differences,
  };
};

const placeOf = ({ clause, text }: Said): Place => ({ clause: clause.id, label: clause.label, page: clause.page, text: text.replace(/\s+/gu, ' ').trim() });

/** A figure in digits that the other version has neither in digits nor in words. */
const numbers = (a: Said, b: Said): Aspect[] => {
  const missing = (one: Said, other: Said): number[] => [...one.digits].filter((figure) => !other.numbers.has(figure));
  const [inA, inB] = [missing(a, b), missing(b, a)];
  return inA.length + inB.length === 0 ? [] : [{ kind: 'number', a: inA.join(', '), b: inB.join(', ') }];
};

const timesApart = (a: Said, b: Said): Aspect[] => {
  const missing = (one: Said, other: Said): string[] => [...one.times].filter((time) => !other.times.has(time));
  const [inA, inB] = [missing(a, b), missing(b, a)];
  // a time that only one version resolves is no difference of the texts
  return inA.length === 0 || inB.length === 0 ? [] : [{ kind: 'time', a: inA.join(', '), b: inB.join(', ') }];
};

/** Strength of an obligation; words of one row bind alike in every language. */
const BINDS: Readonly<Record<Provision['modality'], number>> = { shall: 3, will: 3, undertake: 3, should: 2, endeavour: 2, may: 1, none: 0 };

const obligation = (a: Said, b: Said): Aspect[] => {
  const strengths = ({ provisions }: Said): Provision[] => provisions.filter(({ modality }) => modality !== 'none');
  const [first, second] = [strengths(a), strengths(b)];
  const strongest = (all: readonly Provision[]): Provision => all.toSorted((x, y) => BINDS[y.modality] - BINDS[x.modality])[0]!;
  if (first.length === 0 || second.length === 0) return [];
  const [one, other] = [strongest(first).modality, strongest(second).modality];
  return BINDS[one] === BINDS[other] ? [] : [{ kind: 'obligation', a: one, b: other }];
};

/** The most open status counts, as in the gold. */
const OPEN: readonly Provision['status'][] = ['PROCEDURAL', 'SETTLED', 'PRINCIPLE', 'INTERIM', 'DEFERRED', 'DELEGATED'];

const statusApart = (a: Said, b: Said): { aspect: Aspect; confidence: number } | null => {
  const mostOpen = ({ provisions }: Said): Provision | undefined => provisions.toSorted((x, y) => OPEN.indexOf(y.status) - OPEN.indexOf(x.status))[0];
  const [first, second] = [mostOpen(a), mostOpen(b)];
  if (first === undefined || second === undefined || first.status === second.status) return null;
  const confidence = Math.min(first.confidence, second.confidence);
  return confidence < STATUS_FLOOR ? null : { aspect: { kind: 'status', a: first.status, b: second.status }, confidence: confidence * SURE.body };
};

/** Bodies of the first version with the one of the second that stands in the same clauses; acronyms may say it too. */
const partnersOf = (pairs: readonly Pair[]): Map<string, string> => {
  const [inA, inB] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  pairs.forEach(({ a, b }, row) => {
    if (a === null || b === null) return;
    for (const id of a.bodies) inA.set(id, (inA.get(id) ?? new Set()).add(row));
    for (const id of b.bodies) inB.set(id, (inB.get(id) ?? new Set()).add(row));
  });
  const likely = [...inA].flatMap(([a, rows]) => [...inB].map(([b, others]) => {
    const both = [...rows].filter((row) => others.has(row)).length;
    return { a, b, both, share: both / (rows.size + others.size - both) };
  })).filter(({ share }) => share >= SAME_BODY).toSorted((x, y) => y.share - x.share || y.both - x.both);
  const partner = new Map<string, string>();
  for (const { a, b } of likely) if (!partner.has(a) && ![...partner.values()].includes(b)) partner.set(a, b);
  return partner;
};

const namesOf = ({ analysis }: Version): Map<string, string> => new Map(analysis.bodies.map(({ id, name, acronyms }) => [id, acronyms[0] ?? name]));

/** Another body stands where its partner should: a body that is merely not repeated is none. */
const bodyApart = (a: Said, b: Said, partner: ReadonlyMap<string, string>, named: { a: ReadonlyMap<string, string>; b: ReadonlyMap<string, string> }): Aspect[] => {
  const lost = a.bodies.filter((id) => partner.has(id) && !b.bodies.includes(partner.get(id)!));
  const expected = new Set(a.bodies.flatMap((id) => partner.get(id) ?? []));
  const known = new Set(partner.values());
  const gained = b.bodies.filter((id) => known.has(id) && !expected.has(id));
  return lost.length === 0 || gained.length === 0 ? [] : [{ kind: 'body', a: lost.map((id) => named.a.get(id)!).join(', '), b: gained.map((id) => named.b.get(id)!).join(', ') }];
};

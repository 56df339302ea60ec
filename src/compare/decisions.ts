/** What moved, decision by decision, and the clauses whose words moved it. */
import type { Analysis, Bounds, Decision } from '../analysis.ts';
import { holderOf } from '../score.ts';
import { readingNow } from '../verdicts.ts';
import { limitKey, type Draft } from './draft.ts';

/** What happened to a decision; the first that holds. `bounds`: only what surrounds it changed; `parts`: other parameters are fixed. */
export type Move = 'settled' | 'settled-in-part' | 'opened' | 'handed' | 'taken-back' | 'dropped' | 'taken-up' | 'put-off' | 'unseen' | 'parts' | 'bounds' | 'applies';

export interface DecisionState {
  /** SETTLED, PARTLY, DELEGATED, DEFERRED, INTERIM, PRINCIPLE, SILENT or UNSEEN. */
  readonly reading: string;
  readonly openness: number | null;
  /** Id of the body that holds it, in the draft at hand. */
  readonly holder: string | null;
  readonly provisions: readonly string[];
}

export interface DecisionChange {
  readonly decision: string;
  readonly move: Move;
  readonly old: DecisionState;
  readonly fresh: DecisionState;
  /** Bounds with another credit, 0 to 1; none where the decision is not handed on in both drafts. */
  readonly bounds: readonly { readonly bound: keyof Bounds; readonly from: number; readonly to: number }[];
  /** Time limits that left or came with the clauses that prove it, in the words of the drafts. */
  readonly deadlines: { readonly removed: readonly string[]; readonly added: readonly string[] };
  readonly parameters: { readonly fixed: readonly string[]; readonly opened: readonly string[] };
}

/** Ids of the clauses of either draft whose words are not in the other. */
export interface Reworded {
  readonly old: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
}

/** Changes of every decision that reads otherwise, whatever the cause, in the order of the catalogue. */
export const decisionChanges = (old: Draft, fresh: Draft, bodies: ReadonlyMap<string, string>, reworded: Reworded): DecisionChange[] => {
  const before = new Map(old.analysis.decisions.map((decision) => [decision.id, decision]));
  return fresh.analysis.decisions.flatMap((decision) => {
    const earlier = before.get(decision.id);
    return earlier === undefined ? [] : (changeOf(earlier, decision, old.analysis, fresh.analysis, bodies, reworded) ?? []);
  });
};

const changeOf = (a: Decision, b: Decision, old: Analysis, fresh: Analysis, bodies: ReadonlyMap<string, string>, reworded: Reworded): DecisionChange | null => {
  const [from, to] = [stateOf(a), stateOf(b)];
  const carried = from.holder === null ? null : (bodies.get(from.holder) ?? null);
  const sameHolder = (from.holder === null && to.holder === null) || (carried !== null && carried === to.holder);
  const fixedIn = (decision: Decision): string[] => decision.parameters.fixed.map(({ name }) => name);
  const [fixedBefore, fixedNow] = [fixedIn(a), fixedIn(b)];
  const parameters = { fixed: fixedNow.filter((name) => !fixedBefore.includes(name)), opened: fixedBefore.filter((name) => !fixedNow.includes(name)) };
  const names = isOpen(from.reading) && isOpen(to.reading) ? (Object.keys(b.bounds) as (keyof Bounds)[]) : [];
  const bounds = names.filter((name) => b.bounds[name] !== a.bounds[name]).map((bound) => ({ bound, from: a.bounds[bound], to: b.bounds[bound] }));
  const [limitsBefore, limitsNow] = [limitsOf(a, old), limitsOf(b, fresh)];
  const deadlines = { removed: without(limitsBefore, limitsNow, reworded.old), added: without(limitsNow, limitsBefore, reworded.fresh) };
  const move = moveOf(from.reading, to.reading, sameHolder);
  const rest = parameters.fixed.length + parameters.opened.length > 0 ? 'parts' : bounds.length > 0 || deadlines.removed.length + deadlines.added.length > 0 ? 'bounds' : a.applicable === b.applicable ? null : 'applies';
  return (move ?? rest) === null ? null : { decision: b.id, move: (move ?? rest)!, old: from, fresh: to, bounds, deadlines, parameters };
};

const isOpen = (reading: string): boolean => reading === 'DELEGATED' || reading === 'DEFERRED';

const moveOf = (from: string, to: string, sameHolder: boolean): Move | null => {
  if (from === to) return isOpen(to) && !sameHolder ? (to === 'DELEGATED' ? 'handed' : 'put-off') : null;
  if (to === 'UNSEEN') return 'unseen';
  if (to === 'SILENT') return 'dropped';
  if (to === 'DELEGATED') return 'handed';
  if (to === 'SETTLED') return 'settled';
  if (to === 'PARTLY') return from === 'SETTLED' ? 'opened' : 'settled-in-part';
  if (from === 'SILENT' || from === 'UNSEEN') return 'taken-up';
  if (from === 'DELEGATED') return 'taken-back';
  return to === 'DEFERRED' ? 'put-off' : 'opened';
};

const stateOf = (decision: Decision): DecisionState => ({ reading: readingNow(decision), openness: decision.openness, holder: holderOf(decision), provisions: decision.provisions });

interface Limit {
  readonly text: string;
  readonly clause: string;
}

/** Time limits in the provisions that prove a decision, by what they mean. */
const limitsOf = ({ provisions: proofs }: Decision, { provisions }: Analysis): Map<string, Limit> =>
  new Map(provisions.flatMap(({ id, clause, deadline }) => (deadline === null || !proofs.includes(id) ? [] : [[limitKey(deadline), { clause, text: deadline.text.replace(/\s+/gu, ' ') }] as const])));

/** Those that the other draft lacks and whose clause was reworded: a clause that merely proves the decision no more keeps its time limit. */
const without = (limits: ReadonlyMap<string, Limit>, others: ReadonlyMap<string, Limit>, reworded: ReadonlySet<string>): string[] =>
  [...limits].flatMap(([key, { text, clause }]) => (others.has(key) || !reworded.has(clause) ? [] : [text]));

/** Facts by which a clause bears on every decision that is handed on. */
const WIDE = new Set(['settles-disputes', 'remedy']);

/** Tells whether words that changed bear on a decision; `changed` holds ids of clauses of this draft whose words are not in the other. */
export const bearing = ({ analysis: { clauses, provisions, bodies, decisions } }: Draft, changed: ReadonlySet<string>): ((decision: string) => boolean) => {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const provisionById = new Map(provisions.map((provision) => [provision.id, provision]));
  const touched = provisions.filter(({ clause }) => changed.has(clause));
  const leaves = new Set(touched.flatMap((provision) => provision.leaves));
  const wide = touched.some(({ evidence }) => evidence.some(({ fact }) => WIDE.has(fact)));
  const isTouched = (id: string): boolean => {
    for (let at = byId.get(id); at !== undefined; at = at.parent === null ? undefined : byId.get(at.parent)) if (changed.has(at.id)) return true;
    return false;
  };
  return (id) => {
    const decision = decisions.find((each) => each.id === id)!;
    if (wide && Object.values(decision.bounds).some((credit) => credit > 0)) return true;
    const proofs = [...decision.provisions, ...decision.parameters.fixed.map(({ provision }) => provision)].flatMap((each) => provisionById.get(each) ?? []);
    if (proofs.some(({ clause, leaves: own }) => isTouched(clause) || own.some((leaf) => leaves.has(leaf)))) return true;
    const holder = bodies.find((body) => body.id === holderOf(decision));
    return holder !== undefined && [holder.created, holder.members, holder.chair, holder.rule, holder.deadlock, holder.deadline, holder.funding, holder.reports, holder.powers].flat().some(({ clause }) => changed.has(clause));
  };
};

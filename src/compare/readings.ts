/** What a change of words changed in the reading of a clause: status, holder, obligation, time limits and figures. */
import type { Analysis, Provision } from '../analysis.ts';
import { byClause, limitKey, type Draft } from './draft.ts';
import { dice } from './near.ts';

export type ReadingChange =
  | { readonly kind: 'status'; readonly from: Provision['status']; readonly to: Provision['status']; readonly holder: string | null }
  | { readonly kind: 'holder'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'obligation'; readonly from: Provision['modality']; readonly to: Provision['modality'] }
  | { readonly kind: 'negation'; readonly negated: boolean }
  | { readonly kind: 'deadline'; readonly removed: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: 'figures'; readonly removed: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: 'provisions'; readonly removed: readonly Provision['status'][]; readonly added: readonly Provision['status'][] };

/** What a group of clauses says, on one side. */
interface Side {
  readonly draft: Draft;
  readonly provisions: readonly Provision[];
  readonly deadlines: readonly Analysis['deadlines'][number][];
  readonly text: string;
}

/** A lookup for both drafts, made once. */
export const sidesOf = (draft: Draft): ((indexes: readonly number[]) => Side) => {
  const provisions = byClause(draft.analysis.provisions);
  const deadlines = byClause(draft.analysis.deadlines);
  return (indexes) => {
    const ids = indexes.map((index) => draft.analysis.clauses[index]!.id);
    return {
      draft,
      provisions: ids.flatMap((id) => provisions.get(id) ?? []),
      deadlines: ids.flatMap((id) => deadlines.get(id) ?? []),
      text: indexes.map((index) => draft.wording[index]!).join(' '),
    };
  };
};

/** Changes of reading between the two sides of a reworded, split or merged group; none when only words changed. */
export const readingChanges = (old: Side, fresh: Side, bodies: ReadonlyMap<string, string>): ReadingChange[] => {
  const { pairs, removed, added } = pairProvisions(old, fresh);
  return [
    ...unlike(pairs.flatMap(([a, b]) => provisionChanges(a, b, bodies))),
    ...(removed.length + added.length === 0 ? [] : [{ kind: 'provisions', removed: removed.map(({ status }) => status), added: added.map(({ status }) => status) } as const]),
    ...bags('deadline', old.deadlines.map(limitOf), fresh.deadlines.map(limitOf)),
    ...bags('figures', figuresOf(old), figuresOf(fresh)),
  ];
};

const provisionChanges = (a: Provision, b: Provision, bodies: ReadonlyMap<string, string>): ReadingChange[] => {
  const carried = a.delegate === null ? null : (bodies.get(a.delegate) ?? a.delegate);
  const handed = a.status === 'DELEGATED' || a.status === 'DEFERRED' || b.status === 'DELEGATED' || b.status === 'DEFERRED';
  return [
    ...(a.status === b.status ? [] : [{ kind: 'status', from: a.status, to: b.status, holder: b.delegate } as const]),
    ...(a.status === b.status && handed && carried !== b.delegate ? [{ kind: 'holder', from: a.delegate, to: b.delegate } as const] : []),
    ...(a.modality === b.modality ? [] : [{ kind: 'obligation', from: a.modality, to: b.modality } as const]),
    ...(a.negated === b.negated ? [] : [{ kind: 'negation', negated: b.negated } as const]),
  ];
};

const unlike = (changes: readonly ReadingChange[]): ReadingChange[] => [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];

/** Provisions of equal text first, then the most alike; what is left on a side was removed or added. */
const pairProvisions = (old: Side, fresh: Side): { pairs: [Provision, Provision][]; removed: Provision[]; added: Provision[] } => {
  const worded = ({ provisions, draft }: Side): Worded[] => provisions.map((provision) => ({ provision, words: wordsOf(draft.text.slice(provision.start, provision.end)) }));
  const [a, b] = [worded(old), worded(fresh)];
  const close = a.flatMap((from, i) => b.map((to, j) => ({ i, j, alike: dice(from.words, to.words) }))).filter(({ alike }) => alike > 0.25).toSorted((x, y) => y.alike - x.alike || x.i - y.i || x.j - y.j);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const pairs: [Provision, Provision][] = [];
  for (const { i, j } of close) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    pairs.push([a[i]!.provision, b[j]!.provision]);
  }
  const rest = (list: readonly Worded[], used: ReadonlySet<number>): Provision[] => list.flatMap(({ provision }, index) => (used.has(index) ? [] : [provision]));
  return { pairs, removed: rest(a, usedA), added: rest(b, usedB) };
};

interface Worded {
  readonly provision: Provision;
  readonly words: ReadonlySet<string>;
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);

const limitOf = (limit: Analysis['deadlines'][number]): Limit => ({ key: limitKey(limit), text: limit.text.replace(/\s+/gu, ' ') });

/** A time limit or figure: what it means, and its words. */
interface Limit {
  readonly key: string;
  readonly text: string;
}

/** Figures as written; those inside a time limit are told with it. */
const figuresOf = ({ text, deadlines }: Side): Limit[] => {
  const told = new Set(deadlines.flatMap((limit) => limit.text.match(/\d+/gu) ?? []));
  return (text.match(/\d+(?:[.,]\d+)*/gu) ?? []).filter((figure) => !told.has(figure)).map((figure) => ({ key: figure.replace(/[.,](?=\d{3})/gu, ''), text: figure }));
};

const bags = (kind: 'deadline' | 'figures', old: readonly Limit[], fresh: readonly Limit[]): ReadingChange[] => {
  const [removed, added] = [without(old, fresh), without(fresh, old)];
  return removed.length + added.length === 0 ? [] : [{ kind, removed, added }];
};

const without = (list: readonly Limit[], other: readonly Limit[]): string[] => {
  const left = new Map<string, number>();
  for (const { key } of other) left.set(key, (left.get(key) ?? 0) + 1);
  return list.flatMap(({ key, text }) => {
    const n = left.get(key) ?? 0;
    left.set(key, n - 1);
    return n > 0 ? [] : [text];
  });
};

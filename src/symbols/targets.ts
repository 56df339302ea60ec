/** The labels of a clause tree, to look cited labels up in: the target nearest to the place that cites it. */
import type { Clause } from '../analysis.ts';
import { type PartClass, spellings } from './labels.ts';

/** A part as it is cited, outermost first: chapter "I", article "1.21", then what is cited inside. */
export interface CitedPart {
  readonly part: PartClass;
  readonly label: string;
}

export interface Targets {
  /** Index of the clause that the parts lead to, inside `scope` if that is not -1, seen from clause `from`; -1 when no such label exists; null when it cannot be told. */
  find(parts: readonly CitedPart[], from: number, scope: number): number | null;
  /** Index of the nearest part of this class around a clause ("this Article"), or -1. */
  around(part: PartClass, from: number): number;
}

/** Of many parts with the same label only so many around the citing place are compared. */
const NEAREST = 50;

const near = (list: readonly number[], place: number): readonly number[] => {
  if (list.length <= 2 * NEAREST) return list;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - NEAREST), low + NEAREST);
};

/**
 * Reads the labels of a text once. `partOf` tells the class of a label word, `ordinal` the value of an ordinal or number
 * word. Of several files that are read as one each has labels of its own: "Article 5" means that of the file it stands in.
 */
export const createTargets = (clauses: readonly Clause[], partOf: (word: string) => PartClass | null, ordinal: (word: string) => number | null): Targets => {
  const starts = clauses.flatMap(({ file }, i) => (i === 0 || file !== clauses[i - 1]!.file ? [i] : []));
  const files = starts.map((start, i) => createOwnTargets(clauses.slice(start, starts[i + 1]), partOf, ordinal));
  if (files.length <= 1) return files[0] ?? createOwnTargets([], partOf, ordinal);
  const within = <T extends number | null>(from: number, ask: (targets: Targets, start: number) => T): T | number => {
    const at = starts.findLastIndex((start) => start <= from);
    const found = ask(files[at]!, starts[at]!);
    return found === null || found < 0 ? found : found + starts[at]!;
  };
  return {
    find: (parts, from, scope) => within(from, (targets, start) => targets.find(parts, from - start, scope < 0 ? scope : scope - start)),
    around: (part, from) => within(from, (targets, start) => targets.around(part, from - start)),
  };
};

const createOwnTargets = (clauses: readonly Clause[], partOf: (word: string) => PartClass | null, ordinal: (word: string) => number | null): Targets => {
  const indexOf = new Map(clauses.map((clause, index) => [clause.id, index]));
  const above = clauses.map(({ parent }) => (parent === null ? -1 : (indexOf.get(parent) ?? -1)));
  /** Clauses by class of their label word (none for a bare number or letter) and spelling. */
  const targets = new Map<string, number[]>();
  const inside = new Map<string, number>();
  /** Clauses with labelled parts inside. */
  const divided = new Set<number>();
  const parts = clauses.map((clause, index) => register(clause, index));
  const numbered = parts.includes('article');

  function register(clause: Clause, index: number): PartClass | null {
    if (clause.label === '' || clause.kind === 'contents') return null;
    const { part, keys } = readLabel(clause.label, partOf, ordinal);
    for (const key of keys) {
      const name = `${part ?? ''} ${key}`;
      const known = targets.get(name);
      if (known) known.push(index);
      else targets.set(name, [index]);
      const scope = labelled(above[index]!);
      const place = `${scope} ${key}`;
      divided.add(scope);
      if (!inside.has(place)) inside.set(place, index);
    }
    return part;
  }

  /** The nearest labelled clause at or above one. */
  function labelled(index: number): number {
    let i = index;
    while (i >= 0 && clauses[i]!.label === '') i = above[i]!;
    return i;
  }

  const isInside = (index: number, scope: number): boolean => {
    let i = index;
    while (i >= 0 && i !== scope) i = above[i]!;
    return i === scope;
  };

  const closeness = (index: number, from: number): number => {
    const [a, b] = [clauses[index]!, clauses[from]!];
    let shared = 0;
    while (shared < a.path.length && a.path[shared] === b.path[shared]) shared++;
    return (a.annex === b.annex ? 1000 : 0) + shared * 10 - a.path.length;
  };

  const child = (scope: number, label: string): number => {
    for (const key of spellings(label)) {
      const found = inside.get(`${labelled(scope)} ${key}`);
      if (found !== undefined) return found;
    }
    return -1;
  };

  /** Classes a cited part may have in the tree. In a text with articles a bare number is no article. */
  const classesOf = (part: PartClass, dotted: boolean): string[] => {
    if (part === 'annex' || part === 'chapter') return [part];
    return dotted || !numbered || part === 'inner' ? ['article', ''] : ['article'];
  };

  /** The best target of one part in the whole text, or inside a scope. */
  const lookUp = ({ part, label }: CitedPart, scope: number, from: number): number => {
    const dotted = /[.\-–]/u.test(label);
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const sort of classesOf(part, dotted)) {
      for (const key of spellings(label)) {
        for (const target of near(targets.get(`${sort} ${key}`) ?? [], scope >= 0 ? scope : from)) {
          if (scope >= 0 && (target === scope || !isInside(target, scope))) continue;
          const score = closeness(target, from) + (sort === part ? 500 : 0);
          if (score > most) [best, most] = [target, score];
        }
      }
    }
    if (best >= 0 || !dotted || part === 'annex') return best;
    // "Article 5.2" may be written as "2." below "Article 5"
    const [first, ...rest] = label.split(/[.\-–]/u);
    return rest.reduce((found, next) => (found < 0 ? -1 : child(found, next)), lookUp({ part, label: first! }, scope, from));
  };

  /** "paragraph 3": looked for among the parts around the citing place, from the inside out. */
  const relative = (label: string, from: number): number | null => {
    const scopes = [above[from]!, from];
    for (let i = above[from]!; i >= 0; i = above[i]!) scopes.push(above[i]!);
    for (const scope of scopes) {
      const found = child(scope, label);
      if (found >= 0) return found;
    }
    return spellings(label).some((key) => targets.has(` ${key}`)) ? null : -1;
  };

  return {
    around: (part, from) => {
      let i = from;
      while (i >= 0 && parts[i] !== part) i = above[i]!;
      if (i >= 0 || part !== 'article') return i;
      // a text that calls no part "article" means its outermost numbered clause
      for (let j = from; j >= 0; j = above[j]!) if (clauses[j]!.label !== '' && parts[j] === null) i = j;
      return i;
    },
    find: (cited, from, within) => {
      let scope = within;
      for (const part of cited) {
        const isInner = part.part === 'inner' && !/[.\-–]/u.test(part.label);
        let next: number | null;
        if (scope >= 0 && isInner) {
          next = child(scope, part.label);
          if (next < 0 && (parts[scope] === 'annex' || parts[scope] === 'chapter')) next = lookUp(part, scope, from);
          // a text that numbers nothing inside the part gives no ground to call the reference wrong
          if (next < 0 && !divided.has(labelled(scope))) next = scope;
        } else next = isInner ? relative(part.label, from) : lookUp(part, scope, from);
        if (next === null || next < 0) return next;
        scope = next;
      }
      return scope;
    },
  };
};

/** Class and spellings of a clause's own label: "FIRST SCHEDULE", "Art. 5(2)", "Chapter One", "2.1.10". */
const readLabel = (label: string, partOf: (word: string) => PartClass | null, ordinal: (word: string) => number | null): { part: PartClass | null; keys: string[] } => {
  const words = label.split(/[\s.]+(?=\D)|\s+/u).filter((word) => word !== '');
  const part = words.map((word) => partOf(word)).find((found) => found !== null) ?? null;
  const rest = words.filter((word) => partOf(word) === null);
  const value = rest.map(ordinal).find((found) => found !== null);
  if (value !== undefined && value !== null) return { part, keys: [String(value)] };
  return { part, keys: rest.length === 0 ? [] : spellings(rest.join('')) };
};

/** Clauses of two versions set side by side: by their numbers, their order, their figures and what they are about. */
import type { Said } from './says.ts';

/** One row: a clause and its counterpart, or a clause that stands in one version only. */
export interface Pair {
  readonly a: Said | null;
  readonly b: Said | null;
}

/** How much each sign that two clauses are one counts; a clause left alone costs `gap`. */
const SCORE = { label: 2, otherLabel: -1.5, figures: 2, otherFigures: -0.8, leaves: 1.2, kind: -2, length: -1.2, base: 0.4, gap: -0.5 };
/** Beyond so many cells the versions are cut at the headings that bear one number in both. */
const CELLS = 4_000_000;

/** In reading order; every clause is in exactly one row. */
export const alignVersions = (a: readonly Said[], b: readonly Said[]): Pair[] => {
  if (a.length * b.length > CELLS) {
    const cut = middleHeading(a, b);
    if (cut !== null) return [...alignVersions(a.slice(0, cut.a), b.slice(0, cut.b)), ...alignVersions(a.slice(cut.a), b.slice(cut.b))];
    const shared = Math.min(a.length, b.length);
    return [...a.slice(0, shared).map((each, i) => ({ a: each, b: b[i]! })), ...a.slice(shared).map((each) => ({ a: each, b: null })), ...b.slice(shared).map((each) => ({ a: null, b: each }))];
  }
  const ratio = lengthOf(b) / Math.max(1, lengthOf(a));
  const [rows, columns] = [a.length + 1, b.length + 1];
  const best = new Float32Array(rows * columns);
  const from = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (i === 0 && j === 0) continue;
      const both = i > 0 && j > 0 ? best[(i - 1) * columns + j - 1]! + likeness(a[i - 1]!, b[j - 1]!, ratio) : -Infinity;
      const left = i > 0 ? best[(i - 1) * columns + j]! + SCORE.gap : -Infinity;
      const right = j > 0 ? best[i * columns + j - 1]! + SCORE.gap : -Infinity;
      best[i * columns + j] = Math.max(both, left, right);
      from[i * columns + j] = both >= left && both >= right ? 0 : left >= right ? 1 : 2;
    }
  }
  const pairs: Pair[] = [];
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0; ) {
    const step = from[i * columns + j]!;
    pairs.push({ a: step === 2 ? null : a[i - 1]!, b: step === 1 ? null : b[j - 1]! });
    if (step !== 2) i--;
    if (step !== 1) j--;
  }
  return pairs.toReversed();
};

const likeness = (a: Said, b: Said, ratio: number): number => {
  const heading = (said: Said): boolean => said.clause.kind === 'heading';
  const label = a.label === '' && b.label === '' ? 0 : a.label === b.label ? SCORE.label : SCORE.otherLabel;
  const figures = a.digits.size + b.digits.size === 0 ? 0 : shared(a.digits, b.digits) === 0 ? SCORE.otherFigures : SCORE.figures * shared(a.digits, b.digits);
  const length = SCORE.length * Math.min(1, Math.abs(Math.log((b.text.length + 10) / (a.text.length * ratio + 10))));
  return SCORE.base + label + figures + SCORE.leaves * shared(a.leaves, b.leaves) + length + (heading(a) === heading(b) ? 0 : SCORE.kind);
};

/** Part of all members that both have; 0 when there are none. */
const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  let both = 0;
  for (const each of a) if (b.has(each)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
};

const lengthOf = (clauses: readonly Said[]): number => clauses.reduce((sum, { text }) => sum + text.length, 0);

/** A heading with a number that both versions have once, as near the middle as there is. */
const middleHeading = (a: readonly Said[], b: readonly Said[]): { a: number; b: number } | null => {
  const places = (clauses: readonly Said[]): Map<string, number> => {
    const once = new Map<string, number>();
    clauses.forEach(({ clause, label }, at) => {
      if (clause.kind === 'heading' && label !== '') once.set(label, once.has(label) ? -1 : at);
    });
    return once;
  };
  const inB = places(b);
  const found = [...places(a)].flatMap(([label, at]) => (at > 0 && (inB.get(label) ?? -1) > 0 ? [{ a: at, b: inB.get(label)! }] : []));
  return found.toSorted((x, y) => Math.abs(x.a - a.length / 2) - Math.abs(y.a - a.length / 2))[0] ?? null;
};

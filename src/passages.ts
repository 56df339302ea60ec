/**
 * Which language each clause is in. Agreements carry annexes, quotations and whole versions in another language; every
 * passage is read with the rules of its own. Told by the commonest words of the languages that have rules.
 */
import type { Clause } from './analysis.ts';
import { fold } from './clauses/vocabulary.ts';

/** Commonest words by language, folded. */
export type CommonWords = Readonly<Record<string, readonly string[]>>;

export const commonWordsOf = (languages: Readonly<Record<string, { common: readonly string[] }>>): CommonWords =>
  Object.fromEntries(Object.entries(languages).map(([code, { common }]) => [code, common]));

/** A look into the text: first so many characters every so many, and only if one of them differs all of it. */
const WINDOW = 160;
const STEP = 2000;
const LEAST_WINDOWS = 8;
/** So many common words of another language, and so many times as many as of the main one, show that language. */
const HITS = 4;
const TIMES = 2;
/** A shorter passage is a quotation or a name. */
const LEAST_LETTERS = 200;
/** So much of a clause is enough to tell. */
const CLAUSE = 600;

/** The language of each clause, parallel to `clauses`; null when all of the text is in `main`. */
export const languagesOf = (text: string, clauses: readonly Clause[], main: string, common: CommonWords): string[] | null => {
  const others = Object.keys(common).filter((code) => code !== main);
  const sets = new Map(Object.entries(common).map(([code, words]) => [code, new Set(words)]));
  if (others.length === 0 || !sets.has(main)) return null;
  const foreign = (passage: string): string | null => {
    const words = fold(passage).match(/[\p{L}\p{Nd}]+/gu) ?? [];
    const hits = (code: string): number => words.filter((word) => sets.get(code)!.has(word)).length;
    const best = others.map((code) => ({ code, count: hits(code) })).toSorted((a, b) => b.count - a.count)[0]!;
    return best.count >= HITS && best.count > TIMES * hits(main) ? best.code : null;
  };
  const step = Math.max(WINDOW, Math.min(STEP, Math.floor(text.length / LEAST_WINDOWS)));
  let mixed = false;
  for (let at = 0; at < text.length && !mixed; at += step) mixed = foreign(text.slice(at, at + WINDOW)) !== null;
  if (!mixed) return null;
  const found = clauses.map(({ start, end }) => foreign(text.slice(start, Math.min(end, start + CLAUSE))) ?? (end - start >= WINDOW ? main : null));
  return passages(clauses, spread(clauses, found, main), main);
};

/** A clause too short to tell belongs to what follows when it is a heading, else to what stands before. */
const spread = (clauses: readonly Clause[], found: readonly (string | null)[], main: string): string[] => {
  const codes = [...found];
  for (let i = codes.length - 1; i >= 0; i--) if (codes[i] === null && (clauses[i]!.kind === 'heading' || i === 0)) codes[i] = codes[i + 1] ?? null;
  for (let i = 0; i < codes.length; i++) codes[i] ??= codes[i - 1] ?? main;
  return codes as string[];
};

/** Short passages in another language stay with the text around them. */
const passages = (clauses: readonly Clause[], codes: string[], main: string): string[] | null => {
  let any = false;
  for (let from = 0; from < codes.length; ) {
    let to = from;
    while (to < codes.length && codes[to] === codes[from]) to++;
    if (codes[from] !== main) {
      if (clauses[to - 1]!.end - clauses[from]!.start < LEAST_LETTERS) codes.fill(main, from, to);
      else any = true;
    }
    from = to;
  }
  return any ? codes : null;
};

/** The clause that a person means by "2.4.1", "Article 5 (2)(b)" or "Annex C". */
import type { Clause } from './analysis.ts';

const parts = (label: string): string[] => label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** "Article 5" is often cited as "5" or "Art. 5". */
const withoutForm = (words: readonly string[]): readonly string[] => (words.length > 1 && /^\p{L}{3,}$/u.test(words[0]!) ? words.slice(1) : words);

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, i) => word === b[i]);

/**
 * Clauses with this label, with as many labels above it as the citation gives; text without a label belongs to the
 * nearest label above it. Of several, those that stand highest in the text. Empty when nothing bears the label.
 */
export const findClauses = (clauses: readonly Clause[], citation: string): Clause[] => {
  const wanted = parts(citation);
  const labelled = clauses.filter(({ kind, path }) => kind !== 'contents' && path.length > 0);
  const bearing = (equal: (tail: readonly string[]) => boolean): Clause[] =>
    labelled.filter(({ path }) => path.some((_, from) => equal(path.slice(from).flatMap(parts))));
  const exact = bearing((tail) => same(tail, wanted));
  const found = exact.length > 0 ? exact : bearing((tail) => same(withoutForm(tail), withoutForm(wanted)));
  const depth = Math.min(...found.map(({ path }) => path.length));
  return found.filter(({ path }) => path.length === depth);
};

/** The same in several files read as one: a label means that of the main text, unless the name of a file stands before it or only another file has it. */
export const findInFiles = (clauses: readonly Clause[], citation: string): Clause[] => {
  const files = [...new Set(clauses.map(({ file }) => file))];
  const named = files.find((file) => file !== undefined && citation.startsWith(`${file} `));
  const inFile = (file: string | undefined): Clause[] => clauses.filter((clause) => clause.file === file);
  if (named !== undefined) return findClauses(inFile(named), citation.slice(named.length));
  return files.map((file) => findClauses(inFile(file), citation)).find((found) => found.length > 0) ?? [];
};

/** Labels that begin like the one asked for, for a hint. */
export const similarLabels = (clauses: readonly Clause[], citation: string, limit: number): string[] => {
  const wanted = parts(citation);
  const labels = [...new Set(clauses.filter(({ kind, label }) => kind !== 'contents' && label !== '').map(({ label }) => label))];
  for (let kept = wanted.length - 1; kept > 0; kept--) {
    const near = labels.filter((label) => same(parts(label).slice(0, kept), wanted.slice(0, kept)));
    if (near.length > 0) return near.slice(0, limit);
  }
  return labels.slice(0, limit);
};

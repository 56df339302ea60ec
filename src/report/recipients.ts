/** To whom a body reports: the bodies that the text names behind its words on reporting. */
import type { Analysis, Body } from '../analysis.ts';

/** A sentence names those who receive a report early. */
const REACH = 200;

/** Ids of other bodies named from the words on reporting to the end of their sentence, in the order of the table of bodies. */
export const recipientsOf = (body: Body, { bodies, clauses }: Pick<Analysis, 'bodies' | 'clauses'>, text: string): string[] => {
  const ends = new Map(clauses.map(({ id, end }) => [id, end]));
  const stretches = body.reports.map(({ clause, start, end }) => {
    const rest = text.slice(end, Math.min(end + REACH, ends.get(clause) ?? end));
    const stop = rest.search(/[.;](?:\s|$)/u);
    return text.slice(start, end) + (stop < 0 ? rest : rest.slice(0, stop));
  });
  const found = bodies.filter(({ id }) => id !== body.id).flatMap(({ id, name, acronyms }) => [name, ...acronyms].filter((told) => stretches.some((stretch) => hasWord(stretch, told))).map((told) => ({ id, told })));
  // "Joint Commission" is no recipient of its own where the text says "Revitalised Joint Commission"
  return [...new Set(found.filter(({ id, told }) => !found.some((other) => other.id !== id && hasWord(other.told, told))).map(({ id }) => id))];
};

/** The words stand there by themselves, not inside a longer word. */
const hasWord = (stretch: string, words: string): boolean => {
  for (let at = stretch.indexOf(words); at >= 0; at = stretch.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(stretch.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(stretch.slice(at + words.length))) return true;
  }
  return false;
};

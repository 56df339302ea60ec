/**
 * Words of the field that a slip of one letter must not hide: text layers drop, double, swap and misread letters. Only
 * long words that have no neighbour of their own are listed (`rare` in forms.yml), so that no other word is taken for one.
 */

/** A word with each of its letters left out in turn. */
const shortened = (word: string): string[] => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** The listed word that is one slip away from a word (one letter more, less, other, or two swapped), else the word itself. */
export const createMender = (rare: readonly string[]): ((word: string) => string) => {
  const known = new Set(rare);
  const least = Math.min(...rare.map(({ length }) => length)) - 1;
  const most = Math.max(...rare.map(({ length }) => length)) + 1;
  const byPart = new Map<string, string[]>();
  for (const word of known) for (const part of new Set([word, ...shortened(word)])) byPart.set(part, [...(byPart.get(part) ?? []), word]);
  return (word) => {
    if (word.length < least || word.length > most || known.has(word)) return word;
    const near = new Set([word, ...shortened(word)].flatMap((part) => byPart.get(part) ?? []).filter((each) => isSlip(word, each)));
    return near.size === 1 ? [...near][0]! : word;
  };
};

/** Whether one letter more, less, other, or two neighbours swapped make one word of the other. Ends meet but for what differs. */
const isSlip = (a: string, b: string): boolean => {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [inA, inB] = [a.slice(start, endA), b.slice(start, endB)];
  return (inA.length <= 1 && inB.length <= 1) || (inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]);
};

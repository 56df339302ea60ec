/** A text reduced to its lower-case letters and digits: quotes, dashes, bullets and breaks differ between copies, these do not. */
export interface Letters {
  text: string;
  /** Index in `text` of the first letter at or after an offset of the original. */
  indexOf: (offset: number) => number;
  /** Indexes at which `part`, reduced likewise, begins at the beginning of a word; unless `open`, it must end with a word too. */
  find: (part: string, open: boolean) => number[];
}

export const lettersOf = (original: string): Letters => {
  const offsets: number[] = [];
  const wordStarts = new Set<number>();
  const words: string[] = [];
  for (const { 0: word, index } of original.matchAll(WORD)) {
    wordStarts.add(offsets.length);
    const lower = word.toLowerCase();
    // A few capitals become two letters; the second one belongs to the same place.
    for (let i = 0; i < lower.length; i++) offsets.push(index + Math.min(i, word.length - 1));
    words.push(lower);
  }
  wordStarts.add(offsets.length);
  const text = words.join('');
  return {
    text,
    indexOf: (offset) => countUpTo(offsets, offset - 1),
    find: (part, open) => {
      const wanted = reduce(part);
      const found: number[] = [];
      if (wanted === '') return found;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        if (wordStarts.has(at) && (open || wordStarts.has(at + wanted.length))) found.push(at);
      }
      return found;
    },
  };
};

/** Only the lower-case letters and digits of a text. */
export const reduce = (text: string): string => (text.match(WORD) ?? []).join('').toLowerCase();

/** How many of the numbers, sorted upwards, are at most `limit`. */
export const countUpTo = (sorted: readonly number[], limit: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

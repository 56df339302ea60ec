/** The longest run of pairs that keep their order: what is not in it has moved. */

/** Positions in `values` of one longest rising subsequence, in rising order. O(n log n). */
export const longestRise = (values: readonly number[]): number[] => {
  const tails: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  values.forEach((value, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = tails[low - 1]!;
    tails[low] = at;
  });
  const rise: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) rise.push(at);
  return rise.toReversed();
};

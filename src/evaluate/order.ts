/** One place for each of several things that stand in a known order, when each may be found in several places. */

export interface Place {
  position: number;
  /** Preference, 0 to 1; it never costs a place to another. */
  bonus: number;
}

interface Link {
  item: number;
  position: number;
  value: number;
  before: Link | null;
}

/**
 * Position for each item, strictly rising, null for an item left out. As many items as possible get a place; among such
 * choices the sum of bonuses is largest; then places close together win. Time n log n in the number of places.
 */
export const longestInOrder = (places: readonly (readonly Place[])[]): (number | null)[] => {
  const positions = [...new Set(places.flat().map(({ position }) => position))].toSorted((a, b) => a - b);
  const rank = new Map(positions.map((position, i) => [position, i + 1]));
  // Fenwick tree: the best chain that ends before a rank.
  const tree = Array.from<Link | null>({ length: positions.length + 1 }).fill(null);
  let best: Link | null = null;
  places.forEach((choices, item) => {
    const links = choices.map(({ position, bonus }) => {
      let before: Link | null = null;
      for (let r = rank.get(position)! - 1; r > 0; r -= r & -r) before = better(before, tree[r]!);
      return { item, position, before, value: (before?.value ?? 0) + 1 + bonus / (places.length + 1) };
    });
    for (const link of links) {
      for (let r = rank.get(link.position)!; r < tree.length; r += r & -r) tree[r] = better(tree[r]!, link);
      if (!best || link.value > best.value + EQUAL) best = link;
    }
  });
  const found = places.map((): number | null => null);
  for (let link = best as Link | null; link; link = link.before) found[link.item] = link.position;
  return found;
};

/** Sums of fractions in another order may differ in the last bits. */
const EQUAL = 1e-9;

const better = (a: Link | null, b: Link | null): Link | null => {
  if (!a || !b) return a ?? b;
  if (Math.abs(a.value - b.value) > EQUAL) return a.value > b.value ? a : b;
  return a.position >= b.position ? a : b;
};

/**
 * The open branch of the clause tree. A label finds its place by three facts: does it carry on the count of an
 * open list, what do its numbers share with the open ones, and what rank has the word in it.
 */
import type { Part } from '../rules/numbering.ts';
import type { Label, Reading } from './labels.ts';

/** A run of list members under one parent, and the clause whose sentence they complete. */
export interface List {
  chapeau: number;
  /** A member ended with a semicolon: the next full stop is the end of the list. */
  running: boolean;
  closed: boolean;
  /** The first member starts with a small letter. */
  small: boolean;
}

/** An open node. `clause` is its index in the clause list, -1 for the root. */
export interface Node {
  readonly clause: number;
  readonly style: string;
  readonly trail: readonly string[];
  readonly value: number;
  readonly heading: boolean;
  /** Index of the clause that this list member completes; -1 when it is none. */
  readonly chapeau: number;
  /** A list member that is no sentence of its own. */
  readonly fragment: boolean;
  readonly title: string;
  readonly path: readonly string[];
  readonly annex: string | null;
  readonly level: number | null;
  readonly definitions: boolean;
  /** Lists among its children, by style; made when the first is needed. */
  lists: Map<string, List> | null;
}

/** Words in order of reach; divisions of one rank are ordered by the text itself. */
const RANK: Readonly<Record<Part, number>> = {
  annex: 0, appendix: 0, schedule: 0, book: 1, title: 1, part: 1, chapter: 1, section: 2, article: 3, item: 4,
};
const LIST_RANK = 4;
const DEEPEST = 16;

const rankOf = (style: string): number => (RANK as Readonly<Record<string, number>>)[style] ?? LIST_RANK;

const shares = (prefix: readonly string[], trail: readonly string[]): boolean =>
  prefix.length < trail.length && prefix.every((component, i) => component === trail[i]);

/** True when the reading is the next of its list after the node. */
export const follows = (node: Pick<Node, 'style' | 'trail' | 'value'>, reading: Reading): boolean =>
  node.style === reading.style && node.trail.length === reading.trail.length && reading.value === node.value + 1 &&
  node.trail.every((component, i) => i === node.trail.length - 1 || component === reading.trail[i]);

/** True when the reading is the first child of the dotted node: 2.1 and 2.1.1. */
export const isFirstChild = (node: Pick<Node, 'style' | 'trail'>, reading: Reading): boolean =>
  reading.style === 'decimal' && reading.value === 1 && (node.style === 'decimal' || node.style === 'article') &&
  shares(node.trail, reading.trail) && reading.trail.length === node.trail.length + 1;

const root = (): Node => ({
  clause: -1, style: '', trail: [], value: 0, heading: true, chapeau: -1, fragment: false, title: '', path: [], annex: null, level: null,
  definitions: false, lists: null,
});

export const createOutline = () => {
  let nodes: Node[] = [root()];
  /** Numbered headings that hold sections or articles, as the text itself has shown: "heading:decimal>article". */
  const holds = new Set<string>();
  /** The last count of each style, open or closed: numbers may run on under a new heading. */
  const counted = new Map<string, number>();
  /** Where list members start anew after an unnumbered paragraph. */
  let breakAt: number | null = null;

  const top = (): Node => nodes.at(-1)!;
  const cut = (length: number): void => {
    nodes.length = Math.max(1, Math.min(nodes.length, length));
  };
  const lastIndex = (test: (node: Node) => boolean): number => nodes.findLastIndex((node, i) => i > 0 && test(node));

  const placePart = (reading: Reading, previous: number): void => {
    const rank = rankOf(reading.style);
    if (rank === 0) return cut(1);
    const prefix = lastIndex((n) => n.style === reading.style && shares(n.trail, reading.trail));
    const same = lastIndex((n) => n.style === reading.style);
    if (prefix > 0) return cut(prefix + 1);
    if (same > 0) return cut(same);
    while (nodes.length > 1) {
      const node = top();
      const holder = `${node.style}>${reading.style}`;
      const direct = node.heading && node.clause === previous && rank > 1;
      if (rankOf(node.style) === LIST_RANK ? direct || holds.has(holder) : rankOf(node.style) <= rank) {
        if (rankOf(node.style) === LIST_RANK && node.style !== 'heading') holds.add(holder);
        break;
      }
      nodes.pop();
    }
  };

  const placeDotted = (reading: Reading): void => {
    const holder = (n: Node): boolean => (n.style === 'decimal' || n.style === 'article') && shares(n.trail, reading.trail);
    const heading = lastIndex((n) => n.heading && holder(n));
    const stranger = nodes.findIndex((n, i) => i > heading && n.style === 'decimal' && !shares(n.trail, reading.trail));
    if (stranger > 0) cut(stranger);
    const prefix = lastIndex(holder);
    if (prefix > 0 && nodes.slice(prefix + 1).some((n) => n.style !== 'heading')) cut(prefix + 1);
    // no list of letters holds 5.1.3
    if (prefix <= 0 && reading.value > 1) cut(nodes.findLastIndex((n) => n.heading) + 1);
  };

  const placeListed = (reading: Reading, heading: boolean, open: boolean): void => {
    const twin = (n: Node): boolean => n.style === reading.style && n.trail.length === 1 && n.heading === heading;
    const next = lastIndex((n) => twin(n) && follows(n, reading));
    if (next > 0) return cut(next);
    const same = lastIndex(twin);
    if (reading.value === 1) {
      const held = heading ? nodes.findIndex((n) => holds.has(`${reading.style}>${n.style}`)) : -1;
      if (held > 0) return cut(held);
      if (breakAt !== null && breakAt < nodes.length) return cut(breakAt);
      // under a heading a count may begin anew; elsewhere a second "1." replaces the list
      const under = nodes.findLastIndex((n) => n.heading) > same;
      if (same > 0 && !open && !under) return cut(same);
      return;
    }
    if (counted.get(reading.style) === reading.value - 1 && top().heading && nodes.length > 1) return;
    const before = lastIndex((n) => twin(n) && n.value <= reading.value);
    const unlike = lastIndex((n) => follows(n, reading));
    if (before > 0 || same > 0) cut(before > 0 ? before : same);
    else if (unlike > 0) cut(unlike);
    else if (breakAt !== null) cut(breakAt);
  };

  return {
    top,
    /** Some open node that the reading carries on, or null. */
    carriesOn: (label: Label): Reading | null => {
      for (let i = nodes.length - 1; i > 0; i--) {
        const found = label.readings.find((r) => follows(nodes[i]!, r) || (i === nodes.length - 1 && isFirstChild(nodes[i]!, r)));
        if (found) return found;
      }
      return null;
    },
    /** True when a list of this style is open. */
    isOpen: (style: string): boolean => nodes.some((n) => n.style === style),
    /** The innermost heading, or plain clause, that this reading comes next after. */
    awaiting: (reading: Reading, heading: boolean): Node | undefined => nodes.findLast((n) => n.heading === heading && follows(n, reading)),
    /** The annex that is open, or the root. */
    base: (): Node => nodes.find((n) => rankOf(n.style) === 0) ?? nodes[0]!,
    /** Closes what the label closes; its parent is then `top()`. `open`: the text before it waits for a list. */
    place: (label: Label, reading: Reading, heading: boolean, open: boolean, previous: number): void => {
      if (label.form === 'part') placePart(reading, previous);
      else if (label.form === 'bullet') {
        const same = lastIndex((n) => n.style === reading.style);
        if (same > 0) cut(same);
        else if (breakAt !== null) cut(breakAt);
      } else if (reading.style === 'decimal' && reading.trail.length > 1) placeDotted(reading);
      else placeListed(reading, heading, open);
      if (nodes.length >= DEEPEST) nodes.pop();
      breakAt = null;
    },
    /** Makes place for a heading without label: below headings of a higher level, or below the nearest numbered one. */
    placeHeading: (level: number | null, previous: number): void => {
      while (nodes.length > 1) {
        const node = top();
        if (node.clause === previous && node.heading && node.style !== 'heading') break;
        if (level === null ? node.heading && node.style !== 'heading' && node.style !== 'article' : (node.level === null ? rankOf(node.style) <= 1 && level > 1 : node.level < level)) break;
        nodes.pop();
      }
      breakAt = null;
    },
    /** True when the reading opens an annex, an appendix or a schedule. */
    isAnnex: (reading: Reading): boolean => rankOf(reading.style) === 0,
    push: (node: Node): void => {
      nodes.push(node);
      if (node.trail.length === 1) counted.set(node.style, node.value);
    },
    /** Where an unnumbered paragraph belongs: past the open list members that are fragments, not past their chapeau. */
    paragraphParent: (): Node => {
      let at = nodes.length - 1;
      while (at > 0 && nodes[at]!.fragment) if (nodes[at]!.chapeau === nodes[--at]!.clause) break;
      breakAt = at + 1;
      return nodes[at]!;
    },
    reset: (): void => {
      nodes = [root()];
      breakAt = null;
    },
  };
};

export type Outline = ReturnType<typeof createOutline>;

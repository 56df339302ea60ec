/**
 * List members and their chapeau. A chapeau is the clause that a list completes: it ends with a colon or breaks off.
 * Numbering does not always show it: a member may itself open the next list ("... are:", followed by its siblings).
 */
import { type Draft, draftEnding, isRunning } from './draft.ts';
import { endingOf, startsSmall } from './lines.ts';
import type { Node } from './outline.ts';

/** Index of the chapeau of a new clause under `parent`, or -1. Keeps the list of this style in `parent.lists` up to date. */
export const chapeauFor = (text: string, drafts: readonly Draft[], parent: Node, style: string, own: { from: number; end: number }): number => {
  const previous = drafts.length - 1;
  const before = drafts[previous];
  const small = startsSmall(text.slice(own.from, own.from + 12));
  const ending = endingOf(text, own.from, own.end);
  const near = before && isRunning(before) && (previous === parent.clause || before.parent === parent.clause || before.kind === 'preamble');
  const opening = near ? draftEnding(text, before) : 'stop';
  let list = parent.lists?.get(style);
  if (near && (opening === 'colon' || (!list && before.label === '' && before.chapeau < 0 && opening === 'list' && style !== ''))) {
    list = { chapeau: previous, running: false, closed: false, small };
  } else if (!list && style !== '' && !parent.heading && parent.clause >= 0 && parent.clause === previous && draftEnding(text, drafts[parent.clause]!) !== 'stop') {
    list = { chapeau: parent.clause, running: false, closed: false, small };
  } else if (list?.closed) {
    // after the full stop that ended the list, a sibling chapeau lets go; one above keeps members of the same make
    const above = list.chapeau === parent.clause || drafts[list.chapeau]?.label === '';
    if (!above || list.small !== small || style === '') return -1;
  } else if (list && style === '' && before && before.chapeau !== list.chapeau) return -1;
  list ??= { chapeau: -1, running: false, closed: false, small };
  (parent.lists ??= new Map()).set(style, list);
  if (ending === 'list') list.running = true;
  else if (ending === 'stop' && (list.running || style === '')) list.closed = true;
  return list.chapeau;
};

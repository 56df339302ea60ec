/** What changed between two wordings, word by word. Pure. */
import { diffWordsWithSpace } from 'diff';

export interface Piece {
  text: string;
  change: 'same' | 'removed' | 'added';
}

/** Edits beyond this are another text: then all of the old words are shown as gone and all of the new as added. */
const MOST_EDITS = 400;

export const difference = (old: string, fresh: string): Piece[] => {
  const found = diffWordsWithSpace(old, fresh, { maxEditLength: MOST_EDITS });
  if (found === undefined) return [{ text: old, change: 'removed' }, { text: fresh, change: 'added' }];
  return found.map(({ value, added, removed }) => ({ text: value, change: added ? 'added' : removed ? 'removed' : 'same' }));
};

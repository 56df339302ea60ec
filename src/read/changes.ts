/** Words that a source marks as struck or inserted, and what becomes of them. */
import type { Source } from '../document.ts';
import { INSERTED, STRUCK } from '../drafts/marks.ts';
import type { Tracked } from './index.ts';

export type Change = 'struck' | 'inserted';

/** What stands around changed words: null where they are left out, empty where they are plain text. */
export const signsFor = (change: Change, tracked: Tracked): readonly [string, string] | null => {
  if (tracked === 'marked') return change === 'struck' ? STRUCK : INSERTED;
  return (change === 'inserted') === (tracked === 'accepted') ? ['', ''] : null;
};

const TOLD: Readonly<Record<Tracked, string>> = {
  accepted: 'tracked changes: insertions are read as text, deletions are left out',
  rejected: 'tracked changes: deletions are read as text, insertions are left out',
  marked: 'tracked changes: both wordings are kept, and counted as contested',
};

/** What a reader says of changes that it met. */
export const toldChanges = (met: boolean, tracked: Tracked): Source['limits'] => (met ? [{ what: TOLD[tracked], where: null }] : []);

/** The signature block: where it begins, what ends it, and blocks that nothing announces. */
import type { Draft } from './draft.ts';
import { draftEnding } from './draft.ts';
import { endingOf, type Line, startsSmall } from './lines.ts';
import { foldedWords, standsAt, type Vocabulary } from './vocabulary.ts';

const LONGEST_NAME = 140;

/** True when the line opens the signature block. */
export const opensSignatures = (text: string, line: Line, words: Vocabulary): boolean => {
  const own = text.slice(line.at, Math.min(line.end, line.at + 120));
  return !line.label && !startsSmall(own) && standsAt(words.closings, foldedWords(own));
};

/** True when the line cannot belong to a signature block: an annex, a chapter, an article, or a clause in full. */
export const endsSignatures = (text: string, line: Line): boolean => {
  const { label } = line;
  if (!label || label.form === 'bullet') return false;
  if (label.part) return label.tie !== 'weak';
  return line.end - line.at > 100 && endingOf(text, line.at, line.end) !== 'none';
};

const hasMark = (own: string, words: Vocabulary): boolean => {
  const found = foldedWords(own);
  return found.some((_, i) => standsAt(words.marks, found, i));
};

/** Turns a run of short lines with a signature mark at the end of the text, or before an annex, into signatures. */
export const markSignatures = (text: string, drafts: readonly Draft[], words: Vocabulary): void => {
  const short = (draft: Draft): boolean =>
    draft.end - draft.start <= LONGEST_NAME && draft.label === '' && draft.kind !== 'title' && draft.kind !== 'contents' && draft.kind !== 'table' &&
    !['stop', 'list'].includes(draftEnding(text, draft));
  const marked = (draft: Draft): boolean => hasMark(text.slice(draft.start, draft.end), words);
  for (let end = drafts.length; end > 0; ) {
    let start = end;
    let first = end;
    while (start > 0 && short(drafts[start - 1]!)) {
      start--;
      if (marked(drafts[start]!)) first = start;
    }
    if (first > start && first < end && draftEnding(text, drafts[first - 1]!) === 'colon') first--;
    for (const draft of drafts.slice(first, end)) {
      let parent = draft.parent;
      while (parent >= 0 && drafts[parent]!.label !== draft.annex) parent = drafts[parent]!.parent;
      Object.assign(draft, { kind: 'signature', chapeau: -1, parent, path: parent < 0 ? [] : drafts[parent]!.path, heading: '' });
    }
    // the next block, if any, stands before an annex
    end = start - 1;
    while (end > 0 && !(drafts[end]!.annex !== null && drafts[end - 1]!.annex === null)) end--;
  }
};

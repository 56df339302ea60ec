/** Puts pieces of text into the tree one after another and says of what kind each is. */
import type { Clause } from '../analysis.ts';
import type { Contents } from './contents.ts';
import { breaksOff, type Draft, draftEnding, isRunning } from './draft.ts';
import { isHeading, looksLikeHeading, titleLike } from './headings.ts';
import type { Label, Reading } from './labels.ts';
import { endingOf, type Piece, startsSmall } from './lines.ts';
import { chapeauFor } from './lists.ts';
import { createOutline, type Node } from './outline.ts';
import { foldedWords, isHeadingWord, standsAt, type Vocabulary } from './vocabulary.ts';

/** How much of a text is read to judge it; lines can be megabytes long. */
const HEAD = 320;
const LONGEST_TITLE_LINE = 250;
const MOST_TITLE_LINES = 15;
/** A connecting word that stands on a line of its own between two list members. */
const LONGEST_CONNECTIVE = 5;
const SHORT_SENTENCE = 60;

export const createBuilder = (text: string, words: Vocabulary, contents: Contents) => {
  const outline = createOutline();
  const drafts: Draft[] = [];
  /** Title lines, then what stands before the first recital, recitals, and the rest. */
  let phase: 'title' | 'opening' | 'preamble' | 'body' = 'title';

  const head = (from: number, end: number): string => text.slice(from, Math.min(end, from + HEAD)).trimEnd();
  const isRecital = (own: string): boolean => phase !== 'body' && standsAt(words.recitals, foldedWords(own.slice(0, 120)));
  const recitalAfter = ({ next }: Piece): boolean => next !== undefined && isRecital(head(next.at, next.end));
  const isDefinitions = (own: string): boolean => isHeadingWord(words.definitions, own);

  const add = (piece: Piece, kind: Clause['kind'], parent: Node, more: Partial<Draft> = {}): number =>
    drafts.push({
      start: piece.start, end: piece.end, from: piece.start, label: '', path: [...parent.path], kind, heading: parent.title,
      annex: parent.annex, parent: parent.clause, chapeau: -1, page: piece.line.page, ...more,
    }) - 1;

  const push = (parent: Node, clause: number, own: Partial<Node>): void =>
    outline.push({ ...parent, clause, style: '', trail: [], value: 0, heading: false, chapeau: -1, fragment: false, level: null, lists: null, ...own });

  const enterPreamble = (): void => {
    if (phase === 'opening') for (const draft of drafts) if (draft.kind === 'paragraph') draft.kind = 'preamble';
    phase = 'preamble';
  };

  const leavePreamble = (): void => {
    if (phase === 'preamble') outline.reset();
    phase = 'body';
  };

  const addHeading = (piece: Piece, own: string): void => {
    outline.placeHeading(piece.line.level, drafts.length - 1);
    const parent = outline.top();
    const clause = add(piece, 'heading', parent, { heading: own });
    push(parent, clause, { style: 'heading', heading: true, title: own, level: piece.line.level, definitions: isDefinitions(own) });
  };

  const addLabelled = (piece: Piece, label: Label, reading: Reading): void => {
    const from = Math.min(label.end, piece.end);
    const own = head(from, piece.end);
    const recital = label.form !== 'part' && isRecital(own);
    if (recital) enterPreamble();
    else if (phase !== 'preamble' || label.form !== 'bullet') leavePreamble();
    const heading = !recital && isHeading({ label, reading, own, piece, text, contents, outline });
    const before = drafts.at(-1);
    const waits = before !== undefined && isRunning(before) && draftEnding(text, before) === 'colon';
    outline.place(label, reading, heading, waits, drafts.length - 1);
    const parent = outline.top();
    const chapeau = heading || label.form === 'part' ? -1 : chapeauFor(text, drafts, parent, reading.style, { from, end: piece.end });
    const item = chapeau >= 0 || label.form === 'bullet';
    const fragment = item && (startsSmall(own) || piece.end - from < SHORT_SENTENCE || endingOf(text, from, piece.end) !== 'stop');
    const definitions = parent.definitions || (heading && isDefinitions(own));
    const path = label.text === '' ? parent.path : [...parent.path, label.text];
    const annex = outline.isAnnex(reading) ? label.text : parent.annex;
    const title = heading && own !== '' ? own : parent.title;
    const kind = heading ? 'heading' : phase === 'preamble' ? 'preamble' : definitions ? 'definition' : item ? 'item' : 'clause';
    const clause = add(piece, kind, parent, { from, label: label.text, path: [...path], heading: heading && own === '' ? label.text : title, annex, chapeau });
    push(parent, clause, { style: reading.style, trail: reading.trail, value: reading.value, heading, chapeau, fragment, title, path, annex, definitions, level: heading ? piece.line.level : null });
  };

  /** True when the line goes on with the sentence of the clause before it. */
  const carriesOn = (piece: Piece, own: string): boolean => {
    const before = drafts.at(-1);
    if (!before || piece.line.afterNote || !isRunning(before)) return false;
    if (piece.end - piece.start <= LONGEST_CONNECTIVE && startsSmall(own)) return true;
    if (before.label !== '' && before.from >= before.end) return true;
    if (!breaksOff(text, before)) return false;
    // a numbered clause that ends on a small letter after a long line was cut in mid-sentence, unless a title follows
    if (before.label !== '' && before.end - before.from > SHORT_SENTENCE && /\p{Ll}/u.test(text[before.end - 1]!) && !titleLike(own) && !isRecital(own)) return true;
    return (startsSmall(own) || /^[\p{P}\p{Nd}]/u.test(own) || words.parts.has(foldedWords(own.slice(0, 40))[0] ?? ''));
  };

  const addUnlabelled = (piece: Piece): void => {
    const { line } = piece;
    const own = head(Math.max(piece.start, line.at), piece.end);
    const ending = endingOf(text, piece.start, piece.end);
    const isPreamble = isHeadingWord(words.preamble, own);
    if (isPreamble || isDefinitions(own)) {
      if (phase === 'preamble') leavePreamble();
      addHeading(piece, own);
      phase = isPreamble && phase !== 'body' ? 'preamble' : phase === 'title' ? 'opening' : phase;
      return;
    }
    const recital = isRecital(own);
    // a format may set whole sentences in the dress of headings
    const headed = line.hint === 'heading' && !startsSmall(own) && piece.end - piece.start <= LONGEST_TITLE_LINE && (ending === 'none' || titleLike(own));
    const titled = headed && drafts.some((d) => d.kind !== 'title');
    if (phase === 'title' && !recital && !titled && drafts.length < MOST_TITLE_LINES && piece.end - piece.start <= LONGEST_TITLE_LINE && ending === 'none') {
      add(piece, 'title', outline.top());
      return;
    }
    if (phase === 'title') phase = 'opening';
    const before = drafts.at(-1);
    if (!headed && before && carriesOn(piece, own)) {
      before.end = piece.end;
      return;
    }
    if (recital) enterPreamble();
    else if (headed || (!outline.top().definitions && !recitalAfter(piece) && titleLike(own) && looksLikeHeading(own, ending, piece, before, text))) {
      if (phase === 'preamble') leavePreamble();
      return addHeading(piece, own);
    }
    const parent = outline.paragraphParent();
    const chapeau = chapeauFor(text, drafts, parent, '', { from: piece.start, end: piece.end });
    const kind = phase === 'preamble' ? 'preamble' : parent.definitions ? 'definition' : chapeau >= 0 ? 'item' : 'paragraph';
    add(piece, kind, parent, { chapeau });
  };

  return {
    drafts, outline, addLabelled, addUnlabelled,
    /** A line outside the tree: contents, a table row, a signature. */
    addFlat: (piece: Piece, kind: 'contents' | 'table' | 'signature'): void => {
      if (kind === 'contents') drafts.push({ start: piece.start, end: piece.end, from: piece.start, label: '', path: [], kind, heading: '', annex: null, parent: -1, chapeau: -1, page: piece.line.page });
      else add(piece, kind, kind === 'signature' ? outline.base() : outline.paragraphParent(), kind === 'signature' ? { heading: '' } : {});
    },
    ended: (): boolean => !breaksOff(text, drafts.at(-1)),
  };
};

export type Builder = ReturnType<typeof createBuilder>;

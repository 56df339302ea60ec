/**
 * Document -> clause tree, as a flat list in reading order. A clause is its own text with its label, without its
 * descendants; together the clauses cover every line but margin notes, and none overlap.
 *
 * Unnumbered text has an empty label; the last label of its `path` is the nearest one above, so that it can be cited.
 * Lines of a table of contents carry neither label nor path: nothing may refer to them.
 */
import type { Clause } from './analysis.ts';
import { acceptLabel, findInside } from './clauses/accept.ts';
import { type Builder, createBuilder } from './clauses/builder.ts';
import { findContents } from './clauses/contents.ts';
import { withIds } from './clauses/draft.ts';
import { type Label, readLabel, type Reading } from './clauses/labels.ts';
import { type Line, readLines } from './clauses/lines.ts';
import { follows, isFirstChild } from './clauses/outline.ts';
import { endsSignatures, markSignatures, opensSignatures } from './clauses/signatures.ts';
import { type Vocabulary, vocabularyOf } from './clauses/vocabulary.ts';
import type { Document } from './document.ts';
import type { Numbering } from './rules/numbering.ts';
import { trim } from './span.ts';

/** The label a reader would cite: the clause's own or the nearest above; empty before the first label. */
export const citation = (clause: Pick<Clause, 'path'>): string => clause.path.at(-1) ?? '';

/** A label with the reading in which it counts where it stands. */
interface Found {
  readonly label: Label;
  readonly reading: Reading;
}

/** The label at the start of a line with the reading in which it counts here; null for running text. */
const labelOf = (text: string, line: Line, { outline, ended }: Builder): Found | null => {
  const spaced = line.spaced && outline.carriesOn(line.spaced);
  if (line.spaced && spaced) return { label: line.spaced, reading: spaced };
  if (!line.label) return null;
  const rest = text.slice(line.label.end, Math.min(line.end, line.label.end + 160)).trimEnd();
  const reading = acceptLabel(line.label, rest, Math.max(0, line.end - line.label.end), line.hint === 'heading' || ended(), outline);
  return reading && { label: line.label, reading };
};

/** A label right behind another one: "1. (a)". It must open a list of its own. */
const chained = (text: string, label: Label, end: number, words: Vocabulary): Found | null => {
  if (label.form === 'bullet' || label.end >= end) return null;
  const inner = readLabel(text, label.end, words);
  if (!inner || inner.end >= end || inner.form === 'part' || inner.form === 'bullet') return null;
  if (!inner.bracketed && (label.form !== 'part' || inner.form === 'letter')) return null;
  const reading = inner.readings.find((r) => r.value === 1 && r.trail.length === 1 && r.style !== label.readings[0]!.style);
  return reading ? { label: inner, reading } : null;
};

/** Splits one line at every label inside it that carries on an open count, and adds the pieces. */
const addLine = (text: string, line: Line, next: Line | undefined, words: Vocabulary, builder: Builder): void => {
  const { outline } = builder;
  const body = text.slice(line.start, line.end);
  let start = line.start;
  let found = labelOf(text, line, builder);
  while (start < line.end) {
    const inner: Found | null = found && chained(text, found.label, line.end, words);
    const counts = (label: Label): Reading | null => {
      const own = found?.reading;
      return label.readings.find((r) => own && (follows(own, r) || isFirstChild(own, r))) ?? outline.carriesOn(label);
    };
    const skip = (found ? Math.max(found.label.end, start) : start) - line.start;
    const end: number = inner && found ? found.label.end : line.start + findInside(body, skip, words, (label) => counts(label) !== null);
    let following: Found | null = inner;
    if (!inner && end < line.end) {
      const label = readLabel(text, end, words);
      const reading = label && counts(label);
      following = label && reading ? { label, reading } : null;
    }
    const piece = { line, next, inner: following?.label ?? null, start, end: trim(text, { start, end }).end };
    if (found) builder.addLabelled(piece, found.label, found.reading);
    else builder.addUnlabelled(piece);
    start = end;
    found = following;
  }
};

/** Splits a document into clauses. `numbering`: the numbering words of all languages. Pure; linear in the text. */
export const splitClauses = (document: Document, numbering: readonly Numbering[]): Clause[] => {
  const { text } = document;
  const words = vocabularyOf(numbering);
  const lines = readLines(document, words);
  const contents = findContents(text, lines, words);
  const builder = createBuilder(text, words, contents);
  let signing = false;
  lines.forEach((line, i) => {
    const piece = { line, next: lines[i + 1], inner: null, start: line.start, end: line.end };
    if (contents.lines[i]) return builder.addFlat(piece, 'contents');
    if (line.hint === 'table') return builder.addFlat(piece, 'table');
    signing = signing ? !endsSignatures(text, line) : i > 2 && opensSignatures(text, line, words);
    if (signing) return builder.addFlat(piece, 'signature');
    addLine(text, line, lines[i + 1], words, builder);
  });
  markSignatures(text, builder.drafts, words);
  // a fragment of title-like lines alone is text, not a title page
  if (builder.drafts.every((draft) => draft.kind === 'title')) for (const draft of builder.drafts) draft.kind = 'paragraph';
  return withIds(builder.drafts);
};

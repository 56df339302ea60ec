/** A clause in its own words: each provision in it told apart, and the words that told its status marked. */
import type { Clause, Provision } from '../../analysis.ts';
import { overlaps, type Span } from '../../span.ts';
import { html, type Part } from './markup.ts';
import type { View } from './view.ts';

/** Spans joined where they touch or overlap, in reading order, cut to `within`. */
const joined = (spans: readonly Span[], within: Span): Span[] => {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of spans.filter((span) => overlaps(span, within)).toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    const cut = { start: Math.max(start, within.start), end: Math.min(end, within.end) };
    if (last !== undefined && cut.start <= last.end) last.end = Math.max(last.end, cut.end);
    else out.push(cut);
  }
  return out;
};

/** The text of a span with the `marked` parts of it marked. */
export const markedText = (text: string, within: Span, marked: readonly Span[]): Part => {
  const parts: Part[] = [];
  let at = within.start;
  for (const { start, end } of joined(marked, within)) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...parts, text.slice(at, within.end)];
};

/** A clause with its provisions underlined by status and their evidence marked. */
export const clauseText = (clause: Clause, provisions: readonly Provision[], { document: { text } }: View): Part => {
  const parts: Part[] = [];
  let at = clause.start;
  for (const { start, end, status, evidence } of provisions) {
    if (start < at || end > clause.end) continue;
    parts.push(text.slice(at, start), html`<span class="said s-${status}">${markedText(text, { start, end }, evidence)}</span>`);
    at = end;
  }
  return [...parts, text.slice(at, clause.end)];
};

/**
 * A stretch of the frozen text: UTF-16 offsets, `end` exclusive. Everything that lacuna says about a text
 * hangs on spans; nobody keeps copies of the text itself.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True when `inner` lies wholly inside `outer` (equal spans contain each other). */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The text under a span. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The same span without white space at either end. */
export const trim = (text: string, span: Span): Span => {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
};

/** Reading order: earlier start first, of two that start together the longer first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

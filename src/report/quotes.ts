/** Quotations that find their place again: the exact words with as much before and after them as makes them unique in the text. */
import type { Span } from '../span.ts';

export interface QuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Letters before and after; doubled up to the limit while the quotation still stands in several places. */
const SHORTEST = 32;
const LONGEST = 4096;

export const quoteSelectors = (text: string, spans: readonly Span[]): QuoteSelector[] => {
  const repeated = repeatedStarts(text, spans);
  return spans.map((span) => {
    let around = SHORTEST;
    while (repeated(span) && around < LONGEST && !isUnique(text, span, around)) around *= 2;
    return { type: 'TextQuoteSelector', exact: text.slice(span.start, span.end), ...surroundings(text, span, around) };
  });
};

const surroundings = (text: string, { start, end }: Span, around: number): { prefix: string; suffix: string } => ({
  prefix: text.slice(whole(text, Math.max(0, start - around)), start),
  suffix: text.slice(end, whole(text, Math.min(text.length, end + around))),
});

/** Never between the halves of a character. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);

const isUnique = (text: string, span: Span, around: number): boolean => {
  const { prefix, suffix } = surroundings(text, span, around);
  const quoted = prefix + text.slice(span.start, span.end) + suffix;
  const first = text.indexOf(quoted);
  return text.indexOf(quoted, first + 1) < 0;
};

/** Whether the first letters of a span also begin somewhere else: one pass over the text, so that only such spans are looked up. */
const repeatedStarts = (text: string, spans: readonly Span[]): ((span: Span) => boolean) => {
  const keyOf = (start: number): string => text.slice(start, start + SHORTEST);
  const counts = new Map(spans.map(({ start }) => [keyOf(start), 0]));
  for (let at = 0; at < text.length; at++) {
    const key = keyOf(at);
    const seen = counts.get(key);
    if (seen !== undefined) counts.set(key, seen + 1);
  }
  return ({ start, end }) => end - start < SHORTEST || counts.get(keyOf(start))! > 1;
};

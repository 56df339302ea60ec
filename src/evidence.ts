/** From token ranges back to the text: where a match stands, in one piece or in two when it spans a chapeau and its item. */
import type { Match } from './matcher.ts';
import type { Sentence } from './sentences.ts';
import type { Span } from './span.ts';
import type { Tokens } from './tokens.ts';

/** Character spans of a match, in the order chapeau, own text. */
export const spansOf = (match: Match, sentence: Sentence, tokens: Tokens): Span[] => {
  const piece = (first: number, last: number): Span[] => (first < last ? [{ start: tokens.start[first]!, end: tokens.end[last - 1]! }] : []);
  return [...piece(match.start, Math.min(match.end, sentence.own)), ...piece(Math.max(match.start, sentence.own), match.end)];
};

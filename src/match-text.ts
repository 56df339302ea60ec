/** Runs the rules of one language over a single sentence or paragraph: for the examples beside the rules and for `rules test`. */
import { createReader } from './reading.ts';
import type { LanguageRules } from './rules/ruleset.ts';
import type { Document } from './document.ts';
import type { Clause } from './analysis.ts';

export interface TextMatch {
  rule: string;
  start: number;
  end: number;
}

/** A function from a text to the places where rules match in it. */
export const matchText = async (rules: LanguageRules): Promise<(text: string) => TextMatch[]> => {
  const read = await createReader(rules);
  return (text) => {
    const { tokens, matches } = read(plainDocument(text), [plainClause(text)], null);
    return matches
      .map(({ rule, start, end }) => ({ rule: rule.id, start: tokens.start[start]!, end: tokens.end[end - 1]! }))
      .toSorted((a, b) => a.start - b.start || a.end - b.end);
  };
};

const plainDocument = (text: string): Document => ({
  title: '', language: 'und', text, pages: 1, fileSha256: '', textSha256: '', limits: [], lines: [{ start: 0, end: text.length, page: 1 }],
});

const plainClause = (text: string): Clause => ({
  id: 'text', label: '', path: [], kind: 'paragraph', heading: '', annex: null, parent: null, chapeau: null, page: 1, start: 0, end: text.length,
});

/** Which rules fire in a text: for seeing what a rule is worth over a folder of texts. */
import { splitClauses } from '../clauses.ts';
import { detectLanguage } from '../detect.ts';
import { makeDocument, type Source } from '../document.ts';
import { commonWordsOf } from '../passages.ts';
import { createReader, type Reader } from '../reading.ts';
import type { Ruleset } from './ruleset.ts';

export type RuleFinder = (source: Source) => Promise<Set<string>>;

/** A finder for one ruleset; it gives `language/rule id`, nothing for a text in a language without rules. */
export const createRuleFinder = ({ languages }: Ruleset): RuleFinder => {
  const readers = new Map<string, Promise<Reader>>();
  const common = commonWordsOf(languages);
  const numbering = Object.values(languages).map((rules) => rules.numbering);
  return async (source) => {
    const document = makeDocument(source);
    const language = await detectLanguage(document.text, common);
    const rules = languages[language];
    if (rules === undefined) return new Set();
    const reader = readers.get(language) ?? createReader(rules);
    readers.set(language, reader);
    const { matches } = (await reader)(document, splitClauses(document, numbering), null);
    return new Set(matches.map(({ rule }) => `${language}/${rule.id}`));
  };
};

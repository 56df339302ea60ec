/** Why a clause was read as it was, for the review: the text is read again once, when the first reason is asked for. */
import type { Analyzed } from '../analyze.ts';
import type { Explanation } from '../explain.ts';
import type { Reading } from '../reading.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { wordingFor } from '../rules/wording.ts';

/** `signed` as the text was analysed with. The function it returns takes the id of a clause. */
export const createExplainer = ({ analysis, document }: Analyzed, ruleset: Ruleset, signed: string | null): ((clause: string) => Promise<Explanation[]>) => {
  const { language } = analysis.document;
  const rules = ruleset.languages[language];
  let reading: Promise<Reading> | undefined;
  return async (id) => {
    if (rules === undefined) return [];
    const [{ createReader }, { explainClauses }] = await Promise.all([import('../reading.ts'), import('../explain.ts')]);
    reading ??= createReader(rules).then((read) => read(document, analysis.clauses, signed));
    const wanted = analysis.clauses.filter((clause) => clause.id === id);
    return explainClauses(wanted, analysis, document.text, await reading, rules, wordingFor(language, ruleset));
  };
};

/** Why a clause was read as it was, for the review: the text is read again once, when the first reason is asked for. */
import type { Analyzed } from '../analyze.ts';
import type { Explanation } from '../explain.ts';
import type { NearMisses } from '../near-misses.ts';
import type { Reading } from '../reading.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { wordingFor } from '../rules/wording.ts';

/** `signed` as the text was analysed with. The function it returns takes the id of a clause. */
export const createExplainer = ({ analysis, document }: Analyzed, ruleset: Ruleset, signed: string | null): ((clause: string) => Promise<Explanation[]>) => {
  const { language } = analysis.document;
  const rules = ruleset.languages[language];
  let prepared: Promise<{ reading: Reading; near: NearMisses }> | undefined;
  return async (id) => {
    if (rules === undefined) return [];
    const [{ createReader }, { explainClauses }, { findNearMisses }] = await Promise.all([import('../reading.ts'), import('../explain.ts'), import('../near-misses.ts')]);
    prepared ??= createReader(rules).then((read) => {
      const reading = read(document, analysis.clauses, signed);
      return { reading, near: findNearMisses(rules.compiled, reading) };
    });
    const { reading, near } = await prepared;
    const wanted = analysis.clauses.filter((clause) => clause.id === id);
    return explainClauses(wanted, analysis, document.text, reading, rules, wordingFor(language, ruleset), near);
  };
};

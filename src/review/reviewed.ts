/** Analysis + review log -> reviewed Analysis, for reports. Pure; a verdict whose wording is gone or changed has no say. */
import type { Analysis } from '../analysis.ts';
import { gradeDepth, strongRules } from '../depth.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { applyVerdicts, isDecided } from '../verdicts.ts';
import type { Ledger } from './ledger.ts';
import { createWorld, inForce } from './world.ts';

/** `text` is the frozen text of the Analysis, `ledger` that of `readLog`. */
export const reviewAnalysis = (analysis: Analysis, text: string, ledger: Ledger, ruleset: Ruleset): Analysis => {
  const world = createWorld(analysis, text, ledger, ruleset);
  const verdicts = inForce(world, ledger);
  const progress = (target: 'provision' | 'decision'): { decided: number; of: number } => {
    const all = world.items.filter((item) => item.target === target);
    return { decided: all.filter(({ id }) => isDecided(verdicts.get(id))).length, of: all.length };
  };
  const reviewed = applyVerdicts(analysis, verdicts, ruleset.scoring);
  const rules = ruleset.languages[analysis.document.language];
  return {
    ...reviewed,
    depth: rules === undefined ? reviewed.depth : gradeDepth(reviewed.provisions, strongRules(rules.compiled), ruleset.depth),
    review: { provisions: progress('provision'), decisions: progress('decision'), machineTotal: analysis.score.total },
  };
};

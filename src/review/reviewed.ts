/** Analysis + review log -> reviewed Analysis, for reports. Pure; a verdict whose wording is gone or changed has no say. */
import type { Analysis } from '../analysis.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { applyVerdicts } from '../verdicts.ts';
import type { Ledger } from './ledger.ts';
import { createWorld, inForce } from './world.ts';

/** `text` is the frozen text of the Analysis, `ledger` that of `readLog`. */
export const reviewAnalysis = (analysis: Analysis, text: string, ledger: Ledger, ruleset: Ruleset): Analysis =>
  applyVerdicts(analysis, inForce(createWorld(analysis, text, ledger, ruleset), ledger), ruleset.scoring);

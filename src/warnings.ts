/**
 * What is worth a second look: patterns over the parts of an agreement that no score shows (deferral doctrine,
 * section 8). Which patterns, how grave and for which requirement is data; each comes with the clauses that show it and a question
 * to put to the parties.
 */
import type { Warning } from './analysis.ts';
import type { WarningRule, WarningsData, WarningTexts } from './rules/warnings.ts';
import { byPosition } from './span.ts';
import { findAbsent } from './warnings/absent.ts';
import { findBodies } from './warnings/body.ts';
import { findConflicts } from './warnings/conflict.ts';
import { createMaterial, type Finding, type Material, type Parts } from './warnings/material.ts';
import { findMissions } from './warnings/mission.ts';
import { findParts } from './warnings/parts.ts';
import { findReferences } from './warnings/reference.ts';
import { findReturns } from './warnings/return.ts';
import { findSentences } from './warnings/sentence.ts';
import { findShares } from './warnings/share.ts';
import { findUndated } from './warnings/undated.ts';
import { findWaits } from './warnings/waits.ts';

/** All warnings, in the order of the rules and then of the text. */
export const findWarnings = (parts: Parts, { warnings }: WarningsData, texts: WarningTexts): Warning[] => {
  const material = createMaterial(parts);
  return warnings.flatMap((rule) =>
    detect(rule, material, texts).map((finding): Warning => {
      const fill = filler(finding, texts);
      const { message, question } = texts.warnings[rule.id]!;
      return { id: rule.id, severity: rule.severity, message: fill(message), question: fill(question), seed: rule.seed, evidence: finding.evidence.toSorted(byPosition) };
    }),
  );
};

const detect = (rule: WarningRule, material: Material, { several }: WarningTexts): Finding[] => {
  switch (rule.detector) {
    case 'body': return findBodies(rule, material);
    case 'share': return findShares(rule, material);
    case 'conflict': return findConflicts(rule, material);
    case 'reference': return findReferences(rule, material);
    case 'sentence': return findSentences(rule, material);
    case 'return': return findReturns(rule, material, several);
    case 'parts': return findParts(rule, material);
    case 'waits': return findWaits(rule, material);
    case 'undated': return findUndated(rule, material);
    case 'mission': return findMissions(rule, material);
    case 'absent': return findAbsent(rule, material);
  }
};

/** Puts the values of a finding into a template; rows become "A, B and C". */
const filler = ({ values, rows = {}, names = {} }: Finding, { and, names: words }: WarningTexts): ((template: string) => string) => {
  const list = (row: readonly string[]): string => (row.length < 2 ? row.join('') : `${row.slice(0, -1).join(', ')}${and}${row.at(-1)!}`);
  const all: Record<string, string> = { ...values };
  for (const [key, row] of Object.entries(rows)) all[key] = list(row);
  for (const [key, row] of Object.entries(names)) all[key] = list(row.map((name) => words[name]!));
  return (template) => template.replace(/\{(\w+)\}/gu, (_, key: string) => all[key]!);
};

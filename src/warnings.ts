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
import type { Naming } from './warnings/naming.ts';
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
      const fill = filler(finding, texts, parts.naming);
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

/** So many things are told by name in one row; the evidence has them all. */
const MOST = 4;

/** Puts the values of a finding into a template; rows become "A, B and C". What stands in square brackets is left out when it has nothing to tell. */
const filler = ({ values, rows = {}, names = {}, at = {}, cited = {}, decisions = [] }: Finding, { and, comma, semicolon, names: words }: WarningTexts, naming: Naming): ((template: string) => string) => {
  const enough = (row: readonly string[]): string => [...row.slice(0, MOST), '…'].join(comma);
  const list = (row: readonly string[]): string => (row.length > MOST + 1 ? enough(row) : row.length < 2 ? row.join('') : `${row.slice(0, -1).join(comma)}${and}${row.at(-1)!}`);
  const all: Record<string, string> = { ...values, decisions: decisions.map(naming.decision).join(semicolon) };
  for (const [key, row] of Object.entries(rows)) all[key] = list(row);
  for (const [key, row] of Object.entries(names)) all[key] = list(row.map((name) => words[name]!));
  const places = (clauses: readonly string[]): string => {
    const labels = [...new Set(clauses.map(naming.clause))];
    return labels.length > MOST ? enough(labels) : labels.join(comma);
  };
  for (const [key, clauses] of Object.entries(at)) all[key] = places(clauses);
  for (const [key, row] of Object.entries(cited)) all[key] = list(row.map(({ name, clauses }) => `${name} (${places(clauses)})`));
  const put = (template: string): string => template.replace(/\{([\w-]+)\}/gu, (_, key: string) => all[key]!);
  const hasAll = (part: string): boolean => [...part.matchAll(/\{([\w-]+)\}/gu)].every(([, key]) => all[key!]);
  return (template) => sentence(naming.joined(put(template.replace(/\[([^[\]]*)\]/gu, (_, part: string) => (hasAll(part) ? part : '')))).trim());
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

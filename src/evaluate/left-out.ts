/**
 * Each text read without the patterns that fire in no other text of the gold: what the rules would do there if nothing had
 * been written for that text alone. It bounds fitting from one side only: word lists and `unless` stay as they are.
 */
import { readFacts } from '../facts.ts';
import { findProvisions } from '../provisions.ts';
import { createReader, type Reader } from '../reading.ts';
import type { CompiledRule } from '../rules/compile.ts';
import type { LanguageRules, Ruleset } from '../rules/ruleset.ts';
import type { GoldText } from './ablation.ts';
import type { Unit } from './align.ts';

/** The units of one text, or of one agreement's segments, read without patterns of its own. */
export interface LeftOut {
  readonly text: string;
  readonly fold: boolean;
  /** Patterns taken away, of those that fire in it. */
  readonly own: number;
  readonly fired: number;
  readonly units: Unit[];
}

/** One entry for each text in order; `nameOf` says to which one a piece of gold belongs. Languages without rules are passed over. */
export const leaveOut = async (texts: readonly GoldText[], nameOf: (text: GoldText) => string, ruleset: Ruleset): Promise<LeftOut[]> => {
  const readable = texts.filter(({ document }) => document.language in ruleset.languages);
  const apart = await readersOf(readable, ruleset, (rules) => rules.flatMap((rule) => rule.patterns.map((pattern, i) => ({ ...rule, id: nameAt(rule, i), patterns: [pattern] }))));
  const firing = new Map<string, Set<string>>();
  for (const text of readable) {
    for (const { rule } of read(text, apart).matches) firing.set(rule.id, (firing.get(rule.id) ?? new Set()).add(nameOf(text)));
  }
  const found: LeftOut[] = [];
  for (const name of new Set(readable.map(nameOf))) {
    const group = readable.filter((text) => nameOf(text) === name);
    const fired = [...firing.values()].filter((names) => names.has(name));
    const serves = (rule: CompiledRule, i: number): boolean => [...(firing.get(nameAt(rule, i)) ?? [])].some((other) => other !== name);
    const readers = await readersOf(group, ruleset, (rules) => rules.flatMap((rule) => {
      const patterns = rule.patterns.filter((_, i) => serves(rule, i));
      return patterns.length === 0 ? [] : [{ ...rule, patterns }];
    }));
    found.push({ text: name, fold: group[0]!.fold, own: fired.filter(({ size }) => size === 1).length, fired: fired.length, units: group.flatMap((text) => unitsOf(text, readers, ruleset)) });
  }
  return found;
};

const nameAt = ({ id }: CompiledRule, pattern: number): string => `${id} ${pattern}`;

/** A reader for each language of these texts. */
const readersOf = async (texts: readonly GoldText[], { languages }: Ruleset, change: (rules: readonly CompiledRule[]) => CompiledRule[]): Promise<Map<string, Reader>> => {
  const readers = new Map<string, Reader>();
  for (const code of new Set(texts.map(({ document }) => document.language))) {
    const rules = languages[code]!;
    const changed: LanguageRules = { ...rules, compiled: { ...rules.compiled, rules: change(rules.compiled.rules) } };
    readers.set(code, await createReader(changed));
  }
  return readers;
};

const read = ({ document, clauses }: GoldText, readers: ReadonlyMap<string, Reader>) => readers.get(document.language)!(document, clauses, null);

const unitsOf = (text: GoldText, readers: ReadonlyMap<string, Reader>, { statuses }: Ruleset): Unit[] => {
  const reading = read(text, readers);
  const facts = readFacts(text.document.text, text.clauses, reading, statuses);
  return text.align(findProvisions(text.clauses, reading, facts, reading.deadlines, statuses).provisions);
};

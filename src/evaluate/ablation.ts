/** What each family of rules, and each way of reading structure, adds: the same gold without it. */
import type { Clause, Provision } from '../analysis.ts';
import type { Document } from '../document.ts';
import { readFacts } from '../facts.ts';
import { findProvisions } from '../provisions.ts';
import { createReader, type Reading } from '../reading.ts';
import type { CompiledRule } from '../rules/compile.ts';
import type { LanguageRules, Ruleset } from '../rules/ruleset.ts';
import { bodyAt } from '../statuses.ts';
import type { Unit } from './align.ts';
import { headline, type Headline } from './headline.ts';

/** A text of the gold, read as far as its clauses. */
export interface GoldText {
  document: Document;
  clauses: readonly Clause[];
  /** True for a document, false for a segment. */
  fold: boolean;
  /** The units of its gold with what these provisions say of them. */
  align: (provisions: Provision[]) => Unit[];
}

export interface AblationRow {
  /** What is left out. */
  without: string;
  documents: Headline<number | null>;
  segments: Headline<number | null>;
}

/** One part of the machinery switched off. */
interface Variant {
  without: string;
  rules?: (rule: CompiledRule) => CompiledRule[];
  clauses?: (clause: Clause) => Clause;
  reading?: (reading: Reading) => Reading;
}

/** The first row is with everything. Texts in languages without rules have no provisions. */
export const ablate = async (texts: readonly GoldText[], ruleset: Ruleset): Promise<AblationRow[]> => {
  const families = new Set(Object.values(ruleset.languages).flatMap(({ compiled }) => compiled.rules.map(({ id }) => familyOf(id)).filter((family) => family.startsWith('facts/'))));
  const found: AblationRow[] = [];
  for (const variant of [{ without: 'nothing' }, ...STRUCTURE, ...[...families].toSorted().map(withoutFamily)]) found.push(await run(variant, texts, ruleset));
  return found;
};

const STRUCTURE: readonly Variant[] = [
  { without: 'chapeau inheritance', clauses: (clause) => ({ ...clause, chapeau: null }) },
  { without: 'heading inheritance', clauses: (clause) => ({ ...clause, parent: null }) },
  { without: 'anaphora', reading: withoutAnaphora },
  { without: 'topic context (weak counts)', rules: (rule) => [{ ...rule, strength: 'strong' }] },
  { without: 'weak topic words', rules: (rule) => (rule.strength === 'strong' ? [rule] : []) },
  { without: 'unless and silencedBy', rules: (rule) => [{ ...rule, unless: [], silencedBy: [] }] },
];

const withoutFamily = (family: string): Variant => ({ without: `${family}.yml`, rules: (rule) => (familyOf(rule.id) === family ? [] : [rule]) });

/** `facts/later/agreed-later` belongs to `facts/later`. */
const familyOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));

/** Only holders that the sentence itself names. */
function withoutAnaphora(reading: Reading): Reading {
  const isNamed = (holder: { start: number; end: number } | undefined): boolean => holder === undefined || bodyAt(reading, holder.start, holder.end) !== null;
  return { ...reading, matches: reading.matches.filter(({ captures }) => isNamed(captures['holder'])) };
}

const run = async (variant: Variant, texts: readonly GoldText[], ruleset: Ruleset): Promise<AblationRow> => {
  const readers = new Map<string, Awaited<ReturnType<typeof createReader>>>();
  for (const [code, rules] of Object.entries(ruleset.languages)) readers.set(code, await createReader(changed(rules, variant)));
  const units: Record<'documents' | 'segments', Unit[]> = { documents: [], segments: [] };
  for (const { document, clauses, fold, align } of texts) {
    const read = readers.get(document.language);
    if (read === undefined) continue;
    const kept = variant.clauses === undefined ? clauses : clauses.map(variant.clauses);
    const whole = read(document, kept, null);
    const reading = variant.reading?.(whole) ?? whole;
    const facts = readFacts(document.text, kept, reading, ruleset.statuses);
    units[fold ? 'documents' : 'segments'].push(...align(findProvisions(kept, reading, facts, reading.deadlines, ruleset.statuses).provisions));
  }
  return { without: variant.without, documents: figures(units.documents, true), segments: figures(units.segments, false) };
};

const changed = (rules: LanguageRules, { rules: change }: Variant): LanguageRules =>
  change === undefined ? rules : { ...rules, compiled: { ...rules.compiled, rules: rules.compiled.rules.flatMap(change) } };

const figures = (units: readonly Unit[], fold: boolean): Headline<number | null> => headline(units, fold, (sample, figure) => figure(sample)).tool;

/** What each family of rules, and each way of reading structure, adds: the same gold without it. */
import type { Clause, Provision } from '../analysis.ts';
import type { Document } from '../document.ts';
import { readFacts } from '../facts.ts';
import type { Match } from '../matcher.ts';
import { findProvisions } from '../provisions.ts';
import { createReader, type Reader, type Reading } from '../reading.ts';
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
  /** Before anything is read: the texts are read anew. */
  rules?: (rule: CompiledRule) => CompiledRule;
  chapeaus?: false;
  /** After it: what was read is kept. */
  headings?: false;
  matches?: (match: Match, reading: Reading) => Match | null;
}

/** The first row is with everything. Texts in languages without rules have no provisions. */
export const ablate = async (texts: readonly GoldText[], ruleset: Ruleset): Promise<AblationRow[]> => {
  const families = new Set(Object.values(ruleset.languages).flatMap(({ compiled }) => compiled.rules.map(({ id }) => familyOf(id)).filter((family) => family.startsWith('facts/'))));
  const full = await readAll({ without: 'nothing' }, texts, ruleset);
  const found: AblationRow[] = [];
  for (const variant of [{ without: 'nothing' }, ...STRUCTURE, ...[...families].toSorted().map(withoutFamily)]) {
    const readings = variant.rules === undefined && variant.chapeaus === undefined ? full : await readAll(variant, texts, ruleset);
    found.push(rowOf(variant, texts, readings, ruleset));
  }
  return found;
};

const STRUCTURE: readonly Variant[] = [
  { without: 'chapeau inheritance', chapeaus: false },
  { without: 'heading inheritance', headings: false },
  { without: 'anaphora', matches: (match, reading) => (namesItsHolder(match, reading) ? match : null) },
  { without: 'topic context (weak counts)', matches: (match) => ({ ...match, rule: { ...match.rule, strength: 'strong' } }) },
  { without: 'weak topic words', matches: (match) => (match.rule.strength === 'strong' ? match : null) },
  { without: 'unless and silencedBy', rules: (rule) => ({ ...rule, unless: [], silencedBy: [] }) },
];

/** Rules know nothing of each other: to take their matches away is to take them away. */
const withoutFamily = (family: string): Variant => ({ without: `${family}.yml`, matches: (match) => (familyOf(match.rule.id) === family ? null : match) });

/** `facts/later/agreed-later` belongs to `facts/later`. */
const familyOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));

function namesItsHolder({ captures }: Match, reading: Reading): boolean {
  const holder = captures['holder'];
  return holder === undefined || bodyAt(reading, holder.start, holder.end) !== null;
}

const clausesIn = ({ clauses }: GoldText, { chapeaus, headings }: Variant): readonly Clause[] =>
  chapeaus === false ? clauses.map((clause) => ({ ...clause, chapeau: null })) : headings === false ? clauses.map((clause) => ({ ...clause, parent: null })) : clauses;

/** One reading for each text; null in a language without rules. */
const readAll = async (variant: Variant, texts: readonly GoldText[], ruleset: Ruleset): Promise<(Reading | null)[]> => {
  const readers = new Map<string, Reader>();
  for (const [code, rules] of Object.entries(ruleset.languages)) readers.set(code, await createReader(changed(rules, variant)));
  return texts.map((text) => readers.get(text.document.language)?.(text.document, clausesIn(text, variant), null) ?? null);
};

const changed = (rules: LanguageRules, { rules: change }: Variant): LanguageRules =>
  change === undefined ? rules : { ...rules, compiled: { ...rules.compiled, rules: rules.compiled.rules.map(change) } };

const rowOf = (variant: Variant, texts: readonly GoldText[], readings: readonly (Reading | null)[], { statuses }: Ruleset): AblationRow => {
  const units: Record<'documents' | 'segments', Unit[]> = { documents: [], segments: [] };
  texts.forEach((text, i) => {
    const whole = readings[i];
    if (!whole) return;
    const { matches: change } = variant;
    const reading = change === undefined ? whole : { ...whole, matches: whole.matches.flatMap((match) => change(match, whole) ?? []) };
    const clauses = clausesIn(text, variant);
    const facts = readFacts(text.document.text, clauses, reading, statuses);
    units[text.fold ? 'documents' : 'segments'].push(...text.align(findProvisions(clauses, reading, facts, reading.deadlines, statuses).provisions));
  });
  return { without: variant.without, documents: figures(units.documents, true), segments: figures(units.segments, false) };
};

const figures = (units: readonly Unit[], fold: boolean): Headline<number | null> => headline(units, fold, (sample, figure) => figure(sample)).tool;

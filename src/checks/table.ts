/** What conditions look up: provisions by topic and by fact. Built once for an analysis, so that no check walks the whole text. */
import type { Analysis, Body, Provision } from '../analysis.ts';
import { byPosition } from '../span.ts';

/** The parts of an Analysis that checks read. */
export type Findings = Pick<Analysis, 'provisions' | 'bodies' | 'deadlines' | 'references' | 'decisions' | 'warnings' | 'score'>;

export interface Table extends Findings {
  readonly byLeaf: ReadonlyMap<string, readonly Provision[]>;
  readonly byFact: ReadonlyMap<string, readonly Provision[]>;
  readonly byId: ReadonlyMap<string, Provision>;
  readonly kindOf: ReadonlyMap<string, Body['kind']>;
  /** Provisions on any of these leaves or domains, in reading order. */
  rowsOf(leaves: readonly string[]): readonly Provision[];
  /** Clauses in which a time of any kind stands. */
  readonly timed: ReadonlySet<string>;
  /** True when the provision has this fact. */
  has(provision: Provision, fact: string): boolean;
}

/** Provisions stand under each leaf and under its domain. */
export const tableOf = (findings: Findings): Table => {
  const byLeaf = new Map<string, Provision[]>();
  const byFact = new Map<string, Provision[]>();
  const factsOf = new Map<Provision, Set<string>>();
  const add = (map: Map<string, Provision[]>, key: string, provision: Provision): void => {
    const row = map.get(key);
    if (row === undefined) map.set(key, [provision]);
    else if (row.at(-1) !== provision) row.push(provision);
  };
  for (const provision of findings.provisions) {
    for (const leaf of provision.leaves) {
      add(byLeaf, leaf, provision);
      add(byLeaf, leaf.slice(0, leaf.indexOf('.')), provision);
    }
    const facts = new Set(provision.evidence.map(({ fact }) => fact));
    factsOf.set(provision, facts);
    for (const fact of facts) add(byFact, fact, provision);
  }
  const byId = new Map(findings.provisions.map((provision) => [provision.id, provision]));
  const kindOf = new Map(findings.bodies.map(({ id, kind }) => [id, kind]));
  const united = new Map<string, readonly Provision[]>();
  const rowsOf = (leaves: readonly string[]): readonly Provision[] => {
    if (leaves.length === 1) return byLeaf.get(leaves[0]!) ?? [];
    const key = leaves.join(' ');
    const rows = united.get(key) ?? [...new Set(leaves.flatMap((leaf) => byLeaf.get(leaf) ?? []))].toSorted(byPosition);
    united.set(key, rows);
    return rows;
  };
  return { ...findings, rowsOf, byLeaf, byFact, byId, kindOf, timed: new Set(findings.deadlines.map(({ clause }) => clause)), has: (provision, fact) => factsOf.get(provision)!.has(fact) };
};

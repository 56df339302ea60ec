/**
 * What is read from the passages of one language, and the passages of several languages put together. The main language
 * comes first; most texts have no other.
 */
import type { Body, Clause, Deadline, Provision, Reference, Warning } from './analysis.ts';
import type { Document } from './document.ts';
import { readFacts, type SentenceFacts } from './facts.ts';
import { linkDecisions, type Link } from './links.ts';
import { findProvisions, type ProvisionTable } from './provisions.ts';
import type { Reader, Reading } from './reading.ts';
import type { LanguageRules, Ruleset } from './rules/ruleset.ts';
import { byPosition } from './span.ts';
import { describeBodies } from './symbols/cards.ts';

/** The passages of one language, read. */
export interface Part {
  readonly rules: LanguageRules;
  readonly reading: Reading;
  readonly found: readonly SentenceFacts[];
  readonly table: ProvisionTable;
  readonly bodies: Body[];
  readonly links: ReadonlyMap<string, readonly Link[]>;
}

/** How one language is read, and which clauses are in it. */
export interface Voice {
  readonly rules: LanguageRules;
  readonly read: Reader;
  readonly reads: ((clause: Clause) => boolean) | undefined;
}

/** Reads every passage with the rules of its language. Ids of provisions are unique over all of them. */
export const readParts = (document: Document, clauses: readonly Clause[], voices: readonly Voice[], signed: string | null, { catalogue, links, statuses }: Ruleset): Part[] => {
  let count = 0;
  return voices.map(({ rules, read, reads }) => {
    const reading = read(document, clauses, signed, reads);
    const found = readFacts(document.text, clauses, reading, statuses);
    const own = findProvisions(clauses, reading, found, reading.deadlines, statuses);
    const from = count;
    const table = from === 0 ? own : { ...own, provisions: own.provisions.map((provision, i) => ({ ...provision, id: `p${from + i + 1}` })) };
    count += own.provisions.length;
    return { rules, reading, found, table, bodies: describeBodies(document.text, clauses, reading, found, reading.deadlines, statuses), links: linkDecisions(table, reading, found, catalogue, links) };
  });
};

/** All parts as one. A body that two languages call by one id (mostly an acronym) is one body. */
export const joinParts = (parts: readonly Part[]): Omit<Part, 'rules' | 'reading' | 'table'> & { provisions: Provision[]; deadlines: Deadline[]; references: Reference[] } => {
  const [main, ...others] = parts as readonly [Part, ...Part[]];
  const { found, bodies, links, table: { provisions }, reading: { deadlines, references } } = main;
  if (others.length === 0) return { found, bodies, links, provisions, deadlines, references };
  const known = new Set<string>();
  return {
    found: parts.flatMap((part) => part.found),
    bodies: parts.flatMap((part) => part.bodies).filter(({ id }) => !known.has(id) && known.add(id)),
    links: new Map([...links.keys()].map((decision) => [decision, parts.flatMap((part) => part.links.get(decision)!)])),
    provisions: parts.flatMap(({ table }) => table.provisions).toSorted(byPosition),
    deadlines: parts.flatMap(({ reading }) => reading.deadlines).toSorted(byPosition),
    references: parts.flatMap(({ reading }) => reading.references).toSorted(byPosition),
  };
};

/** What is said of the whole text by each part is told once. */
export const withoutRepeats = (warnings: readonly Warning[]): Warning[] => {
  const told = new Set<string>();
  return warnings.filter(({ id, message, evidence }) => {
    const key = JSON.stringify([id, message, evidence.map(({ start }) => start)]);
    return !told.has(key) && told.add(key);
  });
};

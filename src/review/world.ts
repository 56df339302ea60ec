/** What stays the same during a session: the text, what there is to review, and what can be chosen. */
import type { Analysis } from '../analysis.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import type { Scoring } from '../rules/scoring.ts';
import type { InForce } from '../verdicts.ts';
import { carryOver, type Carried, type Offer, verdictFor } from './carry.ts';
import { type Filter, filtersFor, type Names } from './filters.ts';
import { type Item, itemsOf } from './items.ts';
import type { Ledger } from './ledger.ts';

export interface World {
  analysis: Analysis;
  text: string;
  items: readonly Item[];
  byKey: ReadonlyMap<string, Item>;
  /** Place of each clause in the text, by id. */
  places: ReadonlyMap<string, number>;
  names: Names;
  filters: readonly Filter[];
  offers: Carried['offers'];
  carried: Carried['carried'];
  lost: Carried['lost'];
  scoring: Scoring;
  /** Reason of a status, in the words of the status table, by row. */
  why: ReadonlyMap<string, string>;
}

/** Builds the world of one text; `more` are offers beside those of the ledger, such as those of two logs to settle between. */
export const createWorld = (analysis: Analysis, text: string, ledger: Ledger, ruleset: Ruleset, more: ReadonlyMap<string, readonly Offer[]> = new Map()): World => {
  const { language: { code }, words: { words } } = (ruleset.languages[analysis.document.language] ?? ruleset.languages['en'])!;
  const items = itemsOf(analysis, text, words);
  const names: Names = {
    leaves: new Map(ruleset.taxonomy.domains.flatMap(({ leaves }) => leaves.map(({ id, name }) => [id, name[code] ?? name['en'] ?? id] as const))),
    issues: new Map(ruleset.catalogue.issues.map(({ id, name }) => [id, name[code as keyof typeof name] ?? name.en])),
  };
  const { offers, carried, lost } = carryOver(ledger, items, analysis.document.textSha256);
  return {
    analysis,
    text,
    items,
    byKey: new Map(items.map((item) => [item.key, item])),
    places: new Map(analysis.clauses.map(({ id }, place) => [id, place])),
    names,
    filters: filtersFor(items, names, ruleset.scoring.confidence.ask),
    offers: new Map([...offers, ...more]),
    carried,
    lost,
    scoring: ruleset.scoring,
    why: new Map(ruleset.statuses.rows.map(({ id, why }) => [id, why])),
  };
};

/** Verdicts in force by id of provision and decision, as `applyVerdicts` wants them. */
export const inForce = ({ items, analysis }: Pick<World, 'items' | 'analysis'>, ledger: Ledger): InForce =>
  new Map(items.flatMap((item) => {
    const verdict = verdictFor(ledger, item, analysis.document.textSha256);
    return verdict === undefined ? [] : [[item.id, verdict] as const];
  }));

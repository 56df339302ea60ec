/** What stays the same during a session: the text, what there is to review, and what can be chosen. */
import type { Analysis } from '../analysis.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import type { Scoring } from '../rules/scoring.ts';
import { wordingFor } from '../rules/wording.ts';
import type { InForce } from '../verdicts.ts';
import { carryOver, type Carried, type Offer, verdictFor } from './carry.ts';
import { type Filter, filtersFor, type Names } from './filters.ts';
import { clausesOf, type Item, itemsOf } from './items.ts';
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
  /** Why nothing can be judged, in words for the screen; empty when it can. */
  unread: string;
}

/** Builds the world of one text; `more` are offers beside those of the ledger, such as those of two logs to settle between. */
export const createWorld = (analysis: Analysis, text: string, ledger: Ledger, ruleset: Ruleset, more: ReadonlyMap<string, readonly Offer[]> = new Map()): World => {
  const items = itemsOf(analysis, text, wordingFor(analysis.document.language, ruleset).words);
  const { offers, carried, lost } = carryOver(ledger, items, analysis.document.textSha256);
  return { ...surroundings(analysis, text, items, ruleset), offers: new Map([...offers, ...more]), carried, lost, unread: '' };
};

/** The world of a text that is looked through and not judged, clause by clause; `unread` says why. */
export const createTextWorld = (analysis: Analysis, text: string, ruleset: Ruleset, unread: string): World => {
  const items = clausesOf(analysis, text, wordingFor(analysis.document.language, ruleset).words);
  return { ...surroundings(analysis, text, items, ruleset), filters: [], offers: new Map(), carried: new Set(), lost: [], unread };
};

const surroundings = (analysis: Analysis, text: string, items: readonly Item[], ruleset: Ruleset): Omit<World, 'offers' | 'carried' | 'lost' | 'unread'> => {
  const { catalogue: named } = wordingFor(analysis.document.language, ruleset);
  const names: Names = {
    leaves: new Map(Object.entries(named.leaves).map(([id, { name }]) => [id, name] as const)),
    issues: new Map(Object.entries(named.issues)),
  };
  return {
    analysis,
    text,
    items,
    byKey: new Map(items.map((item) => [item.key, item])),
    places: new Map(analysis.clauses.map(({ id }, place) => [id, place])),
    names,
    filters: filtersFor(items, names, ruleset.scoring.confidence.ask),
    scoring: ruleset.scoring,
    why: new Map(Object.entries(named.reasons)),
  };
};

/** Verdicts in force by id of provision and decision, as `applyVerdicts` wants them. */
export const inForce = ({ items, analysis }: Pick<World, 'items' | 'analysis'>, ledger: Ledger): InForce =>
  new Map(items.flatMap((item) => {
    const verdict = verdictFor(ledger, item, analysis.document.textSha256);
    return verdict === undefined ? [] : [[item.id, verdict] as const];
  }));

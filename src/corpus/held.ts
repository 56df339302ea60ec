/** What a corpus holds for a filter that finds nothing, so that a slip of the pen is told from a true "none". */
import type { Database } from 'node-sqlite3-wasm';
import type { Filters } from './search.ts';

type Named = 'leaf' | 'body' | 'decision' | 'country' | 'region' | 'stage' | 'code';

const VALUES: Readonly<Record<Named, string>> = {
  leaf: 'SELECT DISTINCT leaf FROM provision_leaf',
  body: 'SELECT DISTINCT body_kind FROM provision WHERE body_kind IS NOT NULL',
  decision: 'SELECT DISTINCT decision FROM decision',
  country: 'SELECT DISTINCT country FROM agreement WHERE country IS NOT NULL',
  region: 'SELECT DISTINCT region FROM agreement WHERE region IS NOT NULL',
  stage: 'SELECT DISTINCT stage FROM agreement WHERE stage IS NOT NULL',
  code: 'SELECT DISTINCT code FROM pax_code',
};
const CONTAINED: ReadonlySet<Named> = new Set(['country', 'region']);

/** The first filter whose value nothing in the corpus has, and the values that there are; null when every one is there. */
export const missingIn = (db: Database, filters: Filters): { filter: Named; value: string; held: string[] } | null => {
  for (const filter of Object.keys(VALUES) as Named[]) {
    const value = filters[filter];
    if (value === undefined) continue;
    const held = (db.all(`SELECT value FROM (${VALUES[filter].replace(/DISTINCT (\w+)/u, 'DISTINCT $1 AS value')}) ORDER BY 1`) as { value: string }[]).map((row) => row.value);
    const named = filter === 'code' ? value.split(/>?=/u)[0]! : value;
    const fits = (each: string): boolean =>
      CONTAINED.has(filter) ? each.toLowerCase().includes(named.toLowerCase()) : each === named || (filter === 'leaf' && each.startsWith(`${named}.`));
    if (!held.some(fits)) return { filter, value: named, held };
  }
  return null;
};

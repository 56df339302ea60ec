/** What a corpus holds, in numbers, and the hash of its content. */
import { createHash } from 'node:crypto';
import type { Store } from './store.ts';

export interface Stats {
  agreements: number;
  characters: number;
  clauses: number;
  provisions: number;
  languages: Record<string, number>;
  stages: Record<string, number>;
  regions: Record<string, number>;
  analysedBy: string[];
  /** The same for the same texts, rules and tool, in whatever order and however often they were imported. */
  contentSha256: string;
}

export const statsOf = ({ db }: Store): Stats => {
  const number = (sql: string): number => Number((db.get(sql) as { n: number }).n);
  const groups = (column: string): Record<string, number> =>
    Object.fromEntries((db.all(`SELECT coalesce(${column}, '') AS name, count(*) AS n FROM agreement GROUP BY 1 ORDER BY 2 DESC, 1`) as { name: string; n: number }[]).map(({ name, n }) => [name, Number(n)]));
  const content = createHash('sha256');
  for (const row of db.all('SELECT input_sha256 AS input, digest FROM agreement ORDER BY input_sha256') as { input: string; digest: string }[]) content.update(`${row.input} ${row.digest}\n`);
  return {
    agreements: number('SELECT count(*) AS n FROM agreement'),
    characters: number('SELECT coalesce(sum(characters), 0) AS n FROM agreement'),
    clauses: number('SELECT count(*) AS n FROM clause'),
    provisions: number('SELECT count(*) AS n FROM provision'),
    languages: groups('language'),
    stages: groups('stage'),
    regions: groups('region'),
    analysedBy: (db.all('SELECT DISTINCT analysed_by AS by FROM agreement ORDER BY 1') as { by: string }[]).map(({ by }) => by),
    contentSha256: content.digest('hex'),
  };
};

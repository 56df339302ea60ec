/** Numbers of each agreement and nothing of its text: what may be shipped. */
import type { Database } from 'node-sqlite3-wasm';

export interface Profile {
  name: string;
  pax: number | null;
  stage: string | null;
  region: string | null;
  year: number | null;
  language: string;
  type: string;
  characters: number;
  total: number | null;
  bodyShare: number | null;
  /** Score by issue, 0 to 100. */
  issues: Record<string, number | null>;
  /** Reading and openness by decision. */
  decisions: Record<string, [reading: string, openness: number | null]>;
}

/** Profiles by name, figures to two decimals. */
export const profilesOf = (db: Database): Profile[] => {
  const round = (value: number | null): number | null => (value === null ? null : Math.round(100 * value) / 100);
  const agreements = db.all('SELECT id, name, pax, stage, region, year, language, type, characters, total, body_share AS share FROM agreement WHERE total IS NOT NULL ORDER BY name, pax') as unknown as (Omit<Profile, 'issues' | 'decisions' | 'bodyShare'> & { id: number; share: number | null })[];
  return agreements.map(({ id, total, share, ...about }) => ({
    ...about,
    total: round(total),
    bodyShare: round(share),
    issues: Object.fromEntries((db.all('SELECT issue, score FROM issue WHERE agreement = ?', [id]) as { issue: string; score: number | null }[]).map(({ issue, score }) => [issue, round(score)])),
    decisions: Object.fromEntries((db.all('SELECT decision, reading, openness FROM decision WHERE agreement = ?', [id]) as { decision: string; reading: string; openness: number | null }[]).map(({ decision, reading, openness }) => [decision, [reading, round(openness)]])),
  }));
};

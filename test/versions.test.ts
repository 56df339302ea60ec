/** A model agreement that exists in several languages is read alike in each: clause by clause, and in its total. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import type { Analysis } from '../src/analysis.ts';
import { readSource } from '../src/read/index.ts';
import { ruleset } from './desk-reader.ts';

/** Part of all clauses with the same topics and status, and points between the totals, that each language keeps to now. The aim is 0.95 and 3. */
const KEPT: Readonly<Record<string, readonly [same: number, points: number]>> = { fr: [0.95, 3], ar: [0.95, 3], es: [0.95, 3] };

const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const read = async (path: string): Promise<Analysis> => (await analyze(await readSource({ path }))).analysis;

/** Topics and status of each clause, in reading order. */
const tagsOf = ({ clauses, provisions }: Analysis): string[] =>
  clauses.map(({ id }) => provisions.filter(({ clause }) => clause === id).map(({ leaves, status }) => `${status} ${leaves.toSorted().join(' ')}`).toSorted().join('; '));

const versions = readdirSync('corpus').flatMap((name): [string, string][] => {
  const [, text, language] = /^(.+)\.(fr|es|ar)\.txt$/u.exec(name) ?? [];
  return text === undefined || KEPT[language!] === undefined ? [] : [[text, language!]];
});

describe('the same accord in two languages', () => {
  it.each(versions)('%s in %s', async (text, language) => {
    const [english, other] = [await read(`corpus/${text}.en.txt`), await read(`corpus/${text}.${language}.txt`)];
    const [first, second] = [tagsOf(english), tagsOf(other)];
    expect(second.length).toBe(first.length);
    const same = first.filter((tags, i) => tags === second[i]).length / first.length;
    const [share, points] = KEPT[language]!;
    expect(same).toBeGreaterThanOrEqual(share);
    expect(Math.abs(english.score.total! - other.score.total!)).toBeLessThanOrEqual(points);
  });
});

/** The agreement of the two coders of the development gold, as its README gives it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kappa } from '../src/evaluate/agreement.ts';
import { type GoldUnit, parseDocumentGold, parseSegmentGold } from '../src/evaluate/gold.ts';
import { addUp, countUnit } from '../src/evaluate/recall.ts';

const GOLD = '../shared/domain/gold';
const SEGMENTS = '../shared/agreements/segments-dev.tsv';
const present = existsSync(GOLD);
if (!present) console.log(`skipped: ${GOLD} is absent`);

const topics = (leaves: string[]): string[] => leaves.filter((leaf) => !leaf.startsWith('DM.'));
const read = (name: string) => readFileSync(`${GOLD}/${name}`, 'utf8');
const figures = (units: Pick<GoldUnit, 'first' | 'second'>[]) => ({
  units: units.length,
  kappa: kappa(units.map(({ first, second }) => [first.status, second.status]))!.toFixed(2),
  topics: addUp(units.map(({ first, second }) => countUnit({ gold: topics(first.leaves), predicted: topics(second.leaves) }))).f1!.toFixed(2),
});

describe.skipIf(!present)('coders of the development gold', () => {
  it.each([
    ['gold-rarcss-ch2.tsv', 136, '0.93', '0.86'],
    ['gold-nepal-comprehensive-peace-accord-2006.tsv', 60, '0.91', '0.93'],
    ['gold-burundi-constitution-2005.tsv', 64, '1.00', '0.96'],
    ['gold-south-sudan-khartoum-declaration-2018.tsv', 27, '0.88', '0.93'],
  ])('%s', (name, units, status, leaves) => {
    expect(figures(parseDocumentGold(read(name), name))).toEqual({ units, kappa: status, topics: leaves });
  });

  it('the four short texts', () => {
    const names = readdirSync(GOLD).filter((name) => name.startsWith('gold-ukraine-'));
    const each = names.map((name) => figures(parseDocumentGold(read(name), name)));
    expect(each.reduce((sum, { units }) => sum + units, 0)).toBe(69);
    expect(each.map((text) => text.kappa).toSorted().filter((_, i) => i % 3 === 0)).toEqual(['0.74', '1.00']);
    expect(each.map((text) => text.topics).toSorted().filter((_, i) => i % 3 === 0)).toEqual(['0.84', '1.00']);
  });

  it('the segments, with their texts', () => {
    const segments = parseSegmentGold(read('gold-segments-dev.tsv'), 'gold', readFileSync(SEGMENTS, 'utf8'), 'texts');
    expect(figures(segments)).toEqual({ units: 105, kappa: '0.81', topics: '0.85' });
    expect(segments.every(({ text }) => text.length > 0)).toBe(true);
  });
});

/** One text of a language with accents in the ways it is typed: without them, with other apostrophes and blanks, decomposed. Its reading must not change. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../src/analysis.ts';
import { createAnalyzer } from '../src/analyze.ts';
import { readSource } from '../src/read/index.ts';
import { loadRuleset } from '../src/rules/load.ts';

const { ruleset } = await loadRuleset('rules', ['fr', 'es']);
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });

const read = async (words: string): Promise<Analysis> => (await analyze(await readSource({ bytes: Buffer.from(words), name: 'tarn-ceasefire.txt' }))).analysis;

/** What was read in each clause, with nothing of its wording. */
const tags = ({ clauses, provisions, decisions, deadlines, score }: Analysis): unknown => ({
  clauses: clauses.map(({ kind }) => kind),
  provisions: provisions.map(({ clause, leaves, status, mandate }) => ({ at: clauses.findIndex(({ id }) => id === clause), leaves, status, mandate })),
  decisions: decisions.map(({ id, status, openness }) => ({ id, status, openness })),
  deadlines: deadlines.map(({ days, date }) => ({ days, date })),
  total: score.total,
});

const variants: Record<string, (words: string) => string> = {
  'without accents': (words) => words.normalize('NFD').replace(/\p{M}/gu, ''),
  decomposed: (words) => words.normalize('NFD'),
  'with typographic apostrophes': (words) => words.replaceAll("'", '’'),
  'with non-breaking spaces': (words) => words.replace(/ ([:;?!»])/gu, '\u00a0$1').replaceAll('« ', '«\u00a0').replace(/(\d) (?=\d{3})/gu, '$1\u202f').replace(/(\d) (?=\p{L})/gu, '$1\u00a0'),
  'with line ends of another system': (words) => words.replaceAll('\n', '\r\n'),
};

describe.each(['fr', 'es'])('a text in %s', (language) => {
  const text = readFileSync(`corpus/tarn-ceasefire.${language}.txt`, 'utf8');

  it('has provisions, dates and a score', async () => {
    const { document, provisions, deadlines, score } = await read(text);
    expect(document.language).toBe(language);
    expect(provisions.length).toBeGreaterThan(20);
    expect(deadlines.map(({ date }) => date)).toContain('2033-10-10');
    expect(score.total).toBeGreaterThan(0);
  });

  it.each(Object.entries(variants).filter(([, vary]) => vary(text) !== text))('is read alike %s', async (_name, vary) => {
    expect(tags(await read(vary(text)))).toEqual(tags(await read(text)));
  });
});

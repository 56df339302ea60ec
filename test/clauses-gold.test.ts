/** The clause tree against the hand-made units of a real agreement; runs only where the reference material is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../src/clauses.ts';
import { documentOf, english } from './clauses-helper.ts';

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const textFile = `${shared}agreements/south-sudan-r-arcss-2018.en.txt`;
const goldFile = `${shared}domain/gold/gold-rarcss-ch2.tsv`;
const here = existsSync(textFile) && existsSync(goldFile);

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').replaceAll('"', "'").trim();

describe.skipIf(!here)('R-ARCSS, Chapter II (skipped when ../shared is absent)', () => {
  it('has a clause for at least 134 of the 136 gold units, in order', () => {
    const text = readFileSync(textFile, 'utf8').replace(/\r\n?/gu, '\n');
    const clauses = splitClauses(documentOf(text), english).filter((c) => c.kind !== 'contents');
    const units = readFileSync(goldFile, 'utf8').trim().split('\n').slice(1).map((row) => row.split('\t'));
    let at = 0;
    const missed = units.filter(([article = '', beginning = '']) => {
      const label = article.replace(/[a-d]$/u, '');
      const found = clauses.findIndex((c, i) => i >= at && c.label === label);
      if (found < 0) return true;
      const clause = clauses[found]!;
      const own = collapse(text.slice(clause.start, clause.end)).slice(label.length).replace(/^[.\s]+/u, '');
      const whole = !/[b-d]$/u.test(article);
      if (whole ? !own.startsWith(beginning) : !own.includes(beginning)) return true;
      at = found;
      return false;
    });
    expect(units).toHaveLength(136);
    expect(missed.map(([article]) => article)).toEqual([]);
  });
});

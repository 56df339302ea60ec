/** Each requirement has a model agreement in which it is present and a twin in which it is not. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import type { Analysis, Check } from '../src/analysis.ts';
import { runChecks } from '../src/checks.ts';
import { readSource } from '../src/read/index.ts';
import { renderChecks } from '../src/report/text/desk.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { checkChecks, type Known } from '../src/rules/checks.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { wordingFor } from '../src/rules/wording.ts';
import type { Document } from '../src/document.ts';

const FOLDER = 'fixtures/checks/';
const R_ARCSS = '../shared/agreements/south-sudan-r-arcss-2018.en.txt';

const { ruleset } = await loadRuleset('rules', ['en']);
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const read = async (path: string): Promise<{ analysis: Analysis; document: Document }> => analyze(await readSource({ path }), { lang: 'en' });
const checkOf = ({ checks }: Analysis, id: string): Check => checks.find((check) => check.id === id)!;
const ids = ruleset.checks.checks.map(({ id }) => id);
const words = wordingFor('en', ruleset);

/** What a twin shows where it is not plainly absent: a part of it. */
const TWINS: Readonly<Record<string, Check['result']>> = { S17: 'partly', S33: 'partly', S38: 'partly', S69: 'partly' };

describe('model agreements', () => {
  it('there are two for every check', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(ids.flatMap((id) => [`${id}.twin.txt`, `${id}.txt`]).toSorted());
  });

  it.each(ids)('%s is present in its own', async (id) => {
    const { analysis, document } = await read(`${FOLDER}${id}.txt`);
    const check = checkOf(analysis, id);
    expect(check.result).toBe('present');
    for (const { clause, start, end, text } of check.evidence) {
      expect(document.text.slice(start, end)).toBe(text);
      expect(check.clauses).toContain(clause);
    }
  });

  it.each(ids)('%s is not present in the twin', async (id) => {
    expect(checkOf((await read(`${FOLDER}${id}.twin.txt`)).analysis, id).result).toBe(TWINS[id] ?? 'absent');
  });
});

describe('the table', () => {
  it('holds every requirement', async () => {
    const { analysis } = await read(`${FOLDER}S1.txt`);
    const all = Array.from({ length: 83 }, (_, i) => i + 1).map((n) => `S${n}`);
    expect(analysis.checks.map(({ id }) => id).toSorted()).toEqual(all.toSorted());
    expect(ids.length).toBe(80);
    expect(analysis.checks.map(({ group }) => group)).toEqual(analysis.checks.map(({ group }) => group).toSorted((a, b) => ruleset.checks.groups.indexOf(a) - ruleset.checks.groups.indexOf(b)));
  });

  it.each(['S13', 'S72', 'S83'])('says in words why a text cannot show %s', async (id) => {
    const { analysis } = await read(`${FOLDER}S1.txt`);
    expect(checkOf(analysis, id)).toMatchObject({ result: 'cannot-see', reason: words.checks.unshown[id]!.why, evidence: [] });
  });

  it.each([80, 40])('fits a page of %i columns', async (width) => {
    const { analysis, document } = await read(`${FOLDER}S31.txt`);
    const { language: _language, direction: _direction, words: told } = words;
    const page = renderChecks(words.checks.groups)(analysis, document, { width, color: false, ascii: false, words: told, names: { issues: {}, decisions: {}, levels: ruleset.scoring.levels }, askBelow: 0.6 });
    const lines = page.split('\n');
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    expect(page).toContain('INTERIM AND TRANSITIONAL ARRANGEMENTS');
    expect(lines.filter((line) => /\bS31\b/u.test(line))).toHaveLength(1);
  });
});

describe('results', () => {
  it('cannot see what lies in a text that is not at hand', async () => {
    const { analysis, document } = await read(`${FOLDER}S31.twin.txt`);
    const decisions = analysis.decisions.map((decision) => (['d4', 'n1', 'n3', 'r1', 'e1', 's1', 's2', 'o1', 'o3'].includes(decision.id) ? { ...decision, status: 'UNSEEN' as const, openness: null } : decision));
    const check = runChecks({ ...analysis, decisions }, document.text, ruleset.checks, words.checks).find(({ id }) => id === 'S31');
    expect(check).toMatchObject({ result: 'cannot-see', evidence: [], reason: 'In a text that is not at hand: how many join; by which criteria; on which conditions; how the forces will be governed.' });
  });

  it('tell found from missing, part by part', async () => {
    const { analysis, document } = await read(`${FOLDER}S79.txt`);
    const provisions = analysis.provisions.map((provision) => ({ ...provision, evidence: provision.evidence.filter(({ fact }) => fact !== 'bars-promotion') }));
    const check = runChecks({ ...analysis, provisions }, document.text, ruleset.checks, words.checks).find(({ id }) => id === 'S79')!;
    expect([check.result, check.reason]).toEqual(['partly', 'Found: a bar at entry; a bar on staying. Not found: a bar on promotion.']);
  });

  it('count the seats of women against all seats', async () => {
    expect(checkOf((await read(`${FOLDER}S74.txt`)).analysis, 'S74').reason).toBe('Found: seats kept for women; the total they stand against (Security Board 3/9).');
  });
});

describe('words', () => {
  it('are questions, without blame or codes', () => {
    for (const { title, parts, unless } of Object.values(words.checks.checks)) {
      expect(title).toMatch(/^\p{Lu}.*\?$/u);
      expect(`${title} ${Object.values(parts).join(' ')} ${unless ?? ''}`).not.toMatch(/\b(?:bad|wrong|fail\w*|error|mistake|weak|poor|should have|must|never|DELEGATED|SETTLED)\b|\b[A-Z]{2}\.\d/u);
    }
  });
});

describe('the rules of checks', () => {
  const known: Known = {
    facts: new Set(ruleset.statuses.facts),
    leaves: new Set(ruleset.taxonomy.domains.flatMap(({ id, leaves }) => [id, ...leaves.map((leaf) => leaf.id)])),
    decisions: new Set(ruleset.catalogue.decisions.map(({ id }) => id)),
    parameters: new Set(ruleset.catalogue.decisions.flatMap(({ id, parameters }) => parameters.map((name) => `${id}.${name}`))),
    warnings: new Set(ruleset.warnings.warnings.map(({ id }) => id)),
  };
  const texts = { en: words.checks };

  it('are refused when they name what nothing emits', () => {
    expect(() => checkChecks(ruleset.checks, texts, known)).not.toThrow();
    expect(() => checkChecks(ruleset.checks, texts, { ...known, facts: new Set([...known.facts].filter((fact) => fact !== 'bars-entry')) })).toThrow('check S79 names bars-entry');
    expect(() => checkChecks(ruleset.checks, texts, { ...known, warnings: new Set() })).toThrow('which is none of the warnings');
  });

  it('are refused when a language has no words for them', () => {
    const { S79: _, ...others } = texts.en.checks;
    expect(() => checkChecks(ruleset.checks, { xx: { ...texts.en, checks: others } }, known)).toThrow('check S79 has no words');
    expect(() => checkChecks(ruleset.checks, { xx: { ...texts.en, unshown: {} } }, known)).toThrow('S13 does not say why');
  });
});

describe.skipIf(!existsSync(R_ARCSS))('R-ARCSS 2018 (needs the reference texts)', () => {
  it('keeps two of 31 and two of 20 seats for women', async () => {
    const { analysis } = await read(R_ARCSS);
    expect(checkOf(analysis, 'S74').reason).toMatch(/CTSAMVM 2\/31.*SDSRB 2\/20/u);
    expect(analysis.bodies.find(({ id }) => id === 'JTSC')).toMatchObject({ seats: 16, women: 0 });
  });
});

/** Each warning has a model agreement that raises it and nothing else, and a near twin that raises none. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import type { Analysis, Warning } from '../src/analysis.ts';
import { Failure } from '../src/failure.ts';
import { readSource } from '../src/read/index.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { checkWarnings } from '../src/rules/warnings.ts';

const FOLDER = 'fixtures/warnings/';
const R_ARCSS = '../shared/agreements/south-sudan-r-arcss-2018.en.txt';

const { ruleset } = await loadRuleset('rules');
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const read = async (path: string): Promise<{ analysis: Analysis; text: string }> => {
  const { analysis, document } = await analyze(await readSource({ path }), { lang: 'en' });
  return { analysis, text: document.text };
};
const ids = ruleset.warnings.warnings.map(({ id }) => id);

/** Articles that a warning cites, each once, in reading order. */
const placesOf = ({ evidence }: Warning, { clauses }: Analysis): string[] => {
  const labels = new Map(clauses.map(({ id, label, annex }) => [id, label === '' ? (annex ?? '') : label]));
  return [...new Set(evidence.map(({ clause }) => labels.get(clause)!))];
};

/** The clauses that show each pattern in its model agreement; which choices the loaded board is found to hold is another test's matter. */
const PLACES: Record<string, string[]> = {
  'circular-wait': ['1.1', '1.2'],
  'time-out': ['1.1', '1.2'],
  'conflicting-deadlines': ['1.1', '2.1'],
  'body-date': ['1.1'],
  'orphan-body': ['1.1'],
  'consensus-trap': ['1.1', '1.2'],
  'open-interim': ['1.1'],
  'open-door-benefit': ['1.1'],
  'unsure-funds': ['1.1'],
  'unseen-annex': ['1.1'],
  'unseen-text': ['1.1'],
  'return-to-leaders': ['1.2'],
  'absent-armed-actor': ['1.1'],
  'vetting-gap': ['1.1'],
  'mission-undecided': ['1.1', '1.2'],
  'dated-step': ['1.1', '1.2'],
};

describe('model agreements', () => {
  it('there are two for every warning', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(ids.flatMap((id) => [`${id}.twin.txt`, `${id}.txt`]).toSorted());
  });

  it.each(ids)('%s is raised by its own agreement, alone', async (id) => {
    const { analysis, text } = await read(`${FOLDER}${id}.txt`);
    const [warning, ...others] = analysis.warnings;
    expect([warning?.id, ...others.map((other) => other.id)]).toEqual([id]);
    expect(warning!.evidence.length).toBeGreaterThan(0);
    for (const { start, end, text: quoted, clause } of warning!.evidence) {
      expect(text.slice(start, end)).toBe(quoted);
      const { start: from, end: to } = analysis.clauses.find((each) => each.id === clause)!;
      expect(start >= from && end <= to).toBe(true);
    }
  });

  it.each(ids)('%s is not raised by the twin, nor is any other', async (id) => {
    expect((await read(`${FOLDER}${id}.twin.txt`)).analysis.warnings).toEqual([]);
  });

  it.each(Object.entries(PLACES))('%s cites %s', async (id, places) => {
    const { analysis } = await read(`${FOLDER}${id}.txt`);
    expect(placesOf(analysis.warnings[0]!, analysis)).toEqual(places);
  });
});

describe('words', () => {
  const spoken = ids.map(async (id) => (await read(`${FOLDER}${id}.txt`)).analysis.warnings[0]!);

  it('are whole sentences with every place filled, and a question', async () => {
    for (const { message, question } of await Promise.all(spoken)) {
      expect(message).toMatch(/^\p{Lu}[^{}]*\.$/u);
      expect(question).toMatch(/^\p{Lu}[^{}]*\?$/u);
      expect(`${message} ${question}`).not.toMatch(/undefined|[a-z]-[a-z]+-[a-z]|DELEGATED|SETTLED/u);
    }
  });

  it('lay no blame and make no forecast', () => {
    const { warnings } = ruleset.languages['en']!.wording!.warnings;
    for (const { message, question } of Object.values(warnings)) {
      expect(`${message} ${question}`).not.toMatch(/\b(?:bad|wrong|fail\w*|error|mistake|weak|poor|should have|must|never|trap|deadlock)\b/iu);
    }
  });

  it('name each thing that is there and that is not', async () => {
    const { analysis } = await read(`${FOLDER}vetting-gap.txt`);
    expect(analysis.warnings[0]!.message).toBe('The clauses that keep persons responsible for abuses out (1.1) cover entry into the forces, and not staying in service and promotion.');
  });
});

describe('the rules of warnings', () => {
  const facts = new Set(ruleset.statuses.facts);
  const texts = { en: ruleset.languages['en']!.wording!.warnings };
  const leaves = new Set(ruleset.taxonomy.domains.flatMap(({ id, leaves: own }) => [id, ...own.map((leaf) => leaf.id)]));

  it('have an id and words once each', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(texts.en.warnings).toSorted()).toEqual(ids.toSorted());
  });

  it('name leaves of the taxonomy', () => {
    const named = JSON.stringify(ruleset.warnings).match(/"[A-Z]{2}(?:\.\d)?"/gu)!.map((quoted) => quoted.slice(1, -1));
    expect(named.filter((leaf) => !leaves.has(leaf))).toEqual([]);
  });

  it('are refused when they look for a fact that nothing emits', () => {
    expect(() => checkWarnings(ruleset.warnings, texts, new Set([...facts].filter((fact) => fact !== 'consensus' && fact !== 'ends')))).toThrow(Failure);
    expect(() => checkWarnings(ruleset.warnings, texts, facts)).not.toThrow();
  });

  it('are refused when a language has no words for them', () => {
    const { 'time-out': _, ...others } = texts.en.warnings;
    expect(() => checkWarnings(ruleset.warnings, { xx: { ...texts.en, warnings: others } }, facts)).toThrow('warning time-out has no words');
    expect(() => checkWarnings(ruleset.warnings, { xx: { ...texts.en, names: {} } }, facts)).toThrow('has no name for');
  });
});

describe('model agreements of the corpus', () => {
  const raised = async (file: string): Promise<string[]> => (await read(`corpus/${file}`)).analysis.warnings.map(({ id }) => id);

  it('a detailed ceasefire and an open framework raise none', async () => {
    expect(await raised('tarn-ceasefire.en.txt')).toEqual([]);
    expect(await raised('kesh-framework.en.txt')).toEqual([]);
  });

  it('an accord of commissions has bodies without tasks or dates, and two steps that wait for each other', async () => {
    expect(await raised('orlund-accord.en.txt')).toEqual(['circular-wait', 'body-date', 'orphan-body', 'consensus-trap']);
  });
});

describe.skipIf(!existsSync(R_ARCSS))('R-ARCSS 2018 (needs the reference texts)', () => {
  it('raises what its articles show', async () => {
    const { analysis } = await read(R_ARCSS);
    const raised = analysis.warnings.map((warning) => [warning.id, placesOf(warning, analysis)] as const);
    expect(raised.filter(([id]) => id !== 'overload').map(([id, places]) => `${id}: ${places.join(' ')}`)).toEqual([
      'time-out: 2.2.1 2.3.1',
      'conflicting-deadlines: 2.5.3 2.5.4.1 2.5.4.1.1',
      'body-date: 2.4.9',
      'orphan-body: 2.4.9',
      'consensus-trap: 2.2.5 2.2.6',
      'unseen-annex: 2.2.6 2.4.5 2.4.7 5.3.5.1 ANNEX A ANNEXURE D',
      'unseen-text: 2.4.5',
      'return-to-leaders: 2.5.4.3.1 2.5.4.3.2',
      'dated-step: 2.2.6 2.4.10',
    ]);
    const overload = analysis.warnings.filter(({ id }) => id === 'overload');
    expect(overload.map(({ message }) => message)).toEqual([expect.stringContaining('Strategic Defense and Security Review Board')]);
  });
});

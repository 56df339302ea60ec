import { describe, expect, it } from 'vitest';
import { scoringSchema } from '../src/rules/scoring.ts';
import { catalogue, named, scoring } from './score-fixtures.ts';

const issues = catalogue.issues.map(({ id }) => id);

describe('rules/decisions.yml', () => {
  it('has 34 decisions in 11 issues, listed in the order of the issues, of weight 100', () => {
    expect(catalogue.decisions).toHaveLength(34);
    expect(new Set(catalogue.decisions.map(({ id }) => id)).size).toBe(34);
    expect([...new Set(catalogue.decisions.map(({ issue }) => issue))]).toEqual(issues);
    expect(catalogue.decisions.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('weighs the issues by control of force', () => {
    const weights = issues.map((issue) => catalogue.decisions.filter((d) => d.issue === issue).reduce((sum, { weight }) => sum + weight, 0));
    expect(weights).toEqual([15, 15, 10, 12, 8, 10, 8, 5, 6, 5, 6]);
  });

  it('asks one question, with two or three parameters', () => {
    for (const { id, parameters } of catalogue.decisions) {
      expect(named.decisions[id]!.question).toMatch(/^[^?]+\?$/u);
      expect(parameters.length).toSatisfy((n: number) => n === 2 || n === 3);
    }
    const asked = catalogue.decisions.map(({ id }) => named.decisions[id]!.question);
    expect(new Set(asked).size).toBe(34);
  });

  it('marks the two questions about the interim', () => {
    expect(catalogue.decisions.filter(({ kind }) => kind === 'interim').map(({ id }) => id)).toEqual(['c3', 'a1']);
  });
});

describe('rules/scoring.yml', () => {
  it('names only issues and decisions of the catalogue', () => {
    const inTypes = Object.values(scoring.types).flatMap((type) => (type === 'all' ? [] : type));
    expect([...inTypes, ...scoring.flags.ceasefireOnly.issues].filter((issue) => !issues.includes(issue))).toEqual([]);
    expect(scoring.flags.ceasefireOnly.decisions.filter((id) => !catalogue.decisions.some((d) => d.id === id))).toEqual([]);
    expect(Object.keys(scoring.types)).toContain(scoring.defaultType);
  });

  it('has rising levels up to the end of the scale', () => {
    const limits = scoring.levels.map(({ below }) => below);
    expect(limits).toEqual(limits.toSorted((a, b) => a - b));
    expect(limits.at(-1)).toBeGreaterThan(100);
  });

  it('lets no reading be its own neighbour', () => {
    for (const [reading, neighbours] of Object.entries(scoring.sensitivity.neighbours)) expect(neighbours).not.toContain(reading);
  });

  it('is refused with a missing constant or with bounds that do not add up', () => {
    const { silent: _, ...rest } = scoring.openness;
    expect(scoringSchema.safeParse({ ...scoring, openness: rest }).success).toBe(false);
    const weights = { ...scoring.bounds.weights, deadline: 0.2 };
    expect(scoringSchema.safeParse({ ...scoring, bounds: { ...scoring.bounds, weights } }).error?.issues[0]?.message).toContain('add up to 1');
  });
});

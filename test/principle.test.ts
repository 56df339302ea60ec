/** A principle beside a delegation hides nothing: who decides, decides still. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../src/analysis.ts';
import { createAnalyzer } from '../src/analyze.ts';
import { readSource } from '../src/read/index.ts';
import { ruleset } from './desk-reader.ts';

const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });

const DELEGATIONS: readonly string[] = [
  'The Joint Defence Commission shall determine the size and structure of the army.',
  'The Integration Commission shall decide the number of combatants who are integrated into the army.',
  'The Ranks Committee shall determine the recognition of the ranks of former combatants.',
  'The Disarmament Commission shall determine the criteria of eligibility for the DDR programme.',
  'The Security Reform Council shall define the mission of the army and of the police.',
];

const PRINCIPLES: readonly string[] = [
  'The army shall be professional, national and apolitical.',
  'The integration of combatants shall be fair and transparent.',
  'The ranks of all officers shall be respected.',
  'The disarmament of combatants shall be conducted with dignity.',
  'The police shall be impartial and shall serve all citizens.',
];

const read = async (articles: readonly string[]): Promise<readonly Decision[]> => {
  const words = ['PEACE AGREEMENT', ...articles.map((sentence, i) => `Article ${i + 1}\n${sentence}`)].join('\n');
  return (await analyze(await readSource({ bytes: Buffer.from(words), name: 'draft.txt' }), { lang: 'en', type: 'comprehensive' })).analysis.decisions;
};

const delegated = (decisions: readonly Decision[]): [string, unknown][] => decisions.filter(({ status }) => status === 'DELEGATED').map(({ id, chain }) => [id, chain.decider]);

describe('a principle', () => {
  it('beside the sentences tried here, there is a delegation to lose', async () => {
    expect(delegated(await read(DELEGATIONS)).length).toBeGreaterThanOrEqual(4);
  });

  it('never erases a delegate, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...DELEGATIONS], { minLength: 1 }), fc.shuffledSubarray([...PRINCIPLES], { minLength: 1 }), fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), async (bodies, principles, places) => {
        const mixed = [...bodies];
        principles.forEach((principle, i) => mixed.splice(places[i]! % (mixed.length + 1), 0, principle));
        const before = delegated(await read(bodies));
        const after = new Map(delegated(await read(mixed)));
        for (const [decision, decider] of before) expect(after.get(decision), decision).toEqual(decider);
      }),
      { numRuns: 60 },
    );
  });
});

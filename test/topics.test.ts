/** What sentences are about when their own words do not say it: lists, bodies, pronouns; and what a decision takes from them. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import type { Analysis } from '../src/analysis.ts';
import { readSource } from '../src/read/index.ts';
import { loadRuleset } from '../src/rules/load.ts';

const { ruleset } = await loadRuleset('rules', ['en']);
const analyzer = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const analyze = async (...lines: string[]): Promise<Analysis> => (await analyzer(await readSource({ bytes: Buffer.from(lines.join('\n')), name: 'accord.txt' }), { lang: 'en' })).analysis;
const leavesOf = ({ provisions }: Analysis, label: string): string[] => provisions.filter((provision) => provision.label === label).flatMap(({ leaves }) => leaves);
const decision = ({ decisions }: Analysis, id: string) => decisions.find((each) => each.id === id)!;

describe('topics', () => {
  it('a text that only names itself says nothing', async () => {
    expect((await analyze('Military Courts and Police Commission')).provisions).toEqual([]);
    expect((await analyze('The Military Courts and the Police Commission shall be reformed within ten days.')).provisions).toHaveLength(1);
  });

  it('members of a body are about the body, whose name tells its field', async () => {
    const accord = await analyze(
      '2. Ceasefire',
      '2.1. The Parties establish a Ceasefire Monitoring and Verification Mechanism (CMVM).',
      '2.2. The CMVM Board shall comprise:',
      '2.2.1. two members from each Party;',
      '2.2.2. one person from the churches.',
    );
    expect(leavesOf(accord, '2.2.2')).toEqual(['IM.1', 'CF.4']);
  });

  it('an item that is a sentence of its own is about its own words', async () => {
    const accord = await analyze('3. Ceasefire', '3.1. Termination of all hostilities:', '3.1.1. The Parties shall mark the landmines.', '3.1.2. attacks on civilians;');
    expect(leavesOf(accord, '3.1.1')).toEqual(['DR.6']);
    expect(leavesOf(accord, '3.1.2')).toContain('CF.1');
  });

  it('a pronoun goes on about the sentence before', async () => {
    const accord = await analyze('4. Forces', '4.1. The intelligence service shall be subordinate to the Cabinet. It shall have four departments.', '4.2. It shall have four departments.');
    expect(accord.provisions.filter(({ label }) => label === '4.1').map(({ leaves }) => leaves.includes('SV.4'))).toEqual([true, true]);
    expect(leavesOf(accord, '4.2')).toEqual([]);
  });
});

describe('decisions', () => {
  it('an annex blinds only where the sentence itself cites it', async () => {
    const cited = (sentence: string): Promise<Analysis> => analyze('1. Ceasefire', `1.1. ${sentence}`);
    const elsewhere = await cited('Violations of the ceasefire shall be avoided. The flags are shown in Annex 4.');
    expect(decision(elsewhere, 'f3').status).not.toBe('UNSEEN');
  });

  it('who adopts outweighs who drafts where the question is who adopts', async () => {
    const accord = await analyze(
      '5. Security policy',
      '5.1. The Security Review Board shall draft the security policy.',
      '5.2. The findings shall be published in a white paper on security, adopted by the National Assembly.',
    );
    expect(decision(accord, 's3')).toMatchObject({ status: 'DEFERRED', chain: { drafter: 'security-review-board', decider: 'national-assembly' } });
  });

  it('what one clause fixes and another hands over is open', async () => {
    const fixed = ['6. Forces', '6.1. The armed forces consist of an army and a navy.'];
    const names = async (...lines: string[]): Promise<string[]> => decision(await analyze(...lines), 's1').parameters.fixed.map(({ name }) => name);
    expect(await names(...fixed)).toContain('structure');
    expect(await names(...fixed, '6.2. The Security Council of State shall determine a structure in which the armed forces consist of brigades.')).not.toContain('structure');
  });
});

/** Grades of depth: what names a subject, what deepens it, and the crosswalk that ships. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Provision, Status } from '../src/analysis.ts';
import { gradeDepth, strongRules } from '../src/depth.ts';
import { depthSchema, type DepthRules } from '../src/rules/depth.ts';
import { taxonomySchema } from '../src/rules/schema.ts';

const shipped = depthSchema.parse(parse(readFileSync('rules/depth.yml', 'utf8')));

const rules: DepthRules = depthSchema.parse({
  format: 1,
  uncounted: ['PROCEDURAL'],
  concrete: ['SETTLED', 'DELEGATED'],
  firm: ['dated'],
  grades: { mechanism: { concrete: 2, firm: 1 }, detailed: { concrete: 3, firm: 2 } },
  variables: [
    { id: 'deep', top: 3, named: [{ leaves: ['SV.2'] }, { leaves: ['SV.5'], least: 2 }], adds: ['SG.6'] },
    { id: 'flat', top: 1, named: [{ leaves: ['AG.2'] }] },
    { id: 'counted', top: 3, named: [{ leaves: ['IN.2'], concrete: true }] },
    { id: 'beside', top: 3, named: [{ leaves: ['JV.1'], beside: ['SV'] }] },
  ],
});

const STRONG = new Set(['sure']);

let made = 0;
const provision = (status: Status, leaves: string[], facts: string[] = [], rule = 'sure'): Provision => ({
  id: `p${++made}`, clause: 'c', label: '', start: 0, end: 1, leaves, status, reason: '', actor: null, modality: 'shall', negated: false, delegate: null, mandate: null, deadline: null,
  decisions: [], confidence: 1, evidence: [...leaves, ...facts].map((fact) => ({ start: 0, end: 1, rule, fact })),
});

const gradeIn = (variable: string, ...provisions: Provision[]): number => gradeDepth(provisions, STRONG, rules).find((each) => each.variable === variable)!.grade;

describe('grades', () => {
  it('0: nothing, only headings and lists, or only a weak word', () => {
    expect(gradeDepth([], STRONG, rules)).toEqual(['deep', 'flat', 'counted', 'beside'].map((variable) => ({ variable, grade: 0, provisions: [] })));
    expect(gradeIn('deep', provision('PROCEDURAL', ['SV.2'], ['dated']))).toBe(0);
    expect(gradeIn('deep', provision('SETTLED', ['SV.2'], ['dated'], 'unsure'))).toBe(0);
    expect(gradeIn('deep', provision('SETTLED', ['SG.6'], ['dated']))).toBe(0);
  });

  it('1: named, and neither concrete often enough nor firm', () => {
    expect(gradeIn('deep', provision('PRINCIPLE', ['SV.2']))).toBe(1);
    expect(gradeIn('deep', provision('SETTLED', ['SV.2']), provision('DEFERRED', ['SV.2']))).toBe(1);
  });

  it('2: concrete twice, or firm once, also by a deadline', () => {
    expect(gradeIn('deep', provision('PRINCIPLE', ['SV.2'], ['dated']))).toBe(2);
    expect(gradeIn('deep', { ...provision('PRINCIPLE', ['SV.2']), deadline: { text: 'by May', days: null, anchor: 'date', date: null, start: 0, end: 1 } })).toBe(2);
    expect(gradeIn('deep', provision('SETTLED', ['SV.2']), provision('DELEGATED', ['SG.6']))).toBe(2);
  });

  it('3: often concrete and firm, leaves that only add included', () => {
    const three = [provision('SETTLED', ['SV.2'], ['dated']), provision('SETTLED', ['SG.6'], ['dated']), provision('DELEGATED', ['SG.6'])];
    expect(gradeDepth(three, STRONG, rules)[0]).toEqual({ variable: 'deep', grade: 3, provisions: three.map(({ id }) => id) });
    expect(gradeIn('deep', three[0]!, three[2]!, provision('SETTLED', ['SG.6']))).toBe(2);
  });

  it('only 0 and 1 where the database knows no more', () => {
    expect(gradeIn('flat', ...Array.from({ length: 9 }, () => provision('SETTLED', ['AG.2'], ['dated'])))).toBe(1);
  });

  it('a way to be named may ask for several provisions, a concrete one, or another topic beside', () => {
    expect([gradeIn('deep', provision('PRINCIPLE', ['SV.5'])), gradeIn('deep', provision('PRINCIPLE', ['SV.5']), provision('PRINCIPLE', ['SV.5']))]).toEqual([0, 1]);
    expect([gradeIn('counted', provision('PRINCIPLE', ['IN.2'])), gradeIn('counted', provision('DELEGATED', ['IN.2'])), gradeIn('counted', provision('PRINCIPLE', ['IN.2'], ['dated']))]).toEqual([0, 1, 2]);
    expect([gradeIn('beside', provision('PRINCIPLE', ['JV.1', 'RS.2'])), gradeIn('beside', provision('PRINCIPLE', ['JV.1', 'SV.2']))]).toEqual([0, 1]);
  });

  it('never fall when a text says more', () => {
    const any = fc
      .record({ status: fc.constantFrom<Status>('SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'PROCEDURAL'), leaves: fc.subarray(['CF.1', 'CF.4', 'SV.2', 'SG.6', 'DR.1', 'IN.2', 'JV.1', 'IM.3', 'AG.4', 'TS.1']), facts: fc.subarray(['dated', 'prohibits', 'states']) })
      .map(({ status, leaves, facts }) => provision(status, leaves, facts));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), any, (provisions, more) => {
        const [before, after] = [provisions, [...provisions, more]].map((each) => gradeDepth(each, STRONG, shipped).map(({ grade }) => grade));
        expect(after!.every((grade, i) => grade >= before![i]!)).toBe(true);
      }),
    );
  });

  it('strong rules are those of that strength', () => {
    const rule = { emits: 'SV.2', patterns: [], unless: [], silencedBy: [] };
    expect(strongRules({ phrases: [], lists: [], kinds: {}, joined: [], rules: [{ ...rule, id: 'a', strength: 'strong' }, { ...rule, id: 'b', strength: 'weak' }, { ...rule, id: 'c', strength: 'faint' }] })).toEqual(new Set(['a']));
  });
});

describe('the crosswalk that ships', () => {
  const leaves = new Set(taxonomySchema.parse(parse(readFileSync('rules/taxonomy.yml', 'utf8'))).domains.flatMap((domain) => domain.leaves.map(({ id }) => id)));
  const facts = new Set((parse(readFileSync('rules/statuses.yml', 'utf8')) as { facts: string[] }).facts);

  it('has the twelve variables', () => {
    expect(shipped.variables.map(({ id, top }) => `${id} ${top}`)).toEqual([
      'Ce 3', 'SsrPol 3', 'SsrArm 3', 'SsrDdr 3', 'SsrInt 3', 'SsrPsf 1', 'SsrFf 1', 'Mps 3', 'TjVet 3', 'TjPrire 3', 'ImPK 1', 'Terr 1',
    ]);
  });

  it('speaks of leaves, domains and facts that exist', () => {
    const used = shipped.variables.flatMap(({ named, adds }) => [...adds, ...named.flatMap((way) => way.leaves)]);
    expect(used.filter((leaf) => !leaves.has(leaf))).toEqual([]);
    const domains = shipped.variables.flatMap(({ named }) => named.flatMap(({ beside }) => beside));
    expect(domains.filter((domain) => ![...leaves].some((leaf) => leaf.startsWith(`${domain}.`)))).toEqual([]);
    expect(shipped.firm.filter((fact) => !facts.has(fact))).toEqual([]);
  });
});

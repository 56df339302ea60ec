import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analysisSchema, decisionStatusSchema, holderKindSchema, type Analysis } from '../src/analysis.ts';
import { stackBar, bar, glyphsFor } from '../src/report/bar.ts';
import { cite } from '../src/report/cite.ts';
import { renderText, type TextOptions } from '../src/report/text.ts';
import { say } from '../src/report/words.ts';
import { cut, displayWidth, wrap } from '../src/report/wrap.ts';
import { wordsSchema } from '../src/rules/symbols.ts';
import { analysis, document } from './report-fixture.ts';
import { named, scoring } from './score-fixtures.ts';

const { words } = wordsSchema.parse(parse(readFileSync('rules/en/words.yml', 'utf8')));

const options: TextOptions = {
  width: 80, color: false, ascii: false, words,
  names: { issues: named.issues, decisions: named.decisions, levels: scoring.levels },
  askBelow: scoring.confidence.ask,
};

const render = (given: Partial<TextOptions> = {}, changed: Partial<Analysis> = {}): string => renderText({ ...analysis, ...changed }, document, { ...options, ...given });

const noRules: Partial<Analysis> = {
  decisions: [], provisions: [], bodies: [], warnings: [],
  document: { ...analysis.document, language: 'nl', agreementLike: false },
  limits: [{ what: 'no rules for this language', where: 'nl' }],
};

describe('the text summary', () => {
  it('is made from an Analysis that keeps the contract', () => {
    expect(analysisSchema.safeParse(analysis).error).toBeUndefined();
  });
  it('reads as in the golden at 80 columns', async () => {
    await expect(render()).toMatchFileSnapshot('../fixtures/report/summary-80.txt');
  });
  it('reads as in the golden at 40 columns', async () => {
    await expect(render({ width: 40 })).toMatchFileSnapshot('../fixtures/report/summary-40.txt');
  });
  it('tells the structure, and no score, in a language without rules', async () => {
    await expect(render({}, noRules)).toMatchFileSnapshot('../fixtures/report/structure-80.txt');
  });

  it.each([40, 41, 60, 71, 72, 73, 80, 100, 120, 200])('fits %i columns', (width) => {
    for (const changed of [{}, noRules]) {
      const tooWide = render({ width }, changed).split('\n').filter((line) => displayWidth(line) > width);
      expect(tooWide).toEqual([]);
    }
  });
  it('puts the ledger before the number', () => {
    const shown = render();
    expect(shown.indexOf('1. ')).toBeLessThan(shown.indexOf('78 of 100'));
    expect(shown).toContain(' 1. ');
  });
  it('lists open decisions by weight times openness', () => {
    const questions = [...render().matchAll(/^ \d\. (.+)$/gmu)].map(([, question]) => question!.slice(0, 20));
    expect(questions).toEqual([
      'Once the transition ', 'How many fighters jo', 'By what criteria is ', 'What size and struct', 'How are the ranks an', 'What is the lasting ', 'What will it cost, a', 'Who controls the reg',
    ]);
  });
  it('spells every code out', () => {
    for (const code of decisionStatusSchema.options) expect(render()).not.toContain(code);
    expect(render()).not.toMatch(/\b[A-Z]{2}\.\d\b/u);
  });
  it('says that nobody has reviewed it, and when somebody has', () => {
    expect(render()).toContain('Machine reading, not reviewed.');
    expect(render({}, { score: { ...analysis.score, reviewed: true } })).toContain('reviewed by a person');
  });
  it('says so when the text does not read like an agreement', () => {
    const other = { document: { ...analysis.document, agreementLike: false } };
    expect(render({}, other)).toContain('does not read like a peace agreement');
    expect(render()).not.toContain('does not read like');
  });
  it('shows no number when nothing could be scored', () => {
    const score = { ...analysis.score, total: null, low: null, high: null, equalWeights: null };
    const shown = render({}, { score });
    expect(shown).toContain('Nothing in this text could be scored.');
    expect(shown).not.toContain('THE NUMBER');
  });
  it('names a total without parked decisions beside the total', () => {
    expect(render({}, { score: { ...analysis.score, withoutParked: 61.2 } })).toContain('61 without the decisions');
    expect(render()).not.toContain('parked');
  });
  it('asks the reader to check an uncertain reading, and only that', () => {
    expect(render().match(/please check/gu)).toHaveLength(1);
  });
  it('draws in ASCII when asked to', () => {
    expect(render({ ascii: true })).toMatch(/^[\n -~]*$/u);
  });
  it('colours nothing but whole lines, and changes no word by it', () => {
    const colored = render({ color: true });
    expect(colored).toContain('\u001b[1mAccord of Valdora\u001b[22m');
    expect(colored.replace(/\u001b\[\d+m/gu, '')).toBe(render());
  });
});

describe('hostile text', () => {
  it('never reaches the terminal with its control characters', () => {
    const bad = 'Accord \u001b]0;owned\u0007\u202e of\tValdora\u009b31m';
    const changed: Partial<Analysis> = {
      document: { ...analysis.document, title: bad },
      bodies: analysis.bodies.map((row) => ({ ...row, name: bad })),
      limits: [{ what: bad, where: bad }],
      warnings: [{ ...analysis.warnings[0]!, message: bad }],
    };
    const text = document.text.replaceAll(' ', '\u001b');
    const shown = renderText({ ...analysis, ...changed }, { ...document, text }, options);
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
    expect(shown).toContain('␛]0;owned␇');
  });
  it('fits whatever the title and the names are (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 40, max: 200 }), (name, width) => {
        const bodies = analysis.bodies.map((row) => ({ ...row, name }));
        const shown = render({ width }, { bodies, document: { ...analysis.document, title: name }, limits: [{ what: name, where: name }] });
        expect(Math.max(...shown.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
      }),
      { numRuns: 50 },
    );
  });
  it('takes a title of a megabyte', () => {
    const shown = render({}, { document: { ...analysis.document, title: 'x'.repeat(1 << 20) } });
    expect(shown.split('\n').slice(0, 3)).toEqual(['x'.repeat(80), 'x'.repeat(80), `${'x'.repeat(79)}…`]);
  });
});

describe('width', () => {
  it.each([
    ['ceasefire', 9], ['cessez-le-feu à l’été', 21], ['cafe\u0301', 4], ['وَقْف', 3], ['停火', 4], ['한국', 4], ['👩‍👩‍👧', 2], ['🇸🇸', 2], ['', 0], ['a\u200bb', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
  it('cuts at a space that is near, never inside a character', () => {
    expect(cut('The Joint Committee shall decide', 20, '…')).toBe('The Joint Committee…');
    expect(cut('停火停火停火', 6, '…')).toBe('停火…');
    expect(cut('short', 20, '…')).toBe('short');
  });
  it('wraps with a hanging indent and breaks a word longer than a line', () => {
    expect(wrap('one two three', 9, '- ', '  ')).toEqual(['- one two', '  three']);
    expect(wrap('abcdefghij kl', 6)).toEqual(['abcdef', 'ghij', 'kl']);
    expect(wrap('', 10, '- ')).toEqual(['- ']);
  });
  it('loses no word (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }).map((word) => word.replace(/\s/gu, '_'))), fc.integer({ min: 14, max: 60 }), (parts, width) => {
        expect(wrap(parts.join(' '), width).join(' ').trim()).toBe(parts.join(' '));
      }),
    );
  });
});

describe('bars', () => {
  it('fill in proportion', () => {
    expect(bar(50, 4, glyphsFor(true))).toBe('##..');
    expect(bar(100, 4, glyphsFor(true))).toBe('####');
  });
  it('add up to the total, each part in its own pattern', () => {
    const stack = { delegated: 30, deferred: 10, interim: 10, principle: 10, silent: 10, partlySettled: 10 };
    expect(stackBar(stack, 10, glyphsFor(true))).toBe('###=~:/+..');
    for (const ascii of [true, false]) expect(new Set(Object.values(glyphsFor(ascii).stack)).size).toBe(6);
  });
});

const at = (...path: string[]): string => cite({ ...analysis.clauses[0]!, path, page: 7 }, words);

describe('citing', () => {
  it.each([
    [['Chapter II', '2.1', '2.1.10'], '2.1.10'], [['Chapter II', '2.1', '2.1.10', 'a', 'iv'], '2.1.10(a)(iv)'], [['Article 4', '2', 'b'], 'Article 4(2)(b)'], [['5'], '5'], [[], 'page 7'],
  ])('%j as %s', (path, shown) => {
    expect(at(...path)).toBe(shown);
  });
});

describe('words', () => {
  it('exist for every kind, reading, flag and type that the data know', () => {
    const keys = [
      ...holderKindSchema.options.map((kind) => `kind.${kind}`),
      ...[...decisionStatusSchema.options, 'PARTLY'].map((reading) => `count.${reading}`),
      ...Object.keys(scoring.types).map((type) => `type.${type}`),
      ...Object.keys(analysis.score.stack).map((part) => `stack.${part}`),
    ];
    expect(keys.filter((key) => !(key in words))).toEqual([]);
  });
  it('are plain ASCII and free of verdicts', () => {
    for (const [key, text] of Object.entries(words)) {
      if (key !== 'quote') expect(text, key).toMatch(/^[ -~]+$/u);
      expect(text, key).not.toMatch(/\b(?:bad|fail|poor|weak|wrong)/iu);
    }
  });
  it('fill their places once, and stop at a missing one', () => {
    expect(say({ a: '{x} and {y}' }, 'a', { x: '{y}', y: 2 })).toBe('{y} and 2');
    expect(() => say({ a: '{x}' }, 'a')).toThrow('a lacks a value for {x}');
    expect(() => say({}, 'a')).toThrow('words.yml has nothing for a');
  });
});

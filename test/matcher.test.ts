import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLexicon } from '../src/lexicon.ts';
import { createMatcher, type Given, type Match } from '../src/matcher.ts';
import { compileRules } from '../src/rules/compile.ts';
import { matchesIn, ruleOf, streamOf, tinyVocabulary } from './engine-fixtures.ts';

describe('patterns', () => {
  test('a word matches its forms, "=" only the form itself', () => {
    expect(matchesIn({ patterns: ['board'] }, 'Boards and board.')).toEqual(['Boards', 'board']);
    expect(matchesIn({ patterns: ['=board'] }, 'Boards and board.')).toEqual(['board']);
  });

  test('gaps are bounded and shortest first', () => {
    expect(matchesIn({ patterns: ['board ..2 decide'] }, 'The board shall now decide; the board shall at last perhaps decide.')).toEqual(['board shall now decide']);
    expect(matchesIn({ patterns: ['board ..9 decide'] }, 'board decide decide')).toEqual(['board decide']);
  });

  test('optional words, alternatives and lists', () => {
    const lists = { bodies: ['joint board', 'panel', '{courts}'], courts: ['court'] };
    expect(matchesIn({ patterns: ['{bodies} shall? (decide|set up)'] }, 'The joint board shall set up a camp. A panel decides not. The court decide.', lists)).toEqual(['joint board shall set up', 'panel decides', 'court decide']);
  });

  test('an alternative may hold gaps and lists among words', () => {
    expect(matchesIn({ patterns: ['(size of ..2 army|number)'] }, 'size of the new army and a number')).toEqual(['size of the new army', 'number']);
  });

  test('a match never crosses a sentence end', () => {
    expect(matchesIn({ patterns: ['board ..5 decide'] }, 'This is the board. They decide.')).toEqual([]);
  });

  test('edges hold at the start and end of the sentence', () => {
    expect(matchesIn({ patterns: ['^ board'] }, 'Board meets. The board meets.')).toEqual(['Board']);
    expect(matchesIn({ patterns: ['meet $'] }, 'The board meets. They meet now.')).toEqual(['meets']);
  });

  test('numbers are a test of their own', () => {
    expect(matchesIn({ patterns: ['<num> soldier'] }, 'six soldiers, 4,500 soldiers, many soldiers')).toEqual(['six soldiers', '4,500 soldiers']);
  });

  test('unless cancels what it overlaps, silencedBy the whole sentence', () => {
    expect(matchesIn({ patterns: ['security'], unless: ['food security'] }, 'food security and security')).toEqual(['security']);
    expect(matchesIn({ patterns: ['security'], silencedBy: ['harvest'] }, 'security after harvest. Security now.')).toEqual(['Security']);
  });

  test('a longer phrase wins over a shorter one at the same place', () => {
    expect(matchesIn({ patterns: ['(joint|joint command) ..1 shall'] }, 'joint command shall')).toEqual(['joint command shall']);
  });
});

describe('patterns that are refused', () => {
  test.each([
    ['..3 the?', 'no word that must be there'],
    ['the of', 'only common words'],
    ['board ..99 decide', 'a gap is 1 to 20 words'],
    ['[holder: board', 'is never closed'],
    ['board ]', 'without its'],
    ['{nobody} decides', 'no list {nobody}'],
    ['board (a||b)', 'an empty alternative'],
    ['board & decide', 'cannot read the pattern'],
  ])('%s', (pattern, message) => {
    expect(() => matchesIn({ patterns: [pattern] }, 'x')).toThrow(message);
  });
});

describe('over a whole text', () => {
  const vocabulary = tinyVocabulary();
  const run = (rules: Parameters<typeof ruleOf>[0][], text: string, given: Given = {}): Match[] => {
    const compiled = compileRules(rules.map((rule, i) => ({ ...ruleOf(rule), path: `r${i}` })), {}, vocabulary, (_id, at, what) => {
      throw new Error(`${what}: ${at}`);
    });
    const stream = streamOf(text, vocabulary);
    return createMatcher(compiled)(stream, createLexicon(vocabulary, compiled.phrases).scan(stream), given);
  };
  const places = (matches: Match[]): unknown[] => matches.map(({ rule, sentence, start, end, captures }) => ({ rule: rule.id.split('/')[0], sentence, start, end, captures }));

  test('finds the same in every stretch of a long one', () => {
    const sentences = Array.from({ length: 2600 }, (_, i) => (i % 7 === 0 ? 'The board decides.' : i % 11 === 0 ? 'The board never decides.' : 'The panel meets.'));
    const found = run([{ patterns: ['board ..2 decide'], unless: ['never'] }, { patterns: ['board ..2 decide'], silencedBy: ['never'] }, { patterns: ['panel meet'] }], sentences.join(' '));
    const at = (keep: (i: number) => boolean): number[] => sentences.flatMap((_, i) => (keep(i) ? [i] : []));
    const sentencesOf = (id: string): number[] => found.filter(({ rule }) => rule.id.startsWith(`${id}/`)).map(({ sentence }) => sentence);
    expect(sentencesOf('r0')).toEqual(at((i) => i % 7 === 0));
    expect(sentencesOf('r1')).toEqual(at((i) => i % 7 === 0));
    expect(sentencesOf('r2')).toEqual(at((i) => i % 7 !== 0 && i % 11 !== 0));
  });

  test('takes the places of bodies and dates from other stages, alone or beside a list', () => {
    const text = 'alpha beta shall decide gamma';
    const given = { body: { start: [0], end: [2] }, date: { start: [4], end: [5] } };
    expect(places(run([{ patterns: ['[who: <body>] shall decide [when: <date>]'] }], text, given))).toEqual([{ rule: 'r0', sentence: 0, start: 0, end: 5, captures: { who: { start: 0, end: 2 }, when: { start: 4, end: 5 } } }]);
    expect(places(run([{ patterns: ['(<body>|panel) shall'] }], text, given))).toEqual([{ rule: 'r0', sentence: 0, start: 0, end: 3, captures: {} }]);
    expect(run([{ patterns: ['<body> shall'] }], text)).toEqual([]);
    expect(run([{ patterns: ['<date> shall'] }], text, given)).toEqual([]);
  });

  test('edges and gaps hold on both sides of the telling word', () => {
    expect(places(run([{ patterns: ['^ ..2 board ..2 $'] }], 'Alpha beta board gamma delta. Alpha beta gamma board delta. Alpha board beta gamma delta. Board.'))).toMatchObject([{ sentence: 0 }, { sentence: 3 }]);
    // The shortest gap wins, even where a longer one would take in an optional word.
    expect(places(run([{ patterns: ['alpha? ..1 board beta? ..1 gamma'] }], 'alpha x board beta y gamma'))).toEqual([{ rule: 'r0', sentence: 0, start: 2, end: 6, captures: {} }]);
  });

  test('what cancels must overlap: before, after or in another sentence it does not', () => {
    const unless = ['food security', 'security guard'];
    expect(places(run([{ patterns: ['security'], unless }], 'Food security. Security guard. Food. Security. Food then security then guard.'))).toMatchObject([{ sentence: 3 }, { sentence: 4 }]);
  });
});

test('many rules at once find what each finds alone', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd');
  const pattern = fc.tuple(letter, fc.constantFrom(' ', ' ..2 ', ' ..1 '), letter, fc.constantFrom('', ' $')).map((parts) => parts.join(''));
  const rule = fc.record({ patterns: fc.array(pattern, { minLength: 1, maxLength: 2 }), unless: fc.array(pattern, { maxLength: 1 }), silencedBy: fc.array(pattern, { maxLength: 1 }) });
  const sentence = fc.array(letter, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}.`);
  fc.assert(
    fc.property(fc.array(rule, { minLength: 2, maxLength: 5 }), fc.array(sentence, { minLength: 1, maxLength: 6 }), (rules, sentences) => {
      const vocabulary = tinyVocabulary();
      const stream = streamOf(sentences.join(' '), vocabulary);
      const found = (some: typeof rules): string[] => {
        const compiled = compileRules(some.map((each) => ruleOf(each)), {}, vocabulary, (_id, at, what) => {
          throw new Error(`${what}: ${at}`);
        });
        return createMatcher(compiled)(stream, createLexicon(vocabulary, compiled.phrases).scan(stream), {}).map(({ sentence: s, start, end }) => `${s}:${start}-${end}`);
      };
      expect(found(rules)).toEqual(rules.flatMap((each) => found([each])));
    }),
    { numRuns: 200 },
  );
});

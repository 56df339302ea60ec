import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLexicon } from '../src/lexicon.ts';
import { createMatcher } from '../src/matcher.ts';
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

/** The obvious matcher: tries every start and every way. Words here are single letters, so stems do not matter. */
const obviously = (elements: readonly string[], words: readonly string[]): boolean => {
  const from = (element: number, at: number): boolean => {
    if (element === elements.length) return true;
    const item = elements[element]!;
    if (item.startsWith('..')) {
      for (let gap = 0; gap <= Number(item.slice(2)) && at + gap <= words.length; gap++) if (from(element + 1, at + gap)) return true;
      return false;
    }
    const optional = item.endsWith('?');
    const choices = item.replace(/[()?]/gu, '').split('|');
    return (optional && from(element + 1, at)) || (at < words.length && choices.includes(words[at]!) && from(element + 1, at + 1));
  };
  return words.some((_, start) => from(0, start));
};

test('finds what a slow, obvious matcher finds, on random rules and texts', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd');
  const element = fc.oneof(
    { weight: 4, arbitrary: letter },
    { weight: 2, arbitrary: fc.tuple(letter, letter).map(([x, y]) => `(${x}|${y})`) },
    { weight: 1, arbitrary: letter.map((x) => `${x}?`) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => `..${n}`) },
  );
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 6 }), fc.array(letter, { minLength: 1, maxLength: 14 }), (elements, words) => {
      fc.pre(elements.some((item) => !item.startsWith('..') && !item.endsWith('?')));
      const vocabulary = tinyVocabulary();
      const compiled = compileRules([ruleOf({ patterns: [elements.join(' ')] })], {}, vocabulary, (_id, at, what) => {
        throw new Error(`${what}: ${at}`);
      });
      const text = words.join(' ');
      const stream = streamOf(text, vocabulary);
      const found = createMatcher(compiled)(stream, createLexicon(vocabulary, compiled.phrases).scan(stream), {});
      expect(found.length > 0).toBe(obviously(elements, words));
    }),
    { numRuns: 600 },
  );
});

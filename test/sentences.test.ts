import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSentences } from '../src/sentences.ts';
import { clause, documentOf, streamOf, tinyVocabulary } from './engine-fixtures.ts';

const sentencesIn = (text: string): string[] => streamOf(text, tinyVocabulary()).sentences.map(({ start, end }) => text.slice(start, end));
const wordsIn = (text: string): string[] => {
  const { tokens } = streamOf(text, tinyVocabulary());
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i]!, tokens.end[i]!));
};

describe('sentences', () => {
  test('end at a full stop before a capital, not at abbreviations, initials or numbers', () => {
    expect(sentencesIn('They leave. See Art. 5 of it. Gen. A. Kesh signs on 2.5. Done!')).toEqual(['They leave.', 'See Art. 5 of it.', 'Gen.', 'A. Kesh signs on 2.5.', 'Done!']);
  });

  test('do not end where the next word begins in lower case', () => {
    expect(sentencesIn('Units (approx. two) leave.')).toEqual(['Units (approx. two) leave.']);
  });

  test('a list item is read after its chapeau, up to the next sentence', () => {
    const text = 'The board shall:\nset the size. It meets.';
    const stream = readSentences(documentOf(text), [clause('a', 0, 16), clause('b', 17, text.length, 'a')], tinyVocabulary());
    const read = stream.sentences.map(({ first, own, last }) => [own - first, last - own]);
    expect(read).toEqual([[0, 3], [3, 3], [0, 2]]);
    expect(stream.sentences[1]!.chapeau).toBe(0);
  });

  test('words split at hyphens but for known prefixes, keep possessives, split elisions', () => {
    expect(wordsIn("cease-fire re-integration party's l'armée 4,500 12% 11.1")).toEqual(['cease', 'fire', 're-integration', "party's", 'l', 'armée', '4,500', '12', '%', '11.1']);
  });

  test('every letter and digit of any text is in a token, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const { tokens } = streamOf(text, tinyVocabulary());
        let covered = '';
        let last = 0;
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.start[i]!).toBeGreaterThanOrEqual(last);
          last = tokens.end[i]!;
          covered += text.slice(tokens.start[i]!, last);
        }
        const letters = (value: string): string => value.replace(/[^\p{L}\p{M}\p{Nd}]/gu, '');
        expect(letters(covered)).toBe(letters(text));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMender } from '../src/slips.ts';

const RARE = ['cantonment', 'demining', 'militia'];
const mend = createMender(RARE);

describe('a slip of one letter', () => {
  test.each([
    ['left out', 'cantonent'], ['put in', 'cantonmment'], ['misread', 'cantonmont'], ['swapped', 'cantnoment'], ['at the start', 'antonment'], ['at the end', 'cantonmentt'],
  ])('%s is mended', (_, word) => {
    expect(mend(word)).toBe('cantonment');
  });

  test('two slips are not, nor a short or a distant word', () => {
    expect(['cantoment s', 'cntonent', 'canton', 'mining', 'military'].map(mend)).toEqual(['cantoment s', 'cntonent', 'canton', 'mining', 'military']);
  });

  test('a word that is near to two listed ones stays what it is', () => {
    expect(createMender(['abcdefx', 'abcdefy'])('abcdefz')).toBe('abcdefz');
  });

  test('listed words are never changed, and any single edit of one is taken back', () => {
    const edit = fc.tuple(fc.constantFrom(...RARE), fc.nat(), fc.constantFrom('drop', 'double', 'swap'));
    fc.assert(
      fc.property(edit, ([word, place, kind]) => {
        const at = place % (word.length - 1);
        const slipped = kind === 'drop' ? word.slice(0, at) + word.slice(at + 1) : kind === 'double' ? word.slice(0, at) + word[at] + word.slice(at) : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
        expect(mend(slipped)).toBe(word);
        expect(mend(word)).toBe(word);
      }),
    );
  });
});

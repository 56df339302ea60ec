/** The phrases of all rules as one trie: every place of every phrase, told by its number, and none across a sentence. */
import { describe, expect, it } from 'vitest';
import { createTrie, phraseTests } from '../src/trie.ts';
import { streamOf, tinyVocabulary } from './engine-fixtures.ts';

/** Places as "number:words", in the order in which they are found. */
const placesOf = (phrases: readonly string[], text: string): string[] => {
  const vocabulary = tinyVocabulary();
  const { tokens, sentences } = streamOf(text, vocabulary);
  const breaks = new Uint8Array(tokens.count + 1);
  for (const { first } of sentences) breaks[first] = 1;
  const { phrase, start, end } = createTrie(phrases.map((each) => phraseTests(each, vocabulary)), vocabulary).search(tokens, breaks);
  return phrase.map((number, i) => `${number}:${text.slice(tokens.start[start[i]!]!, tokens.end[end[i]! - 1]!)}`);
};

describe('phrases in a text', () => {
  it('finds the first phrase and the last, at the beginning of the text and at its end', () => {
    expect(placesOf(['army', 'council'], 'The army and the council')).toEqual(['0:army', '1:council']);
    expect(placesOf(['army council'], 'An army')).toEqual([]);
  });

  it('finds a phrase and the longer one that begins with it', () => {
    expect(placesOf(['army', 'army council', 'army council seat'], 'The army council seats six.')).toEqual(['0:army', '1:army council', '2:army council seats']);
  });

  it('finds phrases that overlap', () => {
    expect(placesOf(['joint army', 'army council'], 'A joint army council.')).toEqual(['0:joint army', '1:army council']);
  });

  it('lets no phrase run into the next sentence', () => {
    expect(placesOf(['army council'], 'It names the army. Council members meet.')).toEqual([]);
  });

  it('tells an exact word from a stem, a number and a capital', () => {
    expect(placesOf(['=armies', 'army', '<num> army', '<cap>'], 'six armys Meet')).toEqual(['2:six armys', '1:armys', '3:Meet']);
  });

  it('finds nothing where no phrase is asked for', () => {
    expect(placesOf([], 'The army.')).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import type { Material } from '../src/warnings/material.ts';
import { tellingReader } from '../src/warnings/telling.ts';
import { streamOf, tinyVocabulary } from './engine-fixtures.ts';

const wordsOf = (text: string): string[] => {
  const vocabulary = tinyVocabulary();
  const { tokens, sentences } = streamOf(text, vocabulary);
  const material = { reading: { tokens, sentences, mentions: [], vocabulary }, deadlines: [], places: () => [] } as unknown as Material;
  return tellingReader([], material)(0).map(({ stem, stretch }) => `${stem} ${stretch}`);
};

test('small words are skipped, and a number parts two stretches', () => {
  expect(wordsOf('the guards leave six posts of the line')).toEqual(['guard 0', 'leave 0', 'post 1', 'line 1']);
});

test('of a sentence without end only the first words tell, so that two of them are not compared word by word for minutes', () => {
  expect(wordsOf(Array.from({ length: 10_000 }, (_, i) => `word${'abcdefghij'[i % 10]}`).join(' '))).toHaveLength(400);
});

import { describe, expect, test } from 'vitest';
import { findAcronyms } from '../src/acronyms.ts';
import { readSentences } from '../src/sentences.ts';
import { clause, documentOf, tinyVocabulary } from './engine-fixtures.ts';

const none = (): boolean => false;

const spelled = (text: string, isNamed: (key: string) => boolean = none): Record<string, string> => {
  const vocabulary = tinyVocabulary();
  return Object.fromEntries([...findAcronyms(text, vocabulary, isNamed)].map(([acronym, words]) => [acronym, words.map((word) => vocabulary.forms[word]).join(' ')]));
};

describe('acronyms', () => {
  test('stand for the words before them whose first letters they are, links passed over', () => {
    expect(spelled('the lasting halt to fire and of raids (LHFR)')).toEqual({ LHFR: 'lasting halt to fire and of raids' });
    expect(spelled('They agree on Disarmament and Retraining (D&R) in Kesh.')).toEqual({ 'D&R': 'Disarmament and Retraining' });
    expect(spelled('la Déposition de Armes (DA)')).toEqual({ DA: 'Déposition de Armes' });
  });

  test('have letters of links where they need them', () => {
    expect(spelled('a Halt of Raids (HOR)')).toEqual({ HOR: 'Halt of Raids' });
  });

  test('are left alone where the words do not spell them, or name a body', () => {
    expect(spelled('the Halt (see ABC), the lasting Halt (LHX), a Halt of long Raids (HR) and (AB)')).toEqual({});
    expect(spelled('the Halt Board (HB)', (key) => key === 'board')).toEqual({});
  });

  test('keep their first meaning', () => {
    expect(spelled('a Raid Halt (RH) and then a Road Hut (RH)')).toEqual({ RH: 'Raid Halt' });
  });

  test('are read as their words where they stand later, all in their place', () => {
    const text = 'A Raid Halt (RH) is made. The RH ends.';
    const vocabulary = tinyVocabulary();
    const { tokens, sentences } = readSentences(documentOf(text), [clause('c', 0, text.length)], vocabulary, undefined, findAcronyms(text, vocabulary, none));
    const read = Array.from({ length: tokens.count }, (_, i) => [vocabulary.forms[tokens.word[i]!], text.slice(tokens.start[i]!, tokens.end[i]!)].join('='));
    expect(read.slice(0, sentences[0]!.last)).toEqual(['A=A', 'Raid=Raid', 'Halt=Halt', 'RH=RH', 'is=is', 'made=made']);
    expect(read.slice(sentences[1]!.first)).toEqual(['The=The', 'Raid=RH', 'Halt=RH', 'ends=ends']);
  });
});

/** References to parts of the text itself and to other texts. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, readText } from './symbols-helper.ts';

const TEXT = `THE ORLUND PEACE ACCORD

CHAPTER I: CEASEFIRE

Article 1. Ceasefire
1. The ceasefire begins.
2. It covers:
(a) land forces;
(b) river forces.

Article 2. Watch
1. The Board watches over the ceasefire in Marsk.
2. SENTENCE

CHAPTER II: FORCES

Article 3. Camps
3.1. The camps are open.
3.2. The camps are safe.

ANNEX A: SITES

The sites are Kelby, Marsk, Orlund and three others.

ANNEX B: MAP

[See printed copy for the map]`;

/** References of a sentence put into Article 2(2): kind, state, last part of the target, text. */
const told = (sentence: string): unknown[][] =>
  readText(TEXT.replace('SENTENCE', sentence).replace(/\n+/gu, '\n')).references.map(({ kind, state, target, text }) => [kind, state, target, text]);

describe('parts of the text itself', () => {
  it.each([
    ['It follows Article 1.', ['article', 'resolved', 'CHAPTER I/Article 1', 'Article 1']],
    ['It follows Art. 1(2)(b) of this Accord.', ['article', 'resolved', 'CHAPTER I/Article 1/2/b', 'Art. 1(2)(b) of this Accord']],
    ['It follows Article 1, paragraph 2.', ['article', 'resolved', 'CHAPTER I/Article 1/2', 'Article 1, paragraph 2']],
    ['It follows item (a) of paragraph 2 of Article 1.', ['article', 'resolved', 'CHAPTER I/Article 1/2/a', 'item (a) of paragraph 2 of Article 1']],
    ['It follows paragraph 1 of this Article.', ['article', 'resolved', 'CHAPTER I/Article 2/1', 'paragraph 1 of this Article']],
    ['It follows paragraph 1 above.', ['article', 'resolved', 'CHAPTER I/Article 2/1', 'paragraph 1 above']],
    ['It follows clause 3.2 below.', ['article', 'resolved', 'CHAPTER II/Article 3/3.2', 'clause 3.2 below']],
    ['It follows Chapter II, Article 3.', ['article', 'resolved', 'CHAPTER II/Article 3', 'Chapter II, Article 3']],
    ['It follows Article 3 of Chapter Two.', ['article', 'resolved', 'CHAPTER II/Article 3', 'Article 3 of Chapter Two']],
    ['It follows Chapter 1 of this Accord.', ['chapter', 'resolved', 'CHAPTER I', 'Chapter 1 of this Accord']],
    ['It follows Article One.', ['article', 'resolved', 'CHAPTER I/Article 1', 'Article One']],
    ['It follows the list (see Annex A).', ['annex', 'resolved', 'ANNEX A', 'Annex A']],
    ['It follows the map (see Annex B).', ['annex', 'empty', 'ANNEX B', 'Annex B']],
    ['It follows the plan in Annex C.', ['annex', 'dangling', null, 'Annex C']],
    ['It follows Appendix 2.', ['annex', 'dangling', null, 'Appendix 2']],
    ['It follows Article 9.', ['article', 'dangling', null, 'Article 9']],
    ['It follows Chapter I, Article 3.', ['article', 'dangling', null, 'Chapter I, Article 3']],
    ['It follows Article 1(2)(f).', ['article', 'dangling', null, 'Article 1(2)(f)']],
    ['It follows Article 2(1)(c).', ['article', 'resolved', 'CHAPTER I/Article 2/1', 'Article 2(1)(c)']],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual([expected]);
  });

  it.each([
    ['It follows Articles 1 and 3.', ['Articles 1', '3']],
    ['It follows Articles 1, 2 and 3.', ['Articles 1', '2', '3']],
    ['It follows Articles 3.1 - 3.2.', ['Articles 3.1', '3.2']],
    ['It follows Articles 1-3.', ['Articles 1-3']],
    ['It follows Article 1(2)(a) or (b).', ['Article 1(2)(a)', '(b)']],
  ])('several: %s', (sentence, texts) => {
    const found = told(sentence);
    expect(found.map(([, , , text]) => text)).toEqual(texts);
    expect(found.every(([, state]) => state === 'resolved')).toBe(true);
  });

  it.each(['The parties to this Accord agree.', 'This Article binds the Parties.', 'The Accord is kept in part 100 per cent.', 'An annex shall follow.', 'The Orlund Peace Accord is public.'])('none: %s', (sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});

describe('other texts', () => {
  it.each([
    ['It renews the Kesh Ceasefire Agreement of 21 December 2029.', ['agreement', 'external', null, 'Kesh Ceasefire Agreement of 21 December 2029']],
    ['It follows Resolution 2046 (2030).', ['agreement', 'external', null, 'Resolution 2046 (2030)']],
    ['It follows the Constitution.', ['law', 'external', null, 'Constitution']],
    ['It follows the Police Act.', ['law', 'external', null, 'Police Act']],
    ['It follows the Police Act, 2019.', ['law', 'external', null, 'Police Act, 2019']],
    ['It follows Article 9 of the Police Act.', ['article', 'external', null, 'Article 9 of the Police Act']],
    ['It follows the Police Act, section 9.', ['law', 'external', null, 'Police Act']],
    ['It follows Article 1 of that Law.', ['article', 'external', null, 'Article 1 of that Law']],
    ['It follows Annex C of the Kesh Protocol.', ['annex', 'external', null, 'Annex C of the Kesh Protocol']],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)[0]).toEqual(expected);
    expect(told(sentence).every(([, state]) => state === 'external')).toBe(true);
  });

  it('are known by the acronym the text gives them', () => {
    expect(told('It renews the Kesh Ceasefire Agreement (KCA) and Article 11.1 of KCA. The KCA of 5 May 2029 holds.')).toEqual([
      ['agreement', 'external', null, 'Kesh Ceasefire Agreement (KCA)'],
      ['article', 'external', null, 'Article 11.1 of KCA'],
      ['agreement', 'external', null, 'KCA of 5 May 2029'],
    ]);
  });

  it.each(['The Constitution Review Board sits.', 'International Humanitarian Law applies.', 'They sign an Agreement on Forces later.', 'They act in good faith.'])('none: %s', (sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});

it('headings and contents refer to nothing', () => {
  const { references, clauses } = readText(fixture('valdora.txt'));
  const kinds = new Map(clauses.map(({ id, kind }) => [id, kind]));
  expect(references.filter(({ clause }) => ['heading', 'contents', 'title', 'signature'].includes(kinds.get(clause)!))).toEqual([]);
});

it('a whole text', () => {
  expect(readText(fixture('valdora.txt')).references.map(({ clause, state, target, text }) => [clause.split('/').at(-1), state, target?.split('/').at(-1) ?? null, text])).toEqual([
    ['1.2', 'external', null, 'Lake Orlund Ceasefire Agreement of 14 March 2029 (LOCA)'],
    ['1.2', 'external', null, 'Article 7.2 of LOCA'],
    ['1.4', 'resolved', 'Article 5', 'Chapter Three, Article 5'],
    ['1.4', 'external', null, 'Constitution'],
    ['2.1', 'resolved', 'ANNEX A', 'Annex A'],
    ['2.2', 'empty', 'ANNEX B', 'Annex B'],
    ['2.2', 'empty', 'ANNEX C', 'Annexes C'],
    ['2.2', 'dangling', null, 'D'],
    ['2.3', 'resolved', '2.1', 'paragraph 2.1 above'],
    ['b', 'dangling', null, 'Article 9 of this Accord'],
    ['3.2', 'external', null, 'Officers Act, 2019'],
    ['3.3', 'resolved', 'a', 'items (a)'],
    ['3.3', 'resolved', 'b', '(b) of Article 3.1'],
    ['5.1', 'external', null, 'Resolution 2046 (2030)'],
    ['5.1', 'resolved', 'Article 1', 'Articles 1'],
    ['5.1', 'resolved', 'Article 2', '2'],
  ]);
});

describe('properties', () => {
  const piece = fc.constantFrom(
    'Article', 'Articles', 'Chapter', 'Annex', 'paragraph', 'Schedule', 'First', '1', '2(b)', '1.2', '(a)', 'II', 'C', 'and', ',', 'of', 'the', 'this', 'that', 'above', 'Accord', 'Police', 'Act', '(KCA)', 'KCA', 'Constitution',
    'Resolution', '2046', '(2030)', '.', '(', ')', '5 May 2031', 'No.', '-', 'signed on', 'Board',
  );

  it('spans lie in the text, are ordered and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(' ', ''), (pieces, glue) => {
        const { text, references, clauses } = readText(TEXT.replace('SENTENCE', `It follows ${pieces.join(glue)}`).replace(/\n+/gu, '\n'));
        const ids = new Set(clauses.map(({ id }) => id));
        let end = 0;
        for (const reference of references) {
          expect(reference.start).toBeGreaterThanOrEqual(end);
          expect(reference.end).toBeGreaterThan(reference.start);
          expect(text.slice(reference.start, reference.end)).toBe(reference.text);
          expect(reference.target === null || ids.has(reference.target)).toBe(true);
          expect(reference.target !== null).toBe(reference.state === 'resolved' || reference.state === 'empty');
          end = reference.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads a line of a megabyte', () => {
    const unit = 'it follows Article 1 of the Police Act, ';
    const count = Math.ceil(1e6 / unit.length);
    expect(readText(TEXT.replace('SENTENCE', unit.repeat(count))).references).toHaveLength(count);
    for (const hostile of ['Article ', '(', '[', 'Articles 1, ', 'Article 1 of ', 'Police ', 'Agreement on ', 'KCA (KCA) ', 'Annex A (', '1. ']) {
      expect(readText(TEXT.replace('SENTENCE', hostile.repeat(Math.ceil(1e6 / hostile.length)))).clauses.length).toBeGreaterThan(10);
    }
  });
});

const file = '../shared/agreements/south-sudan-r-arcss-2018.en.txt';
if (!existsSync(file)) console.log(`skipped: ${file} is absent`);

describe.skipIf(!existsSync(file))('R-ARCSS', () => {
  it('names what is missing, empty and elsewhere', () => {
    const { references } = readText(readFileSync(file, 'utf8').replace(/\r\n?/gu, '\n'));
    const own = references.filter(({ kind, state }) => state !== 'external' || kind === 'article');
    const at = (label: string): unknown[] => own.filter(({ clause }) => clause.split('/').at(-1) === label).map(({ state, target }) => [state, target]);
    expect(at('2.2.6')).toEqual([['empty', 'ANNEX C']]);
    expect(at('2.4.5')).toEqual([['external', null], ['empty', 'ANNEX B']]);
    expect(at('1.18.2')).toEqual([['resolved', 'CHAPTER VIII']]);
    expect(at('1.9.4.1')).toEqual([['dangling', null]]);
    expect(own.filter(({ state }) => state === 'dangling').map(({ clause }) => clause.split('/').at(-1))).toEqual(['1.9.4.1', '1.15.17', '1.17.6', '5.3.5.1']);
  });
});

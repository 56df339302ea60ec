/** The label grammar: what is read at the start of a line, and what the context makes of it. */
import { describe, expect, it } from 'vitest';
import { readLabel } from '../src/clauses/labels.ts';
import { vocabularyOf } from '../src/clauses/vocabulary.ts';
import { splitClauses } from '../src/clauses.ts';
import { numberingSchema } from '../src/rules/numbering.ts';
import { documentOf, english } from './clauses-helper.ts';

const words = vocabularyOf(english);
const paths = (...lines: string[]): string[] => splitClauses(documentOf(lines.join('\n')), english).map((c) => c.path.join('/'));

describe('labels', () => {
  it.each(english.flatMap((n) => Object.entries(n.examples.labels)))('%s -> %s (example of the rules)', (line, label) => {
    expect(readLabel(line, 0, words)?.text).toBe(label);
    expect(splitClauses(documentOf(`${line}`), english)[0]!.label).toBe(label);
  });

  it.each(english.flatMap((n) => n.examples.none))('%s has none (example of the rules)', (line) => {
    expect(splitClauses(documentOf(`The talks ended on that day.\n${line}`), english).map((c) => c.label)).toEqual(['', '']);
  });

  it.each([
    ['2.1.10.3 The Board meets.', '2.1.10.3'],
    ['(1) The Board meets.', '1'],
    ['a. The Board meets.', 'a'],
    ['iv. the Board', 'iv'],
    ['A. The Board', 'A'],
    ['I. THE BOARD', 'I'],
    ['36A. The Board', '36A'],
    ['1.- The Board meets.', '1'],
    ['ARTICLE 240', 'ARTICLE 240'],
    ['Article (1', 'Article 1'],
    ['Article (12) The Board', 'Article 12'],
    ['Article  12', 'Article 12'],
    ['Chapter II', 'Chapter II'],
    ['Part III. The Board', 'Part III'],
    ['Section 2: The Board', 'Section 2'],
    ['Annex 1-A. The Board', 'Annex 1-A'],
    ['Appendix 1', 'Appendix 1'],
    ['Schedule 4', 'Schedule 4'],
    ['CHAPTER TWENTY. THE BOARD', 'CHAPTER TWENTY'],
  ])('%s -> %s', (line, label) => expect(readLabel(line, 0, words)?.text).toBe(label));

  it.each(['12.09.2018', '24.08.2016 Kesh', '2005. A year', '3.5 million', '50% of them', 'i.e. all of them', 'a.m. and p.m.', 'U.S. forces', 'mixed. forces', '5-10 people', '-', '1.', 'Article 5, paragraph 2', 'Part of the army'])(
    '%s is none, or not on its own',
    (line) => {
      const label = readLabel(line, 0, words);
      expect(label === null || label.tie === 'weak' || label.end === line.length).toBe(true);
    },
  );
});

describe('labels in context', () => {
  it('takes i after h for a letter, and i before ii for a roman', () => {
    expect(paths('(g) the port;', '(h) the roads:', '(i) all of them;', '(j) the sea.')).toEqual(['g', 'h', 'i', 'j']);
    expect(paths('(h) the roads:', '(i) paved;', '(i) of stone;', '(ii) of tar;', '(j) the sea.')).toEqual(['h', 'i', 'i/i', 'i/ii', 'j']);
  });

  it('lets numbers run on under new headings and start again', () => {
    expect(paths('TITLE I. FIRST', 'Article 1', 'The army is one.', 'TITLE II. SECOND', 'Article 2', 'The police is one.')).toEqual([
      'TITLE I', 'TITLE I/Article 1', 'TITLE I/Article 1', 'TITLE II', 'TITLE II/Article 2', 'TITLE II/Article 2',
    ]);
    expect(paths('CHAPTER 1. FIRST', '1. The army is one.', 'CHAPTER 2. SECOND', '1. The police is one.')).toEqual([
      'CHAPTER 1', 'CHAPTER 1/1', 'CHAPTER 2', 'CHAPTER 2/1',
    ]);
  });

  it('keeps numbers out of order as clauses', () => {
    expect(paths('1. The army stays.', '3. The police stays.', '2. The guard goes.')).toEqual(['1', '3', '2']);
  });

  it('splits a line only where the count goes on', () => {
    expect(paths('1. The army stays.2. The police stays. See Article 3. The guard (2) goes.3. All of it is watched.')).toEqual(['1', '2', '3']);
    expect(paths('2.4. Seats: one; 2.5. Chair: one; on 2.6.2031 all; 2.8. none')).toEqual(['2.4', '2.5']);
    expect(paths('(a) the army; and (b) the police, or (c) both; (e) none')).toEqual(['a', 'b', 'c']);
  });

  it('reads two labels that stand together', () => {
    expect(paths('1. (a) The army stays.', '(b) The police stays.', '2. The guard goes.')).toEqual(['1', '1/a', '1/b', '2']);
  });

  it('puts a dotted number under its article', () => {
    expect(paths('Article 5. Forces', '5.1. The army stays.', '5.2. The police stays.', 'Article 6. Seas', '6.1. The navy stays.')).toEqual([
      'Article 5', 'Article 5/5.1', 'Article 5/5.2', 'Article 6', 'Article 6/6.1',
    ]);
  });

  it('reads other scripts when the data name their words and letters', () => {
    const other = numberingSchema.parse({
      parts: { article: ['المادة'] },
      ordinals: [['الأولى'], ['الثانية']],
      letters: [['أ', 'ب', 'ج', 'د']],
      preamble: {},
      signature: {},
      bullets: [],
      examples: { labels: { 'المادة ٥': 'المادة ٥' }, none: ['x'] },
    });
    const text = 'المادة الأولى\nيبقى الجيش في ثكناته:\nأ) في الشمال؛\nب) في الجنوب.\nالمادة (٢): الشرطة\n١- تبقى الشرطة.\n٢- يبقى الحرس.';
    expect(splitClauses(documentOf(text), [...english, other]).map((c) => c.path)).toEqual([
      ['المادة الأولى'], ['المادة الأولى'], ['المادة الأولى', 'أ'], ['المادة الأولى', 'ب'], ['المادة ٢'], ['المادة ٢', '١'], ['المادة ٢', '٢'],
    ]);
  });

  it('holds out against lines of a megabyte and lists of a hundred thousand', () => {
    const heavy = ['The Parties agree. '.repeat(60_000), 'a'.repeat(1_000_000), '('.repeat(200_000), ' 1.'.repeat(200_000), `1.${' '.repeat(500_000)}x`].join('\n');
    expect(splitClauses(documentOf(heavy), english)).toHaveLength(4);
    const long = Array.from({ length: 100_000 }, (_, i) => `${Math.floor(i / 500) + 1}.${(i % 500) + 1}. The Parties meet.`).join('\n');
    expect(splitClauses(documentOf(long), english)).toHaveLength(100_000);
  });
});

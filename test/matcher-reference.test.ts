/** The engine against a slow, obvious one, over random rules and texts: the same matches, with the same ends and captures. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clause } from '../src/analysis.ts';
import { createLexicon } from '../src/lexicon.ts';
import { createMatcher, type Given, type Match } from '../src/matcher.ts';
import { compileRules } from '../src/rules/compile.ts';
import { readSentences, type TokenStream } from '../src/sentences.ts';
import type { Span } from '../src/span.ts';
import { clause, documentOf, ruleOf, tinyVocabulary } from './engine-fixtures.ts';
import { matchObviously, source, type Written } from './matcher-reference.ts';

const lists = { few: ['ka', 'bo du'], more: ['{few}', 'du', 'du ka bo', '=bos'] };

const choice = fc.constantFrom('ka', 'bo', 'du', '=kas', '=bo', 'the', 'ka bo', 'du du', '{few}', '{more}', '<body>', '<date>', '<num>', '<cap>');
const single = choice.map((each) => (each.includes(' ') ? `(${each})` : each));
const group = fc.uniqueArray(choice.filter((each) => !each.startsWith('{')), { minLength: 2, maxLength: 3 }).map((some) => `(${some.join('|')})`);
/** Common words alone are no rule. */
const telling = fc.oneof(single, group).filter((each) => !each.includes('the'));
const loose = fc.oneof(
  { weight: 4, arbitrary: single },
  { weight: 2, arbitrary: group },
  { weight: 2, arbitrary: fc.oneof(single, group).map((each) => `${each}?`) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }).map((n) => `..${n}`) },
  { weight: 1, arbitrary: fc.constantFrom('^', '$') },
);
const written: fc.Arbitrary<Written> = fc
  .tuple(fc.array(loose, { maxLength: 3 }), telling, fc.array(loose, { maxLength: 4 }), fc.option(fc.tuple(fc.nat(), fc.nat())))
  .map(([before, middle, after, cut]) => {
    const elements = [...before, middle, ...after];
    const from = cut === null ? 0 : cut[0] % elements.length;
    return { elements, capture: cut === null ? null : { from, to: from + 1 + (cut[1] % (elements.length - from)) } };
  });
const anyRule = fc.record({
  patterns: fc.array(written, { minLength: 1, maxLength: 3 }),
  unless: fc.array(written, { maxLength: 1 }),
  silencedBy: fc.array(written, { maxLength: 1, size: '-1' }),
});

const word = fc.constantFrom('ka', 'ka', 'kas', 'bo', 'bos', 'du', 'du', 'the', 'Ka', 'six', '7', 'xi');
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}.`);
/** Paragraphs of some sentences; an item is read with the end of the paragraph before it. */
const anyText = fc.array(fc.record({ text: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((some) => some.join(' ')), item: fc.boolean() }), { minLength: 1, maxLength: 5 });
const anyPlaces = fc.array(fc.record({ kind: fc.constantFrom('body', 'date'), sentence: fc.nat(), from: fc.nat(), length: fc.integer({ min: 1, max: 3 }) }), { maxLength: 6 });

type Text = readonly { text: string; item: boolean }[];

const clausesOf = (paragraphs: Text): { text: string; clauses: Clause[] } => {
  const clauses: Clause[] = [];
  let text = '';
  paragraphs.forEach((paragraph, i) => {
    clauses.push(clause(`c${i}`, text.length, text.length + paragraph.text.length, paragraph.item && i > 0 ? `c${i - 1}` : null));
    text += `${paragraph.text}\n`;
  });
  return { text, clauses };
};

interface Tried {
  readonly rules: readonly { patterns: Written[]; unless: Written[]; silencedBy: Written[] }[];
  readonly paragraphs: Text;
  readonly places: readonly { kind: string; sentence: number; from: number; length: number }[];
}
const anything: fc.Arbitrary<Tried> = fc.record({ rules: fc.array(anyRule, { minLength: 1, maxLength: 4 }), paragraphs: anyText, places: anyPlaces });

const ALPHABET = 'abcdefghijklmnopqrst';

type Found = Pick<Match, 'sentence' | 'start' | 'end' | 'captures'> & { rule: string };

/** What the engine finds when the text stands there so many times, and what the reference finds when it stands there once. */
const tryBoth = ({ rules, paragraphs, places }: Tried, times = 1): { found: Found[]; obvious: () => Found[]; stream: TokenStream } => {
  const vocabulary = tinyVocabulary();
  const sources = rules.map(({ patterns, unless, silencedBy }, i) => ruleOf({ id: `r${i}`, patterns: patterns.map(source), unless: unless.map(source), silencedBy: silencedBy.map(source) }));
  // Other rules, so that phrases and lists have high numbers too.
  const others = Array.from({ length: 40 }, (_, i) => ruleOf({ id: `other${i}`, patterns: [`(${['x', 'y', 'z'].map((end) => `w${ALPHABET[i % 20]!}${ALPHABET[(i * 7) % 20]!}${end}`).join('|')})`] }));
  const compiled = compileRules([...others, ...sources], lists, vocabulary, (_id, at, what) => {
    throw new Error(`${what}: ${at}`);
  });
  const { text, clauses } = clausesOf(Array.from({ length: times }, () => paragraphs.map((each, i) => ({ ...each, item: each.item && i > 0 }))).flat());
  const stream = readSentences(documentOf(text), clauses, vocabulary);
  const given: Given = { body: { start: [], end: [] }, date: { start: [], end: [] } };
  const [sentences, tokens] = [stream.sentences.length / times, stream.tokens.count / times];
  for (let i = 0; i < times; i++) {
    for (const place of places) {
      const { first, last } = stream.sentences[place.sentence % sentences]!;
      const start = first + (place.from % (last - first));
      given[place.kind]!.start.push(i * tokens + start);
      given[place.kind]!.end.push(i * tokens + Math.min(last, start + place.length));
    }
  }
  const found = createMatcher(compiled)(stream, createLexicon(vocabulary, compiled.phrases).scan(stream), given);
  return {
    found: found.map(({ rule, sentence: at, start, end, captures }) => ({ rule: rule.id, sentence: at, start, end, captures })),
    obvious: () => rules.flatMap((rule, i) => matchObviously(compiled.rules[others.length + i]!, rule, stream, { vocabulary, lists, given }).map((match) => ({ rule: compiled.rules[others.length + i]!.id, ...match }))),
    stream,
  };
};

test('finds what a slow, obvious matcher finds, on random rules and texts', () => {
  const seen = { matches: 0, captures: 0, cancelled: 0, chapeau: 0 };
  fc.assert(fc.property(anything, (tried) => {
    const { found, obvious, stream } = tryBoth(tried);
    expect(found).toEqual(obvious());
    seen.matches += found.length;
    seen.captures += found.filter(({ captures }) => captures['it'] !== undefined).length;
    seen.chapeau += found.filter(({ sentence: at, start, end }) => start < stream.sentences[at]!.own && end > stream.sentences[at]!.own).length;
    if (tried.rules.some(({ unless, silencedBy }) => unless.length + silencedBy.length > 0)) seen.cancelled += tryBoth({ ...tried, rules: tried.rules.map((rule) => ({ ...rule, unless: [], silencedBy: [] })) }).found.length - found.length;
  }), { numRuns: 600 });
  // Rules and texts that never met would prove nothing.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(40);
});

test('finds the same in each of many copies of a text', () => {
  fc.assert(fc.property(anything, (tried) => {
    const { found: once, stream } = tryBoth(tried);
    const times = Math.ceil(2200 / stream.sentences.length);
    const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
    const copy = (match: Found, i: number): Found => {
      const by = i * stream.tokens.count;
      return { ...match, sentence: match.sentence + i * stream.sentences.length, ...moved(match, by), captures: Object.fromEntries(Object.entries(match.captures).map(([name, span]) => [name, moved(span, by)])) };
    };
    const expected = [...new Set(once.map(({ rule }) => rule))].flatMap((rule) => Array.from({ length: times }, (_, i) => once.filter((match) => match.rule === rule).map((match) => copy(match, i))).flat());
    expect(tryBoth(tried, times).found).toEqual(expected);
  }), { numRuns: 25 });
});

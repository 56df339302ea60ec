/** The slow, obvious matcher: tries every way of laying a pattern over a sentence, in the order that the rules promise, and takes the first. */
import type { Given, Match } from '../src/matcher.ts';
import type { CompiledPattern, CompiledRule } from '../src/rules/compile.ts';
import type { Sentence, TokenStream } from '../src/sentences.ts';
import { byPosition, overlaps, type Span } from '../src/span.ts';
import { CAPITAL, NUMBER, type Vocabulary } from '../src/tokens.ts';

/** A pattern as it is written, element by element, and what it captures. */
export interface Written {
  readonly elements: readonly string[];
  readonly capture: { readonly from: number; readonly to: number } | null;
}

export const source = ({ elements, capture }: Written): string =>
  elements.map((element, i) => `${i === capture?.from ? '[it: ' : ''}${element}${i + 1 === capture?.to ? ']' : ''}`).join(' ');

export interface Reference {
  readonly vocabulary: Vocabulary;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly given: Given;
}

/** All matches of a compiled rule; `written` are its patterns as written. Only the place to begin at is taken from what was compiled. */
export const matchObviously = (
  rule: CompiledRule,
  written: Readonly<Record<'patterns' | 'unless' | 'silencedBy', readonly Written[]>>,
  { tokens, sentences }: TokenStream,
  { vocabulary, lists, given }: Reference,
): Pick<Match, 'sentence' | 'start' | 'end' | 'captures'>[] => {
  const wordPasses = (test: string, at: number): boolean => {
    const word = tokens.word[at]!;
    if (test === '<num>') return (vocabulary.flags[word]! & NUMBER) !== 0;
    if (test === '<cap>') return (vocabulary.flags[word]! & CAPITAL) !== 0;
    return test.startsWith('=') ? vocabulary.keys[word] === test.slice(1) : vocabulary.stems[word] === vocabulary.stemOf(test);
  };
  /** Where a choice such as `ka`, `bo ka`, `{list}` or `<body>` that begins at a token may end. */
  const endsOf = (choice: string, at: number, last: number): number[] => {
    if (choice.startsWith('{')) return lists[choice.slice(1, -1)]!.flatMap((entry) => endsOf(entry, at, last));
    const places = given[choice.slice(1, -1)];
    if (choice.startsWith('<') && choice !== '<num>' && choice !== '<cap>') return places === undefined ? [] : places.start.flatMap((start, i) => (start === at && places.end[i]! <= last ? [places.end[i]!] : []));
    const tests = choice.split(' ');
    return at + tests.length <= last && tests.every((test, i) => wordPasses(test, at + i)) ? [at + tests.length] : [];
  };
  const covers = (element: string, { start, end }: Span, last: number): boolean => element.replace(/^\(|\)?\??$/gu, '').split('|').some((choice) => endsOf(choice, start, last).includes(end));

  /** The ranges that an element may take next to `at`, the preferred first: on the right of it, or on the left. */
  const rangesOf = (element: string, at: number, right: boolean, { first, own, last }: Sentence): Span[] => {
    const nothing = { start: at, end: at };
    if (element === '^') return at === first || at === own ? [nothing] : [];
    if (element === '$') return at === last ? [nothing] : [];
    const near = Array.from({ length: right ? last - at + 1 : at - first + 1 }, (_, n) => (right ? { start: at, end: at + n } : { start: at - n, end: at }));
    if (element.startsWith('..')) return near.slice(0, Number(element.slice(2)) + 1);
    const longestFirst = near.slice(1).toReversed().filter((range) => covers(element, range, last));
    return element.endsWith('?') ? [...longestFirst, nothing] : longestFirst;
  };
  /** The first way to lay these elements side by side from `at` on. */
  const lay = (elements: readonly string[], at: number, right: boolean, sentence: Sentence): Span[] | null => {
    if (elements.length === 0) return [];
    for (const range of rangesOf(elements[0]!, at, right, sentence)) {
      const rest = lay(elements.slice(1), right ? range.end : range.start, right, sentence);
      if (rest !== null) return [range, ...rest];
    }
    return null;
  };
  const search = ({ anchor }: CompiledPattern, { elements, capture }: Written): ReturnType<typeof matchObviously> =>
    sentences.flatMap((sentence, index) => {
      const found: ReturnType<typeof matchObviously> = [];
      for (let at = sentence.first; at < sentence.last; at++) {
        for (const middle of rangesOf(elements[anchor]!, at, true, sentence)) {
          const right = lay(elements.slice(anchor + 1), middle.end, true, sentence);
          const left = lay(elements.slice(0, anchor).toReversed(), middle.start, false, sentence);
          if (left === null || right === null) continue;
          const ranges = [...left.toReversed(), middle, ...right];
          const captures = capture === null ? {} : { it: { start: ranges[capture.from]!.start, end: ranges[capture.to - 1]!.end } };
          found.push({ sentence: index, start: ranges[0]!.start, end: ranges.at(-1)!.end, captures });
        }
      }
      return found;
    });

  const all = (part: keyof typeof written): ReturnType<typeof matchObviously> => written[part].flatMap((each, i) => search(rule[part][i]!, each));
  const told: ReturnType<typeof matchObviously> = [];
  for (const match of all('patterns').toSorted(byPosition)) if (told.every((other) => !overlaps(other, match))) told.push(match);
  const [cancels, silencing] = [all('unless'), all('silencedBy')];
  return told.filter((match) => !cancels.some((other) => overlaps(other, match)) && !silencing.some(({ sentence }) => sentence === match.sentence));
};

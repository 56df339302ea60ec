/** Rules as the matcher runs them: word lists numbered, words stemmed, patterns as small records. Pure; the result is JSON. */
import { limits } from '../limits.ts';
import { phraseTests } from '../trie.ts';
import type { Vocabulary } from '../tokens.ts';
import { parsePatterns, type Pattern } from './pattern.ts';
import type { Rule } from './schema.ts';

/** One element of a pattern as a number: a list (with OPTIONAL added where it may be missing), a gap of n tokens as -n, or an edge. */
export type CompiledElement = number;
export const OPTIONAL = 1 << 20;
export const START = -1000;
export const END = -1001;

/** The list of an element; only for those that are 0 or more. */
export const listOf = (element: CompiledElement): number => element & (OPTIONAL - 1);
/** True for a list that must be there. */
export const isNeeded = (element: CompiledElement): boolean => element >= 0 && element < OPTIONAL;

export interface CompiledPattern {
  source: string;
  elements: CompiledElement[];
  /** The element by which the pattern is found: the most telling of those that must be there. */
  anchor: number;
  captures: { name: string; from: number; to: number }[];
}

export interface CompiledRule {
  id: string;
  emits: string;
  strength: Rule['strength'];
  patterns: CompiledPattern[];
  unless: CompiledPattern[];
  silencedBy: CompiledPattern[];
}

export interface CompiledRules {
  /** All phrases as word tests (see `phraseTests`). */
  phrases: string[];
  /** Phrases of each list by number; lists of a built-in kind are empty. */
  lists: number[][];
  /** Number of the list that stands for each built-in kind, e.g. `body`. */
  kinds: Record<string, number>;
  /** Lists that also hold the places of a built-in kind: `(<body>|{party})`. */
  joined: { list: number; kind: string }[];
  rules: CompiledRule[];
}

/** Kinds that other stages find and hand to the matcher. `<num>` and `<cap>` are word tests and need no stage. */
export const GIVEN_KINDS = ['body', 'date', 'duration', 'ref'];

/**
 * Compiles the rules of one language. `lists` is the vocabulary; `fail` is called with the rule, the text at fault and a
 * plain sentence, and must throw.
 */
export const compileRules = (
  rules: readonly (Rule & { path: string })[],
  lists: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
  fail: (rule: string, text: string, what: string) => never,
): CompiledRules => {
  const numbers = new Map<string, number>();
  // Lists inside lists multiply: what they come to is counted while they are written out.
  const count = { patterns: 0, phrases: 0 };
  const spend = (what: keyof typeof count, refuse: (message: string) => never): void => {
    if (++count[what] > limits[what]) refuse(`the rules stand for more than ${limits[what].toLocaleString('en')} ${what}`);
  };
  const phrases = new Map<string, number>();
  const names: string[] = [];
  const phrasesOf: number[][] = [];
  const kinds: Record<string, number> = {};
  const joined: CompiledRules['joined'] = [];
  const numberOf = (key: string, members: () => number[]): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, phrasesOf.length);
    return phrasesOf.push(members()) - 1;
  };
  for (const kind of GIVEN_KINDS) kinds[kind] = numberOf(`<${kind}>`, () => []);

  const phraseNumber = (tests: string): number => {
    const known = phrases.get(tests);
    if (known !== undefined) return known;
    phrases.set(tests, names.length);
    return names.push(tests) - 1;
  };
  const common = new Set(vocabulary.language.stop.flatMap((word) => [`=${vocabulary.keyOf(word)}`, vocabulary.stemOf(word)]).map(phraseNumber));

  const listFor = (sources: readonly string[], rule: Rule): number => {
    const only = sources.length === 1 ? sources[0]! : '';
    if (only.startsWith('<') && only.slice(1, -1) in kinds) return kinds[only.slice(1, -1)]!;
    return numberOf(sources.join('|'), () => {
      const expanded = sources
        .flatMap((phrase) => expand(phrase, lists, [], (what) => fail(rule.id, phrase, what), (refuse) => spend('phrases', refuse)))
        .filter((phrase) => {
          const kind = phrase.slice(1, -1);
          if (!phrase.startsWith('<') || !(kind in kinds)) return true;
          joined.push({ list: phrasesOf.length, kind });
          return false;
        });
      return [...new Set(expanded.map((phrase) => phraseNumber(phraseTests(phrase, vocabulary))))].toSorted((a, b) => a - b);
    });
  };

  const isCommon = (list: number): boolean => phrasesOf[list]!.length > 0 && phrasesOf[list]!.every((phrase) => common.has(phrase));
  /** How often a list is likely to stand in a text. Told from the rules alone, so that a sentence means the same in every text. */
  const commonness = (list: number): number => {
    let sum = kindsOf(list).reduce((total, kind) => total + OFTEN[kind]!, 0);
    for (const phrase of phrasesOf[list]!) sum += common.has(phrase) ? OFTEN['common']! : (OFTEN[names[phrase]!.slice(1, -1)] ?? (names[phrase]!.includes(' ') ? SELDOM : 1));
    return sum;
  };
  const kindsOf = (list: number): string[] => [...Object.keys(kinds).filter((kind) => kinds[kind] === list), ...joined.flatMap((entry) => (entry.list === list ? [entry.kind] : []))];

  const compile = (sources: readonly string[], rule: Rule): CompiledPattern[] =>
    sources.flatMap((source) => parse(source, rule).map((parsed) => compilePattern(parsed, rule)));
  const parse = (source: string, rule: Rule): Pattern[] => {
    try {
      return parsePatterns(source);
    } catch (error) {
      return fail(rule.id, source, (error as Error).message);
    }
  };
  const compilePattern = (parsed: Pattern, rule: Rule): CompiledPattern => {
    const { source } = parsed;
    spend('patterns', (what) => fail(rule.id, source, what));
    const elements = parsed.elements.map((element): CompiledElement => {
      if (element.type === 'gap') return -element.max;
      if (element.type !== 'phrases') return element.type === 'start' ? START : END;
      return listFor(element.phrases, rule) + (element.optional ? OPTIONAL : 0);
    });
    if (!elements.some((element) => isNeeded(element) && !isCommon(listOf(element)))) fail(rule.id, source, 'only common words; a rule needs a telling word to be found by');
    const anchor = mostTelling(elements, commonness);
    return { source, elements, anchor, captures: parsed.captures.map((capture) => ({ ...capture })) };
  };

  const compiled = rules.map((rule) => ({
    id: `${rule.path}/${rule.id}`,
    emits: rule.emits,
    strength: rule.strength,
    patterns: compile(rule.patterns, rule),
    unless: compile(rule.unless, rule),
    silencedBy: compile(rule.silencedBy, rule),
  }));
  return { phrases: names, lists: phrasesOf, kinds, joined, rules: compiled };
};

/** `{name}` as its phrases, lists inside lists included. */
const expand = (phrase: string, lists: Readonly<Record<string, readonly string[]>>, inside: readonly string[], fail: (what: string) => never, spend: (fail: (what: string) => never) => void): string[] => {
  spend(fail);
  if (!phrase.startsWith('{')) {
    const odd = phrase.split(' ').find((word) => !/^(?:=?[\p{L}\p{M}\p{N}%'’-]+|<[a-z]+>)$/u.test(word));
    return odd === undefined ? [phrase] : fail(`"${odd}" cannot stand in a list of words; write a pattern of its own`);
  }
  const name = phrase.slice(1, -1);
  const entries = lists[name];
  if (entries === undefined) return fail(`no list {${name}} in the vocabulary`);
  if (inside.includes(name)) return fail(`list {${name}} contains itself`);
  return entries.flatMap((entry) => expand(entry, lists, [...inside, name], fail, spend));
};

/** Places of a list beside those of one telling word: rough, only their order matters. */
const OFTEN: Readonly<Record<string, number>> = { body: 40, date: 5, duration: 5, ref: 10, num: 20, cap: 100, common: 30 };
const SELDOM = 0.3;

/** Index of the element that must be there and is likely to stand in the fewest places; the first of equals. */
const mostTelling = (elements: readonly CompiledElement[], commonness: (list: number) => number): number => {
  let best = -1;
  elements.forEach((element, index) => {
    if (isNeeded(element) && (best < 0 || commonness(listOf(element)) < commonness(listOf(elements[best]!)))) best = index;
  });
  return best;
};

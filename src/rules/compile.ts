/** Rules as the matcher runs them: word lists numbered, words stemmed, patterns as small records. Pure; the result is JSON. */
import { phraseTests } from '../trie.ts';
import type { Vocabulary } from '../tokens.ts';
import { parsePatterns, type Pattern } from './pattern.ts';
import type { Rule } from './schema.ts';

export type CompiledElement = { list: number; optional?: true } | { gap: number } | { edge: 'start' | 'end' };

export interface CompiledPattern {
  source: string;
  elements: CompiledElement[];
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
  /** Phrases of each list as word tests (see `phraseTests`); lists of a built-in kind are empty. */
  lists: string[][];
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
  const phrasesOf: string[][] = [];
  const kinds: Record<string, number> = {};
  const joined: CompiledRules['joined'] = [];
  const numberOf = (key: string, phrases: () => string[]): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, phrasesOf.length);
    return phrasesOf.push(phrases()) - 1;
  };
  for (const kind of GIVEN_KINDS) kinds[kind] = numberOf(`<${kind}>`, () => []);

  const listOf = (phrases: readonly string[], rule: Rule): number => {
    const only = phrases.length === 1 ? phrases[0]! : '';
    if (only.startsWith('<') && only.slice(1, -1) in kinds) return kinds[only.slice(1, -1)]!;
    return numberOf(phrases.join('|'), () => {
      const expanded = phrases
        .flatMap((phrase) => expand(phrase, lists, [], (what) => fail(rule.id, phrase, what)))
        .filter((phrase) => {
          const kind = phrase.slice(1, -1);
          if (!phrase.startsWith('<') || !(kind in kinds)) return true;
          joined.push({ list: phrasesOf.length, kind });
          return false;
        });
      return [...new Set(expanded.map((phrase) => phraseTests(phrase, vocabulary)))].toSorted();
    });
  };

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
    const elements = parsed.elements.map((element): CompiledElement => {
      if (element.type === 'gap') return { gap: element.max };
      if (element.type !== 'phrases') return { edge: element.type };
      const list = listOf(element.phrases, rule);
      return element.optional ? { list, optional: true } : { list };
    });
    const found = elements.some((element) => 'list' in element && !element.optional && !isCommon(phrasesOf[element.list]!, vocabulary));
    if (!found) fail(rule.id, source, 'only common words; a rule needs a telling word to be found by');
    return { source, elements, captures: parsed.captures.map((capture) => ({ ...capture })) };
  };

  const compiled = rules.map((rule) => ({
    id: `${rule.path}/${rule.id}`,
    emits: rule.emits,
    strength: rule.strength,
    patterns: compile(rule.patterns, rule),
    unless: compile(rule.unless, rule),
    silencedBy: compile(rule.silencedBy, rule),
  }));
  return { lists: phrasesOf, kinds, joined, rules: compiled };
};

/** `{name}` as its phrases, lists inside lists included. */
const expand = (phrase: string, lists: Readonly<Record<string, readonly string[]>>, inside: readonly string[], fail: (what: string) => never): string[] => {
  if (!phrase.startsWith('{')) {
    const odd = phrase.split(' ').find((word) => !/^(?:=?[\p{L}\p{M}\p{N}%'’-]+|<[a-z]+>)$/u.test(word));
    return odd === undefined ? [phrase] : fail(`"${odd}" cannot stand in a list of words; write a pattern of its own`);
  }
  const name = phrase.slice(1, -1);
  const entries = lists[name];
  if (entries === undefined) return fail(`no list {${name}} in the vocabulary`);
  if (inside.includes(name)) return fail(`list {${name}} contains itself`);
  return entries.flatMap((entry) => expand(entry, lists, [...inside, name], fail));
};

const isCommon = (tests: readonly string[], vocabulary: Vocabulary): boolean => {
  const common = new Set(vocabulary.language.stop.flatMap((word) => [`=${vocabulary.lookUp(word).key}`, vocabulary.lookUp(word).stem]));
  return tests.length > 0 && tests.every((test) => common.has(test));
};

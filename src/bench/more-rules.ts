/** Ten times the rules: each copy has its words exchanged for others that are about as frequent in the texts. */
import { mulberry32 } from '../random.ts';
import { isNeeded, listOf, OPTIONAL, type CompiledPattern, type CompiledRules } from '../rules/compile.ts';
import type { Tokens, Vocabulary } from '../tokens.ts';

/** Words of neighbouring frequency that may stand for one another. */
const NEIGHBOURS = 8;

/**
 * The rules and `copies - 1` permuted copies of them. `tokens` are those of the texts that the rules will run over. Common
 * words stay: exchanged, they would make rules of anything, and these would fire in every sentence.
 */
export const multiplyRules = (rules: CompiledRules, copies: number, tokens: readonly Tokens[], vocabulary: Vocabulary): CompiledRules => {
  const random = mulberry32(1);
  const common = new Set(vocabulary.language.stop.flatMap((word) => [`=${vocabulary.keyOf(word)}`, vocabulary.stemOf(word)]));
  const stems = byFrequency(tokens, (word) => vocabulary.stems[word]!).filter((test) => !common.has(test));
  const keys = byFrequency(tokens, (word) => `=${vocabulary.keys[word]!}`).filter((test) => !common.has(test));
  const kinds = new Set(Object.values(rules.kinds));
  const all: CompiledRules = { ...rules, phrases: [...rules.phrases], lists: [...rules.lists], joined: [...rules.joined], rules: [...rules.rules] };
  const numbers = new Map(all.phrases.map((phrase, i) => [phrase, i]));
  const numberOf = (phrase: string): number => {
    if (!numbers.has(phrase)) numbers.set(phrase, all.phrases.push(phrase) - 1);
    return numbers.get(phrase)!;
  };
  for (let copy = 1; copy < copies; copy++) {
    const other = new Map([...exchange(stems, random), ...exchange(keys, random)]);
    const permuted = rules.phrases.map((phrase) => numberOf(phrase.split(' ').map((test) => other.get(test) ?? test).join(' ')));
    const shift = all.lists.length;
    const moved = (list: number): number => (kinds.has(list) ? list : list + shift);
    const movePattern = (pattern: CompiledPattern): CompiledPattern => ({
      ...pattern, elements: pattern.elements.map((element) => (element >= 0 ? moved(listOf(element)) + (isNeeded(element) ? 0 : OPTIONAL) : element)),
    });
    for (const phrases of rules.lists) all.lists.push([...new Set(phrases.map((phrase) => permuted[phrase]!))]);
    for (const { list, kind } of rules.joined) all.joined.push({ list: moved(list), kind });
    for (const rule of rules.rules) {
      all.rules.push({ ...rule, id: `${rule.id}~${copy}`, patterns: rule.patterns.map(movePattern), unless: rule.unless.map(movePattern), silencedBy: rule.silencedBy.map(movePattern) });
    }
  }
  return all;
};

const byFrequency = (texts: readonly Tokens[], name: (word: number) => string): string[] => {
  const counts = new Map<string, number>();
  for (const { word, count } of texts) for (let i = 0; i < count; i++) counts.set(name(word[i]!), (counts.get(name(word[i]!)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([test]) => test);
};

/** Pairs of a word and another near it in the order. */
const exchange = (words: readonly string[], random: () => number): [string, string][] => {
  const pairs: [string, string][] = [];
  for (let from = 0; from < words.length; from += NEIGHBOURS) {
    const group = words.slice(from, from + NEIGHBOURS);
    const shuffled = group.map((word) => [random(), word] as const).toSorted((a, b) => a[0] - b[0]);
    group.forEach((word, i) => pairs.push([word, shuffled[i]![1]]));
  }
  return pairs;
};

/** Ten times the rules: each copy has its words exchanged for others that are about as frequent in the texts. */
import { mulberry32 } from '../random.ts';
import type { CompiledRules } from '../rules/compile.ts';
import type { Tokens, Vocabulary } from '../tokens.ts';

/** Words of neighbouring frequency that may stand for one another. */
const NEIGHBOURS = 8;

/** The rules and `copies - 1` permuted copies of them. `tokens` are those of the texts that the rules will run over. */
export const multiplyRules = (rules: CompiledRules, copies: number, tokens: readonly Tokens[], vocabulary: Vocabulary): CompiledRules => {
  const random = mulberry32(1);
  const stems = byFrequency(tokens, (word) => vocabulary.stems[word]!);
  const keys = byFrequency(tokens, (word) => `=${vocabulary.keys[word]!}`);
  const all: CompiledRules = { ...rules, lists: [...rules.lists], joined: [...rules.joined], rules: [...rules.rules] };
  for (let copy = 1; copy < copies; copy++) {
    const other = new Map([...exchange(stems, random), ...exchange(keys, random)]);
    const permuted = rules.lists.map((phrases) => phrases.map((phrase) => phrase.split(' ').map((test) => other.get(test) ?? test).join(' ')));
    const kinds = new Set(Object.values(rules.kinds));
    const shift = all.lists.length;
    const moved = (list: number): number => (kinds.has(list) ? list : list + shift);
    const movePattern = (pattern: CompiledRules['rules'][number]['patterns'][number]): typeof pattern => ({
      ...pattern, elements: pattern.elements.map((element) => ('list' in element ? { ...element, list: moved(element.list) } : element)),
    });
    all.lists.push(...permuted);
    all.joined.push(...rules.joined.map(({ list, kind }) => ({ list: moved(list), kind })));
    all.rules.push(...rules.rules.map((rule) => ({
      ...rule, id: `${rule.id}~${copy}`, patterns: rule.patterns.map(movePattern), unless: rule.unless.map(movePattern), silencedBy: rule.silencedBy.map(movePattern),
    })));
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

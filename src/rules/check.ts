/** Runs the examples that stand beside each rule: exact spans for `match`, silence for `skip`, a miss that still misses for `todo`. */
import { matchText } from '../match-text.ts';
import type { SourceRule } from './load.ts';
import type { Ruleset } from './ruleset.ts';

export interface ExampleResult {
  rule: string;
  kind: 'match' | 'skip' | 'todo';
  text: string;
  passed: boolean;
  /** The text with what the rule found in double brackets. */
  found: string;
}

const OPEN = '⟦';
const CLOSE = '⟧';

/** Runs every example of every rule; results in file order. */
export const checkExamples = async (ruleset: Ruleset, sources: readonly SourceRule[]): Promise<ExampleResult[]> => {
  const results: ExampleResult[] = [];
  for (const code of Object.keys(ruleset.languages)) {
    const find = await matchText(ruleset.languages[code]!);
    for (const rule of sources.filter((source) => source.language === code)) {
      const id = `${rule.path}/${rule.id}`;
      for (const kind of ['match', 'skip', 'todo'] as const) {
        for (const example of rule.examples[kind]) {
          const text = example.replaceAll(OPEN, '').replaceAll(CLOSE, '');
          const found = bracket(text, find(text).filter((match) => match.rule === id));
          const passed = kind === 'match' ? found === example : kind === 'skip' ? found === text : found !== example;
          results.push({ rule: `${code}/${id}`, kind, text: example, passed, found });
        }
      }
    }
  }
  return results;
};

const bracket = (text: string, spans: readonly { start: number; end: number }[]): string => {
  let shown = '';
  let at = 0;
  for (const { start, end } of spans) {
    shown += text.slice(at, start) + OPEN + text.slice(start, end) + CLOSE;
    at = end;
  }
  return shown + text.slice(at);
};

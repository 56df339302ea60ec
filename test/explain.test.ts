/** Why a clause got its tags: found words and near misses, over rules written for the test. */
import { describe, expect, it } from 'vitest';
import type { Analysis, Clause } from '../src/analysis.ts';
import { splitClauses } from '../src/clauses.ts';
import { makeDocument } from '../src/document.ts';
import { findNearMisses } from '../src/near-misses.ts';
import { findClauses, similarLabels } from '../src/find-clause.ts';
import { createReader } from '../src/reading.ts';
import { compileRules } from '../src/rules/compile.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { wordingFor } from '../src/rules/wording.ts';
import { ruleSchema } from '../src/rules/schema.ts';
import { loadStemmer } from '../src/stemmers.ts';
import { createVocabulary } from '../src/tokens.ts';
import { explainClauses } from '../src/explain.ts';

const { ruleset } = await loadRuleset('rules');
const english = ruleset.languages['en']!;

const documentOf = (text: string) =>
  makeDocument({ kind: 'text', blocks: text.split('\n').map((line) => ({ text: line, page: 1 })), pages: 1, title: '', fileSha256: '', limits: [] }, 'en');

const written = [
  { id: 'withdraw', emits: 'CF.3', patterns: ['withdraw ..3 forces'], unless: ['withdraw ..3 forces from talks'] },
  { id: 'silenced', emits: 'CF.1', patterns: ['cease ..2 fire'], silencedBy: ['museum'] },
  { id: 'two-words', emits: 'CF.2', patterns: ['(attack|raid) ..4 village'] },
].map((rule) => ({ ...ruleSchema.parse({ ...rule, examples: { match: ['x'], skip: ['y'] } }), path: 'topics/CF' }));

const compiled = compileRules(written, {}, createVocabulary(english.language, await loadStemmer(english.language)), (rule, _text, what) => {
  throw new Error(`${rule}: ${what}`);
});
const rules = { ...english, compiled };
const read = await createReader(rules);

const nearest = (text: string) => {
  const document = documentOf(text);
  const reading = read(document, splitClauses(document, [english.numbering]), null);
  return findNearMisses(compiled, reading)(0, 12).map(({ rule, how, by, match }) => ({
    rule, how, by, words: match === null ? '' : document.text.slice(reading.tokens.start[match.start], reading.tokens.end[match.end - 1]),
  }));
};

describe('near misses', () => {
  it('tells what cancelled a match', () => {
    expect(nearest('They withdraw their forces from talks.')).toEqual([
      { rule: 'topics/CF/withdraw', how: 'cancelled', by: 'withdraw ..3 forces from talks', words: 'withdraw their forces' },
    ]);
    expect(nearest('Museums say: cease your fire.')).toEqual([{ rule: 'topics/CF/silenced', how: 'cancelled', by: 'museum', words: 'cease your fire' }]);
  });

  it('tells words in the wrong order or too far apart', () => {
    expect(nearest('The forces withdraw.')).toEqual([{ rule: 'topics/CF/withdraw', how: 'order', by: '', words: '' }]);
  });

  it('tells the one word that is missing, as the rule writes it', () => {
    expect(nearest('The village sleeps.')).toEqual([{ rule: 'topics/CF/two-words', how: 'lacks', by: 'attack | raid', words: '' }]);
  });

  it('says nothing of rules that matched or have nothing in the sentence', () => {
    expect(nearest('They attack a village.')).toEqual([]);
    expect(nearest('It rains.')).toEqual([]);
  });

  it('puts what was cancelled first and keeps to the limit', () => {
    const text = 'Forces of the museum withdraw near the village and cease the fire.';
    expect(nearest(text).map(({ how }) => how)).toEqual(['cancelled', 'order', 'lacks']);
  });
});

it('explains each sentence of a clause with the words that told', async () => {
  const document = documentOf('Article 1. Forces\n1.1 They attack a village. It rains.');
  const clauses = splitClauses(document, [english.numbering]);
  const reading = read(document, clauses, null);
  const [explanation] = explainClauses(findClauses(clauses, '1.1'), { clauses, provisions: [] } as unknown as Analysis, document.text, reading, rules, wordingFor('en', ruleset));
  expect(explanation!.sentences.map(({ text, provision, found }) => ({ text, provision, found }))).toEqual([
    { text: 'They attack a village.', provision: null, found: [{ emits: 'CF.2', rule: 'topics/CF/two-words', words: ['attack a village'] }] },
    { text: 'It rains.', provision: null, found: [] },
  ]);
});

const clause = (id: string, path: string[], kind: Clause['kind'] = 'clause'): Clause => ({
  id, label: path.at(-1) ?? '', path, kind, heading: '', annex: null, parent: null, chapeau: null, page: 1, start: 0, end: 0,
});

describe('the clause that is meant', () => {
  const clauses = [
    clause('contents', ['Article 5'], 'contents'),
    clause('five', ['Chapter II', 'Article 5'], 'heading'),
    clause('two', ['Chapter II', 'Article 5', '2']),
    clause('b', ['Chapter II', 'Article 5', '2', 'b'], 'item'),
    clause('dotted', ['Chapter III', '3', '3.1', '3.1.10']),
    clause('annex', ['Annex C'], 'heading'),
    clause('annex-two', ['Annex C', '2']),
    clause('annex-item', ['Annex C', '4', '2']),
  ];
  it.each([
    ['Article 5', ['five']],
    ['art. 5', ['five']],
    ['5', ['five']],
    ['Article 5 (2)(b)', ['b']],
    ['5(2)(b)', ['b']],
    ['Chapter II Article 5', ['five']],
    ['3.1.10', ['dotted']],
    ['3.1.1', []],
    ['10', []],
    ['annex c', ['annex']],
    ['2', ['annex-two']],
    ['', []],
  ])('%s', (citation, ids) => {
    expect(findClauses(clauses, citation).map(({ id }) => id)).toEqual(ids);
  });

  it('labels that begin alike are told for a hint', () => {
    expect(similarLabels(clauses, '3.1.9', 3)).toEqual(['3.1.10']);
    expect(similarLabels(clauses, 'X', 2)).toEqual(['Article 5', '2']);
  });
});

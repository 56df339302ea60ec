/** Where the time of a warm run goes: each stage on its own, fed with what the stages before it gave. */
import type { Analysis } from '../analysis.ts';
import { splitClauses } from '../clauses.ts';
import { detectLanguage } from '../detect.ts';
import { makeDocument, type Source } from '../document.ts';
import { readFacts } from '../facts.ts';
import { createLexicon } from '../lexicon.ts';
import { createMatcher } from '../matcher.ts';
import { createReader } from '../reading.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { scoreOpenness } from '../score.ts';
import { commonWordsOf } from '../passages.ts';
import { readSentences } from '../sentences.ts';
import { loadStemmer } from '../stemmers.ts';
import { joinBodies } from '../symbols/bodies.ts';
import { createMentionFinder } from '../symbols/mentions.ts';
import { createVocabulary } from '../tokens.ts';
import { fastest } from './measure.ts';

export interface Stage {
  name: string;
  /** Milliseconds over all texts. */
  time: number;
}

/** Times of the stages over some English texts that the readers have read, with what the whole pipeline says of them. */
export const stageTimes = async (sources: readonly Source[], analyses: readonly Analysis[], ruleset: Ruleset): Promise<Stage[]> => {
  const rules = ruleset.languages['en']!;
  const numbering = Object.values(ruleset.languages).map((language) => language.numbering);
  const vocabulary = createVocabulary(rules.language, await loadStemmer(rules.language));
  const lexicon = createLexicon(vocabulary, rules.compiled.phrases);
  const findMatches = createMatcher(rules.compiled);
  const findMentions = createMentionFinder(rules.bodies, vocabulary, lexicon);
  const reader = await createReader(rules);

  const texts = sources.map((source, i) => {
    const document = makeDocument(source, 'en');
    const clauses = splitClauses(document, numbering);
    const stream = readSentences(document, clauses, vocabulary);
    return { source, document, clauses, analysis: analyses[i]!, stream, scan: lexicon.scan(stream), reading: reader(document, clauses, null) };
  });
  type Text = (typeof texts)[number];
  const each = async (name: string, work: (text: Text) => unknown): Promise<Stage> => ({ name, time: await fastest(() => Promise.all(texts.map(work)), 5, 2) });
  return [
    await each('frozen text', ({ source }) => makeDocument(source, 'en')),
    await each('language', ({ document }) => detectLanguage(document.text, commonWordsOf(ruleset.languages))),
    await each('clauses', ({ document }) => splitClauses(document, numbering)),
    await each('sentences, tokens', ({ document, clauses }) => readSentences(document, clauses, vocabulary)),
    await each('words of the rules', ({ stream }) => lexicon.scan(stream)),
    await each('mentions', ({ document, stream, scan }) => findMentions(document.text, stream, scan)),
    await each('bodies', ({ document, stream, reading }) => joinBodies(document.text, stream, reading.mentions, rules.bodies, vocabulary)),
    await each('rules', ({ stream, scan, reading }) => findMatches(stream, scan, reading.given)),
    await each('all of the reading', ({ document, clauses }) => reader(document, clauses, null)),
    await each('facts, statuses', ({ document, clauses, reading }) => readFacts(document.text, clauses, reading, ruleset.statuses)),
    await each('score', ({ analysis: { decisions, score } }) => scoreOpenness(decisions, ruleset.scoring, { type: score.type, declaredStage: false, promises: 0, parked: new Set(), reviewed: false })),
    await each('JSON', ({ analysis }) => JSON.stringify(analysis)),
  ];
};

/** What the rules found, sentence by sentence: topics, facts and the status they add up to. Everything later reads this. */
import type { Clause } from './analysis.ts';
import type { Match } from './matcher.ts';
import type { Reading } from './reading.ts';
import type { Statuses } from './rules/statuses.ts';
import { chooseStatuses, factsOf, standsAlone, type Chosen, type Facts } from './statuses.ts';
import { topicsOf, type Topics } from './topics.ts';

export interface SentenceFacts {
  readonly matches: readonly Match[];
  readonly topics: Topics;
  readonly facts: Facts;
  readonly chosen: Chosen;
}

/** Facts of every sentence, in reading order. `text` is the frozen text. */
export const readFacts = (text: string, clauses: readonly Clause[], reading: Reading, statuses: Statuses): SentenceFacts[] => {
  const matches: Match[][] = reading.sentences.map(() => []);
  for (const match of reading.matches) matches[match.sentence]!.push(match);
  const alone = reading.sentences.map((sentence, index) => standsAlone(matches[index]!, sentence, text, statuses));
  const topics = topicsOf(clauses, reading, matches, alone, statuses);
  const facts = reading.sentences.map((sentence, index) => factsOf(matches[index]!, sentence, alone[index]!, statuses));
  const chosen = chooseStatuses(text, clauses, reading, facts, topics.map(({ leaves }) => leaves), statuses);
  return reading.sentences.map((_, index) => ({ matches: matches[index]!, topics: topics[index]!, facts: facts[index]!, chosen: chosen[index]! }));
};

/** How the words of a warning name what it is about: clauses by their articles, bodies as the text does, decisions by their subject. */
import { cite, indexOf, theBody } from '../report/cite.ts';
import { contracted, say, type Words } from '../report/words.ts';

export interface Naming {
  readonly clause: (id: string) => string;
  readonly body: (id: string) => string;
  readonly decision: (id: string) => string;
  /** A finished sentence, with prepositions joined to the articles behind them where the language does so. */
  readonly joined: (sentence: string) => string;
}

export const namingFor = (reading: Parameters<typeof indexOf>[0], words: Words): Naming => {
  const index = indexOf(reading);
  return {
    clause: (id) => cite(index.clauses.get(id)!, words),
    body: (id) => theBody(id, index, words),
    // a subject that ends with an apposition has a comma behind it
    decision: (id) => say(words, `subject.${id}`).replace(/[,،]$/u, ''),
    joined: (sentence) => contracted(sentence, words),
  };
};

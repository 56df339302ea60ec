/** What could not be seen, a sentence each. */
import type { Analysis } from '../analysis.ts';
import { cite, type Index } from './cite.ts';
import { say, type Words } from './words.ts';

/** Decisions whose answer lies in a text not at hand, then the limits of reading; where one lies is cited when it is a clause. */
export const limitLines = ({ decisions, limits }: Analysis, index: Index, words: Words): string[] => [
  ...decisions
    .filter(({ status, applicable }) => status === 'UNSEEN' && applicable)
    .map(({ question, unseen }) => say(words, 'limits.unseen', { question, text: unseen ?? '' })),
  ...limits.map(({ what, where }) => {
    const clause = where === null ? undefined : index.clauses.get(where);
    return where === null ? what : say(words, 'limits.line', { what, where: clause === undefined ? where : cite(clause, words) });
  }),
];

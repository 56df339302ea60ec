/** What every part of a comparison needs: both drafts with their indexes, and the words. */
import type { Analysis } from '../../analysis.ts';
import type { Comparison } from '../../compare/compare.ts';
import { cite, indexOf, nameBody, theBody, type Index } from '../cite.ts';
import { comma, say, type Words } from '../words.ts';

/** One draft as it is told. */
export interface Told {
  readonly name: string;
  readonly analysis: Analysis;
  readonly text: string;
  readonly index: Index;
}

export interface About {
  readonly comparison: Comparison;
  readonly old: Told;
  readonly fresh: Told;
  readonly words: Words;
  /** Names of the parameters of each decision in the language of the report. */
  readonly parameters: (decision: string, name: string) => string;
}

export const toldDraft = (name: string, analysis: Analysis, text: string): Told => ({ name, analysis, text, index: indexOf(analysis) });

/** Article numbers of clauses, each once, as a list; empty when none can be cited. */
export const placesOf = ({ index }: Told, clauses: readonly string[], words: Words): string =>
  [...new Set(clauses.flatMap((id) => index.clauses.get(id) ?? []).map((clause) => cite(clause, words)))].join(comma(words));

export const clausesOf = ({ index }: Told, provisions: readonly string[]): string[] => provisions.flatMap((id) => index.provisions.get(id)?.clause ?? []);

export const bodyName = ({ index }: Told, body: string, words: Words): string => theBody(body, index, words);

/** The acronym where there is one: for a table. */
export const shortName = ({ index }: Told, body: string): string => index.bodies.get(body)?.acronyms[0] ?? nameBody(body, index);

/** "the share of each party"; with a capital where it opens a sentence. */
export const subject = (decision: string, words: Words): string => say(words, `subject.${decision}`);

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

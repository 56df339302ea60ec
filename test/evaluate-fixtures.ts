/** An invented agreement with gold, and an Analysis of it made by hand: what the tool would have to say is not at stake here. */
import { readFileSync } from 'node:fs';
import type { Analysis, Clause, Provision } from '../src/analysis.ts';
import { parseDocumentGold } from '../src/evaluate/gold.ts';

export const fixture = (name: string): string => readFileSync(`fixtures/evaluate/${name}`, 'utf8');

export const valdora = fixture('valdora.txt').trimEnd();
export const valdoraGold = parseDocumentGold(fixture('valdora-gold.tsv'), 'valdora-gold.tsv');

/** One clause to a line, labelled by the number or letter it begins with; lines 3 and 4 are the table of contents. */
export const clausesOf = (text: string): Clause[] => {
  let start = 0;
  return text.split('\n').map((line, i) => {
    const label = /^\(?(?<label>\d+(?:\.\d+)*|[a-z])[.)]/u.exec(line)?.groups?.['label'] ?? '';
    const clause: Clause = {
      id: `c${i}`, label, path: [label], kind: i === 2 || i === 3 ? 'contents' : 'clause', heading: '', annex: null,
      parent: null, chapeau: null, page: 1, start, end: start + line.length,
    };
    start += line.length + 1;
    return clause;
  });
};

/** A provision at the last place where the words occur. */
export const provision = (text: string, words: string, status: Provision['status'], leaves: string[], confidence = 0.8): Provision => {
  const start = text.lastIndexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return {
    id: words, clause: '', label: '', leaves, status, reason: '', actor: null, modality: 'shall', negated: false, delegate: null,
    mandate: null, deadline: null, decisions: [], confidence, evidence: [], start, end: start + words.length,
  };
};

/** The parts of an Analysis that alignment reads. */
export const analysisOf = (text: string, provisions: Provision[]): Analysis => ({ clauses: clausesOf(text), provisions }) as unknown as Analysis;

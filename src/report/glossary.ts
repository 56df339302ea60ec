/** Every code spelled out, from the rules: what a reader of the reports may want to look up. */
import type { Ruleset } from '../rules/ruleset.ts';
import type { Wording } from '../rules/wording.ts';
import { say, type Words } from './words.ts';
import { wrap } from './wrap.ts';

export interface Entry {
  code: string;
  name: string;
  about: string;
}

export interface GlossarySection {
  id: 'topics' | 'statuses' | 'mandates' | 'bounds' | 'decisions';
  entries: Entry[];
}

/** All codes in one language, in the order in which the rules give them. */
export const glossary = ({ taxonomy, catalogue, scoring }: Ruleset, { words, catalogue: named }: Wording): GlossarySection[] => {
  const told = (family: string, codes: readonly string[]): Entry[] =>
    codes.map((each) => ({ code: each, name: say(words, `${family}.${each}`), about: say(words, `${family}.${each}.about`) }));
  return [
    { id: 'topics', entries: taxonomy.domains.flatMap(({ leaves }) => leaves.map(({ id }) => ({ code: id, ...named.leaves[id]! }))) },
    { id: 'statuses', entries: told('status', ['SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'PROCEDURAL', 'SILENT', 'UNSEEN']) },
    { id: 'mandates', entries: told('mandate', ['A', "A'", 'B', 'C', 'D', 'E']) },
    { id: 'bounds', entries: told('bound', Object.keys(scoring.bounds.weights)) },
    {
      id: 'decisions',
      entries: catalogue.decisions.map(({ id, parameters: names }) => {
        const { question, parameters } = named.decisions[id]!;
        return { code: id, name: question, about: say(words, 'decision.about', { parameters: names.map((name) => parameters[name]!).join('; ') }) };
      }),
    },
  ];
};

/** The glossary as a page of text, ending in a line break. */
export const glossaryPage = (sections: readonly GlossarySection[], words: Words, width: number): string =>
  sections.map(({ id, entries }) => `${[say(words, `glossary.${id}`), '', ...entries.flatMap((entry) => entryLines(entry, width))].join('\n')}\n`).join('\n');

const INDENT = 12;

const entryLines = ({ code, name, about }: Entry, width: number): string[] => [
  ...wrap(name, width, code.padEnd(INDENT), ' '.repeat(INDENT)), ...wrap(about, width, ' '.repeat(INDENT + 2), ' '.repeat(INDENT + 2)),
];

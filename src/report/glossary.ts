/** Every code spelled out, from the rules: what a reader of the reports may want to look up. */
import type { Ruleset } from '../rules/ruleset.ts';
import type { Wording } from '../rules/wording.ts';
import { say, type Words } from './words.ts';
import { wrap } from './wrap.ts';

export interface Entry {
  code: string;
  name: string;
  /** Empty where the name says it all. */
  about: string;
}

export interface GlossarySection {
  id: 'topics' | 'statuses' | 'mandates' | 'bounds' | 'decisions' | 'kinds' | 'issues';
  entries: Entry[];
}

/** Kinds of body, as `bodies[].kind` and `chain.kind` have them. */
const KINDS = ['technical', 'joint', 'ministry', 'leaders', 'parties', 'parliament', 'executive', 'force', 'third', 'law', 'other'];

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
    { id: 'kinds', entries: KINDS.map((kind) => ({ code: kind, name: say(words, `kind.${kind}`), about: '' })) },
    { id: 'issues', entries: Object.entries(named.issues).map(([code, name]) => ({ code, name, about: '' })) },
  ];
};

/** The glossary as a page of text, ending in a line break. */
export const glossaryPage = (sections: readonly GlossarySection[], words: Words, width: number): string =>
  sections.map(({ id, entries }) => `${[HEADS[id] === undefined ? say(words, `glossary.${id}`) : say(words, HEADS[id]).toUpperCase(), '', ...entries.flatMap((entry) => entryLines(entry, width))].join('\n')}\n`).join('\n');

/** Headings that other tables have too. */
const HEADS: Partial<Record<GlossarySection['id'], string>> = { kinds: 'column.kind', issues: 'column.issue' };

const INDENT = 13;

const entryLines = ({ code, name, about }: Entry, width: number): string[] => [
  ...wrap(name, width, code.padEnd(INDENT), ' '.repeat(INDENT)),
  ...(about === '' ? [] : wrap(about, width, ' '.repeat(INDENT + 2), ' '.repeat(INDENT + 2))),
];

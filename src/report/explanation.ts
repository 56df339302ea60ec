/** An explanation as a page of text: the sentence, what it was taken for and why, the words that told, and what nearly matched. */
import type { ExplainedSentence, Explanation } from '../explain.ts';
import { printable } from '../failure.ts';
import { wrap } from './wrap.ts';

/** Names of topics and decisions, by their codes. */
export type Names = ReadonlyMap<string, string>;

const HOW = { cancelled: 'cancelled by', order: 'all its words are there, but not in this order or too far apart', lacks: 'nothing there for' };

/** Ends with a line break. */
export const explanationPage = (explanations: readonly Explanation[], names: Names, width: number): string =>
  explanations
    .map(({ clause, sentences }) => {
      const top = [`${clause.path.join(' > ')} (${clause.kind}${clause.heading === '' ? '' : `, under "${clause.heading}"`}, page ${clause.page}${clause.file === undefined ? '' : ` of ${clause.file}`})`];
      const body = sentences.length === 0 ? ['', 'No sentence in it.'] : sentences.flatMap((sentence) => ['', ...sentenceLines(sentence, names, width)]);
      return [...top.flatMap((line) => wrap(printable(line), width)), ...body].map((line) => `${line.trimEnd()}\n`).join('');
    })
    .join('\n');

const sentenceLines = ({ text, provision, why, found, near }: ExplainedSentence, names: Names, width: number): string[] => {
  const field = (name: string, value: string): string[] => wrap(printable(value), width, `  ${name.padEnd(10)}`, ' '.repeat(12));
  const spelled = (code: string): string => (names.has(code) ? `${code} ${names.get(code)!}` : code);
  const verdict =
    provision === null
      ? field('taken for', 'nothing about security: no topic was found, so it is no provision')
      : [
          ...field('taken for', `${provision.status}: ${why} (row ${provision.reason}, confidence ${provision.confidence.toFixed(2)})`),
          ...field('topics', provision.leaves.map(spelled).join('; ')),
          ...(provision.delegate === null ? [] : field('holder', provision.delegate + (provision.mandate === null ? '' : `, "${provision.mandate.verb}" (class ${provision.mandate.class})`))),
          ...(provision.decisions.length === 0 ? [] : field('decisions', provision.decisions.map(spelled).join('; '))),
        ];
  return [
    ...wrap(printable(text), width, '"', ' '),
    ...verdict,
    ...(found.length === 0 ? [] : ['  found', ...found.flatMap(({ emits, rule, words }) => wrap(printable(`${spelled(emits)} from "${words.join(' ... ')}" (${rule})`), width, '    ', '      '))]),
    ...(near.length === 0
      ? []
      : ['  nearly', ...near.flatMap(({ emits, rule, how, by, pattern, words }) => [
          ...wrap(printable(`${spelled(emits)} (${rule}): ${HOW[how]} ${by}${words.length === 0 ? '' : `; it had matched "${words.join(' ... ')}"`}`), width, '    ', '      '),
          ...wrap(pattern, width, '      ', '        '),
        ])]),
  ];
};

/** The report as Markdown, to be pasted into notes and mails: the ledger first, the number after it, then warnings and limits. */
import type { Analysis } from '../analysis.ts';
import type { Document } from '../document.ts';
import { printable } from '../failure.ts';
import { cite, indexOf } from './cite.ts';
import type { ReportOptions } from './index.ts';
import { ledgerEntry, openDecisions } from './ledger.ts';
import { limitLines } from './limits.ts';
import { placesOf } from './places.ts';
import { shownReading } from './readings.ts';
import { scoreText } from './score-text.ts';
import { aboutText, orderedWarnings, questionsOn, verdict } from './told.ts';
import { say , comma } from './words.ts';

/** What a text says must stay text: no emphasis, link, HTML or table of its own. */
const plain = (text: string): string => printable(text.replace(/\s+/gu, ' ').trim()).replace(/[\\`*_[\]<>|#~&$!]/gu, '\\$&');

/** Ends with a line break. */
export const renderMarkdown = (analysis: Analysis, { text }: Document, options: ReportOptions): string => {
  const { words, share, askBelow, names } = options;
  const index = indexOf(analysis);
  const tell = (key: string, values?: Readonly<Record<string, string | number>>): string => say(words, key, values);
  const places = (clauses: readonly Parameters<typeof cite>[0][]): string => [...new Set(clauses.map((clause) => cite(clause, words)))].map(plain).join(comma(words));
  const { level, counts } = verdict(analysis, options);
  const scored = analysis.decisions.length > 0;

  const entries = openDecisions(analysis).map((decision, i) => {
    const { told, quoted } = ledgerEntry(decision, index, words, askBelow, names.decisions[decision.id]?.parameters);
    const cited = places(placesOf(decision, index));
    return [
      `${i + 1}. **${plain(decision.question)}**  `,
      `   ${plain(told.join(' '))}${cited === '' ? '' : ` ${tell('page.see')} ${cited}.`}  `,
      ...questionsOn(analysis, decision.id, 2).map((question) => `   ${tell('page.question')} ${plain(question)}  `),
      ...(quoted === null ? [] : ['', `   > ${plain(text.slice(quoted.start, quoted.end))}`]),
    ].join('\n');
  });
  const settled = analysis.decisions
    .filter((decision) => decision.applicable && shownReading(decision) === 'SETTLED')
    .map((decision) => `- ${plain(decision.question)} ${tell('page.see')} ${places(placesOf(decision, index))}.`);
  const warnings = orderedWarnings(analysis).map(({ message, question, severity, evidence }) => {
    const cited = places(evidence.flatMap(({ clause }) => index.clauses.get(clause) ?? []));
    return [`- **${plain(message)}** (${tell(`severity.${severity}`)}${cited === '' ? '' : `; ${cited}`})`, ...(question === '' ? [] : [`  ${tell('page.question')} ${plain(question)}`])].join('  \n');
  });
  const limits = limitLines(analysis, index, words).map((line) => `- ${plain(line)}`);
  const section = (heading: string, lines: readonly string[], between = '\n'): string[] => (lines.length === 0 ? [] : [`## ${tell(heading)}`, lines.join(between)]);

  return `${[
    `# ${analysis.document.title.trim() === '' ? tell('title.none') : plain(analysis.document.title)}`,
    plain(aboutText(analysis, words).join(' ')),
    ...(analysis.document.agreementLike ? [] : [tell(scored ? 'not-agreement' : 'not-agreement.structure')]),
    ...(!scored ? [tell('structure.no-rules')] : level === null ? [counts] : [`**${level}**`, counts]),
    ...section('page.open', entries, '\n\n'),
    ...section('page.settled', settled),
    ...(share ? [] : section('page.score', scoreText(analysis, words).map(plain))),
    ...section('page.warnings', warnings),
    ...section('page.limits', limits.length === 0 ? [tell('limits.none')] : limits),
    ...section('page.method', [tell(scored && !share ? 'closing' : 'closing.structure'), '', `${tell('page.print.text')}: \`${analysis.document.textSha256}\``]),
  ].join('\n\n')}\n`;
};

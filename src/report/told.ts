/** Sentences that every report for people says of a text: how it was read, and the verdict in words. */
import type { Analysis } from '../analysis.ts';
import { countReadings } from './readings.ts';
import type { TextOptions } from './text/page.ts';
import { say, sayOneOf, type Words , comma } from './words.ts';

/** How the text was read: by whom, in what language, with how much found in it; `type.read` also tells which option changes the type. */
export const aboutText = ({ document, clauses, provisions, decisions, score, review }: Analysis, words: Words, foundType: 'type.found' | 'type.read' = 'type.found'): string[] => [
  howRead(score, review, words),
  say(words, 'document.about', { language: sayOneOf(words, 'language', document.language), clauses: clauses.length, provisions: provisions.length }),
  ...(document.pages > 1 ? [say(words, 'document.pages', { pages: document.pages })] : []),
  ...(document.signed === null ? [] : [say(words, 'document.signed', { date: document.signed })]),
  ...(decisions.length === 0 ? [] : [say(words, score.type.by === 'user' ? 'type.given' : foundType, { type: sayOneOf(words, 'type', score.type.name) })]),
];

/** Whether a person has looked at the reading, and at how much of it. */
const howRead = ({ reviewed }: Analysis['score'], review: Analysis['review'], words: Words): string => {
  if (review === undefined) return say(words, reviewed ? 'reading.reviewed' : 'reading.machine');
  const { provisions, decisions } = review;
  return say(words, 'reading.progress', { n: provisions.decided + decisions.decided, of: provisions.of + decisions.of });
};

/** The verdict: its level (null in a report to be shared, which holds no score), and how many decisions have which reading. */
export const verdict = ({ decisions, score }: Analysis, { words, share }: TextOptions): { level: string | null; counts: string } => {
  const applicable = decisions.filter((decision) => decision.applicable);
  const counts = countReadings(applicable).map(({ reading, n }) => say(words, `count.${reading}`, { n }));
  const level = score.total === null ? say(words, 'headline.none') : say(words, 'headline', { level: say(words, `level.${score.level}`) });
  return { level: share === true ? null : level, counts: `${say(words, 'count.decisions', { of: applicable.length })} ${counts.join(comma(words))}.` };
};

/** Warnings, weightiest first. */
export const orderedWarnings = ({ warnings }: Analysis): Analysis['warnings'] =>
  (['high', 'medium', 'low'] as const).flatMap((severity) => warnings.filter((warning) => warning.severity === severity));

/** What to put to the parties on a decision, most pressing first, at most `most`. */
export const questionsOn = ({ ledger }: Analysis, decision: string, most: number): string[] => ledger.find((row) => row.decision === decision)?.questions.slice(0, most) ?? [];

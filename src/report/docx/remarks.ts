/** What is said beside the clauses of a draft: one remark for each open decision and each warning, at the first clause it rests on. */
import type { Analysis } from '../../analysis.ts';
import { indexOf } from '../cite.ts';
import type { ReportOptions } from '../index.ts';
import { ledgerEntry, openDecisions } from '../ledger.ts';
import { shownReading } from '../readings.ts';
import { orderedWarnings, questionsOn } from '../told.ts';
import { say } from '../words.ts';
import type { Span } from '../../span.ts';

export interface Remark extends Span {
  /** A paragraph each. */
  readonly lines: readonly string[];
}

/** In reading order. Decisions that no clause speaks of have no place and are left out. */
export const remarksOn = (analysis: Analysis, { words, askBelow, names }: ReportOptions): Remark[] => {
  const index = indexOf(analysis);
  const open = openDecisions(analysis).flatMap((decision): Remark[] => {
    const { told, quoted } = ledgerEntry(decision, index, words, askBelow, names.decisions[decision.id]?.parameters);
    if (quoted === null) return [];
    return [{ ...spanOf(quoted), lines: [say(words, 'comment.open', { reading: say(words, `reading.${shownReading(decision)}`), question: decision.question }), told.join(' '), ...questionsOn(analysis, decision.id, 3).map((question) => say(words, 'comment.question', { question }))] }];
  });
  const warnings = orderedWarnings(analysis).flatMap(({ message, question, evidence }): Remark[] => {
    const [first] = evidence;
    if (first === undefined) return [];
    return [{ ...spanOf(first), lines: [say(words, 'comment.warning', { message }), ...(question === '' ? [] : [say(words, 'comment.question', { question })])] }];
  });
  return [...open, ...warnings].toSorted((a, b) => a.start - b.start);
};

const spanOf = ({ start, end }: Span): Span => ({ start, end });

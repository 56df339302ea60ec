/** Does a report still hold? Compares what it says with a new reading. Pure. */
import type { Analysis } from './analysis.ts';

/** Which of the things a reading depends on are the same: the bytes, the text in them, the rules, the program. */
export type Grounds = Readonly<Record<'file' | 'text' | 'rules' | 'program', boolean>>;

export interface Verification {
  readonly grounds: Grounds;
  /** What the reading says otherwise now, as part, earlier and now; empty when it says the same. */
  readonly differences: readonly { what: string; was: string; now: string }[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const points = (total: number | null): string => (total === null ? 'no number' : total.toFixed(1));

/** Parts that are told as a whole; decisions and the number are told one by one. */
const PARTS: readonly (keyof Analysis)[] = ['clauses', 'provisions', 'bodies', 'deadlines', 'references', 'depth', 'warnings', 'checks', 'contested', 'limits', 'review'];

const sizeOf = (part: unknown): string => (Array.isArray(part) ? `${part.length}` : part === undefined ? 'none' : 'other');

/** `report` is what was written, `now` what the same program or a later one says of the text. */
export const compareReadings = (report: Analysis, now: Analysis): Verification => {
  const statusOf = (analysis: Analysis): Map<string, string> => new Map(analysis.decisions.map(({ id, status }) => [id, status]));
  const [before, after] = [statusOf(report), statusOf(now)];
  const questions = new Map([...now.decisions, ...report.decisions].map(({ id, question }) => [id, question]));
  const decisions = [...questions].flatMap(([id, question]) => {
    const [was, is] = [before.get(id) ?? 'not asked', after.get(id) ?? 'not asked'];
    return was === is ? [] : [{ what: question, was, now: is }];
  });
  const parts = PARTS.filter((part) => !same(report[part], now[part])).map((part) => ({ what: part, was: sizeOf(report[part]), now: sizeOf(now[part]) }));
  const details = decisions.length === 0 && !same(report.decisions, now.decisions) ? [{ what: 'details of decisions', was: sizeOf(report.decisions), now: sizeOf(now.decisions) }] : [];
  const about = same(report.document, { ...now.document, fileSha256: report.document.fileSha256 }) ? [] : [{ what: 'what is said of the document', was: report.document.title, now: now.document.title }];
  const score = same(report.score, now.score) ? [] : [{ what: 'the number', was: points(report.score.total), now: points(now.score.total) }];
  return {
    grounds: {
      file: report.document.fileSha256 === now.document.fileSha256,
      text: report.document.textSha256 === now.document.textSha256,
      rules: report.ruleset.sha256 === now.ruleset.sha256,
      program: same(report.tool, now.tool),
    },
    differences: [...score, ...decisions, ...details, ...about, ...parts],
  };
};

/** A report holds when the same text is read in the same way, whatever else has changed. */
export const holds = ({ grounds, differences }: Verification): boolean => grounds.text && differences.length === 0;

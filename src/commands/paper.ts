/** What a report for people is drawn on, and the words it is drawn with. */
import type { ReportOptions } from '../report/index.ts';
import type { TextOptions } from '../report/text.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { wordingFor } from '../rules/wording.ts';
import type { PageOptions } from './options.ts';

export type Paper = Pick<TextOptions, 'width' | 'color' | 'ascii'>;

/** The terminal when the report goes there, else a page of 80 columns without colours. */
export const paperOf = ({ out, width, ascii }: PageOptions): Paper => {
  const { stdout, env } = process;
  const terminal = out === undefined && stdout.isTTY === true;
  return {
    width: width ?? (terminal ? stdout.columns : 80),
    color: terminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    ascii: ascii === true || (terminal && /^(?:C|POSIX)$/u.test(env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '')),
  };
};

/** All that a report for people needs beside the Analysis; it is written in `language` where there are words for it, else in English. */
export const textOptions = (paper: Paper, language: string, ruleset: Ruleset): ReportOptions => {
  const { language: code, direction, words, catalogue: { issues, decisions } } = wordingFor(language, ruleset);
  return { ...paper, language: code, direction, share: false, table: 'decisions', words, names: { issues, decisions, levels: ruleset.scoring.levels }, askBelow: ruleset.scoring.confidence.ask };
};

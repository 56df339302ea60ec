/** What a report for people is drawn on, and the words it is drawn with. */
import type { TextOptions } from '../report/text.ts';
import type { LanguageRules, Ruleset } from '../rules/ruleset.ts';

export type Paper = Pick<TextOptions, 'width' | 'color' | 'ascii'>;

/** The terminal when the report goes there, else a page of 80 columns without colours. */
export const paperOf = (out: string | undefined, width: number | undefined): Paper => {
  const { stdout, env } = process;
  const terminal = out === undefined && stdout.isTTY === true;
  return {
    width: width ?? (terminal ? stdout.columns : 80),
    color: terminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    ascii: terminal && /^(?:C|POSIX)$/u.test(env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? ''),
  };
};

/** Rules of a language, or the English ones where it has none: a report is always in some language. */
export const rulesFor = (language: string, { languages }: Ruleset): LanguageRules => languages[language] ?? languages['en']!;

/** All that a report for people needs beside the Analysis. */
export const textOptions = (paper: Paper, language: string, ruleset: Ruleset): TextOptions => {
  const { language: { code }, words: { words } } = rulesFor(language, ruleset);
  const issues = Object.fromEntries(ruleset.catalogue.issues.map(({ id, name }) => [id, name[code as keyof typeof name] ?? name.en]));
  return { ...paper, words, names: { issues, levels: ruleset.scoring.levels }, askBelow: ruleset.scoring.confidence.ask };
};

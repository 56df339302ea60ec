/** Options that several commands share, and what they must look like. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AnalyzeOptions } from '../analyze.ts';
import { Failure } from '../failure.ts';
import type { Tracked } from '../read/index.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { reportLanguages } from '../rules/wording.ts';

/** How a text is to be read. */
export interface ReadingOptions extends AnalyzeOptions {
  tracked?: Tracked;
  rules?: string;
}

const date = (value: string): string => {
  const read = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError('Write a date as 2018-09-12.');
  }
  return value;
};

const language = (value: string): string => {
  if (!/^[a-z]{2}$/u.test(value)) throw new InvalidArgumentError('Write a language as two letters: en, fr, ar, es.');
  return value;
};

export const typeOption = (): Option => new Option('--type <name>', 'read it as this type of agreement, whatever it looks like');
export const signedOption = (): Option => new Option('--signed <date>', 'date of signature (2018-09-12), from which deadlines are counted').argParser(date);
export const langOption = (): Option => new Option('--lang <code>', 'language of the text, two letters, when it is told wrongly').argParser(language);
export const reportLangOption = (): Option => new Option('--report-lang <code>', 'language of the report, two letters (default: that of the text where lacuna has words for it, else English)').argParser(language);
export const rulesOption = (): Option => new Option('--rules <folder>', 'use the rules in this folder instead of those of lacuna');

/** Throws a Failure for a type that the rules do not know. */
export const checkType = (type: string | undefined, { scoring }: Ruleset): void => {
  if (type === undefined || Object.hasOwn(scoring.types, type)) return;
  throw new Failure(`no agreement type "${type}"`, { where: '--type', next: `Use one of ${Object.keys(scoring.types).join(', ')}` });
};

/** Throws a Failure for a language in which no report can be written. */
export const checkReportLang = (code: string | undefined, ruleset: Pick<Ruleset, 'languages'>): void => {
  if (code === undefined || reportLanguages(ruleset).includes(code)) return;
  throw new Failure(`no words for reports in "${code}"`, { where: '--report-lang', next: `Use one of ${reportLanguages(ruleset).join(', ')}` });
};

/** The part of the options that the pipeline takes. */
export const analyzeOptions = ({ lang, reportLang, type, signed }: ReadingOptions): AnalyzeOptions => ({
  ...(lang !== undefined && { lang }), ...(reportLang !== undefined && { reportLang }), ...(type !== undefined && { type }), ...(signed !== undefined && { signed }),
});

/** A whole number within bounds, for an option. */
export const wholeNumber = (from: number, to: number) => (value: string): number => {
  const read = Number(value);
  if (!Number.isInteger(read) || read < from || read > to) throw new InvalidArgumentError(`Write a whole number from ${from} to ${to}.`);
  return read;
};

export const trackedOption = (): Option =>
  new Option('--tracked <how>', 'struck and inserted words of a Word, HTML or Markdown file: as if accepted, as if rejected, or both as marked').choices(['accepted', 'rejected', 'marked']).default('accepted');

/** Every way to correct what was found of a text, for commands that read one. */
export const readingOptions = (): Option[] => [typeOption(), signedOption(), langOption(), trackedOption(), reportLangOption(), rulesOption()];

/** Where a page goes and what it is drawn on. */
export interface PageOptions {
  out?: string;
  width?: number;
  ascii?: true;
}

export const pageOptions = (out = 'write it to this file'): Option[] => [
  new Option('--width <columns>', 'width of the page (default: the terminal, else 80)').argParser(wholeNumber(40, 400)),
  new Option('--ascii', 'draw with plain letters and signs (as in a terminal whose language is C)'),
  new Option('--out <path>', out),
];

/** The command with further options. */
export const withOptions = (command: Command, options: readonly Option[]): Command => options.reduce((with_, option) => with_.addOption(option), command);

/** The page that the sections of the summary are written on: what they share, and how a paragraph becomes lines. */
import type { Analysis } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import { printable } from '../../failure.ts';
import type { Scoring } from '../../rules/scoring.ts';
import type { Glyphs } from '../bar.ts';
import type { Index } from '../cite.ts';
import { inQuotes, say, type Words } from '../words.ts';
import { wrap } from '../wrap.ts';

export interface TextOptions {
  /** Cells of the terminal; lines are never wider. Below 40 it counts as 40. */
  width: number;
  color: boolean;
  /** Bars, quotation marks and dots in plain ASCII. */
  ascii: boolean;
  words: Words;
  /** Made to be passed on: without score and without private notes. */
  share?: boolean;
  names: {
    /** Issue id to its name in the language of the report. */
    issues: Readonly<Record<string, string>>;
    /** Names of the parameters of each decision, by their English names. */
    decisions: Readonly<Record<string, { readonly parameters: Readonly<Record<string, string>> }>>;
    /** Levels of a score, from `rules/scoring.yml`. */
    levels: Scoring['levels'];
  };
  /** Confidence under which the reader is asked to look. */
  askBelow: number;
}

/** What every section works with. */
export interface Page {
  readonly analysis: Analysis;
  readonly document: Document;
  readonly index: Index;
  readonly glyphs: Glyphs;
  readonly options: TextOptions;
}

/** Words of the text between quotation marks of the language of the report. */
export const quoted = (text: string, { options: { words, ascii } }: Page): string => inQuotes(text, words, ascii);

type Style = 'strong' | 'faint';

export interface Line {
  readonly text: string;
  readonly style?: Style;
}

const styled = (lines: readonly string[], style: Style | undefined): Line[] => lines.map((text) => (style === undefined ? { text } : { text, style }));

/** A heading of a section, by its key in the words. */
export const heading = (key: string, { options: { words, width } }: Page): Line[] => styled(wrap(say(words, key), width), 'strong');

/** A paragraph; `first` leads its first line, `rest` the others. */
export const paragraph = (text: string, { options: { width } }: Page, { first = '', rest = first, style }: { first?: string; rest?: string; style?: Style } = {}): Line[] =>
  styled(wrap(printable(text), width, first, rest), style);

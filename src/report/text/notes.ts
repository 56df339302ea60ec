/** What stands after the number: warnings, what was out of sight, and the structure of a text that has no rules. */
import type { Analysis } from '../../analysis.ts';
import { slice } from '../../span.ts';
import { cite } from '../cite.ts';
import { limitLines } from '../limits.ts';
import { orderedWarnings } from '../told.ts';
import { heading, paragraph, type Line, type Page } from './page.ts';
import { say , comma } from '../words.ts';

const WARNINGS = 6;
const LIMITS = 8;
const HEADINGS = 20;

export const warnings = (page: Page): Line[] => {
  const { analysis, options: { words } } = page;
  if (analysis.warnings.length === 0) return [];
  const ordered = orderedWarnings(analysis);
  const lines = ordered.slice(0, WARNINGS).map((warning) => {
    const places = placesOf(warning, page);
    const values = { message: warning.message, severity: say(words, `severity.${warning.severity}`), places: places.join(comma(words)) };
    return say(words, places.length === 0 ? 'warnings.line.bare' : 'warnings.line', values);
  });
  return list('warnings', lines, ordered.length - lines.length, page);
};

const placesOf = ({ evidence }: Analysis['warnings'][number], { index, options: { words } }: Page): string[] => [
  ...new Set(evidence.flatMap(({ clause }) => index.clauses.get(clause) ?? []).map((clause) => cite(clause, words))),
];

export const limits = (page: Page): Line[] => {
  const lines = limitLines(page.analysis, page.index, page.options.words);
  if (lines.length === 0) return [...heading('limits.heading', page), ...paragraph(say(page.options.words, 'limits.none'), page, { first: '  ' })];
  return list('limits', lines.slice(0, LIMITS), lines.length - Math.min(LIMITS, lines.length), page);
};

const list = (section: string, lines: readonly string[], more: number, page: Page): Line[] => [
  ...heading(`${section}.heading`, page),
  ...lines.flatMap((line) => paragraph(line, page, { first: `  ${page.glyphs.bullet} `, rest: '    ' })),
  ...(more > 0 ? paragraph(say(page.options.words, `${section}.more`, { n: more }), page, { first: '    ' }) : []),
];

/** Headings in reading order, indented by depth: all that can be said where a language has no rules. */
export const structure = (page: Page): Line[] => {
  const { analysis: { clauses }, document, options: { words } } = page;
  const headings = clauses.filter(({ kind }) => kind === 'heading');
  const counts = {
    clauses: clauses.length,
    headings: headings.length,
    items: clauses.filter(({ kind }) => kind === 'item').length,
    annexes: new Set(clauses.flatMap(({ annex }) => annex ?? [])).size,
  };
  const more = headings.length - HEADINGS;
  return [
    ...heading('structure.heading', page),
    ...paragraph(say(words, 'structure.clauses', counts), page, { first: '  ' }),
    ...headings.slice(0, HEADINGS).flatMap((clause) => {
      const indent = ' '.repeat(2 + 2 * Math.min(4, Math.max(0, clause.path.length - 1)));
      return paragraph(slice(document.text, clause), page, { first: indent, rest: `${indent}  ` });
    }),
    ...(more > 0 ? paragraph(say(words, 'structure.more', { n: more }), page, { first: '    ' }) : []),
    { text: '' },
    ...paragraph(say(words, 'structure.no-rules'), page),
  ];
};

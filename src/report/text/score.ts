/** The issue table and the number with its range, its parts and its flags. */
import type { Score } from '../../analysis.ts';
import { bar, stackBar } from '../bar.ts';
import { heading, paragraph, type Line, type Page } from './page.ts';
import { scoreText } from '../score-text.ts';
import { say, type Words , comma } from '../words.ts';
import { displayWidth, pad } from '../wrap.ts';

/** Room that the words of a score need beside the bar; with less the words go to a line of their own. */
const BESIDE = 72;

export const issues = (page: Page): Line[] => {
  const { analysis: { score: { issues: rows, worst } }, options: { words, names, width } } = page;
  const name = (issue: string): string => names.issues[issue] ?? issue;
  const longest = Math.max(...rows.map(({ issue }) => displayWidth(name(issue))));
  const scoreOf = new Map(rows.map(({ issue, score }) => [issue, score]));
  const worstItems = worst.map((issue) => say(words, 'issues.worst.item', { issue: name(issue), score: Math.round(scoreOf.get(issue) ?? 0) }));
  const wide = width >= BESIDE;
  const cells = wide ? Math.min(40, Math.floor((width - longest) / 4)) : width - 8;
  const lines = rows.flatMap(({ issue, score }) => {
    const drawn = score === null ? '' : `${bar(score, cells, page.glyphs)} ${String(Math.round(score)).padStart(3)}`;
    const told = issueWords(issue, score, page);
    if (!wide) return paragraph(`${name(issue)}: ${told}`, page, { first: '  ', rest: '    ' }).concat(drawn === '' ? [] : { text: `  ${drawn}` });
    const first = `  ${pad(name(issue), longest)}  ${pad(drawn, cells + 4)}  `;
    return paragraph(told, page, { first, rest: ' '.repeat(displayWidth(first)) });
  });
  return [
    ...heading('issues.heading', page),
    ...lines,
    ...(worstItems.length === 0 ? [] : paragraph(say(words, 'issues.worst', { issues: worstItems.join(comma(words)) }), page, { first: '  ' })),
  ];
};

const issueWords = (issue: string, score: number | null, { analysis: { decisions }, options: { words, names } }: Page): string => {
  if (score !== null) return say(words, `level.${names.levels.find(({ below }) => score < below)!.id}`);
  return say(words, decisions.some((decision) => decision.issue === issue && decision.applicable) ? 'issues.unseen' : 'issues.not-asked');
};

export const score = (page: Page): Line[] => {
  const { analysis, glyphs, options: { words, width } } = page;
  const { total, stack } = analysis.score;
  if (total === null) return [];
  return [
    ...heading('score.heading', page),
    ...scoreText(analysis, words, glyphs.to).flatMap((told) => paragraph(told, page, { first: '  ' })),
    { text: '' },
    { text: `  ${stackBar(stack, width - 4, glyphs)}` },
    ...legend(stack, total, page),
  ];
};

/** Pattern and name of each part, as many on a line as fit. */
const legend = (stack: Score['stack'], total: number, { glyphs, options: { words, width } }: Page): Line[] => {
  const parts = Object.entries(glyphs.stack).map(([part, pattern]) => `${pattern} ${say(words, `stack.${part}`, { points: points(stack[part as keyof Score['stack']], words) })}`);
  const lines: string[] = [];
  for (const part of [...parts, `${glyphs.empty} ${say(words, 'score.rest', { points: points(100 - total, words) })}`]) {
    const joined = `${lines.at(-1) ?? ''}   ${part}`;
    if (lines.length > 0 && displayWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(`  ${part}`);
  }
  return lines.map((text) => ({ text }));
};

const points = (value: number, words: Words): string => (value > 0 && value < 1 ? say(words, 'score.under-one') : String(Math.round(value)));

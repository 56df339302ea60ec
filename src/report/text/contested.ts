/** What a draft has not agreed: passages counted, the span of the total, and the decisions that read otherwise by side. */
import { heading, paragraph, type Line, type Page } from './page.ts';
import { say , comma } from '../words.ts';

const SHOWN = 8;

/** Nothing for a text without disputed passages. */
export const contested = (page: Page): Line[] => {
  const { analysis: { contested: passages, score, decisions }, options: { words } } = page;
  if (passages === undefined) return [];
  const blanks = passages.filter(({ kind }) => kind === 'blank').length;
  const span = score.contested;
  const [low, high] = [Math.round(span?.low ?? 0), Math.round(span?.high ?? 0)];
  const disputed = decisions.filter(({ contested: readings, applicable }) => readings !== undefined && applicable).toSorted((a, b) => b.weight - a.weight);
  const told = [
    say(words, 'contested.count', { disputed: passages.length - blanks, blanks }),
    ...(span === undefined || span.low === null ? [] : [say(words, low === high ? 'contested.span.same' : 'contested.span', { low, high })]),
  ];
  return [
    ...heading('contested.heading', page),
    ...paragraph(told.join(' '), page, { first: '  ' }),
    ...disputed.slice(0, SHOWN).flatMap(({ question, contested: readings = [] }) => paragraph(say(words, 'contested.decision', { question, readings: readings.map((reading) => oneReading(reading, page)).join('; ') }), page, { first: `  ${page.glyphs.bullet} `, rest: '    ' })),
    ...(disputed.length > SHOWN ? paragraph(say(words, 'contested.more', { n: disputed.length - SHOWN }), page, { first: '    ' }) : []),
  ];
};

const oneReading = ({ status, openness, by }: { status: string; openness: number | null; by: string[] }, { options: { words } }: Page): string => {
  const values = { reading: say(words, `compare.read.${status}`), openness: openness === null ? say(words, 'contested.unseen') : Math.round(100 * openness), by: by.join(comma(words)) };
  return say(words, by.length === 0 ? 'contested.reading' : 'contested.reading.by', values);
};

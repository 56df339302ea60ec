/** What a draft has not agreed, as a section of the summary. */
import { contestedTold } from '../contested.ts';
import { heading, paragraph, type Line, type Page } from './page.ts';

/** Nothing for a text without disputed passages. */
export const contested = (page: Page): Line[] => {
  const { analysis, glyphs, options: { words, ascii } } = page;
  const told = contestedTold({ analysis, ascii, words });
  if (told === null) return [];
  return [
    ...heading('contested.heading', page),
    ...paragraph(told.about, page, { first: '  ' }),
    ...told.lines.flatMap((line) => paragraph(line, page, { first: `  ${glyphs.bullet} `, rest: '    ' })),
    ...(told.more === '' ? [] : paragraph(told.more, page, { first: '    ' })),
  ];
};

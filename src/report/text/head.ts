/** The top of the summary: title, how it was read, and the verdict in words. */
import { aboutText, verdict } from '../told.ts';
import { paragraph, type Line, type Page } from './page.ts';
import { say } from '../words.ts';
import { cut } from '../wrap.ts';

/** A title longer than this is a paragraph that a reader took for one. */
const TITLE_LINES = 3;

export const head = (page: Page): Line[] => {
  const { analysis, glyphs, options: { words, width } } = page;
  const { document, decisions } = analysis;
  const scored = decisions.length > 0;
  const title = cut(document.title.trim() === '' ? say(words, 'title.none') : document.title, TITLE_LINES * width, glyphs.ellipsis);
  return [
    ...paragraph(title, page, { style: 'strong' }),
    ...paragraph(aboutText(analysis, words, 'type.read').join(' '), page),
    ...(document.agreementLike ? [] : [{ text: '' }, ...paragraph(say(words, scored ? 'not-agreement' : 'not-agreement.structure'), page)]),
    ...(scored ? [{ text: '' }, ...verdictLines(page)] : []),
  ];
};

const verdictLines = (page: Page): Line[] => {
  const { level, counts } = verdict(page.analysis, page.options);
  return [...(level === null ? [] : paragraph(level, page, { style: 'strong' })), ...paragraph(counts, page)];
};

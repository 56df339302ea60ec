/** The top of the summary: title, how it was read, and the verdict in words. */
import { readingOf } from '../../openness.ts';
import { paragraph, type Line, type Page } from './page.ts';
import { say, sayOneOf } from '../words.ts';
import { cut } from '../wrap.ts';

/** A title longer than this is a paragraph that a reader took for one. */
const TITLE_LINES = 3;

/** The order in which the readings of decisions are counted out. */
const READINGS = ['SETTLED', 'PARTLY', 'DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE', 'SILENT', 'UNSEEN'] as const;

export const head = (page: Page): Line[] => {
  const { analysis, glyphs, options: { words, width } } = page;
  const { document, decisions, score } = analysis;
  const scored = decisions.length > 0;
  const title = cut(document.title.trim() === '' ? say(words, 'title.none') : document.title, TITLE_LINES * width, glyphs.ellipsis);
  const about = [
    say(words, score.reviewed ? 'reading.reviewed' : 'reading.machine'),
    say(words, 'document.about', { language: sayOneOf(words, 'language', document.language), clauses: analysis.clauses.length, provisions: analysis.provisions.length }),
    ...(document.pages > 1 ? [say(words, 'document.pages', { pages: document.pages })] : []),
    ...(document.signed === null ? [] : [say(words, 'document.signed', { date: document.signed })]),
    ...(scored ? [say(words, score.type.by === 'user' ? 'type.given' : 'type.read', { type: sayOneOf(words, 'type', score.type.name) })] : []),
  ];
  return [
    ...paragraph(title, page, { style: 'strong' }),
    ...paragraph(about.join(' '), page),
    ...(document.agreementLike ? [] : [{ text: '' }, ...paragraph(say(words, scored ? 'not-agreement' : 'not-agreement.structure'), page)]),
    ...(scored ? [{ text: '' }, ...verdict(page)] : []),
  ];
};

const verdict = (page: Page): Line[] => {
  const { analysis: { decisions, score }, options: { words } } = page;
  const level = score.total === null ? say(words, 'headline.none') : say(words, 'headline', { level: score.level });
  const applicable = decisions.filter((decision) => decision.applicable);
  const counts = READINGS.flatMap((reading) => {
    const n = applicable.filter((decision) => (readingOf(decision) ?? 'UNSEEN') === reading).length;
    return n === 0 ? [] : [say(words, `count.${reading}`, { n })];
  });
  return [
    ...paragraph(level, page, { style: 'strong' }),
    ...paragraph(`${say(words, 'count.decisions', { of: applicable.length })} ${counts.join(', ')}.`, page),
  ];
};

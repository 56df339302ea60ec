/** Precedents as text, JSON or CSV. */
import { printable } from '../failure.ts';
import { say, type Words } from '../report/words.ts';
import { cut, wrap } from '../report/wrap.ts';
import type { Form } from './page.ts';
import type { Precedent } from './precedents.ts';

const WIDTH = 100;
const QUOTED = 600;

/** In the order of the questions. */
export const renderPrecedents = async (found: readonly Precedent[], questions: readonly { id: string; question: string }[], words: Words, form: Form): Promise<string> => {
  if (form === 'json') return `${JSON.stringify(found, null, 1)}\n`;
  if (form === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    return stringify(found.map((row) => ({ ...row, fixed: row.fixed.join('; ') })), { header: true, bom: true, escape_formulas: true });
  }
  const told = tell(words);
  return questions.map(({ id, question }) => {
    const own = found.filter(({ decision }) => decision === id);
    return [...wrap(question, WIDTH), ...(own.length === 0 ? wrap(say(words, 'precedents.none'), WIDTH, '  ') : own.flatMap(told)), ''].join('\n');
  }).join('\n');
};

const tell = (words: Words) => (each: Precedent, at: number): string[] => {
  const head = [each.pax === null ? null : `PA-X ${each.pax}`, each.agreement, each.country, each.date, each.article].filter((part) => part !== null && part !== '').join(' · ');
  return [...wrap(printable(`${at + 1}. ${head}`), WIDTH, '  ', '     '), ...wrap(say(words, 'precedents.reading', { reading: say(words, `status.${each.reading}`) }), WIDTH, '     '), ...wrap(printable(cut(each.text, QUOTED, '...')), WIDTH, '     ')];
};

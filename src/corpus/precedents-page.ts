/** Precedents as text, JSON or CSV. */
import { printable } from '../failure.ts';
import { say, type Words } from '../report/words.ts';
import { cut, wrap } from '../report/wrap.ts';
import type { Form } from './page.ts';
import type { Precedent, Precedents } from './precedents.ts';

const WIDTH = 100;
const QUOTED = 600;
const OPENED = 200;
/** With fewer answers the page says that there are few. */
const ENOUGH = 3;

/** A decision as it is asked, and its parameters by their English names. */
export interface Question {
  readonly id: string;
  readonly question: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** In the order of the questions. */
export const renderPrecedents = async (found: readonly Precedents[], questions: readonly Question[], words: Words, form: Form): Promise<string> => {
  if (form === 'json') return `${JSON.stringify(found, null, 1)}\n`;
  if (form === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    return stringify(found.flatMap(({ precedents }) => precedents.map((row) => ({ ...row, fixed: row.fixed.join('; ') }))), { header: true, bom: true, escape_formulas: true });
  }
  return questions.map((asked) => {
    const own = found.find(({ decision }) => decision === asked.id)!;
    return [...wrap(`${asked.id}  ${asked.question}`, WIDTH), ...counts(own, words).flatMap((line) => wrap(line, WIDTH, '  ')), ...own.precedents.flatMap(tell(words, asked)), ''].join('\n');
  }).join('\n');
};

/** How many agreements answered, and plainly so where they are few. */
const counts = ({ readings }: Precedents, words: Words): string[] => {
  const given = Object.entries(readings).filter(([, n]) => n > 0);
  if (given.length === 0) return [say(words, 'precedents.none')];
  const answered = (readings['SETTLED'] ?? 0) + (readings['PARTLY'] ?? 0);
  return [
    say(words, 'precedents.count', { counts: given.map(([reading, n]) => say(words, `count.${reading}`, { n })).join(', ') }),
    ...(answered === 0 ? [say(words, 'precedents.unanswered')] : answered < ENOUGH ? [say(words, 'precedents.few')] : []),
    ...((readings['PRINCIPLE'] ?? 0) > 0 ? [say(words, 'precedents.principle')] : []),
  ];
};

const tell = (words: Words, { parameters }: Question) => (each: Precedent, at: number): string[] => {
  const head = [each.pax === null ? null : `PA-X ${each.pax}`, each.agreement, each.country, each.date, each.article].filter((part) => part !== null && part !== '').join(' · ');
  const fixed = each.fixed.map((name) => parameters[name] ?? name).join(', ');
  const reading = [
    each.reading === 'PRINCIPLE' ? say(words, 'precedents.point')
      : each.reading === 'DELEGATED' && each.holder !== null ? say(words, 'ledger.DELEGATED', { holder: each.holder })
        : say(words, 'precedents.reading', { reading: say(words, `status.${each.reading}`) }),
    ...(fixed === '' ? [] : [say(words, 'page.fixed', { parameters: fixed })]),
  ].join(' ');
  const lines = (text: string, most: number): string[] => wrap(printable(cut(text, most, '...')), WIDTH, '     ');
  return [...wrap(printable(`${at + 1}. ${head}`), WIDTH, '  ', '     '), ...wrap(printable(reading), WIDTH, '     '), ...(each.opening === null ? [] : lines(each.opening, OPENED)), ...lines(each.text, QUOTED)];
};

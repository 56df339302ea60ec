/** Answers of the corpus as text, JSON or CSV. */
import type { Database } from 'node-sqlite3-wasm';
import { Failure, printable } from '../failure.ts';
import { cut, wrap } from '../report/wrap.ts';
import type { Hit } from './search.ts';

export type Form = 'text' | 'json' | 'csv';

const WIDTH = 100;
const QUOTED = 400;

/** "2018" or "2010-2018". Throws a Failure for anything else. */
export const yearsOf = (written: string): [number, number] => {
  const match = /^(\d{4})(?:-(\d{4}))?$/u.exec(written);
  if (match === null) throw new Failure(`not a year: "${written}"`, { where: '--year', next: 'Write 2018 or 2010-2018' });
  return [Number(match[1]), Number(match[2] ?? match[1])];
};

export const renderHits = async (hits: readonly Hit[], total: number, form: Form): Promise<string> => {
  if (form !== 'text') return render(hits, form);
  const shown = hits.map((hit) => {
    const head = [hit.pax === null ? null : `PA-X ${hit.pax}`, hit.agreement, hit.country, hit.date, hit.article].filter((part) => part !== null && part !== '').join(' · ');
    const reading = [hit.status, hit.leaves, hit.body].filter((part) => part !== null).join(' · ');
    return [...wrap(printable(head), WIDTH), ...(reading === '' ? [] : wrap(printable(reading), WIDTH, '  ')), ...wrap(printable(cut(hit.text, QUOTED, '...')), WIDTH, '  ')].join('\n');
  });
  return `${[...shown, total > hits.length ? `${hits.length} of ${total} clauses; --most shows more.` : `${total} ${total === 1 ? 'clause' : 'clauses'}.`].join('\n\n')}\n`;
};

export const renderList = async (db: Database, form: Form): Promise<string> => {
  const rows = db.all('SELECT pax, name, title, country, region, date, stage, language, type, characters, total, low, high, body_share FROM agreement ORDER BY date, name, id') as Record<string, string | number | null>[];
  if (form !== 'text') return render(rows, form);
  const points = (value: unknown): string => (typeof value === 'number' ? String(Math.round(value)).padStart(3) : '  ?');
  return rows.map((row) => `${points(row['total'])}  ${printable(cut([row['pax'] === null ? null : `PA-X ${row['pax']}`, row['name'], row['country'], row['date']].filter((part) => part !== null).join(' · '), WIDTH, '...'))}\n`).join('');
};

const render = async (rows: readonly object[], form: 'json' | 'csv'): Promise<string> => {
  if (form === 'json') return `${JSON.stringify(rows, null, 1)}\n`;
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...rows], { header: true, bom: true, escape_formulas: true });
};

/** The PA-X export, as the site gives it: rows that hold a text, and rows that only tell of one. */
import { Failure, printable } from '../failure.ts';
import { type About, sha256, type Entry } from './entry.ts';

/** The column that the corpus export adds. */
const TEXT = 'Agreement text';
const DESCRIPTIVE = new Set(['Con', 'Contp', 'PP', 'PPName', 'Reg', 'AgtId', 'Ver', 'Agt', 'Dat', 'Status', 'Lgt', 'N_characters', 'Agtp', 'Stage', 'StageSub', 'Part', 'ThrdPart', 'OthAgr', 'Loc1ISO', 'Loc2ISO', 'Loc1GWNO', 'Loc2GWNO', 'UcdpCon', 'UcdpAgr', 'PamAgr', 'CowWar', 'ImSrc', TEXT]);

/** What a row tells of an agreement, beside its text. */
export interface PaxRow {
  about: About & { pax: number };
  /** Null in the export that has no texts. */
  text: string | null;
}

/** Throws a Failure for a table that is no such export. */
export const paxRow = (row: Record<string, string>, where: string): PaxRow => {
  const id = row['AgtId'];
  if (id === undefined || !/^\d+$/u.test(id)) throw new Failure('not a PA-X export: no column AgtId', { where, next: 'Give a table as PA-X exports it' });
  const date = isoDate(row['Dat'] ?? '');
  return {
    about: { name: shown(row['Agt']) ?? '', pax: Number(id), country: shown(row['Con']), region: shown(row['Reg']), date, year: date === null ? null : Number(date.slice(0, 4)), stage: shown(row['Stage']) },
    text: row[TEXT] ?? null,
  };
};

/** Codes that are not zero. */
export const codesOf = (row: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).filter(([column, value]) => !DESCRIPTIVE.has(column) && value !== '' && value !== '0'));

/** What will be printed later; a table may come from a stranger. */
const shown = (value = ''): string | null => printable(value) || null;

/** Null for a row without text. */
export const paxEntry = (row: Record<string, string>, where: string): Entry | null => {
  const { about, text } = paxRow(row, where);
  return text === null || !/\S/u.test(text) ? null : { key: `pax:${about.pax}`, sha256: sha256(Object.values(row).join('\u001f')), codes: () => codesOf(row), bytes: Buffer.from(text), where, about };
};

/** PA-X writes 2018-09-12 or 12/09/2018. */
const isoDate = (written: string): string | null => {
  if (/^\d{4}-\d{2}-\d{2}/u.test(written)) return written.slice(0, 10);
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(written);
  return parts === null ? null : `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`;
};

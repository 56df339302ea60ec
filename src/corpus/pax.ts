/** A row of the PA-X export, as the site gives it, as an agreement. */
import { Failure } from '../failure.ts';
import { sha256, type Entry } from './entry.ts';

/** The column that the corpus export adds. */
const TEXT = 'Agreement text';
const DESCRIPTIVE = new Set(['Con', 'Contp', 'PP', 'PPName', 'Reg', 'AgtId', 'Ver', 'Agt', 'Dat', 'Status', 'Lgt', 'N_characters', 'Agtp', 'Stage', 'StageSub', 'Part', 'ThrdPart', 'OthAgr', 'Loc1ISO', 'Loc2ISO', 'Loc1GWNO', 'Loc2GWNO', 'UcdpCon', 'UcdpAgr', 'PamAgr', 'CowWar', 'ImSrc', TEXT]);

/** Null for a row without text. Throws a Failure for a table that is no such export. */
export const paxEntry = (row: Record<string, string>, where: string): Entry | null => {
  const id = row['AgtId'];
  if (id === undefined || !/^\d+$/u.test(id)) throw new Failure('not a PA-X export: no column AgtId', { where, next: `Export the agreements from PA-X with the column "${TEXT}"` });
  const text = row[TEXT];
  if (text === undefined) throw new Failure(`the export has no column "${TEXT}"`, { where, next: 'Use the corpus export of PA-X, which has it' });
  if (text.trim() === '') return null;
  const date = isoDate(row['Dat'] ?? '');
  const codes = Object.fromEntries(Object.entries(row).filter(([column, value]) => !DESCRIPTIVE.has(column) && value !== '' && value !== '0'));
  return {
    key: `pax:${id}`, sha256: sha256(JSON.stringify(row)), codes, bytes: Buffer.from(text), where,
    about: { name: row['Agt'] ?? '', pax: Number(id), country: row['Con'] || null, region: row['Reg'] || null, date, year: date === null ? null : Number(date.slice(0, 4)), stage: row['Stage'] || null },
  };
};

/** PA-X writes 2018-09-12 or 12/09/2018. */
const isoDate = (written: string): string | null => {
  if (/^\d{4}-\d{2}-\d{2}/u.test(written)) return written.slice(0, 10);
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(written);
  return parts === null ? null : `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`;
};

/** What there is to import: files of folders, and the rows of PA-X exports, one at a time. */
import { createReadStream, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { Failure, printable } from '../failure.ts';
import { readBytes } from '../read/bytes.ts';
import { type Entry, sha256 } from './entry.ts';
import { codesOf, paxEntry, paxRow, type PaxRow } from './pax.ts';

const READABLE = new Set(['.txt', '.pdf', '.docx', '.html', '.htm', '.xhtml', '.md', '.markdown', '.text']);

/** What a table tells of a file. */
type Told = PaxRow & { codes: Record<string, string> };

/** Paths of all files below the named ones, in order. Throws a Failure for a path that is not there. */
export const filesIn = (paths: readonly string[]): string[] => paths.flatMap((path) => {
  const found = statusOf(path);
  const next = 'Name texts, folders of texts or an export of PA-X';
  if (found === null) throw new Failure('no such file or folder', { where: path, next });
  if (found.isFile()) return [path];
  if (!found.isDirectory()) throw new Failure('not a regular file', { where: path, next });
  return namesIn(path).toSorted().filter((name) => READABLE.has(extname(name).toLowerCase()) || /\.csv$/iu.test(name)).map((name) => join(path, name)).filter((file) => statusOf(file)?.isFile() === true);
});

/** Null for what is not there, or is a link that leads nowhere. */
const statusOf = (path: string): Stats | null => {
  try {
    return statSync(path);
  } catch {
    return null;
  }
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new Failure(`the folder cannot be read (${(error as NodeJS.ErrnoException).code})`, { where: folder, next: 'Ask for read permission, or copy the folder' });
  }
};

/** Bytes to be read from these files, for the share that is done. */
export const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);

/** All entries; an Error in their place for one that cannot be read, so that the others go on. */
export async function* entriesOf(files: readonly string[]): AsyncGenerator<Entry | { error: unknown; where: string }> {
  const told = new Map<number, Told>();
  const tables = new Set(files.filter((file) => /\.csv$/iu.test(file)));
  for (const file of tables) {
    try {
      // a table without texts tells of the files that bear its numbers
      for await (const { row, where } of rowsOfCsv(file)) {
        const known = paxRow(row, where);
        if (known.text !== null) break;
        told.set(known.about.pax, { ...known, codes: codesOf(row) });
      }
    } catch (error) {
      tables.delete(file);
      yield { error, where: file };
    }
  }
  for (const file of files) {
    try {
      if (tables.has(file)) for await (const { row, where } of rowsOfCsv(file)) yield* [paxEntry(row, where) ?? []].flat();
      else if (!/\.csv$/iu.test(file)) yield await fileEntry(file, told);
    } catch (error) {
      yield { error, where: file };
    }
  }
}

const fileEntry = async (file: string, told: ReadonlyMap<number, Told>): Promise<Entry> => {
  const bytes = await readBytes(file);
  const pax = /^(?:pa-?x[-_ ]?)?(\d{1,5})(?=[-_. ])/iu.exec(basename(file))?.[1];
  const known = told.get(Number(pax));
  const about = { name: printable(basename(file, extname(file))), pax: pax === undefined ? null : Number(pax), country: null, region: null, date: null, year: null, stage: null };
  return {
    key: `file:${resolve(file)}`, bytes, where: file,
    sha256: known === undefined ? sha256(bytes) : sha256(`${sha256(bytes)} ${JSON.stringify(known)}`),
    codes: () => known?.codes ?? {},
    about: known === undefined ? about : { ...known.about, name: about.name },
  };
};

async function* rowsOfCsv(file: string): AsyncGenerator<{ row: Record<string, string>; where: string }> {
  const { parse } = await import('csv-parse');
  const rows = createReadStream(file).pipe(parse({ columns: true, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true }));
  let line = 1;
  for await (const row of rows as AsyncIterable<Record<string, string>>) yield { row, where: `${file}, row ${++line}` };
}

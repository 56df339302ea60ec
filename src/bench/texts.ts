/** The English texts to measure on: real agreements where they are at hand, else the model agreements. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Text {
  name: string;
  path: string;
  bytes: Buffer;
}

const FOLDERS = ['../shared/agreements', 'corpus'];

/** All texts of the first folder that is there. */
export const benchTexts = (): Text[] => {
  const folder = FOLDERS.find((each) => existsSync(each))!;
  const names = readdirSync(folder).filter((name) => name.endsWith('.en.txt')).toSorted();
  return names.map((name) => ({ name, path: join(folder, name), bytes: readFileSync(join(folder, name)) }));
};

/** The text for single runs: the agreement that the targets name, else the largest. */
export const mainText = (texts: readonly Text[]): Text =>
  texts.find(({ name }) => name.includes('r-arcss')) ?? texts.toSorted((a, b) => b.bytes.length - a.bytes.length)[0]!;

export const megabytes = (texts: readonly Text[]): number => texts.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;

/** The model agreements in one language: the same texts in each. */
export const modelTexts = (language: string): Text[] => {
  const names = readdirSync('corpus').filter((name) => name.endsWith(`.${language}.txt`) && existsSync(join('corpus', name.replace(`.${language}.`, '.ar.')))).toSorted();
  return names.map((name) => ({ name, path: join('corpus', name), bytes: readFileSync(join('corpus', name)) }));
};

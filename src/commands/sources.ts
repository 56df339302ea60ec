/** The files that a command reads as one text. */
import { Option } from 'commander';
import type { Source } from '../document.ts';
import { Failure } from '../failure.ts';
import type { Tracked } from '../read/index.ts';

/** For commands about one text: further files that belong to it. */
export const withOption = (): Option => new Option('--with <files...>', 'annexes and earlier accords that belong to the text, read as one with it');

/** One file as it is, several as one: the first is the main text. Throws a Failure for a file that cannot be read or is named twice. */
export const readTogether = async (paths: readonly string[], tracked?: Tracked): Promise<Source> => {
  const { readSource } = await import('../read/index.ts');
  if (paths.length === 1) return readSource({ path: paths[0]! }, tracked);
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice !== undefined) throw new Failure('named twice', { where: twice, next: 'Name every file of a package once' });
  const { joinSources } = await import('../read/together.ts');
  const sources = [];
  for (const path of paths) sources.push({ path, source: await readSource({ path }, tracked) });
  return joinSources(sources);
};

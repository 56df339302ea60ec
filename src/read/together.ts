/** Several files as one source: the main text first, then its annexes and the earlier accords that it leans on. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Source } from '../document.ts';

export interface NamedSource {
  readonly path: string;
  readonly source: Source;
}

/** The sources one after another; pages go on counting in each file by itself. The hash is that of the hashes of the files. */
export const joinSources = (sources: readonly NamedSource[]): Source => {
  const names = namesOf(sources.map(({ path }) => path));
  const main = sources[0]!.source;
  return {
    kind: main.kind,
    title: main.title,
    blocks: sources.flatMap(({ source }) => source.blocks),
    pages: sources.reduce((sum, { source }) => sum + source.pages, 0),
    fileSha256: createHash('sha256').update(sources.map(({ source }) => source.fileSha256).join('\n')).digest('hex'),
    limits: sources.flatMap(({ source }, i) => source.limits.map(({ what, where }) => ({ what, where: where === null ? names[i]! : `${names[i]!}: ${where}` }))),
    files: sources.map(({ source: { title, pages, fileSha256, blocks } }, i) => ({ name: names[i]!, title, pages, fileSha256, blocks: blocks.length })),
  };
};

/** The bare names of the files, or their paths where two are called the same. */
const namesOf = (paths: readonly string[]): string[] => {
  const bare = paths.map((path) => basename(path));
  return new Set(bare).size === bare.length ? bare : [...paths];
};

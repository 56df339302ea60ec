/** The licences of what is bundled: a package that ships other people's code ships their terms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const PACKAGE = /^.*?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u;

/** Names, versions and licence texts of all packages with a file in the bundle, in order; pdf.js and SQLite are copied, not bundled. */
export const licensesOf = ({ inputs }: Metafile, root: string): string => {
  const folders = new Set(['node_modules/pdfjs-dist', 'node_modules/node-sqlite3-wasm']);
  for (const path of Object.keys(inputs)) {
    const folder = PACKAGE.exec(path)?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, string>;
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/iu.test(each));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(root, folder, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
};

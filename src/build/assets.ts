/** Libraries that stay in files of their own beside the program, so that an installed lacuna needs no other package. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** By folder below `dist`: pdf.js as its makers minified it; SQLite, which finds its program file beside itself. */
const ASSETS: Readonly<Record<string, readonly string[]>> = {
  pdfjs: ['pdfjs-dist/legacy/build/pdf.min.mjs', 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'],
  sqlite: ['node-sqlite3-wasm/dist/node-sqlite3-wasm.js', 'node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm'],
};

/** Points imports of pdf.js at the copy. */
export const besideTheProgram: Plugin = {
  name: 'pdfjs',
  setup: ({ onResolve }) => onResolve({ filter: /^pdfjs-dist\// }, ({ path }) => ({ path: `./pdfjs/${basename(path)}`, external: true })),
};

export const copyAssets = (dist: string): void => {
  const { resolve } = createRequire(import.meta.url);
  for (const [folder, files] of Object.entries(ASSETS)) {
    mkdirSync(join(dist, folder), { recursive: true });
    for (const file of files) copyFileSync(resolve(file), join(dist, folder, basename(file)));
  }
  writeFileSync(join(dist, 'sqlite', 'package.json'), '{"type":"commonjs"}\n');
};

/** Builds `dist/`: the program as ESM chunks that load when a command needs them, and the rules as JSON. Development only. */
import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle, type Metafile } from 'esbuild';
import { loadFolder, RULES_FOLDER, writeCompiled } from './ruleset-file.ts';

const ROOT = join(RULES_FOLDER, '..');
const DIST = join(ROOT, 'dist');
const PROGRAM = join(DIST, 'cli.js');

/** Bundles the program; `write: false` only tells what would be in it. */
export const bundleProgram = async ({ write }: { write: boolean }): Promise<Metafile> => {
  const { metafile } = await bundle({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    write,
    // pdf.js brings its own minified build and finds its parts beside itself.
    external: ['pdfjs-dist/*'],
    alias: { 'react-devtools-core': './src/review/no-devtools.ts' },
    // Bundled CommonJS packages ask for Node's own modules by `require`, which ESM lacks.
    // under a name of its own: a bundled package declares createRequire itself
    banner: { js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);" },
    logLevel: 'warning',
  });
  return metafile;
};

/** Builds everything anew. */
export const build = async (): Promise<void> => {
  const { ruleset } = await loadFolder(RULES_FOLDER);
  const { outputs } = await bundleProgram({ write: true });
  const kept = new Set(Object.keys(outputs).map((path) => join(ROOT, path)));
  for (const name of readdirSync(DIST)) if (name.endsWith('.js') && !kept.has(join(DIST, name))) rmSync(join(DIST, name));
  chmodSync(PROGRAM, 0o755);
  writeCompiled(ruleset);
};

/** Builds when a source or a rule is newer than the program. */
export const buildIfNeeded = async (): Promise<void> => {
  const built = statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'rules'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, folder, name)));
  if ([...sources, join(ROOT, 'package.json')].some((path) => statSync(path).mtimeMs > built)) await build();
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await (process.argv.includes('--if-needed') ? buildIfNeeded() : build());
}

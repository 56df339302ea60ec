/** Builds `dist/`: the program as ESM chunks that load when a command needs them, and the rules as JSON. Development only. */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle, type Metafile } from 'esbuild';
import { besideTheProgram, copyAssets } from './build/assets.ts';
import { licensesOf } from './build/licenses.ts';
import { loadFolder, RULES_FOLDER, writeCompiled } from './ruleset-file.ts';

const ROOT = join(RULES_FOLDER, '..');
const DIST = join(ROOT, 'dist');
const PROGRAM = join(DIST, 'cli.js');

/** SHA-256 of everything the program is made of: its sources and the list of libraries with their own hashes. */
const hashSources = (): string => {
  const hash = createHash('sha256');
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name)).map((name) => join('src', name));
  for (const name of [...names.toSorted(), 'package-lock.json']) hash.update(name).update('\0').update(readFileSync(join(ROOT, name))).update('\0');
  return hash.digest('hex');
};

/** Bundles the program; `write: false` only tells what would be in it. */
export const bundleProgram = async ({ write }: { write: boolean }): Promise<Metafile> => {
  const { metafile } = await bundle({
    absWorkingDir: ROOT,
    // A thread of its own needs a file of its own.
    entryPoints: [{ in: 'src/cli.ts', out: 'cli' }, { in: 'src/review/reading-worker.ts', out: 'reading-worker' }, { in: 'src/read/thread.ts', out: 'thread' }, { in: 'src/corpus/worker.ts', out: 'corpus-worker' }],
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
    plugins: [besideTheProgram],
    // React brings a second, slower copy of itself for those who develop with it, and Ink a connection to their tools.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"', SOURCES_SHA256: JSON.stringify(hashSources()) },
    alias: { 'react-devtools-core': './src/review/no-devtools.ts', ws: './src/review/no-devtools.ts' },
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
  const metafile = await bundleProgram({ write: true });
  const { outputs } = metafile;
  const kept = new Set(Object.keys(outputs).map((path) => join(ROOT, path)));
  for (const name of readdirSync(DIST)) if (name.endsWith('.js') && !kept.has(join(DIST, name))) rmSync(join(DIST, name));
  copyAssets(DIST);
  writeFileSync(join(DIST, 'LICENSES.txt'), licensesOf(metafile, ROOT));
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

/** What is installed and shipped: one package without others, and a lock file that names bytes, not places. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const manifest = json<{ files: string[]; dependencies?: Record<string, string>; devDependencies: Record<string, string> }>('package.json');
const lock = json<{ packages: Record<string, { integrity?: string; resolved?: string; hasInstallScript?: boolean; optional?: boolean; link?: boolean }> }>('package-lock.json').packages;
const others = Object.entries(lock).filter(([path]) => path !== '');

/** Packages that may run something when they are installed, and what. Development only: none is in the tarball. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'node_modules/esbuild': 'checks that its own program starts',
  'node_modules/fsevents': 'a part for macOS, which Linux and Windows leave out',
  'node_modules/playwright/node_modules/fsevents': 'the same',
};

describe('the lock file', () => {
  // Programs of the linter for other systems: the lock was made where the registry gave no hash for them.
  const ELSEWHERE = /^node_modules\/@oxlint\/binding-/u;

  it('holds the hash of every package', () => {
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter(([, { integrity, link }]) => link !== true && integrity?.startsWith('sha512-') !== true).filter(([path, { optional }]) => !(optional === true && ELSEWHERE.test(path))).map(([path]) => path)).toEqual([]);
  });

  it('names no host', () => {
    expect(others.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('lists every package that runs a script when it is installed', () => {
    expect(others.filter(([path, { hasInstallScript }]) => hasInstallScript === true && !(path in SCRIPTS)).map(([path]) => path)).toEqual([]);
  });
});

describe('the tarball', () => {
  it('needs no other package', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.files).toContain('dist');
  });

  it('tells why each library is there', () => {
    const readme = readFileSync('README.md', 'utf8');
    const bundled = Object.keys(manifest.devDependencies).filter((name) => !/^(?:@types\/|@vitest|vitest|tsx|typescript|esbuild|oxlint|ajv|axe-core|fast-check|ink-testing-library|playwright)/u.test(name));
    expect(bundled.filter((name) => !readme.includes(`| ${name} |`))).toEqual([]);
  });
});

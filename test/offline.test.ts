/** Nothing leaves the machine: no network module in what is loaded, no way to one, and no socket in any command. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../src/build.ts';
import { lacuna, prepare } from './cli-run.ts';

const NETWORK_MODULE = /^(?:node:)?(?:http|https|http2|net|tls|dns|dgram|inspector|wasi)(?:\/|$)|^(?:undici|axios|node-fetch|got|ws)(?:\/|$)/u;
const NETWORK_CALL = /(?<![.\w$]|async |function )(?:fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b|navigator\.sendBeacon)/u;

/** Files of packages that name such a call, and why none is ever made: the globals are gone (`src/offline.ts`). */
const HARMLESS: Readonly<Record<string, string>> = {
  'node-html-parser/dist/index.mjs': 'a function of its own of that name, that finds an element of a feed',
  'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js': 'for a program file at an address; it carries its own',
};

/** What in these sources could reach a network. */
const networkUses = (sources: ReadonlyMap<string, string>): string[] => [...sources].filter(([, text]) => NETWORK_CALL.test(text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gmu, ''))).map(([path]) => path);

let metafile: Metafile;
beforeAll(async () => {
  prepare();
  metafile = await bundleProgram({ write: false });
});

describe('the module graph of the program', () => {
  it('imports no network module, whatever package brings it', () => {
    const imports = Object.entries(metafile.inputs).flatMap(([path, input]) => input.imports.filter(({ external, path: to }) => external === true && NETWORK_MODULE.test(to)).map(({ path: to }) => `${path} -> ${to}`));
    expect(imports).toEqual([]);
    expect(Object.keys(metafile.inputs).filter((path) => /node_modules\/(?:undici|axios|node-fetch|got|ws)\//u.test(path))).toEqual([]);
  });

  it('calls nothing of the network', () => {
    const sources = new Map(Object.keys(metafile.inputs).filter((path) => /\.[cm]?[jt]sx?$/u.test(path)).map((path) => [path, readFileSync(path, 'utf8')]));
    expect(sources.size).toBeGreaterThan(300);
    expect(networkUses(sources).filter((path) => !Object.keys(HARMLESS).some((known) => path.endsWith(known)))).toEqual([]);
    // The proof that the search sees one.
    expect(networkUses(new Map([...sources].map(([path, text]) => [path, path === 'src/failure.ts' ? `${text}\nvoid fetch('https://example.org');` : text]))).filter((path) => path.startsWith('src/'))).toEqual(['src/failure.ts']);
  });

  it('pdf.js and SQLite ask Node for nothing of the network', () => {
    const files = ['pdfjs/pdf.min.mjs', 'pdfjs/pdf.worker.min.mjs', 'sqlite/node-sqlite3-wasm.js'].map((name) => readFileSync(join('dist', name), 'utf8'));
    const asked = files.flatMap((text) => [...text.matchAll(/(?:getBuiltinModule|require|import|from)\(?\s*["']([\w:/@-]+)["']/gu)].map((match) => match[1]!));
    expect([...new Set(asked)].toSorted().filter((name) => NETWORK_MODULE.test(name))).toEqual([]);
  });

  it.each(['src/cli.ts', ...readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => readFileSyncOrEmpty(join('src', name)).includes("from 'node:worker_threads'") && readFileSyncOrEmpty(join('src', name)).includes('parentPort')).map((name) => join('src', name))])('%s takes the network away before anything else', (path) => {
    expect(/^import .*$/mu.exec(readFileSync(path, 'utf8'))![0]).toMatch(/^import '\.{1,2}\/offline\.ts';$/u);
  });
});

function readFileSyncOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
afterAll(() => rmSync(folder, { recursive: true }));
const PACT = 'fixtures/cli/harbour-pact.txt';
const report = join(folder, 'pact.json');
const log = join(folder, 'pact.jsonl');
const corpus = join(folder, 'pacts.sqlite');

/** Arguments that make each command do its work. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  analyze: ['analyze', PACT, '--format', 'json'],
  explain: ['explain', PACT, '2.2'],
  compare: ['compare', PACT, PACT],
  parity: ['parity', PACT, PACT],
  bodies: ['bodies', PACT],
  timeline: ['timeline', PACT],
  matrix: ['matrix', PACT],
  benchmark: ['benchmark', PACT],
  precedents: ['precedents', 'n1', '--corpus', corpus],
  corpus: ['corpus', 'import', PACT, '--corpus', join(folder, 'other.sqlite')],
  rules: ['rules', 'test'],
  glossary: ['glossary'],
  schema: ['schema'],
  evaluate: ['evaluate', '--gold', 'fixtures/evaluate/valdora-gold.tsv', '--document', 'fixtures/evaluate/valdora.txt'],
  review: ['review', PACT, '--status', '--log', log],
  reliability: ['reliability', log, log],
  verify: ['verify', report, PACT],
};

const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) process.stderr.write('strace is not installed: the proof that no command opens a socket is skipped\n');

describe.skipIf(!hasStrace)('no command opens a socket (needs strace)', () => {
  beforeAll(() => {
    lacuna(['analyze', PACT, '--format', 'json', '--out', report]);
    writeFileSync(log, '');
    lacuna(['corpus', 'import', PACT, '--corpus', corpus]);
  });

  it('knows every command', () => {
    const commands = [...lacuna(['--help']).stdout.split('Commands:\n')[1]!.matchAll(/^ {2}([a-z]+)/gmu)].map((match) => match[1]!).filter((name) => !['help', 'lacuna'].includes(name));
    expect(commands.filter((name) => !(name in RUNS))).toEqual([]);
  });

  it.each(Object.entries({ ...RUNS, 'analyze a PDF': ['analyze', join(folder, 'a.pdf')] }))('%s', async (_, args) => {
    writeFileSync(join(folder, 'a.pdf'), (await import('./pdf-builder.ts')).pdf([[{ text: 'The army shall withdraw.', x: 60, y: 60 }]]));
    const trace = join(folder, 'trace');
    const { stderr } = spawnSync('strace', ['-f', '-qq', '-e', 'trace=%network', '-o', trace, process.execPath, 'dist/cli.js', ...args], { encoding: 'utf8' });
    expect(stderr).not.toContain('fault of lacuna');
    expect(readFileSync(trace, 'utf8').split('\n').filter((line) => /\b(?:socket|connect|bind|sendto|sendmsg)\(/u.test(line))).toEqual([]);
  });

  it('strace sees one where there is one', () => {
    const trace = join(folder, 'trace');
    execFileSync('strace', ['-f', '-qq', '-e', 'trace=%network', '-o', trace, process.execPath, '-e', "require('net').connect(9, '127.0.0.1').on('error', () => {})"]);
    expect(readFileSync(trace, 'utf8')).toMatch(/\bsocket\(/u);
  });
});

/** Imports run one way, a run loads neither YAML nor zod, and nothing can reach the network. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../src/build.ts';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.d)\.tsx?$/u.test(name)).toSorted();
const IMPORT = /(?:^import (?<type>type )?[^;]*?from |^import |\bimport\()'(?<from>[^']+)'/gmu;

interface Import {
  from: string;
  type: boolean;
}

const importsOf = new Map(
  files.map((file): [string, Import[]] => [
    file,
    [...readFileSync(join('src', file), 'utf8').matchAll(IMPORT)].map(({ groups }) => ({
      from: groups!['from']!.startsWith('.') ? join(file, '..', groups!['from']!) : groups!['from']!,
      type: groups!['type'] !== undefined,
    })),
  ]),
);

/** Everything that a file loads, by whatever way; types are not loaded. */
const reach = (file: string): Set<string> => {
  const seen = new Set<string>();
  const visit = (each: string): void => {
    for (const { from, type } of importsOf.get(each) ?? []) {
      if (type || seen.has(from)) continue;
      seen.add(from);
      visit(from);
    }
  };
  visit(file);
  return seen;
};

/** The way of the data: no stage may load a later one. */
const WAY = [
  'span.ts', 'document.ts', 'clauses.ts', 'tokens.ts', 'sentences.ts', 'matcher.ts', 'reading.ts', 'facts.ts', 'provisions.ts', 'links.ts', 'decisions.ts', 'analyze.ts', 'commands/analyze.ts', 'cli.ts',
];

describe('layers', () => {
  it('knows the imports', () => {
    expect(importsOf.get('analyze.ts')!.map(({ from }) => from)).toContain('decisions.ts');
    expect(importsOf.get('analyze.ts')).toContainEqual({ from: 'analysis.ts', type: true });
    expect([...reach('cli.ts')]).toEqual(expect.arrayContaining(WAY.slice(0, -1)));
  });

  it.each(WAY)('%s loads no later stage', (file) => {
    expect([...reach(file)].filter((other) => WAY.indexOf(other) > WAY.indexOf(file))).toEqual([]);
  });

  it('no file loads itself in a circle', () => {
    expect(files.filter((file) => reach(file).has(file))).toEqual([]);
  });

  it('the score reads decisions and nothing of the text', () => {
    expect([...reach('score.ts')].filter((file) => /^(?:document|clauses|tokens|matcher|reading|provisions)\.ts$/u.test(file))).toEqual([]);
  });

  it('reports and readers know nothing of the pipeline', () => {
    const outer = files.filter((file) => /^(?:report|read)\//u.test(file));
    expect(outer.flatMap((file) => [...reach(file)].filter((other) => /^(?:analyze|clauses|matcher|reading|decisions)\.ts$|^commands\//u.test(other)).map((other) => `${file} -> ${other}`))).toEqual([]);
  });

  it('only the command line sees commands', () => {
    expect(files.filter((file) => file !== 'cli.ts' && !/^(?:commands|bench)\//u.test(file) && importsOf.get(file)!.some(({ from }) => from.startsWith('commands/')))).toEqual([]);
  });

  it('zod and yaml stay with the rules, the contract and its schema', () => {
    const users = files.filter((file) => importsOf.get(file)!.some(({ from, type }) => !type && ['zod', 'yaml'].includes(from)));
    expect(users.filter((file) => !/^(?:analysis\.ts|commands\/schema\.ts|rules\/[\w-]+\.ts)$/u.test(file))).toEqual([]);
  });

  it('nothing can reach the network', () => {
    const networks = /^(?:node:)?(?:http|https|http2|net|tls|dns|dgram|inspector)(?:\/|$)|^(?:undici|axios|node-fetch|got|ws)$/u;
    expect(files.filter((file) => importsOf.get(file)!.some(({ from }) => networks.test(from)))).toEqual([]);
    expect(files.filter((file) => /\b(?:fetch|WebSocket|EventSource)\(/u.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });
});

describe('the bundle', () => {
  let outputs: Awaited<ReturnType<typeof bundleProgram>>['outputs'];
  beforeAll(async () => {
    ({ outputs } = await bundleProgram({ write: false }));
  });

  /** Sources in the chunks that are loaded with the chunk of a source, without what loads only on demand. */
  const loadedWith = (source: string): string[] => {
    const start = Object.keys(outputs).find((name) => outputs[name]!.entryPoint === source || source in outputs[name]!.inputs)!;
    const seen = new Set([start]);
    for (const chunk of seen) for (const { path, kind } of outputs[chunk]!.imports) if (kind === 'import-statement' && path in outputs) seen.add(path);
    return [...seen].flatMap((chunk) => Object.keys(outputs[chunk]!.inputs));
  };
  const packagesIn = (source: string): string[] => [...new Set(loadedWith(source).flatMap((path) => /node_modules\/([^/]+)/u.exec(path)?.[1] ?? []))].toSorted();

  it('starts with the argument parser alone', () => {
    expect(packagesIn('src/cli.ts')).toEqual(['commander']);
  });

  it.each(['src/analyze.ts', 'src/ruleset-file.ts', 'src/read/text.ts', 'src/report/json.ts', 'src/report/text.ts'])('%s brings no package', (source) => {
    expect(packagesIn(source)).toEqual([]);
  });

  it('loads YAML and zod with the rule loader', () => {
    expect(packagesIn('src/rules/load.ts')).toEqual(expect.arrayContaining(['yaml', 'zod']));
  });
});

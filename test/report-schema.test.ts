/** The data keep their published schema, and annotations find their places, whatever the text. */
import { existsSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { lacuna, lines, prepare } from './cli-run.ts';

const SHARED = '../shared/agreements';
const textsIn = (folder: string): string[] => (existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.txt')).toSorted().map((name) => `${folder}/${name}`) : []);
const texts: [string, string[]][] = [
  ['fixtures', textsIn('fixtures')],
  ['model agreements', textsIn('corpus')],
  ['real agreements', textsIn(SHARED)],
];
if (!existsSync(SHARED)) console.log(`no ${SHARED}: real agreements are not tried`);
beforeAll(prepare);

describe.each(texts.filter(([, files]) => files.length > 0))('%s', (_, files) => {
  it.each([['as they are', []], ['to be shared', ['--share']]] as const)('keep the schema: %s', (_name, share) => {
    const isValid = new Ajv2020().compile(JSON.parse(lacuna(['schema', ...share]).stdout) as object);
    const rows = lines(lacuna(['analyze', ...files, '--format', 'ndjson', ...share]).stdout);
    expect(rows).toHaveLength(files.length);
    expect(rows.flatMap((row, i) => (isValid(JSON.parse(row)) ? [] : [`${files[i]!}: ${JSON.stringify(isValid.errors?.[0])}`]))).toEqual([]);
  }, 120_000);
});

describe.skipIf(!existsSync(SHARED))('annotations of the longest texts', () => {
  const longest = texts[2]![1].filter((file) => /r-arcss|burundi/u.test(file));
  it.each(longest)('find their places by their quotations: %s', (file) => {
    const { stdout: text } = lacuna(['analyze', file, '--format', 'text-layer']);
    const { first: { items } } = JSON.parse(lacuna(['analyze', file, '--format', 'annotations']).stdout) as { first: { items: { target: { selector: [{ prefix: string; exact: string; suffix: string }] } }[] } };
    expect(items.filter(({ target: { selector: [{ prefix, exact, suffix }] } }) => text.split(prefix + exact + suffix).length !== 2)).toEqual([]);
  });
});

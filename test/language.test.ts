/** A language is data: a folder of files teaches lacuna one that it has never met. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import { readSource } from '../src/read/index.ts';
import { checkExamples } from '../src/rules/check.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { readCompiled, writeCompiled } from '../src/ruleset-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-language-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Kesh, an invented tongue: verbs end in -u, the plural in -im, "lo" before a verb makes a duty, numbers stand first. */
const KESH: Record<string, string> = {
  'language.yml': `format: 1
code: zk
name: Kesh
stemmer: forms
elisions: [q]
numbers: { tri: 3, dek: 10 }
abbreviations: [par]
stop: [ha, na, ve, al, min, ki, lo, bo, so, tu, ze, ko]`,
  'forms.yml': `format: 1
suffixes: [im, u]
keep: { prefix: 3, suffix: 3 }`,
  'numbering.yml': `parts:
  chapter: [bab]
  article: [par]
ordinals: [[un], [du], [tri]]
preamble: { headings: [], openers: [zakaru] }
definitions: []
signature: { openers: [sigu], marks: [] }
examples:
  labels: { 'Bab Du: Halzo': Bab Du, 'Par 3. Ha tropu lo halu.': Par 3 }
  none: [Par 3 ve halzo lo halu.]`,
  'bodies.yml': `format: 1
heads: { technical: [komit] }
known: { parties: [gadim] }
follow: [halzi]
links: [na]
articles: [ha]`,
  'times.yml': `format: 1
months: { ezar: 3 }
units: { yom: 1, yomim: 1 }
within: [min]
after: [al]
signature: [sigo]
anchorWords: [ha]
articles: [ha]
immediate: [tekef]
floating: [be zman]`,
  'references.yml': 'format: 1\narticle: [par]\nthis: [ze]\nof: [na]',
  'genre.yml': 'format: 1\ntypes: { ceasefire: [keshto] }\nagreement: [gadim]',
  'vocabulary.yml': 'format: 1\nlists:\n  duty: [lo]\n  force: [trop]',
  'topics/all.yml': `format: 1
rules:
  - { id: ceasefire, emits: CF.1, patterns: [halzo], examples: { match: ['Ha gadim lo ⟦halzo⟧.'], skip: [Ha trop.] } }
  - { id: withdraw, emits: CF.3, patterns: ['{force} ..3 halu'], examples: { match: ['Ha ⟦tropim lo halu⟧.'], skip: [Ha gadim lo halu.] } }
  - { id: weapons, emits: DR.1, patterns: [kelim], examples: { match: ["Q'⟦kelim⟧ lo natu."], skip: [Ha trop.] } }
  - { id: command, emits: TS.2, patterns: [rosh], examples: { match: ['Ha ⟦rosh⟧ na trop.'], skip: [Ha trop.] } }
  - { id: size, emits: SG.2, patterns: [gadol], examples: { match: ['Ha ⟦gadol⟧ na trop.'], skip: [Ha trop.] } }`,
  'facts/all.yml': `format: 1
rules:
  - { id: body-decides, emits: decides, patterns: ['[holder: <body>] {duty} [verb: kaviu]'], examples: { match: ['Ha ⟦komit halzi lo kaviu⟧ ha gadol.'], skip: [Ha gadol.] } }
  - { id: due, emits: dated, patterns: [<duration>], examples: { match: ['Tropim lo halu min ⟦dek yomim⟧.'], skip: [Ha trop.] } }
  - { id: must, emits: shall, patterns: ['lo <cap>?(halu|natu|kaviu|halzo)'], examples: { match: ['Ha tropim ⟦lo halu⟧.'], skip: [Ha trop.] } }`,
  'decisions/size.yml': `format: 1
rules:
  - { id: size, emits: n1.number, patterns: [gadol], examples: { match: ['Ha ⟦gadol⟧ na trop.'], skip: [Ha trop.] } }`,
};

const TEXT = `Keshto na ha gadim
Bab Du: Halzo
Par 1. Ha gadim lo halzo ve ha tropim lo halu min dek (10) yomim al ha sigo.
Par 2. Ha Komit halzi lo kaviu ha gadol na ha tropim ve ha rosh na tropim.
Par 3. Q’kelim na tropim lo natu bo ha gadim, ki ha Komit halzi lo kaviu ze.`;

const write = (code: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, code, name)), { recursive: true });
    writeFileSync(join(folder, code, name), `${content}\n`);
  }
};

cpSync('rules', folder, { recursive: true });
write('zk', KESH);
write('zz', { 'language.yml': 'format: 1\ncode: zz\nname: Bare\nstop: [blub, blab, bleb]' });
const loaded = await loadRuleset(folder, ['zk', 'zz']);
const analyze = createAnalyzer(loaded.ruleset, { name: 'lacuna', version: '0' });
const read = async (text: string, lang?: string) => (await analyze(await readSource({ bytes: Buffer.from(text), name: 'kesh.txt' }), lang === undefined ? {} : { lang })).analysis;

describe('a language of files only', () => {
  it('has its examples run', async () => {
    const results = (await checkExamples(loaded.ruleset, loaded.sources)).filter(({ rule }) => rule.startsWith('zk/'));
    expect(results).toHaveLength(18);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('has topics, statuses, bodies, deadlines and decisions', async () => {
    const { provisions, bodies, decisions, document, clauses } = await read(TEXT, 'zk');
    expect(document.language).toBe('zk');
    expect(clauses.map(({ label }) => label)).toEqual(['', 'Bab Du', 'Par 1', 'Par 2', 'Par 3']);
    expect(provisions.map(({ label, leaves, status, delegate }) => ({ label, leaves, status, delegate }))).toEqual([
      { label: 'Bab Du', leaves: ['CF.1'], status: 'PROCEDURAL', delegate: null },
      { label: 'Par 1', leaves: ['CF.1', 'CF.3'], status: 'SETTLED', delegate: null },
      { label: 'Par 2', leaves: ['SG.2', 'TS.2', 'DM.1'], status: 'DELEGATED', delegate: 'komit-halzi' },
      { label: 'Par 3', leaves: ['DR.1', 'DM.1'], status: 'DELEGATED', delegate: 'komit-halzi' },
    ]);
    expect(provisions.find(({ label }) => label === 'Par 1')!.deadline).toMatchObject({ days: 10, anchor: 'signature' });
    expect(bodies.map(({ name }) => name)).toContain('Komit halzi');
    expect(decisions.find(({ id }) => id === 'n1')!.status).toBe('DELEGATED');
  });

  it('is told of in English while it has no words for reports', () => {
    expect(loaded.ruleset.languages['zk']!.wording).toBeNull();
    expect(loaded.missing['zk']).toEqual(['words.yml', 'catalogue.yml', 'warnings.yml', 'checks.yml']);
  });

  it('may have nothing but its name', async () => {
    const { provisions, clauses } = await read('Article 1. The Parties shall cease fire.', 'zz');
    expect([clauses.length, provisions]).toEqual([1, []]);
  });

  it('comes back from its compiled files', () => {
    const compiled = join(folder, 'compiled');
    writeCompiled(loaded.ruleset, compiled);
    const again = readCompiled(compiled);
    expect(again.languages['zk']!.bodies).toEqual(loaded.ruleset.languages['zk']!.bodies);
    expect(again.languages['zk']!.wording).toBeNull();
    expect(again.languages['en']!.wording!.words).toEqual(loaded.ruleset.languages['en']!.wording!.words);
  });
});

describe('a text in two languages', () => {
  const english = 'Article 1. The Parties shall cease fire throughout the country within ten days of the signing of this Agreement, and the forces of the Parties shall withdraw from the towns to the camps named in the annex.';
  it('has each passage read with the rules of its language', async () => {
    const { provisions, document } = await read(`${english}\n${english.replace('Article 1', 'Article 2')}\n${TEXT}`);
    expect(document.language).toBe('en');
    const labels = new Map(provisions.map(({ label, leaves }) => [label, leaves]));
    expect(labels.get('Article 1')).toEqual(expect.arrayContaining(['CF.1', 'CF.3']));
    expect(labels.get('Par 2')).toEqual(['SG.2', 'TS.2', 'DM.1']);
    expect(new Set(provisions.map(({ id }) => id)).size).toBe(provisions.length);
  });

  it('is read in one language when that is asked for', async () => {
    const { provisions } = await read(`${english}\n${TEXT}`, 'en');
    expect(provisions.map(({ label }) => label)).not.toContain('Par 2');
  });
});

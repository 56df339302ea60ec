/** The corpus: import, what is passed over, search, precedents. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressLine } from '../src/corpus/progress.ts';
import { queryOf } from '../src/corpus/words.ts';
import { Failure } from '../src/failure.ts';
import { lacuna, prepare } from './cli-run.ts';

describe('a query as people write it', () => {
  it.each([
    ['joint command', '"joint" AND "command"'],
    ['"joint command" OR police', '"joint command" OR "police"'],
    ['(army OR police) NOT women', '( "army" OR "police" ) NOT "women"'],
    ['disarm NEAR/8 police', 'NEAR("disarm" "police", 8)'],
    ['disarm NEAR "joint police"', 'NEAR("disarm" "joint police", 10)'],
    ['demobili*', '"demobili"*'],
    ['army AND NOT police', '"army" NOT "police"'],
    ["cease-fire: soldier's", '"cease-fire:" AND "soldier\'s"'],
  ])('%s', (written, expected) => {
    expect(queryOf(written)).toBe(expected);
  });

  it.each(['', 'AND army', 'army OR', '(army', 'army)', '"', 'NEAR army', '* ', 'AND NOT army'])('refuses "%s" in words', (written) => {
    expect(() => queryOf(written)).toThrow(Failure);
  });

  it('never throws anything but a Failure', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('army', 'AND', 'OR', 'NOT', 'NEAR/3', '(', ')', '"', '*', '"a b"', '-'), { maxLength: 8 }), (parts) => {
      try {
        expect(queryOf(parts.join(' '))).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }));
  });
});

it('tells share, rate and time left', () => {
  expect(progressLine(5_000_000, 20_000_000, 5)).toBe('██████··················  25 %  1.0 MB/s  0:15 left');
});

describe('a corpus of invented agreements', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-corpus-'));
  const corpus = join(folder, 'c.sqlite');
  const texts = join(folder, 'texts');
  const run = (...args: string[]) => lacuna(['corpus', ...args, '--corpus', corpus]);
  const hits = (...args: string[]): { agreement: string; article: string; pax: number | null; text: string }[] => JSON.parse(run('search', ...args, '--format', 'json').stdout);
  const stats = () => JSON.parse(run('stats').stdout) as { agreements: number; contentSha256: string };

  beforeAll(() => {
    prepare();
    mkdirSync(texts);
    for (const name of readdirSync('corpus').filter((file) => file.endsWith('.en.txt'))) writeFileSync(join(texts, name), readFileSync(join('corpus', name)));
    writeFileSync(join(texts, 'broken.pdf'), '%PDF-1.4 nothing');
    const draft = readFileSync('fixtures/compare/draft-3.txt', 'utf8');
    writeFileSync(join(folder, 'pax.csv'), stringify([
      { Con: 'Kesh', Reg: 'Africa', AgtId: '9001', Agt: 'Kesh Security Agreement', Dat: '2031-03-04', Stage: 'SubPar', SsrDdr: '2', 'Agreement text': draft },
      { Con: 'Orlund', Reg: 'Asia', AgtId: '9002', Agt: 'Without text', Dat: '2030-01-01', Stage: 'Cea', SsrDdr: '0', 'Agreement text': '' },
    ], { header: true }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('imports files and rows, names the broken one and goes on', () => {
    const { status, stderr, stdout } = run('import', texts, join(folder, 'pax.csv'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('broken.pdf');
    expect(stderr).toContain(': 6 read, 0 unchanged, 1 could not be read.');
    expect(stderr).not.toContain('\r');
    expect(stats().agreements).toBe(6);
  });

  it('passes over what is unchanged, and reads again what changed', () => {
    const before = stats();
    expect(run('import', texts, join(folder, 'pax.csv')).stderr).toContain(': 0 read, 6 unchanged');
    expect(stats()).toEqual(before);
    const path = join(texts, 'tarn-ceasefire.en.txt');
    const text = readFileSync(path);
    writeFileSync(path, `${text.toString()}\n99. The Parties shall meet again.\n`);
    expect(run('import', texts).stderr).toContain(': 1 read, 4 unchanged');
    expect(stats().contentSha256).not.toBe(before.contentSha256);
    expect(stats().agreements).toBe(6);
    writeFileSync(path, text);
    run('import', texts);
    expect(stats()).toEqual(before);
  });

  it('takes what an export without texts tells of files that bear its numbers', () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    writeFileSync(join(own, '9003-tarn.txt'), readFileSync('corpus/tarn-ceasefire.en.txt'));
    writeFileSync(join(own, 'codes.csv'), stringify([{ Con: 'Tarn', Reg: 'Europe', AgtId: '9003', Agt: 'Tarn Ceasefire', Dat: '04/03/2031', Stage: 'Cea', Ce: '3' }], { header: true }));
    const file = join(own, 'd.sqlite');
    expect(lacuna(['corpus', 'import', own, '--corpus', file]).stderr).toContain(': 1 read, 0 unchanged.');
    const found = JSON.parse(lacuna(['corpus', 'search', 'ceasefire', '--code', 'Ce=3', '--country', 'Tarn', '--stage', 'Cea', '--year', '2031', '--corpus', file, '--format', 'json']).stdout) as { pax: number }[];
    expect(found[0]!.pax).toBe(9003);
    const standing = (stage: string): number => (JSON.parse(lacuna(['benchmark', 'corpus/kesh-framework.en.txt', '--corpus', file, '--stage', stage, '--format', 'json']).stdout) as { standing: { agreements: number } }).standing.agreements;
    expect([standing('Cea'), standing('Imp')]).toEqual([1, 0]);
    rmSync(own, { recursive: true });
  });

  it('leaves nothing beside the corpus', () => {
    expect(readdirSync(folder).toSorted()).toEqual(['c.sqlite', 'pax.csv', 'texts']);
  });

  it('finds words in all their forms, and combines them with readings and metadata', () => {
    expect(hits('fighter', '--agreement', '9001', '--most', '50').map(({ article }) => article)).toEqual(['3.5', '1.3', '3.1', '3.3']);
    expect(hits('"at all ranks"', '--agreement', '9001').map(({ pax, article }) => [pax, article])).toEqual([[9001, '3.2']]);
    expect(hits('weapons', 'NOT', 'heavy', '--country', 'Kesh')).toEqual([]);
    expect(hits('weapons NEAR/4 collected', '--year', '2031').map(({ article }) => article)).toEqual(['3.4']);
    expect(hits('ranks', '--stage', 'SubPar', '--code', 'SsrDdr=2').length).toBe(2);
    expect(hits('ranks', '--code', 'SsrDdr=3')).toEqual([]);
    const handed = hits('--leaf', 'IN', '--status', 'DELEGATED', '--most', '500');
    expect(handed.length).toBeGreaterThan(0);
    expect(hits('--status', 'DELEGATED', '--most', '500').length).toBeGreaterThan(handed.length);
  });

  it('lists the best match first, and without words by date and place in the text', () => {
    expect(hits('fighter', '--agreement', '9001', '--sort', 'date').map(({ article }) => article)).toEqual(['1.3', '3.1', '3.3', '3.5']);
    const bare = hits('ranks', '--most', '100');
    expect(new Set(bare.map(({ agreement }) => agreement)).size).toBeGreaterThan(1);
    const named = hits('ranks', '--sort', 'agreement', '--most', '100').map(({ agreement }) => agreement);
    expect(named).toEqual(named.toSorted());
    expect(hits('ranks', '--most', '3')).toEqual(bare.slice(0, 3));
    expect(bare.map((hit) => JSON.stringify(hit)).toSorted()).toEqual(hits('ranks', '--sort', 'date', '--most', '100').map((hit) => JSON.stringify(hit)).toSorted());
    expect(hits('--leaf', 'IN', '--agreement', '9001').map(({ article }) => article)).toEqual(hits('--leaf', 'in', '--agreement', '9001').map(({ article }) => article).toSorted());
  });

  it('finds a word whatever accents it is typed with', () => {
    const own = join(folder, 'accents.sqlite');
    const file = join(folder, 'accord.fr.txt');
    writeFileSync(file, 'ACCORD\n\nArticle 1\nLes combattants seront cantonnés.\n\nArticle 2\nLe cantonnement dure trente jours.\n');
    lacuna(['corpus', 'import', file, '--corpus', own]);
    for (const word of ['cantonnement', 'cantonnés', 'cantonnes']) {
      const found = JSON.parse(lacuna(['corpus', 'search', word, '--corpus', own, '--format', 'json']).stdout) as { article: string }[];
      expect(found.map(({ article }) => article).toSorted()).toEqual(['Article 1', 'Article 2']);
    }
    rmSync(file);
    rmSync(own);
  });

  it('tells a filter that nothing has from one that happens to find nothing', () => {
    expect(run('search', 'ranks', '--stage', 'Foo')).toMatchObject({ status: 0, stderr: 'Nothing in this corpus has --stage Foo; there is SubPar.\n' });
    expect(run('search', 'zebra', '--stage', 'SubPar')).toMatchObject({ status: 0, stderr: '' });
    expect(run('search', '--status', 'delegate').status).toBe(2);
    expect(hits('--status', 'delegated', '--most', '500')).toEqual(hits('--status', 'DELEGATED', '--most', '500'));
  });

  it('answers as CSV that a spreadsheet can open', () => {
    const { stdout } = run('search', 'ranks', '--agreement', '9001', '--format', 'csv');
    expect(stdout.startsWith('\ufeffpax,agreement,country,date,article,status,leaves,body,text\n')).toBe(true);
  });

  it('tells mistakes in one line', () => {
    expect(run('search', '(army').stderr).toMatch(/^lacuna: \(army: cannot read this search: .*\n$/u);
    expect(lacuna(['corpus', 'stats', '--corpus', join(folder, 'none.sqlite')])).toMatchObject({ status: 2, stdout: '' });
    expect(lacuna(['corpus', 'stats', '--corpus', join(folder, 'pax.csv')]).stderr).toContain('not a corpus of lacuna');
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false);
  });

  it('tells a corpus that is cut short, overwritten or no file at all in one line', () => {
    const whole = readFileSync(corpus);
    const damaged = join(folder, 'damaged.sqlite');
    for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 100), Buffer.concat([whole.subarray(0, 16), Buffer.alloc(84, 0x5a), whole.subarray(100)]), Buffer.concat([whole.subarray(0, 100), Buffer.alloc(whole.length - 100, 0x5a)])]) {
      writeFileSync(damaged, bytes);
      for (const args of [['corpus', 'list'], ['corpus', 'search', 'army'], ['corpus', 'import', texts], ['precedents', 'n1']]) {
        expect(lacuna([...args, '--corpus', damaged])).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/^lacuna: [^\n]*\. Import the texts again into a new file\.\n$/u) as string });
      }
    }
    rmSync(damaged);
    for (const path of [texts, '/dev/zero']) expect(lacuna(['corpus', 'list', '--corpus', path])).toEqual({ status: 2, stdout: '', stderr: `lacuna: ${path}: not a corpus of lacuna. Name another file with --corpus.\n` });
  });

  it('shows signs in the names of files and rows that could steer a terminal', () => {
    const [strange, own] = [join(folder, 'odd'), join(folder, 'odd.sqlite')];
    mkdirSync(strange);
    writeFileSync(join(strange, 'evil\n\u001b[31m\u202e.txt'), 'The JMC shall meet.');
    writeFileSync(join(strange, 'rows.csv'), 'AgtId,Agt,Con,Agreement text\n1,"Bad \u001b[31m","Kesh\u0007","The JMC shall decide."\n');
    lacuna(['corpus', 'import', strange, '--corpus', own]);
    for (const form of ['text', 'json', 'csv']) {
      const { stdout } = lacuna(['corpus', 'list', '--corpus', own, '--format', form]);
      expect(stdout).toContain('Bad \u241b[31m');
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202e]/u);
    }
    for (const path of [strange, own]) rmSync(path, { recursive: true });
  });

  it('imports files only', () => {
    expect(run('import', '/dev/zero')).toMatchObject({ status: 2, stderr: 'lacuna: /dev/zero: not a regular file. Name texts, folders of texts or an export of PA-X.\n' });
  });

  interface Answer { decision: string; readings: Record<string, number>; precedents: { agreement: string; article: string; reading: string; fixed: string[]; opening: string | null; text: string }[] }
  const precedents = (...args: string[]): Answer[] => JSON.parse(lacuna(['precedents', ...args, '--corpus', corpus, '--format', 'json']).stdout) as Answer[];

  it('offers how others settled a decision: settled, then in part, then left to others', () => {
    const [answer] = precedents('f1', '--most', '9');
    expect(answer!.readings).toEqual({ SETTLED: 2, PARTLY: 1, DELEGATED: 0, DEFERRED: 0, INTERIM: 0, PRINCIPLE: 2 });
    const turns = answer!.precedents.map(({ reading }) => ['SETTLED', 'PARTLY', 'PRINCIPLE'].indexOf(reading));
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
    expect(new Set(answer!.precedents.slice(0, 2).map(({ agreement }) => agreement))).toEqual(new Set(['tarn-ceasefire.en', 'valdora-accord.en']));
    expect(answer!.precedents.every(({ fixed }) => fixed.length > 0)).toBe(true);
  });

  it('takes a second clause of an agreement only for what the first does not fix', () => {
    const [answer] = precedents('f2', '--most', '50');
    const seen = new Map<string, string[]>();
    for (const { agreement, fixed } of answer!.precedents) {
      const before = seen.get(agreement);
      expect(before === undefined || fixed.some((name) => !before.includes(name))).toBe(true);
      seen.set(agreement, [...(before ?? []), ...fixed]);
    }
    expect(answer!.precedents.length).toBeGreaterThan(seen.size);
  });

  it('says plainly where few or none settled it', () => {
    expect(lacuna(['precedents', 'm3', '--corpus', corpus]).stdout).toContain('Fewer than three agreements here settle it');
    expect(lacuna(['precedents', 'T2', '--corpus', corpus]).stdout).toContain('No agreement here settles it, even in part.');
    const own = join(folder, 'one.sqlite');
    lacuna(['corpus', 'import', join(texts, 'tarn-ceasefire.en.txt'), '--corpus', own]);
    expect(lacuna(['precedents', 't2', '--corpus', own]).stdout).toContain('No agreement of the corpus speaks to this.');
    rmSync(own);
  });

  it('is no precedent for itself', () => {
    const own = precedents(join(texts, 'kesh-framework.en.txt'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(({ precedents: found }) => found).some(({ agreement }) => agreement.startsWith('kesh-framework'))).toBe(false);
  });
});

describe('texts as lines of JSON', () => {
  it('stops at a line that never ends', () => {
    const { status, stderr } = lacuna(['analyze', '--texts', '--limit', 'megabytes=1'], `{"id":"a","text":"The JMC shall meet."}\n${'x'.repeat(2 ** 21)}`);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^lacuna: line 2: a line of more than 1 MB\. [^\n]*\n$/u) as string });
  });

  it('answers each in order, broken lines too', () => {
    const { status, stdout, stderr } = lacuna(['analyze', '--texts', '--jobs', '2'], '{"id":"a","text":"AGREEMENT\\n1. The Parties shall cease fire."}\nx\n{"id":3,"text":""}\n{"id":4,"text":"The JMC shall meet."}\n');
    expect(status).toBe(2);
    expect(stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { id: unknown; error?: string; analysis?: object }).map(({ id, error, analysis }) => [id, error ?? 'read', analysis !== undefined])).toEqual([
      ['a', 'read', true], [null, 'not a text as JSON', false], [3, 'the file is empty', false], [4, 'read', true],
    ]);
    expect(stderr.split('\n').length).toBe(3);
  });
});

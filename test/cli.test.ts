/** The commands as a user meets them: product on stdout, words on stderr, exit code 0, 1 or 2. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analysis, analysisSchema } from '../src/analysis.ts';
import { lacuna, lines, prepare } from './cli-run.ts';

const PACT = 'fixtures/cli/harbour-pact.txt';
const DUTCH = 'fixtures/cli/harbour-pact.nl.txt';

beforeAll(prepare);

const json = (args: readonly string[], input?: string): Analysis => JSON.parse(lacuna(['analyze', ...args, '--format', 'json'], input).stdout) as Analysis;

describe('lacuna analyze', () => {
  let analysis: Analysis;
  beforeAll(() => {
    analysis = json([PACT]);
  });

  it('keeps the contract', () => {
    expect(analysisSchema.parse(analysis)).toEqual(analysis);
    expect(analysis.tool).toEqual({ name: 'lacuna', version: '0.1.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string });
  });

  it('reads what the text says', () => {
    const at = (label: string) => analysis.provisions.filter((provision) => provision.label === label).map(({ status, delegate }) => [status, delegate]);
    expect(at('2.2')).toEqual([['DELEGATED', 'JSB']]);
    expect(at('3.1').map(([status]) => status)).toEqual(['DEFERRED']);
    expect(at('1.2').length + at('b').length).toBeGreaterThan(0);
    expect(analysis.provisions.filter(({ label, status }) => label === '2.3' && status === 'DELEGATED')).toEqual([]);
  });

  it('gives the same bytes for the same text', () => {
    const [first, second] = [lacuna(['analyze', PACT, '--format', 'json']), lacuna(['analyze', PACT, '--format', 'json'])];
    expect(first).toEqual(second);
    expect(first.status).toBe(0);
    expect(first.stderr).toBe('');
  });

  it('reads standard input like the file', () => {
    expect(json(['-'], readFileSync(PACT, 'utf8'))).toEqual(analysis);
  });

  it('prints the text that offsets point into', () => {
    const text = lacuna(['analyze', PACT, '--format', 'text-layer']).stdout;
    const clause = analysis.clauses.find(({ label }) => label === '2.2')!;
    expect(text.slice(clause.start, clause.end)).toMatch(/^2\.2 The JSB shall determine .* fighters\.$/u);
  });

  it('prints a summary of 80 columns without colours', () => {
    const { stdout, stderr, status } = lacuna(['analyze', PACT]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(lines(stdout).filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).not.toContain('\u001b');
  });

  it('takes type, language and date from the user', () => {
    const { score, document } = json([PACT, '--type', 'ceasefire', '--signed', '2031-05-02']);
    expect(score.type).toEqual({ name: 'ceasefire', by: 'user' });
    expect(document.signed).toBe('2031-05-02');
  });

  it('shows the structure of a text in a language without rules, and says so', () => {
    const { document, clauses, provisions, score, limits } = json([DUTCH]);
    expect(document.language).toBe('nl');
    expect(clauses.length).toBeGreaterThan(5);
    expect({ provisions, total: score.total }).toEqual({ provisions: [], total: null });
    expect(limits.some(({ what }) => what.includes('language'))).toBe(true);
    expect(lacuna(['analyze', DUTCH]).status).toBe(0);
  });

  it('writes one line for each of several texts, or a list', () => {
    const each = lines(lacuna(['analyze', PACT, DUTCH, '--format', 'ndjson']).stdout).map((line) => JSON.parse(line) as Analysis);
    expect(each.map(({ document }) => document.language)).toEqual(['en', 'nl']);
    expect(JSON.parse(lacuna(['analyze', PACT, DUTCH, '--format', 'json']).stdout)).toEqual(each);
    const headings = lines(lacuna(['analyze', PACT, DUTCH]).stdout).filter((line) => line.startsWith('==>'));
    expect(headings).toEqual([`==> ${PACT} <==`, `==> ${DUTCH} <==`]);
  });

  it('does the rest of a batch when one text is bad', () => {
    const { status, stdout, stderr } = lacuna(['analyze', 'no-such-text.txt', PACT, '--format', 'ndjson']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'lacuna: no-such-text.txt: no such file. Check the path.\n' });
    expect(JSON.parse(stdout)).toEqual(analysis);
  });

  it('reads the model agreement when asked for a sample', () => {
    const { status, stdout } = lacuna(['analyze', '--sample', '--format', 'text-layer']);
    expect(status).toBe(0);
    expect(stdout).toBe(lacuna(['analyze', 'corpus/valdora-accord.en.txt', '--format', 'text-layer']).stdout);
  });

  it('minds no reader that stops early', () => {
    const shell = `"${process.execPath}" dist/cli.js analyze ${PACT} ${PACT} ${PACT} --format json | head -n 1; exit "\${PIPESTATUS[0]}"`;
    expect(execFileSync('bash', ['-c', shell], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).toBe('[\n');
  });
});

describe('usage', () => {
  it.each([
    [['analyze'], 'lacuna: analyze: no text named. Name a file, or add --sample to read the model agreement that comes with lacuna.'],
    [['analyse', PACT], "lacuna: unknown command 'analyse' (Did you mean analyze?). See lacuna --help"],
    [['analyze', PACT, '--formt', 'json'], "lacuna: unknown option '--formt' (Did you mean --format?). See lacuna --help"],
    [['analyze', PACT, '--format', 'doc'], "lacuna: option '--format <name>' argument 'doc' is invalid. Allowed choices are text, ledger, html, md, docx, comments, csv, annotations, json, ndjson, text-layer. See lacuna --help"],
    [['analyze', PACT, '--signed', '2031-02-30'], "lacuna: option '--signed <date>' argument '2031-02-30' is invalid. Write a date as 2018-09-12. See lacuna --help"],
    [['analyze', PACT, '--lang', 'English'], "lacuna: option '--lang <code>' argument 'English' is invalid. Write a language as two letters: en, fr, ar, es. See lacuna --help"],
    [['analyze', PACT, '--width', '3'], "lacuna: option '--width <columns>' argument '3' is invalid. Write a whole number from 40 to 400. See lacuna --help"],
    [['analyze', PACT, '--rules', 'no-rules'], 'lacuna: no-rules: no such folder. Name a folder of rules such as the rules/ folder of lacuna.'],
    [['analyze', 'a\u001b[31m.txt'], 'lacuna: a\u241b[31m.txt: no such file. Check the path.'],
    [['explain', PACT], "lacuna: missing required argument 'article'. See lacuna --help"],
    [['explain', PACT, '2.9'], `lacuna: ${PACT}: no clause is labelled "2.9". Labels there: 2.1, 2.2, 2.3.`],
    [['explain', DUTCH, '2.1'], `lacuna: ${DUTCH}: no rules for the language "nl", so no clause has tags. Name the language with --lang if it was told wrongly.`],
    [['evaluate', '--gold', 'no-gold'], 'lacuna: no-gold: no such gold. Name a gold file or a folder of them with --gold.'],
    [['evaluate', '--gold', 'fixtures/evaluate/valdora-gold.tsv'], 'lacuna: fixtures/evaluate/valdora-gold.tsv: no text named for this gold. Name it with --document.'],
    [['rules', 'list', '--coverage', 'no-folder'], 'lacuna: no-folder: no such folder. Name a folder of texts.'],
  ])('%j', (args, line) => {
    expect(lacuna(args)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  });

  it('names the types it knows', () => {
    const { status, stderr } = lacuna(['analyze', PACT, '--type', 'truce']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lacuna: --type: no agreement type "truce"\. Use one of comprehensive, .*ceasefire.*\.\n$/u);
  });

  it('prints help on stderr when no command is named', () => {
    const { status, stdout, stderr } = lacuna([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Usage: lacuna');
  });

  it.each(['', 'analyze', 'explain', 'rules list', 'rules test', 'glossary', 'schema', 'evaluate'])('lacuna %s --help shows an example', (command) => {
    const { status, stdout, stderr } = lacuna([...command.split(' ').filter(Boolean), '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  lacuna ${command}`, 'u'));
  });
});

describe('the other commands', () => {
  it('schema describes what analyze writes', () => {
    const schema = JSON.parse(lacuna(['schema']).stdout) as { properties: Record<string, { const?: number }>; required: string[] };
    expect(schema.properties['format']!.const).toBe(1);
    expect(schema.required).toEqual(Object.keys(JSON.parse(lacuna(['analyze', PACT, '--format', 'json']).stdout) as object));
  });

  it('glossary spells out every code within 80 columns', () => {
    const { stdout } = lacuna(['glossary']);
    const codes = lines(stdout).flatMap((line) => /^(\S+) {2,}\S/u.exec(line)?.[1] ?? []);
    expect(codes).toEqual(expect.arrayContaining(['CF.1', 'DM.4', 'DELEGATED', 'UNSEEN', "A'", 'E', 'deadlock', 'c1', 'm3']));
    expect(codes.filter((code) => /^[A-Z]{2}\.\d$/u.test(code))).toHaveLength(58);
    expect(codes.filter((code) => /^[a-z]\d$/u.test(code))).toHaveLength(34);
    expect(lines(stdout).filter((line) => line.length > 80)).toEqual([]);
  });

  it('explain shows why, with the words that told', () => {
    const { stdout, status } = lacuna(['explain', PACT, '2.2']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/taken for DELEGATED: a body is to decide this/u);
    expect(stdout).toMatch(/decides from "JSB shall determine"/u);
    expect(stdout).toContain('nearly');
  });

  it('rules list counts the texts in which a rule fires', () => {
    const rows = lines(lacuna(['rules', 'list', '--coverage', 'fixtures/cli']).stdout).map((line) => line.split('\t'));
    expect(rows[0]).toEqual(['rule', 'emits', 'strength', 'patterns', 'texts of 2']);
    const decides = rows.find(([rule]) => rule === 'en/facts/mandates/body-decides')!;
    expect([decides[1], decides[4]]).toEqual(['decides', '1']);
  });

  it('evaluate compares gold with a text', () => {
    const args = ['evaluate', '--gold', 'fixtures/evaluate/valdora-gold.tsv', '--document', 'fixtures/evaluate/valdora.txt'];
    const evaluation = JSON.parse(lacuna([...args, '--format', 'json']).stdout) as { title: string; units: number; missing: string[] };
    expect(evaluation.title).toBe('valdora-gold');
    expect(evaluation.units + evaluation.missing.length).toBe(lines(readFileSync('fixtures/evaluate/valdora-gold.tsv', 'utf8')).length - 1);
    expect(lacuna(args).stdout).toContain('Confusion');
  });
});

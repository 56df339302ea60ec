/** Two drafts side by side: invented ones, and scripted edits of R-ARCSS. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import { compareDrafts, type ClauseChange, type Comparison } from '../src/compare/compare.ts';
import { draftOf, type Draft } from '../src/compare/draft.ts';
import { longestRise } from '../src/compare/order.ts';
import { readSource } from '../src/read/index.ts';
import { loadFolder } from '../src/ruleset-file.ts';

let read: (text: string) => Promise<Draft>;
beforeAll(async () => {
  const analyze = createAnalyzer((await loadFolder('rules')).ruleset, { name: 'lacuna', version: '0' });
  read = async (text) => {
    const { analysis, document } = await analyze(await readSource({ bytes: Buffer.from(text), name: 'draft.txt' }), { lang: 'en' });
    return draftOf(analysis, document.text);
  };
}, 60_000);

const compare = async (old: string, fresh: string): Promise<Comparison> => compareDrafts(await read(old), await read(fresh));
const label = (id: string): string => id.split('/').at(-1)!;
const brief = ({ kind, old, fresh, moved }: ClauseChange) => ({ kind, old: old.map(label), fresh: fresh.map(label), moved });
const kindsOf = ({ readings }: ClauseChange): string[] => readings.map(({ kind }) => kind);
const EMPTY = { decisions: [], shifted: [], clauses: [], moves: [] };

describe('two invented drafts', () => {
  const [old, fresh] = ['draft-3', 'draft-4'].map((name) => readFileSync(`fixtures/compare/${name}.txt`, 'utf8')) as [string, string];

  it('finds every planted change of words and no other', async () => {
    const { clauses } = await compare(old, fresh);
    expect(clauses.filter(({ security }) => security).map(brief)).toEqual([
      { kind: 'reworded', old: ['1.3'], fresh: ['1.3'], moved: false },
      { kind: 'reworded', old: ['3.2'], fresh: ['2.2'], moved: false },
      { kind: 'reworded', old: ['3.3'], fresh: ['2.3'], moved: false },
      { kind: 'split', old: ['3.4'], fresh: ['2.4', '2.5'], moved: false },
      { kind: 'removed', old: ['3.5'], fresh: [], moved: false },
    ]);
  });

  it('names what the words did', async () => {
    const { clauses } = await compare(old, fresh);
    const by = new Map(clauses.map((change) => [label(change.old[0] ?? ''), change]));
    expect(kindsOf(by.get('1.3')!)).toEqual([]);
    expect(by.get('3.3')!.readings).toEqual([{ kind: 'deadline', removed: ['within one hundred and twenty (120) days of signing'], added: [] }]);
    expect(by.get('3.2')!.readings).toContainEqual({ kind: 'figures', removed: ['60', '40'], added: [] });
    expect(kindsOf(by.get('3.4')!)).toEqual([]);
  });

  it('tells that the shares went to the council and that the ranks lost their deadline', async () => {
    const { decisions } = await compare(old, fresh);
    const by = new Map(decisions.map((change) => [change.decision, change]));
    expect(by.get('n2')).toMatchObject({ move: 'handed', old: { reading: 'SETTLED' }, fresh: { reading: 'DELEGATED', holder: 'joint-military-council' } });
    expect(by.get('r1')!.deadlines.removed).toEqual(['within one hundred and twenty (120) days of signing']);
    expect(by.get('d3')).toMatchObject({ move: 'dropped' });
  });

  it('tells the exchange of two chapters as moves alone', async () => {
    const { moves } = await compare(old, fresh);
    expect(moves).toEqual([
      { kind: 'moved', old: ['CHAPTER II', 'CHAPTER II'], fresh: ['CHAPTER III', 'CHAPTER III'], clauses: 4 },
      { kind: 'renumbered', old: ['CHAPTER III', 'CHAPTER III'], fresh: ['CHAPTER II', 'CHAPTER II'], clauses: 5 },
    ]);
  });

  it('reads back what was split as a merger', async () => {
    expect((await compare(fresh, old)).clauses.map(brief)).toContainEqual({ kind: 'merged', old: ['2.4', '2.5'], fresh: ['3.4'], moved: false });
  });
});

describe('one edit of an invented draft', () => {
  const draft = readFileSync('fixtures/compare/draft-3.txt', 'utf8').split('\n');
  const at = (start: string): number => draft.findIndex((line) => line.startsWith(`${start} `));
  const after = async (fresh: readonly string[]): Promise<Comparison> => compare(draft.join('\n'), fresh.join('\n'));
  const replaced = (start: string, from: string, to: string): string[] => draft.map((line, i) => (i === at(start) ? line.replace(from, to) : line));

  it('two clauses made one are merged', async () => {
    const merged = draft.map((line, i) => (i === at('2.1.') ? `${line} ${draft[at('2.2.')]!.slice('2.2. '.length)}` : line)).filter((_, i) => i !== at('2.2.'));
    const found = await after(merged.map((line) => line.replace(/^2\.3\./u, '2.2.')));
    expect(found.clauses.map(brief)).toEqual([{ kind: 'merged', old: ['2.1', '2.2'], fresh: ['2.1'], moved: false }]);
    expect(found.clauses.flatMap(kindsOf)).toEqual([]);
    expect([found.decisions, found.shifted]).toEqual([[], []]);
    expect(found.moves.map(({ kind, old: [first] }) => [kind, label(first)])).toEqual([['renumbered', '2.3']]);
  });

  it('a clause that is dropped is removed, and its decision dropped', async () => {
    const found = await after(draft.filter((_, i) => i !== at('3.5.')));
    expect(found.clauses.map(brief)).toEqual([{ kind: 'removed', old: ['3.5'], fresh: [], moved: false }]);
    expect(found.decisions.filter(({ move }) => move === 'dropped').map(({ decision }) => decision)).toContain('d3');
    expect(found.moves).toEqual([]);
  });

  it('a clause that is added is new, and its decision taken up', async () => {
    const found = await after([...draft.slice(0, at('3.5.') + 1), '3.6. The Auditor General shall audit all spending on the armed forces every year and shall publish the report.', ...draft.slice(at('3.5.') + 1)]);
    expect(found.clauses.map(brief)).toEqual([{ kind: 'added', old: [], fresh: ['3.6'], moved: false }]);
    expect(found.decisions.map(({ decision, old: { reading } }) => [decision, reading])).toEqual([['m3', 'SILENT']]);
  });

  it('a duty that became a power is told as a weaker duty', async () => {
    const found = await after(replaced('3.4.', 'Heavy weapons shall be', 'Heavy weapons may be'));
    expect(found.clauses.map(brief)).toEqual([{ kind: 'reworded', old: ['3.4'], fresh: ['3.4'], moved: false }]);
    expect(found.clauses.flatMap(kindsOf)).toContain('obligation');
  });

  it('a time limit that stands in an unchanged clause is not told as removed, though the decision no longer rests on it', async () => {
    const found = await after(replaced('1.3.', 'shall leave', 'may leave'));
    const gone = found.decisions.flatMap(({ deadlines }) => deadlines.removed);
    expect(gone.every((text) => found.clauses.flatMap(({ old }) => old.map(label)).includes('1.3') && draft[at('1.3.')]!.includes(text))).toBe(true);
    const { decisions } = await compare(
      '1.1. The Parties shall withdraw allied foreign troops within three (3) days of signing.\n1.2. The Parties shall ensure that all foreign fighters leave the country before the end of the Transition.\n',
      '1.1. The Parties shall withdraw allied foreign troops within three (3) days of signing.\n1.2. The Parties may ensure that all foreign fighters leave the country before the end of the Transition.\n',
    );
    expect(decisions.flatMap(({ deadlines }) => deadlines.removed)).not.toContain('within three (3) days of signing');
  });
});

describe('properties', () => {
  const SENTENCES = [
    'The Council shall determine the number of fighters who join within 30 days.', 'The Parties shall cease fire at noon.', 'Heavy weapons are stored at two sites.',
    'The Board decides by consensus.', 'The Board decides by consensus.', 'Ranks are confirmed.', 'See Article 2.', '', '(a) rice;', 'CHAPTER II: FORCES',
  ];
  const text = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 14 }).map((lines) => ['AGREEMENT', ...lines.map((line, i) => (/^\(|^CH/u.test(line) ? line : `${i + 1}. ${line}`))].join('\n'));

  it('a draft compared with itself is empty', async () => {
    await fc.assert(fc.asyncProperty(text, async (draft) => {
      const { score: _, ...found } = await compare(draft, draft);
      expect(found).toEqual(EMPTY);
    }), { numRuns: 60 });
  });

  it('every clause is told at most once', async () => {
    await fc.assert(fc.asyncProperty(text, text, async (a, b) => {
      const { clauses } = await compare(a, b);
      for (const side of ['old', 'fresh'] as const) {
        const ids = clauses.flatMap((change) => change[side]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }), { numRuns: 60 });
  });

  it('the longest rise rises and cannot be made longer', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 9 }), (values) => {
      const rise = longestRise(values).map((at) => values[at]!);
      expect(rise).toEqual(rise.toSorted((a, b) => a - b));
      const best: number[] = [];
      for (const value of values) best.push(1 + Math.max(0, ...best.filter((_, j) => values[j]! < value)));
      expect(rise.length).toBe(Math.max(0, ...best));
    }));
  });
});

const RARCSS = '../shared/agreements/south-sudan-r-arcss-2018.en.txt';

describe.skipIf(!existsSync(RARCSS))('scripted edits of R-ARCSS (needs ../shared)', () => {
  const text = existsSync(RARCSS) ? readFileSync(RARCSS, 'utf8') : '';
  const lines = text.split('\n');
  const body = lines.findIndex((line, at) => at > 900 && line.startsWith('2.2.'));
  const at = (start: string): number => lines.findIndex((line, i) => i >= body && line.startsWith(start));
  let old: Draft;
  beforeAll(async () => {
    old = await read(text);
  });
  const after = async (fresh: readonly string[]): Promise<Comparison> => compareDrafts(old, await read(fresh.join('\n')));
  const replaced = (start: string, from: RegExp, to: string): string[] => lines.map((line, i) => (i === at(start) ? line.replace(from, to) : line));
  const quiet = ({ decisions, shifted, clauses }: Comparison) => ({ decisions, shifted, clauses });

  it('an article that moves is a move and nothing else', async () => {
    const [four, five, end] = [at('2.4. '), at('2.5. '), at('CHAPTER III')];
    const found = await after([...lines.slice(0, four), ...lines.slice(five, end), ...lines.slice(four, five), ...lines.slice(end)]);
    expect(quiet(found)).toEqual({ decisions: [], shifted: [], clauses: [] });
    expect(found.moves.map(({ kind, old: [first] }) => [kind, label(first)])).toEqual([['moved', '2.5']]);
  });

  it('a chapter with other numbers is renumbered and nothing else', async () => {
    const [start, end] = [lines.findIndex((line, i) => i > 800 && line.startsWith('CHAPTER II.')), at('CHAPTER III')];
    const found = await after(lines.map((line, i) => (i < start || i >= end ? line : line.replace(/(?<![\d.])2(?=(?:\.\d+)+\.\s)/gu, '12').replace(/^2(?=(?:\.\d+)*\.\s)/u, '12'))));
    expect(quiet(found)).toEqual({ decisions: [], shifted: [], clauses: [] });
    expect(new Set(found.moves.map(({ kind }) => kind))).toEqual(new Set(['renumbered']));
    expect(found.moves.flatMap(({ old: ids }) => ids).every((id) => label(id).startsWith('2.'))).toBe(true);
  });

  it('other words for the same are reworded, and no decision reads otherwise', async () => {
    const found = await after(replaced('2.2.6', /set eligibility criteria for candidates willing/u, 'establish eligibility criteria for those candidates who are willing'));
    expect(found.clauses.map(brief)).toEqual([{ kind: 'reworded', old: ['2.2.6'], fresh: ['2.2.6'], moved: false }]);
    expect(found.clauses.flatMap(kindsOf)).toEqual([]);
    expect([found.decisions, found.shifted, found.moves]).toEqual([[], [], []]);
  });

  it('a deadline that is deleted is named', async () => {
    const found = await after(replaced('2.5.3', /^2\.5\.3\. Within thirty.*?\), the/u, '2.5.3. The'));
    expect(found.clauses.map(brief)).toEqual([{ kind: 'reworded', old: ['2.5.3'], fresh: ['2.5.3'], moved: false }]);
    expect(found.clauses.flatMap(kindsOf)).toEqual(['deadline']);
    expect(found.decisions.length).toBeGreaterThan(0);
    for (const { move, deadlines, old: { holder } } of found.decisions) expect([move, deadlines.removed.length, holder]).toEqual(['bounds', 1, 'SDSRB']);
  });

  it('a number that is handed to a board is named, with the board', async () => {
    const found = await after(replaced('2.2.5', /Eight \(8\) of the party/u, 'The Joint Defence Board (JDB) shall determine how many of the party'));
    expect(found.clauses.map(brief)).toEqual([{ kind: 'reworded', old: ['2.2.5'], fresh: ['2.2.5'], moved: false }]);
    expect(found.clauses[0]!.readings).toContainEqual({ kind: 'figures', removed: ['8'], added: [] });
    expect(found.clauses[0]!.readings).toContainEqual(expect.objectContaining({ kind: 'status', to: 'DELEGATED', holder: 'JDB' }));
  });

  it('a clause that is split is split, and those behind it are renumbered', async () => {
    const cut = at('2.2.6');
    const [first, second] = [lines[cut]!.slice(0, lines[cut]!.indexOf('The JTSC shall plan')), lines[cut]!.slice(lines[cut]!.indexOf('The JTSC shall plan'))];
    const rest = lines.slice(cut + 1).map((line) => line.replace(/^2\.2\.([789])(?=\.)/u, (_, n: string) => `2.2.${Number(n) + 1}`));
    const found = await after([...lines.slice(0, cut), first, `2.2.7. ${second}`, ...rest]);
    expect(found.clauses.map(brief)).toEqual([{ kind: 'split', old: ['2.2.6'], fresh: ['2.2.6', '2.2.7'], moved: false }]);
    expect(found.clauses.flatMap(kindsOf)).toEqual([]);
    expect([found.decisions, found.shifted]).toEqual([[], []]);
    expect(found.moves.map(({ kind, old: [a, b], fresh: [c, d] }) => [kind, ...[a, b, c, d].map(label)])).toEqual([['renumbered', '2.2.7', '2.2.9', '2.2.8', '2.2.10']]);
  });
});

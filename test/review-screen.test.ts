/** The screen: frames that fit, and the component driven by keys. */
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { render } from 'ink-testing-library';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { App, type Session } from '../src/review/app.tsx';
import { reorder } from '../src/review/bidi.ts';
import { flow, type Line, seg } from '../src/review/flow.ts';
import { frameOf, type Screen } from '../src/review/frame.ts';
import { BINDINGS } from '../src/review/keys.ts';
import { EMPTY, type Entry } from '../src/review/ledger.ts';
import { runPlain } from '../src/review/plain.ts';
import { press } from '../src/review/press.ts';
import { start, type State } from '../src/review/state.ts';
import { totalsOf } from '../src/review/weigh.ts';
import { analysis, around, draft, stamp, worldOf } from './review-world.ts';

const world = worldOf();
const screen = (columns: number, rows: number): Screen => ({ columns, rows, bidi: 'terminal', marks: false });
const textOf = (lines: readonly Line[]): string => lines.map((line) => line.map(({ text }) => text).join('').trimEnd()).join('\n');
const frame = (state: State, columns: number, rows: number, of = world): readonly Line[] => frameOf(state, of, { totals: totalsOf(state.ledger, of), score: null, explanations: null }, screen(columns, rows));
const typed = (keys: readonly string[], of = world): State => keys.reduce((state, key) => press(state, key, around(of)).state, start(of, EMPTY, false));

describe('frames', () => {
  it('never exceed the screen, whatever is typed', () => {
    const key = fc.constantFrom(...BINDINGS.flatMap(({ keys }) => keys), 'escape', 'return', 'c', 'ä', '軍');
    fc.assert(fc.property(fc.array(key, { maxLength: 30 }), fc.integer({ min: 1, max: 210 }), fc.integer({ min: 1, max: 60 }), (keys, columns, rows) => {
      const lines = frame(typed(keys), columns, rows);
      expect(lines.length).toBeLessThanOrEqual(Math.max(0, rows - 1));
      for (const line of lines) expect(displayWidth(line.map(({ text }) => text).join(''))).toBeLessThanOrEqual(columns);
    }), { numRuns: 300 });
  });

  it.each([[80, 24], [40, 24], [200, 50]])('show list, text, score and keys at %i x %i', (columns, rows) => {
    const drawn = textOf(frame(typed(['j']), columns, rows));
    expect(drawn).toMatch(/> {2}2\.3\.4 +DELEGATED/u);
    expect(drawn).toContain('Joint Security');
    expect(drawn).toMatch(/machine 78 (?:now|· reviewed so far) \d\d/u);
    expect(drawn).toContain('? help');
    expect(drawn.split('\n')).toHaveLength(rows - 1);
  });

  it('keep the place when the size changes', () => {
    const state = typed(['j', 'j', 'j', 'j']);
    for (const columns of [200, 80, 40]) expect(textOf(frame(state, columns, 16))).toMatch(/^> {2}2\.5\.2/mu);
  });

  it('tell evidence without colour', () => {
    const clause = analysis.provisions[0]!;
    const marked = worldOf(EMPTY, { ...analysis, provisions: [{ ...clause, evidence: [{ start: clause.start, end: clause.start + 11, rule: 'r', fact: 'f' }] }, ...analysis.provisions.slice(1)] });
    const told = { totals: totalsOf(EMPTY, marked), score: null, explanations: null };
    expect(textOf(frameOf(start(marked, EMPTY, false), marked, told, { ...screen(80, 24), marks: true }))).toContain('⟦All Parties⟧');
  });

  it('draw escape sequences of the document as harmless symbols', () => {
    const hostile = draft(['1.1 Stop \u001b[2J\u001b]0;x\u0007 all \u202egnithgif\u0000 now.'], 'hostile');
    const drawn = textOf(frame(start(worldOf(EMPTY, hostile.analysis, hostile.text), EMPTY, false), 80, 24, worldOf(EMPTY, hostile.analysis, hostile.text)));
    expect(drawn).toContain('␛[2J␛]0;x␇');
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/u);
  });

  it('measure wide characters and combining marks', () => {
    expect(flow([seg('軍隊 軍')], 5).map((line) => line.map(({ text }) => text).join(''))).toEqual(['軍隊 ', '軍']);
    expect(flow([seg('cafe\u0301 a')], 6)).toHaveLength(1);
  });
});

describe('right-to-left text', () => {
  it('stands at the right edge', () => {
    const [line] = flow([seg('وقف إطلاق')], 12);
    expect(line!.map(({ text }) => text).join('')).toBe('   وقف إطلاق');
  });

  it('is put in the order in which it is seen, numbers and brackets kept', () => {
    const seen = (text: string, rightToLeft: boolean): string => reorder([seg(text)], rightToLeft).map(({ text: piece }) => piece).join('');
    expect(seen('אבג 120 (דה)', true)).toBe('(הד) 120 גבא');
    expect(seen('the word אבג here', false)).toBe('the word גבא here');
  });
});

const session = (append: (entry: Entry) => void): Session => ({ world, first: start(world, EMPTY, false), append, stamp: () => stamp, explain: async () => [] });

/** Ink reads keys in the next turns of the event loop. */
const turns = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await new Promise((done) => setImmediate(done));
};

describe('the component', () => {
  it('counts keys of a burst one by one, each on disk before the next frame', async () => {
    const entries: Entry[] = [];
    let frames = 0;
    const seen: number[] = [];
    const app = render(createElement(App, { session: session((entry) => { entries.push(entry); seen.push(frames); }), screen: screen(80, 24), leave: () => {} }));
    frames = app.frames.length;
    await turns();
    app.stdin.write('yynj');
    await turns();
    expect(entries.map((entry) => entry.do === 'verdict' && entry.what)).toEqual(['accept', 'accept', 'reject']);
    expect(seen).toEqual([frames, frames, frames]);
    expect(app.lastFrame()).toMatch(/^> {2}2\.5\.2/mu);
    expect(app.lastFrame()).toMatch(/3 of \d+/u);
    app.unmount();
  });

  it('takes back what could not be saved, and says so', async () => {
    const app = render(createElement(App, { session: session(() => { throw new Failure('cannot write the log (ENOSPC)', { where: 'a.jsonl', next: 'Make room' }); }), screen: screen(80, 24), leave: () => {} }));
    await turns();
    app.stdin.write('y');
    await turns();
    expect(app.lastFrame()).toContain('not saved: a.jsonl');
    expect(app.lastFrame()).toContain('0 of ');
    app.unmount();
  });

  it('leaves with q and Ctrl-C, and arrows move', async () => {
    const left: string[] = [];
    const app = render(createElement(App, { session: session(() => {}), screen: screen(80, 24), leave: (how: string) => left.push(how) }));
    await turns();
    app.stdin.write('\u001b[B');
    await turns();
    expect(app.lastFrame()).toMatch(/^> {2}2\.3\.4/mu);
    app.stdin.write('\u0003');
    await turns();
    app.stdin.write('q');
    await turns();
    expect(left).toEqual(['leave', 'leave']);
    app.unmount();
  });
});

describe('line mode', () => {
  it('asks and takes answers, one a line', async () => {
    const entries: Entry[] = [];
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end('y\nn\ne\ndef\nCF.1 IN.1\nm\nask Orlund\ntrash\nu\nq\n');
    await runPlain(session((entry) => entries.push(entry)), input, output);
    expect(entries.map((entry) => (entry.do === 'verdict' ? entry.what : entry.do))).toEqual(['accept', 'reject', 'edit', 'note', 'undo']);
    const told = String(output.read());
    expect(told).toContain('2.1.1');
    expect(told).toMatch(/3 of \d+ decided/u);
    expect(told).not.toContain('\u001b');
  });
});

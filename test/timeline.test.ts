/** All times of a text on one axis. */
import { describe, expect, it } from 'vitest';
import { axisOf } from '../src/report/axis.ts';
import { indexOf } from '../src/report/cite.ts';
import { renderTimeline, timelineCsv } from '../src/report/timeline.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { timelineOf } from '../src/timeline.ts';
import { haveShared, read, SHARED, words } from './desk-reader.ts';

const HARBOUR = 'fixtures/timeline/harbour.txt';
const GLYPHS = { line: '-', one: 'o', marked: '!', tick: '|', many: '+' };

describe('timelineOf', () => {
  it('counts every time from its event, and marks those that conflict', async () => {
    const { analysis, document } = await read(HARBOUR);
    const { anchors, notes, first, last } = timelineOf(analysis, document.text);
    expect(anchors.map(({ name, kind, steps }) => [name, kind, steps.map(({ day, date, what, clause, marks }) => [day, date, what, clause, marks.map((mark) => mark.kind)])])).toEqual([
      ['signature', 'signature', [
        [0, null, 'The Parties shall cease fire', 'Article 1/1', []],
        [30, null, 'The Parties shall exchange prisoners', 'Article 1/2', []],
        [60, null, 'The Parties shall complete the cantonment of forces', 'Article 2/1', ['conflict']],
        [90, null, 'Forces of the Movement shall complete the cantonment of forces', 'Article 2/2', ['conflict']],
      ]],
      ['end of the cantonment', 'event', [[15, null, 'The Board shall be formed', 'Article 2/3', []]]],
      ['date', 'date', [[null, '2032-03-01', 'The Council shall sit for six months and shall be dissolved', 'Article 3~2', []]]],
    ]);
    expect(notes.map(({ kind, clauses }) => [kind, clauses])).toEqual([['conflict', ['Article 2/1', 'Article 2/2']]]);
    expect([first, last]).toEqual([0, 90]);
  });

  it('keeps lengths and times without a day apart', async () => {
    const { analysis, document } = await read(HARBOUR);
    const { lengths, loose } = timelineOf(analysis, document.text);
    expect(lengths.map(({ day, when, what }) => [day, when, what])).toEqual([[180, 'six months', 'The Council shall sit for six months and shall be dissolved on 1 March 2032']]);
    expect(loose.map(({ day, when, what }) => [day, when, what])).toEqual([[null, 'regularly', 'The Board shall report']]);
  });

  it('counts dates from the signature when that is known', async () => {
    const { analysis, document } = await read(HARBOUR, '2032-01-01');
    const { anchors } = timelineOf(analysis, document.text);
    expect(anchors.map(({ steps }) => steps.map(({ day, date }) => [day, date]))).toEqual([
      [[0, '2032-01-01'], [30, '2032-01-31'], [60, '2032-03-01'], [90, '2032-03-31']],
      [[15, null]],
      [[60, '2032-03-01']],
    ]);
  });

  it('leaves out what is not about security when asked to', async () => {
    const { analysis, document } = await read(HARBOUR);
    expect(timelineOf(analysis, document.text, true).anchors.flatMap(({ steps }) => steps).every(({ provision }) => provision !== null)).toBe(true);
  });
});

describe('the axis', () => {
  it('sets ticks and points to scale', () => {
    const axis = axisOf(-30, 90, 41, GLYPHS);
    expect(axis.scale).toEqual(['−30       0         30        60       90', '|---------|---------|---------|---------|']);
    expect(axis.row([{ day: 0, marked: false }, { day: 30, marked: true }, { day: 90, marked: false }, { day: 90, marked: false }])).toBe('----------o---------!-------------------2');
  });

  it('tells more points than a figure holds, and draws a single day', () => {
    expect(axisOf(0, 0, 8, GLYPHS).row(Array.from({ length: 12 }, () => ({ day: 0, marked: false })))).toBe('+-------');
  });
});

describe('the page', () => {
  it('draws the events on one axis', async () => {
    const { analysis, document } = await read(HARBOUR);
    const page = renderTimeline(timelineOf(analysis, document.text), analysis.document.title, indexOf(analysis), { width: 80, ascii: true, words });
    expect(page.split('\n').slice(4, 9)).toEqual([
      '               0          15        30         45        60         75       90',
      '               |----------|---------|----------|---------|----------|---------|',
      'the signature  o--------------------o--------------------!--------------------!',
      'other events   -----------o----------------------------------------------------',
      'o one time, a figure: so many; ! see the notes below.',
    ]);
    expect(page).toContain('! day 60  Article 2(1)  [1] The Parties shall complete the cantonment of forces\n');
  });

  it('has a table for spreadsheets', async () => {
    const { analysis, document } = await read(HARBOUR);
    const rows = timelineCsv(timelineOf(analysis, document.text), indexOf(analysis), words).split('\r\n');
    expect(rows[2]).toBe('the signature,30,,within 30 days of the signing of this Accord,The Parties shall exchange prisoners,Article 1(2),1,');
    expect(rows).toHaveLength(10);
  });

  it.skipIf(!haveShared).each(SHARED)('fits any terminal: %s', async (path) => {
    const { analysis, document } = await read(path);
    const timeline = timelineOf(analysis, document.text);
    expect(timeline.anchors.reduce((sum, { steps }) => sum + steps.length, timeline.lengths.length + timeline.loose.length)).toBe(analysis.deadlines.length);
    for (const width of [40, 63, 64, 80, 200]) {
      const lines = renderTimeline(timeline, analysis.document.title, indexOf(analysis), { width, ascii: false, words }).split('\n');
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    }
  });
});

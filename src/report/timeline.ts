/** The timeline as a page for the terminal: every event on one axis, then what is due, then where the times conflict. */
import { printable } from '../failure.ts';
import type { Anchor, Step, Timeline } from '../timeline.ts';
import { axisOf, type Axis, type AxisGlyphs } from './axis.ts';
import { cite, type Index } from './cite.ts';
import { csv } from './csv.ts';
import { plainSigns } from './plain-signs.ts';
import { say, type Words , comma } from './words.ts';
import { cut, displayWidth, pad, wrap } from './wrap.ts';

export interface TimelineOptions {
  readonly width: number;
  readonly ascii: boolean;
  readonly words: Words;
}

/** Below this, what is due stands under its day and not beside it. */
const BESIDE = 64;
const NAMES = 38;
/** Lines that a sentence may take before it is cut. */
const LINES = 3;
const ELLIPSIS = { drawn: '…', ascii: '...' };
const DRAWN: AxisGlyphs = { line: '─', one: '●', marked: '!', tick: '┬', many: '+' };
const ASCII: AxisGlyphs = { line: '-', one: 'o', marked: '!', tick: '|', many: '+' };

interface Page extends TimelineOptions {
  readonly index: Index;
  readonly timeline: Timeline;
}

/** Ends with a line break. `title` is that of the agreement. */
export const renderTimeline = (timeline: Timeline, title: string, index: Index, options: TimelineOptions): string => {
  const page = { ...options, timeline, index };
  const sections = [
    [...wrap(printable(title === '' ? say(options.words, 'title.none') : title), options.width), ...wrap(say(options.words, timeline.anchors.length === 0 ? 'timeline.none' : 'timeline.about'), options.width)],
    chart(page),
    ...blocksOf(timeline).map((block) => list(block, page)),
    group('timeline.lengths', timeline.lengths, false, page),
    group('timeline.loose', timeline.loose, true, page),
    notes(page),
  ];
  const told = `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
  return options.ascii ? plainSigns(told) : told;
};

/** Events that only one thing is counted from stand together. */
interface Block {
  readonly heading: string;
  readonly values: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly several: boolean;
}

const blocksOf = ({ anchors }: Timeline): Block[] => {
  const isAlone = ({ kind, steps }: Anchor): boolean => kind === 'event' && steps.length === 1;
  const own = anchors.filter((anchor) => !isAlone(anchor)).map(({ kind, name, steps }): Block => ({ heading: `timeline.from.${kind}`, values: { event: name }, steps, several: kind === 'unnamed' }));
  const rest = anchors.filter(isAlone).flatMap(({ steps }) => steps);
  const at = own.findLastIndex(({ heading }) => heading === 'timeline.from.event' || heading === 'timeline.from.signature') + 1;
  return rest.length === 0 ? own : own.toSpliced(at, 0, { heading: 'timeline.from.others', values: {}, steps: rest, several: true });
};

const chart = (page: Page): string[] => {
  const { timeline, width, words, ascii } = page;
  const blocks = blocksOf(timeline).filter(({ steps }) => steps.some(({ day }) => day !== null));
  if (blocks.length === 0) return [];
  const nameOf = ({ heading, values }: Block): string => printable(say(words, `${heading}.short`, values));
  const beside = width >= BESIDE;
  const room = beside ? Math.min(NAMES, Math.floor(width * 0.4), Math.max(...blocks.map((block) => displayWidth(nameOf(block))))) : 0;
  const indent = beside ? room + 2 : 2;
  const axis: Axis = axisOf(timeline.first, timeline.last, width - indent - 1, ascii ? ASCII : DRAWN);
  return [
    ...axis.scale.map((line) => `${' '.repeat(indent)}${line}`.trimEnd()),
    ...blocks.flatMap((block) => {
      const row = axis.row(block.steps.flatMap(({ day, marks }) => (day === null ? [] : [{ day, marked: marks.length > 0 }])));
      const name = cut(nameOf(block), beside ? room : width, dots(page));
      return beside ? [`${pad(name, room)}  ${row}`] : [name, `  ${row}`];
    }),
    ...wrap(say(words, 'timeline.legend', { one: (ascii ? ASCII : DRAWN).one, marked: DRAWN.marked }), width),
  ];
};

const list = ({ heading, values, steps, several }: Block, page: Page): string[] => [
  ...wrap(printable(say(page.words, heading, values)), page.width),
  ...stepLines(steps, several, page, heading === 'timeline.from.unnamed' ? 'timeline.days' : 'timeline.day'),
];

const group = (heading: string, steps: readonly Step[], spoken: boolean, page: Page): string[] => (steps.length === 0 ? [] : [...wrap(say(page.words, heading), page.width), ...stepLines(steps, spoken, page, 'timeline.days')]);

/** `spoken`: with the time in the words of the text, where a day alone does not tell; `counted`: days after an event, or a number of days. */
const stepLines = (steps: readonly Step[], spoken: boolean, page: Page, counted: 'timeline.day' | 'timeline.days' = 'timeline.day'): string[] => {
  const { words, width } = page;
  const rows = steps.map((step) => ({
    day: dayOf(step, counted, words),
    place: placeOf(step, page),
    told: told(step, spoken || step.day === 0 || (step.day === null && step.date === null), page),
    marked: step.marks.length > 0 ? DRAWN.marked : ' ',
  }));
  const [days, places] = [Math.max(...rows.map(({ day }) => displayWidth(day))), Math.max(...rows.map(({ place }) => displayWidth(place)))];
  return rows.flatMap(({ day, place, told: sentence, marked }) => {
    if (width < BESIDE) return [`${marked} ${[day, place].filter(Boolean).join('  ')}`, ...wrap(cut(sentence, LINES * (width - 4), dots(page)), width, '    ')];
    const first = `${marked} ${pad(day, days)}${days > 0 ? '  ' : ''}${pad(place, places)}  `;
    return wrap(cut(sentence, LINES * (width - displayWidth(first)) - 8, dots(page)), width, first, ' '.repeat(displayWidth(first)));
  });
};

const dots = ({ ascii }: Page): string => (ascii ? ELLIPSIS.ascii : ELLIPSIS.drawn);

const told = ({ what, when, marks }: Step, spoken: boolean, { words }: Page): string => {
  const time = spoken ? say(words, 'timeline.spoken', { when }) : '';
  return printable([marks.map(({ note }) => `[${note + 1}]`).join(''), time, what].filter(Boolean).join(' '));
};

const placeOf = ({ clause, page }: Step, { index, words }: Page): string => {
  const found = index.clauses.get(clause);
  return printable(found === undefined ? say(words, 'cite.page', { page }) : cite(found, words));
};

const dayOf = ({ day, date }: Step, counted: string, words: Words): string => {
  const number = day === null ? '' : say(words, counted, { day: numberOf(day) });
  return [number, date === null ? '' : date].filter(Boolean).join(', ');
};

const numberOf = (day: number): string => String(Math.round(day * 10) / 10).replace('-', '\u2212');

const notes = (page: Page): string[] => {
  const { timeline, index, words, width } = page;
  if (timeline.notes.length === 0) return [];
  return [
    ...wrap(say(words, 'timeline.notes'), width),
    ...timeline.notes.flatMap(({ message, question, clauses }, i) => {
      const places = [...new Set(clauses.flatMap((id) => index.clauses.get(id) ?? []).map((clause) => cite(clause, words)))].join(comma(words));
      return wrap(printable(say(words, 'timeline.note', { message, question, places })), width, `[${i + 1}] `, '    ');
    }),
  ];
};

/** One row for each time. */
export const timelineCsv = ({ anchors, lengths, loose, notes: all }: Timeline, index: Index, words: Words): string => {
  const rows = [
    ...anchors.flatMap(({ kind, name, steps }) => steps.map((step) => ({ from: say(words, `timeline.from.${kind}.short`, { event: name }), step }))),
    ...lengths.map((step) => ({ from: say(words, 'timeline.length.short'), step })),
    ...loose.map((step) => ({ from: say(words, 'timeline.loose.short'), step })),
  ];
  return csv(rows, [
    { header: say(words, 'column.from'), cell: ({ from }) => from },
    { header: say(words, 'column.days'), cell: ({ step: { day } }) => day },
    { header: say(words, 'column.date'), cell: ({ step: { date } }) => date },
    { header: say(words, 'column.when'), cell: ({ step: { when } }) => when },
    { header: say(words, 'column.what'), cell: ({ step: { what } }) => what },
    { header: say(words, 'column.article'), cell: ({ step: { clause } }) => cite(index.clauses.get(clause)!, words) },
    { header: say(words, 'column.page'), cell: ({ step: { page } }) => page },
    { header: say(words, 'column.marks'), cell: ({ step: { marks } }) => marks.map(({ note }) => all[note]!.message).join(' ') },
  ]);
};

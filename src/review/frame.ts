/** State -> the lines of one frame: never more than the rows of the screen less one, none wider than its columns. Pure. */
import type { Score } from '../analysis.ts';
import type { Explanation } from '../explain.ts';
import { printable } from '../failure.ts';
import { cut, displayWidth, pad } from '../report/wrap.ts';
import { isDecided } from '../verdicts.ts';
import type { Bidi } from './bidi.ts';
import { detailOf, type Paragraph, wordingOf } from './detail.ts';
import { filled, flow, type Line, oneLine, seg, widthOf } from './flow.ts';
import { statusNow } from './filters.ts';
import type { Item } from './items.ts';
import { choicesPage, helpPage, whyPage } from './pages.ts';
import { type State, verdictOf, visible } from './state.ts';
import type { Totals } from './weigh.ts';
import type { World } from './world.ts';

export interface Screen {
  columns: number;
  rows: number;
  bidi: Bidi;
  /** Marks what colour and weight would tell, for terminals without them. */
  marks: boolean;
}

/** What is worked out beside the state: totals at once, the range and reasons when they are there. */
export interface Told {
  totals: Totals;
  score: Score | null;
  explanations: readonly Explanation[] | null;
}

/** From this width on list and text stand side by side. */
const SIDE_BY_SIDE = 72;
const TEXT_WIDTH = 110;
/** Columns from which on the first words of an item stand beside its name. */
const GIST = 8;
/** Below this height the pane leaves out what the list tells too. */
const BRIEF = 12;
/** Rows for choices: every status, or as many topics. */
const CHOICES = 9;
const SMALLEST = { columns: 20, rows: 8 };

export interface Shape {
  stacked: boolean;
  list: { width: number; height: number };
  detail: { width: number; height: number };
}

/** Rows under two header lines and a rule, above a rule and the footer; the last row of the screen stays free. */
const bodyOf = (rows: number): number => Math.max(1, rows - 1 - 5);

/** How the screen is divided under the two header lines and above the footer. */
export const shapeOf = ({ columns, rows }: Pick<Screen, 'columns' | 'rows'>): Shape => {
  const body = bodyOf(rows);
  if (columns < SIDE_BY_SIDE) {
    const list = Math.max(2, Math.floor(body * 0.3));
    return { stacked: true, list: { width: columns, height: list }, detail: { width: columns, height: Math.max(1, body - list - 1) } };
  }
  const width = Math.max(29, Math.min(72, Math.floor(columns * 0.36)));
  return { stacked: false, list: { width, height: body }, detail: { width: columns - width - 3, height: body } };
};

/** The rows of a page, for the keys that move by one. */
export const pageOf = (screen: Pick<Screen, 'columns' | 'rows'>): number => Math.max(1, shapeOf(screen).list.height - 1);

export const frameOf = (state: State, world: World, told: Told, screen: Screen): Line[] => {
  const { columns, rows } = screen;
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) return [oneLine('too small', columns)].slice(0, Math.max(0, rows - 1));
  const rule = oneLine('─'.repeat(columns), columns, 'dim');
  const frame = [...header(state, world, told, columns), rule, ...body(state, world, told, screen), rule, footer(state, world, columns)];
  return frame.slice(0, rows - 1).map((line) => (widthOf(line) > columns ? oneLine(line.map(({ text }) => text).join(''), columns) : line));
};

const header = (state: State, { analysis, items, unread }: World, { totals, score }: Told, columns: number): Line[] => {
  const progress = unread === '' ? `${totals.decided} of ${items.length}${columns < SIDE_BY_SIDE ? '' : ' judged'}${state.readOnly ? ' · read-only' : ''}` : `${state.at + 1} of ${items.length}`;
  const title = cut(printable(analysis.document.title), Math.max(8, columns - progress.length - 2), '…');
  const show = (points: number | null): string => (points === null ? '-' : points.toFixed(0));
  const range = score === null || score.low === null ? '' : ` · range ${show(score.low)}-${show(score.high)}`;
  const parked = totals.withoutParked === null ? '' : ` · without parked ${show(totals.withoutParked)}`;
  const long = `left open, of 100: machine ${show(totals.machine)} · reviewed so far ${show(totals.reviewed)}${range}${parked}`;
  const short = `machine ${show(totals.machine)} now ${show(totals.reviewed)}${range.replace(' · range ', ' in ')}${totals.withoutParked === null ? '' : ` (${show(totals.withoutParked)})`}`;
  return [
    [seg(pad(title, columns - progress.length), 'strong'), seg(progress)],
    oneLine(unread !== '' ? unread : long.length <= columns ? long : short, columns),
  ];
};

const body = (state: State, world: World, told: Told, screen: Screen): Line[] => {
  const { stacked, list, detail } = shapeOf(screen);
  const whole = { width: screen.columns, height: bodyOf(screen.rows) };
  if (state.mode.kind === 'help') return fill(helpPage(state.mode, whole.width, whole.height), whole.height);
  if (state.mode.kind === 'why') return fill(whyPage(state.mode, world.items[state.at], told.explanations, whole.width, whole.height), whole.height);
  const left = fill(listOf(state, world, list), list.height).map((line) => filled(line, list.width));
  const right = fill(paneOf(state, world, screen, detail), detail.height);
  if (stacked) return [...left, oneLine('─'.repeat(screen.columns), screen.columns, 'dim'), ...right];
  return left.map((line, i) => [...line, seg(' │ ', 'dim'), ...(right[i] ?? [])]);
};

const fill = (lines: readonly Line[], height: number): Line[] => [...lines.slice(0, height), ...Array.from({ length: Math.max(0, height - lines.length) }, (): Line => [])];

/** The part of the list around the cursor: it moves by half its height, so that it stands still between. */
const listOf = (state: State, world: World, { width, height }: Shape['list']): Line[] => {
  const shown = visible(state, world);
  if (shown.length === 0) return flow([seg('Nothing passes the filters. F shows all again.')], width);
  const place = Math.max(0, shown.findIndex(({ index }) => index >= state.at));
  const half = Math.max(1, Math.floor(height / 2));
  const top = Math.max(0, Math.min(shown.length - height, (Math.floor((place - height / 4) / half)) * half));
  return shown.slice(top, top + height).map((item) => row(item, state, world, width));
};

/** Marks of a verdict: letters and signs, not colours. */
const markOf = (item: Item, state: State, world: World): string => {
  const verdict = verdictOf(state, item, world);
  if (verdict === undefined) return world.offers.has(item.key) ? '*' : ' ';
  if (verdict.parked !== null) return 'p';
  if (!isDecided(verdict)) return '"';
  if (verdict.reading === 'rejected') return 'x';
  const same = verdict.reading!.status === item.machine.status && verdict.reading!.leaves.join() === item.machine.leaves.join();
  return same ? '+' : 'e';
};

/** A page is no name for one clause of many: its words beside it are. */
const nameOf = ({ clause, label }: Item): string => (clause !== null && clause.path.length === 0 ? '' : label);

/** The name where there is no room for words beside it: the letter of a decision alone would say nothing. */
const inWords = (item: Item, quote: string): string => (item.clause === null ? `${item.label} ${quote}` : nameOf(item) || quote);

const row = (item: Item, state: State, world: World, width: number): Line => {
  const here = item.index === state.at;
  const label = width < 40 ? 12 : 16;
  const status = statusNow(item, verdictOf(state, item, world));
  const kind = item.target === 'clause' ? '' : ` ${pad(status, 10)}`;
  const room = width - 3 - label - displayWidth(kind) - 1;
  const quote = printable(item.quote.slice(0, 200));
  const told = room >= GIST;
  const name = printable(told ? nameOf(item) : inWords(item, quote));
  const gist = told ? ` ${cut(quote, room, '…')}` : '';
  const text = `${here ? '>' : ' '}${markOf(item, state, world)} ${pad(cut(name, label, '…'), label)}${kind}${gist}`;
  return filled(oneLine(text, width, here ? 'cursor' : 'plain'), width, here ? 'cursor' : 'plain');
};

const paneOf = (state: State, world: World, { bidi, marks }: Screen, { width, height }: Shape['detail']): Line[] => {
  const item = world.items[state.at];
  if (state.mode.kind === 'choose') return choosing(state.mode, item, state, world, { width, height, bidi, marks });
  if (item === undefined) return [];
  const title = oneLine(printable([item.label, item.clause?.heading ?? '', item.clause === null || world.analysis.document.pages < 2 ? '' : `page ${item.clause.page}`].filter(Boolean).join(' · ')), width, 'strong');
  const lines = detailOf(item, state, world, marks, height < BRIEF || width < SIDE_BY_SIDE / 2 + 10).flatMap((each) => linesOf(each, Math.min(width, TEXT_WIDTH), bidi));
  const room = height - 1;
  const top = Math.min(state.scroll, Math.max(0, lines.length - room));
  const seen = lines.slice(top, top + room);
  const more = lines.length - top - seen.length;
  return [title, ...(more > 0 ? [...seen.slice(0, -1), oneLine(`↓ ${more + 1} more lines: space`, width, 'dim')] : seen)];
};

/** What can be chosen, under the words it is chosen for as far as there is room. */
const choosing = (mode: Extract<State['mode'], { kind: 'choose' }>, item: Item | undefined, { filters }: State, world: World, { width, height, bidi, marks }: Shape['detail'] & Pick<Screen, 'bidi' | 'marks'>): Line[] => {
  if (mode.what === 'filter' || item === undefined) return choicesPage(mode, item, filters, world, width, height);
  const above = linesOf(wordingOf(item, world, marks), Math.min(width, TEXT_WIDTH), bidi).slice(0, Math.max(0, height - CHOICES));
  return [...above, ...choicesPage(mode, item, filters, world, width, height - above.length)];
};

const linesOf = ({ segments, lines }: Paragraph, width: number, bidi: Bidi): Line[] => {
  const all = flow(segments, width, bidi);
  return lines === undefined || all.length <= lines ? all : [...all.slice(0, lines - 1), oneLine(`${all[lines - 1]!.map(({ text }) => text).join('').slice(0, width - 2)} …`, width, all[lines - 1]![0]?.style ?? 'plain')];
};

const footer = (state: State, world: World, columns: number): Line => {
  const { mode } = state;
  const hints = (long: string, short: string): Line => oneLine(long.length <= columns ? long : short, columns, 'dim');
  switch (mode.kind) {
    case 'type': {
      const lead = { search: '/', note: 'note: ', park: 'left open on purpose because: ' }[mode.what];
      return [seg(lead, 'strong'), seg(`${mode.value.slice(-Math.max(1, columns - lead.length - 2))}_`)];
    }
    case 'choose': {
      const does = mode.what === 'leaves' ? 'space ticks, Enter saves' : mode.what === 'filter' ? 'Enter turns it on or off' : 'Enter takes it';
      return hints(`type to narrow, arrows move, ${does}, Esc leaves it as it was`, `${does}, Esc`);
    }
    case 'confirm':
      return oneLine(`accept all ${mode.keys.length} shown without a verdict? y or n`, columns, 'strong');
    case 'help':
      return [seg('search keys: ', 'strong'), seg(`${mode.query}_  (arrows scroll, Esc closes)`)];
    case 'why':
      return hints('j k scroll, Esc goes back', 'j k, Esc');
    case 'list':
      if (state.message !== '') return oneLine(printable(state.message), columns, 'strong');
      if (state.search !== '') return oneLine(`search "${printable(state.search)}": n next, N previous, Esc ends it`, columns);
      if (state.filters.length > 0) return oneLine(`${visible(state, world).length} shown: ${state.filters.map((id) => world.filters.find((filter) => filter.id === id)?.name ?? id).join(', ')} (F shows all)`, columns);
      if (world.unread !== '') return hints('j k move  space scrolls the text  / search  ? help  q leave', 'j k move  / search  ? help  q leave');
      return hints('y yes  n no  e edit  u undo  o next open  f filter  / find  ? help  q leave', 'y yes n no e edit u undo ? help q leave');
  }
};

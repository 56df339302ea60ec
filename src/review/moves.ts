/** Where the cursor goes: over what is shown, to what is open, to the next hit. Pure. */
import { heaviest } from './weigh.ts';
import type { Item } from './items.ts';
import { type State, visible } from './state.ts';
import type { World } from './world.ts';

/** Moves over what is shown; from an item that is no longer shown a step on goes to the one after its place. */
export const move = (state: State, by: number, world: World): State => {
  const shown = visible(state, world);
  if (shown.length === 0) return { ...state, at: -1, scroll: 0 };
  const here = shown.findIndex(({ index }) => index >= state.at);
  const place = here < 0 ? shown.length : here;
  const gone = here < 0 || shown[here]!.index !== state.at;
  const to = Math.max(0, Math.min(shown.length - 1, place + (gone && by > 0 ? by - 1 : by)));
  const at = shown[to]!.index;
  return { ...state, at, scroll: at === state.at ? state.scroll : 0 };
};

/** The next item shown that fits, from the one after the cursor round to it. */
export const toNext = (state: State, world: World, fits: (item: Item) => boolean, none: string): State => {
  const shown = visible(state, world);
  const after = shown.filter(({ index }) => index > state.at);
  const found = [...after, ...shown.slice(0, shown.length - after.length)].find(fits);
  return found === undefined ? { ...state, message: none } : { ...state, at: found.index, scroll: 0 };
};

export const toHeaviest = (state: State, world: World): State => {
  const found = heaviest(state, world);
  return found === undefined ? { ...state, message: 'no undecided item moves the score' } : { ...state, at: found.item.index, scroll: 0, filters: [], message: `${found.item.label} can move the total by ${found.points.toFixed(1)} points` };
};

/** As it is searched: a line break in the text is a space like any other. */
const plainly = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ');

/** The next hit of the search; `by` 0 counts the item under the cursor too. */
export const toHit = (state: State, by: -1 | 0 | 1, world: World): State => {
  const wanted = plainly(state.search);
  const shown = visible(state, world);
  const split = shown.findIndex(({ index }) => index > state.at || (by !== 1 && index === state.at));
  const at = split < 0 ? shown.length : split;
  const turned = by < 0 ? [...shown.slice(0, at).toReversed(), ...shown.slice(at).toReversed()] : [...shown.slice(at), ...shown.slice(0, at)];
  const found = turned.find(({ quote, label, clause }) => [quote, label, clause?.heading ?? ''].some((text) => plainly(text).includes(wanted)));
  if (found === undefined) return { ...state, search: '', message: `nothing shown holds "${state.search}"` };
  return { ...state, at: found.index, scroll: 0 };
};

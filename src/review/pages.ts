/** Pages that stand in place of the text: help, reasons, and what can be chosen. Pure. */
import type { Explanation } from '../explain.ts';
import { printable } from '../failure.ts';
import { choicesFor } from './choices.ts';
import { flow, type Line, oneLine, seg } from './flow.ts';
import type { Item } from './items.ts';
import { findBindings, showKey } from './keys.ts';
import type { Mode } from './state.ts';
import type { World } from './world.ts';

const MARKS: readonly (readonly [string, string])[] = [
  ['+', 'accepted'], ['x', 'rejected'], ['e', 'edited'], ['p', 'parked'], ['"', 'a note only'], ['*', 'an earlier verdict waits for you'],
];

/** A window on lines that a page scrolls through. */
const windowOn = (lines: readonly Line[], scroll: number, height: number): Line[] => {
  const top = Math.min(scroll, Math.max(0, lines.length - height));
  const more = lines.length - top - height;
  return more > 0 ? [...lines.slice(top, top + height - 1), [seg(`↓ ${more + 1} more lines`, 'dim')]] : lines.slice(top, top + height);
};

export const helpPage = ({ query, scroll }: Extract<Mode, { kind: 'help' }>, width: number, height: number): Line[] => {
  const found = findBindings(query);
  const lines = [...new Set(found.map(({ group }) => group))].flatMap((group) => [
    oneLine(group, width, 'strong'),
    ...found.filter((binding) => binding.group === group).flatMap(({ keys, does }) => hanging(keys.map(showKey).join(' '), does, width)),
  ]);
  const marks = query === '' ? [oneLine('Marks in the list', width, 'strong'), ...MARKS.flatMap(([mark, means]) => hanging(mark, means, width))] : [];
  const all = [...lines, ...marks];
  return all.length === 0 ? [oneLine(`No key for "${query}".`, width)] : windowOn(all, scroll, height);
};

const KEYS = 14;

/** A name at the left edge, its meaning in a column beside it. */
const hanging = (name: string, means: string, width: number): Line[] =>
  flow([seg(means)], Math.max(8, width - KEYS)).map((line, i) => [seg(i === 0 ? `  ${name}`.padEnd(KEYS) : ' '.repeat(KEYS), 'strong'), ...line]);

export const choicesPage = (mode: Extract<Mode, { kind: 'choose' }>, item: Item | undefined, filters: readonly string[], world: World, width: number, height: number): Line[] => {
  const choices = choicesFor(mode, item, filters, world);
  const title = { status: 'Status', leaves: `Topics of ${mode.said.status}`, filter: 'Show only' }[mode.what];
  const head = [oneLine(`${title}: ${printable(mode.query)}_`, width, 'strong')];
  if (choices.length === 0) return [...head, oneLine('nothing of that name', width)];
  const at = Math.min(mode.at, choices.length - 1);
  const room = Math.max(1, height - 1);
  const top = Math.max(0, Math.min(choices.length - room, at - Math.floor(room / 2)));
  return [
    ...head,
    ...choices.slice(top, top + room).map(({ id, name, chosen }, i) => {
      const box = mode.what === 'status' ? (chosen ? '*' : ' ') : chosen ? '[x]' : '[ ]';
      const text = mode.what === 'filter' ? name : `${id} ${name}`;
      return oneLine(`${top + i === at ? '>' : ' '}${box} ${text}`, width, top + i === at ? 'cursor' : 'plain');
    }),
  ];
};

export const whyPage = ({ scroll }: Extract<Mode, { kind: 'why' }>, item: Item | undefined, explanations: readonly Explanation[] | null, width: number, height: number): Line[] => {
  if (item === undefined) return [];
  if (item.target === 'decision') return decisionWhy(item, width, height, scroll);
  if (explanations === null) return [oneLine('Looking …', width, 'dim')];
  const lines = explanations.flatMap(({ sentences }) => sentences.flatMap(({ text, why, provision, found, near }) => [
    ...flow([seg(printable(text.slice(0, 1000)))], width),
    ...flow([seg(`  ${provision?.status ?? 'nothing of security'}`, 'strong'), seg(`: ${why}`)], width),
    ...found.flatMap(({ emits, rule, words }) => flow([seg(`  + ${emits} `, 'strong'), seg(printable(`"${words.join(' … ')}"`)), seg(` (${rule})`, 'dim')], width)),
    ...near.flatMap(({ emits, rule, how, by }) => flow([seg(`  ~ ${emits} `, 'strong'), seg(how === 'lacks' ? `lacks one of: ${by}` : how === 'order' ? 'has all words, in another order' : `taken back by: ${by}`), seg(` (${rule})`, 'dim')], width).slice(0, 3)),
    [],
  ]));
  return windowOn([oneLine('+ what matched   ~ what nearly matched', width, 'dim'), ...lines], scroll, height);
};

const decisionWhy = ({ decision, machine }: Item, width: number, height: number, scroll: number): Line[] => {
  const { bounds, boundScore, capped, openness, chain } = decision!;
  const holders = Object.entries(chain).filter(([, body]) => body !== null).map(([role, body]) => `${role} ${body}`);
  return windowOn([
    ...flow([seg(`${machine.status}`, 'strong'), seg(`, openness ${openness === null ? 'unknown' : openness.toFixed(2)}`)], width),
    ...flow([seg(`Holders: ${holders.length === 0 ? 'none' : printable(holders.join(', '))}`)], width),
    ...flow([seg(`Bounds ${boundScore.toFixed(2)}${capped ? ' (capped: no way out of a deadlock)' : ''}: ${Object.entries(bounds).map(([bound, credit]) => `${bound} ${credit}`).join(', ')}`)], width),
  ], scroll, height);
};

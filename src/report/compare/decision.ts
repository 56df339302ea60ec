/** One decision that moved, told in sentences. */
import type { DecisionChange } from '../../compare/decisions.ts';
import { say , comma } from '../words.ts';
import { type About, bodyName, clausesOf, placesOf, sentence, subject } from './about.ts';

/** What happened, then what it gained and lost. */
export const tellDecision = (change: DecisionChange, about: About): string =>
  [sentence(main(change, about)), ...parameters(change, about), ...deadlines(change, about), ...bounds(change, about)].join(' ');

const main = (change: DecisionChange, about: About): string => {
  const { old, fresh, decision } = change;
  const { words } = about;
  const now = placesOf(about.fresh, clausesOf(about.fresh, fresh.provisions).slice(0, MOST_PLACES), words);
  const before = placesOf(about.old, clausesOf(about.old, old.provisions).slice(0, MOST_PLACES), words);
  const to = fresh.holder === null ? null : bodyName(about.fresh, fresh.holder, words);
  const from = old.holder === null ? null : bodyName(about.old, old.holder, words);
  const values = {
    subject: subject(decision, words),
    places: now === '' ? '' : say(words, 'compare.places', { places: now }),
    oldPlaces: before,
    from: from ?? say(words, 'compare.parties'),
    to: to ?? '',
    was: from ?? (before === '' ? say(words, 'compare.was.reading', { reading: say(words, `compare.read.${old.reading}`) }) : say(words, 'compare.was.places', { places: before })),
    later: to === null ? '' : say(words, 'compare.later', { to }),
    reading: say(words, `compare.read.${fresh.reading}`),
  };
  return say(words, keyOf(change, from !== null, to !== null, before !== ''), values);
};

/** More article numbers than this help nobody. */
const MOST_PLACES = 4;

const keyOf = ({ move, old, fresh }: DecisionChange, held: boolean, holds: boolean, placed: boolean): string => {
  switch (move) {
    case 'settled':
    case 'settled-in-part':
      return held ? `compare.${move}.from` : `compare.${move}`;
    case 'opened':
    case 'taken-back':
    case 'taken-up':
      return `compare.${move}.${fresh.reading}`;
    case 'handed':
      return `compare.handed${old.reading === 'SILENT' ? '.new' : ''}${holds ? '' : '.unnamed'}`;
    case 'dropped':
      return placed ? 'compare.dropped' : 'compare.dropped.bare';
    case 'parts':
    case 'bounds':
      return holds ? `compare.${move}.held` : `compare.${move}`;
    case 'put-off':
      return held ? 'compare.put-off.from' : 'compare.put-off';
    case 'unseen':
    case 'applies':
      return `compare.${move}`;
  }
};

const parameters = ({ decision, parameters: { fixed, opened }, move }: DecisionChange, { words, parameters: nameOf }: About): string[] => {
  if (move === 'settled' || move === 'dropped') return [];
  const list = (key: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [say(words, key, { parameters: names.map((name) => nameOf(decision, name)).join(comma(words)) })]);
  return [...list('compare.fixed', fixed), ...list('compare.unfixed', opened)];
};

/** A deadline went, and the one that it differed from now counts in full. */
const agrees = ({ deadlines: { removed, added }, bounds: changes }: DecisionChange): boolean =>
  removed.length > 0 && added.length === 0 && changes.some(({ bound, from, to }) => bound === 'deadline' && to > from);

const deadlines = (change: DecisionChange, { words }: About): string[] => {
  const { deadlines: { removed, added }, move } = change;
  if (move === 'dropped') return [];
  const [before, limits] = [removed.join('; '), added.join('; ')];
  if (removed.length > 0 && added.length > 0) return [say(words, 'compare.deadline.changed', { before, limits })];
  if (removed.length > 0) return [say(words, agrees(change) ? 'compare.deadline.agrees' : 'compare.deadline.removed', { limits: before })];
  return added.length > 0 ? [say(words, 'compare.deadline.added', { limits })] : [];
};

const bounds = (change: DecisionChange, { words }: About): string[] => {
  const changes = change.bounds.filter(({ bound }) => bound !== 'deadline' || (!agrees(change) && change.deadlines.removed.length + change.deadlines.added.length === 0));
  const told = (key: string, wanted: (from: number, to: number) => boolean): string[] => {
    const names = changes.filter(({ from, to }) => wanted(from, to)).map(({ bound }) => say(words, `compare.bound.${bound}`));
    return names.length === 0 ? [] : [say(words, key, { bounds: names.join(comma(words)) })];
  };
  return [
    ...told('compare.bounds.gained', (from) => from === 0),
    ...told('compare.bounds.lost', (_, to) => to === 0),
    ...told('compare.bounds.firmer', (from, to) => from > 0 && to > from),
    ...told('compare.bounds.looser', (from, to) => to > 0 && to < from),
  ];
};

/** One clause whose words changed, told in sentences; and runs of clauses that only moved. */
import { diffWordsWithSpace } from 'diff';
import type { ClauseChange } from '../../compare/compare.ts';
import type { Move } from '../../compare/moves.ts';
import type { ReadingChange } from '../../compare/readings.ts';
import { say, sayOneOf, type Words , comma } from '../words.ts';
import { cut } from '../wrap.ts';
import { type About, bodyName, placesOf, sentence, type Told } from './about.ts';

/** Cells of changed words that are shown; the whole clause is one look away. */
const SHOWN = 160;
/** Beyond so many edits the two wordings have little in common, and words are not told one by one. */
const MOST_EDITS = 400;

export const tellClause = (change: ClauseChange, about: About): string => {
  const { words, old, fresh } = about;
  const [before, now] = [placesOf(old, change.old, words), placesOf(fresh, change.fresh, words)];
  const standing = change.moved ? 'compare.clause.moved' : 'compare.clause.now';
  const main = say(words, `compare.clause.${change.kind}`, { old: before, fresh: now, now: change.moved || before !== now ? say(words, standing, { fresh: now }) : '' });
  const readings = change.readings.map((reading) => tellReading(reading, about));
  const same = readings.length === 0 && change.kind !== 'added' && change.kind !== 'removed' ? [say(words, 'compare.clause.unchanged')] : [];
  return [sentence(main), ...readings, ...same, ...(change.kind === 'reworded' ? tellWords(change, about) : [])].join(' ');
};

/** Words that went and came, in the order of the text; both wordings where they have less than half in common. */
const tellWords = (change: ClauseChange, { words, old, fresh }: About): string[] => {
  const parts = diffWordsWithSpace(textOf(old, change.old), textOf(fresh, change.fresh), { maxEditLength: MOST_EDITS });
  const kept = (parts ?? []).filter((part) => !part.added && !part.removed).reduce((sum, { value }) => sum + value.length, 0);
  if (parts === undefined || 2 * kept < Math.min(textOf(old, change.old).length, textOf(fresh, change.fresh).length)) {
    return [say(words, 'compare.words.before', { words: cut(textOf(old, change.old), SHOWN, '...') }), say(words, 'compare.words.now', { words: cut(textOf(fresh, change.fresh), SHOWN, '...') })];
  }
  const told = (key: string, wanted: (part: { added: boolean; removed: boolean }) => boolean): string[] => {
    const found = parts.filter((part) => wanted(part) && /[\p{L}\p{N}]/u.test(part.value)).map(({ value }) => value.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})%”"]+$/gu, '').replace(/\s+/gu, ' '));
    return found.length === 0 ? [] : [say(words, key, { words: cut(found.join(' / '), SHOWN, '...') })];
  };
  return [...told('compare.words.removed', ({ removed }) => removed), ...told('compare.words.added', ({ added }) => added)];
};

/** The words of clauses without their numbers. */
const textOf = ({ index, text }: Told, clauses: readonly string[]): string =>
  clauses
    .flatMap((id) => index.clauses.get(id) ?? [])
    .map(({ start, end, label }) => (text.startsWith(label, start) ? text.slice(start + label.length, end).replace(/^[\s.):-]+/u, '') : text.slice(start, end)))
    .join(' ');

const tellReading = (change: ReadingChange, about: About): string => {
  const { words } = about;
  const read = (status: string): string => say(words, `compare.read.${status}`);
  switch (change.kind) {
    case 'status':
      return change.holder === null || (change.to !== 'DELEGATED' && change.to !== 'DEFERRED')
        ? say(words, 'compare.reading.status', { from: read(change.from), to: read(change.to) })
        : say(words, 'compare.reading.status.holder', { from: read(change.from), to: read(change.to), holder: bodyName(about.fresh, change.holder, words) });
    case 'holder':
      return say(words, 'compare.reading.holder', {
        from: change.from === null ? say(words, 'compare.nobody') : bodyName(about.old, change.from, words),
        to: change.to === null ? say(words, 'compare.nobody') : bodyName(about.fresh, change.to, words),
      });
    case 'obligation':
      return say(words, 'compare.reading.obligation', { from: sayOneOf(words, 'compare.duty', change.from), to: sayOneOf(words, 'compare.duty', change.to) });
    case 'negation':
      return say(words, `compare.reading.negation.${change.negated}`);
    case 'deadline':
    case 'figures':
      return bothWays(change.kind, change.kind === 'deadline' ? 'limits' : 'figures', change.removed, change.added, words);
    case 'provisions':
      return bothWays('provisions', 'readings', change.removed.map(read), change.added.map(read), words);
  }
};

const bothWays = (kind: string, slot: string, removed: readonly string[], added: readonly string[], words: Words): string =>
  (['removed', 'added'] as const)
    .flatMap((way) => {
      const list = way === 'removed' ? removed : added;
      return list.length === 0 ? [] : [say(words, `compare.reading.${kind}.${way}`, { [slot]: list.join(comma(words)) })];
    })
    .join(' ');

/** "2.4.3 to 2.4.11 is now 2.4.4 to 2.4.12 (9 clauses)." */
export const tellMove = ({ kind, old, fresh, clauses }: Move, about: About): string => {
  const { words } = about;
  const run = (told: Told, [first, last]: readonly [string, string]): string => {
    const [a, b] = [placesOf(told, [first], words), placesOf(told, [last], words)];
    return a === b ? a : say(words, 'compare.run', { first: a, last: b });
  };
  const n = clauses === 1 ? say(words, 'compare.count.one') : say(words, 'compare.count.many', { n: clauses });
  const [from, to] = [run(about.old, old), run(about.fresh, fresh)];
  return sentence(say(words, kind === 'moved' && from === to ? 'compare.moved.kept' : `compare.${kind}`, { old: from, fresh: to, n }));
};

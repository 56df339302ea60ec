/** The number in paragraphs: with its range and what it rests on, the part of bodies, its flags. */
import type { Analysis } from '../analysis.ts';
import { say, sayOneOf, type Words } from './words.ts';

/** Empty when nothing could be scored. `to` stands between the ends of the range. */
export const scoreText = ({ score: { total, low, high, equalWeights, withoutParked, seen, technicalBodyShare, decidedByBodies, flags } }: Analysis, words: Words, to = '–'): string[] => {
  if (total === null || equalWeights === null) return [];
  const rounded = { total: Math.round(total), equal: Math.round(equalWeights) };
  const number = [
    low === null || high === null ? say(words, 'score.total.alone', rounded) : say(words, 'score.total', { ...rounded, low: Math.round(low), high: Math.round(high), to }),
    ...(withoutParked === null || withoutParked === total ? [] : [say(words, 'score.parked', { total: Math.round(withoutParked) })]),
    ...(seen.decisions < seen.of ? [say(words, 'score.seen', { seen: seen.decisions, of: seen.of })] : []),
  ];
  return [
    number.join(' '),
    say(words, 'score.bodies', { share: Math.round(technicalBodyShare ?? 0), decided: Math.round(decidedByBodies ?? 0) }),
    ...flags.map((flag) => sayOneOf(words, 'flag', flag)),
  ];
};

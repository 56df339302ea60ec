/**
 * Who sits in a body and with how many seats, and how many of these are kept for women. Seats are told in a list ("Youth: two
 * (2)") or in a sentence ("five members from the Front"); a total that the text states goes before one that is added up.
 */
import type { Body, Clause } from '../analysis.ts';
import type { SentenceFacts } from '../facts.ts';
import type { Match } from '../matcher.ts';
import type { Reading } from '../reading.ts';
import { slice, type Span } from '../span.ts';
import { NUMBER } from '../tokens.ts';
import type { NamedBody } from './bodies.ts';

interface Row {
  readonly sentence: number;
  readonly seats: number | null;
  readonly women: number;
  /** Words after "each", by which the same groups are known elsewhere. */
  readonly group: string | null;
}

/** A plain number in the text, "three (3)" being one. */
interface Count {
  readonly first: number;
  readonly last: number;
  readonly value: number;
}

/** A list of members has at most so many seats in one row; a larger number is a year, a sum or a count of troops. */
const MOST = 100;

/** A total stands right behind "composed of": "not more than nine". */
const AFTER = 3;

/** Fills seats, women and seating of the cards. `bodyOf` tells whom a sentence is about. */
export const seatBodies = (text: string, clauses: readonly Clause[], reading: Reading, found: readonly SentenceFacts[], bodyOf: (sentence: number) => NamedBody | null, cards: ReadonlyMap<NamedBody, Body>): void => {
  const items = new Map<number, number[]>();
  reading.sentences.forEach(({ chapeau }, index) => {
    if (chapeau >= 0) items.set(chapeau, [...(items.get(chapeau) ?? []), index]);
  });
  const factors = new Map<string, number>();
  const lists = new Map<NamedBody, Row[]>();
  found.forEach(({ facts }, index) => {
    const isList = facts.has('seats-list') || facts.has('composes');
    const body = isList && items.has(index) ? bodyOf(index) : null;
    if (body === null || lists.has(body)) return;
    const rows = items.get(index)!.flatMap((item) => readRow(text, item, reading, found[item]!, factors));
    if (rows.length > 1) lists.set(body, rows);
  });
  for (const [body, rows] of lists) {
    const card = cards.get(body)!;
    const counted = rows.map(({ seats, group, ...row }) => ({ ...row, seats: seats === null || group === null ? seats : factors.has(group) ? seats * factors.get(group)! : null }));
    card.seating = counted.map(({ sentence, seats, women }) => ({ ...placeOf(sentence, clauses, reading, text), seats, women }));
    card.seats = counted.some(({ seats }) => seats === null) ? null : counted.reduce((sum, { seats }) => sum + seats!, 0);
    card.women = counted.reduce((sum, { women }) => sum + women, 0);
  }
  found.forEach(({ facts }, index) => {
    const seats = (facts.get('composes') ?? []).filter(({ end }) => end > reading.sentences[index]!.own);
    const body = seats.length === 0 || items.has(index) ? null : bodyOf(index);
    if (body === null || lists.has(body)) return;
    seatBySentence(cards.get(body)!, index, seats, facts.get('women-number') ?? [], placeOf(index, clauses, reading, text), reading);
  });
};

/** "Composed of nine members, at least three women"; "eight members from the one side and five from the other". */
const seatBySentence = (card: Body, index: number, seats: readonly Match[], women: readonly Match[], place: ReturnType<typeof placeOf>, reading: Reading): void => {
  const { own, last } = reading.sentences[index]!;
  const counts = countsIn(own, last, reading);
  const shares = new Set(seats.flatMap((match) => counts.filter(({ first, last: end }) => end > match.start && first < match.end)));
  const stated = counts.find(({ first }) => seats.some((match) => match.captures['body'] !== undefined && first >= match.end && first - match.end <= AFTER));
  if (shares.size === 0 && stated === undefined) return;
  const kept = women.reduce((sum, match) => sum + (counts.findLast(({ first, last: end }) => end > match.start && first < match.end)?.value ?? 0), 0);
  const told = stated !== undefined ? stated.value : [...shares].reduce((sum, { value }) => sum + value, 0);
  card.seats ??= told;
  card.women = (card.women ?? 0) + kept;
  card.seating.push({ ...place, seats: told, women: kept });
};

const readRow = (text: string, index: number, reading: Reading, { facts }: SentenceFacts, factors: Map<string, number>): Row[] => {
  const { own, last } = reading.sentences[index]!;
  if (['shall', 'will', 'may'].some((modal) => facts.get(modal)?.some(({ end }) => end > own))) return [];
  const counts = countsIn(own, last, reading);
  const product = productIn(text, own, last, reading);
  const women = (facts.get('women') ?? []).filter(({ start }) => start >= own);
  const each = facts.get('each-of')?.find(({ end }) => end > own);
  const group = each === undefined ? null : groupOf(each.end, last, reading);
  if (product !== null) {
    if (group !== null && counts[0] !== undefined) factors.set(group, product / counts[0].value);
    return [{ sentence: index, seats: product, women: women.length > 0 ? product : 0, group: null }];
  }
  const sum = counts.reduce((total, { value }) => total + value, 0);
  if (counts.length === 0) return [{ sentence: index, seats: null, women: 0, group: null }];
  return [{ sentence: index, seats: sum, women: womenIn(counts, women, own), group }];
};

/** Each count belongs to the words after it when the row begins with one, else to the words before it; one without words of its own goes with the last. */
const womenIn = (counts: readonly Count[], women: readonly Match[], own: number): number => {
  const leads = counts[0]!.first === own;
  let [kept, isWomen] = [0, false];
  counts.forEach(({ first, last, value }, i) => {
    const [from, to] = leads ? [last, counts[i + 1]?.first ?? Infinity] : [counts[i - 1]?.last ?? own, first];
    const named = women.some(({ start }) => start >= from && start < to);
    const hasWords = leads ? to - from > 1 : true;
    isWomen = named || (isWomen && !hasWords);
    // "one (1) Women's Bloc and other women groups one (1)": the last count stands behind its words
    if (named || isWomen || (leads && to === Infinity && i > 0 && women.some(({ start }) => start >= counts[i - 1]!.last && start < first))) kept += value;
  });
  return kept;
};

const countsIn = (first: number, last: number, { tokens, vocabulary }: Reading): Count[] => {
  const counts: Count[] = [];
  for (let i = first; i < last; i++) {
    const word = tokens.word[i]!;
    const value = vocabulary.values[word]!;
    if ((vocabulary.flags[word]! & NUMBER) === 0 || !Number.isInteger(value) || value < 1 || value > MOST) continue;
    const before = counts.at(-1);
    if (before !== undefined && before.last === i && before.value === value) counts[counts.length - 1] = { ...before, last: i + 1 };
    else counts.push({ first: i, last: i + 1, value });
  }
  return counts;
};

/** The result of "3x3=9". */
const productIn = (text: string, first: number, last: number, { tokens }: Reading): number | null => {
  if (first >= last) return null;
  const told = /(\d{1,2}) ?[x×*] ?(\d{1,2})(?: ?= ?(\d{1,3}))?/u.exec(text.slice(tokens.start[first]!, tokens.end[last - 1]!));
  return told === null ? null : Number(told[1]) * Number(told[2]);
};

/** The last two telling words after "each": "the warring parties". */
const groupOf = (first: number, last: number, { tokens, vocabulary }: Reading): string => {
  const small = new Set(vocabulary.language.stop);
  const words: string[] = [];
  for (let i = first; i < last; i++) {
    const word = tokens.word[i]!;
    if ((vocabulary.flags[word]! & NUMBER) !== 0) break;
    if (!small.has(vocabulary.keys[word]!)) words.push(vocabulary.stems[word]!);
  }
  return words.slice(0, 2).join(' ');
};

const placeOf = (sentence: number, clauses: readonly Clause[], { sentences }: Reading, text: string): Span & { clause: string; text: string } => {
  const { clause, start, end } = sentences[sentence]!;
  return { clause: clauses[clause]!.id, start, end, text: slice(text, { start, end }) };
};

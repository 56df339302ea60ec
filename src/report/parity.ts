/** Where the versions of an accord differ, for a terminal, a note and a spreadsheet. Every text passes through `printable`. */
import { printable } from '../failure.ts';
import type { Aspect, Difference, Parity, Place } from '../parity/differences.ts';
import { csv } from './csv.ts';
import { say, type Words } from './words.ts';
import { displayWidth, pad, wrap } from './wrap.ts';

/** Two versions that were set side by side. */
export interface Compared {
  readonly a: string;
  readonly b: string;
  /** One of them is written from right to left: columns would cross. */
  readonly mirrored: boolean;
  readonly parity: Parity;
}

/** With less, one text stands below the other. */
const BESIDE = 76;
/** Of one clause so many characters are shown. */
const QUOTED = 400;

/** Ends with a line break. */
export const renderParity = (compared: readonly Compared[], words: Words, width: number): string =>
  `${compared.map((each) => pairPage(each, words, width).join('\n')).join('\n\n')}\n`;

const pairPage = ({ a, b, mirrored, parity }: Compared, words: Words, width: number): string[] => [
  ...wrap(printable(say(words, 'parity.title', { a, b })), width),
  ...wrap(say(words, 'parity.aligned', { n: parity.aligned, onlyA: parity.onlyA, onlyB: parity.onlyB }), width),
  ...(parity.read ? [] : wrap(say(words, 'parity.unread'), width)),
  ...wrap(say(words, parity.differences.length === 0 ? 'parity.none' : 'parity.found', { n: parity.differences.length }), width),
  ...parity.differences.flatMap((difference, i) => ['', ...rowLines(difference, i + 1, { a, b, mirrored }, words, width)]),
];

const rowLines = (difference: Difference, n: number, sides: Pick<Compared, 'a' | 'b' | 'mirrored'>, words: Words, width: number): string[] => {
  const places = [...new Set([difference.a, difference.b].flatMap((place) => (place === null ? [] : [placeOf(place, words)])))].join(' / ');
  const head = `${n}. ${places}: ${tell(difference, sides, words)} ${say(words, 'parity.sure', { percent: Math.round(100 * difference.confidence) })}`;
  return [...wrap(printable(head), width, '', '   '), ...texts(difference, sides, width)];
};

const placeOf = ({ label, page }: Place, words: Words): string => (label === '' ? say(words, 'cite.page', { page }) : label);

/** All that differs, as a sentence each. */
const tell = ({ a, b, aspects }: Pick<Difference, 'a' | 'b' | 'aspects'>, names: { a: string; b: string }, words: Words): string =>
  a === null ? say(words, 'parity.only', { name: names.b }) : b === null ? say(words, 'parity.only', { name: names.a }) : aspects.map((aspect) => aspectTold(aspect, words)).join(' ');

const aspectTold = ({ kind, a, b }: Aspect, words: Words): string => {
  const spelled = (value: string): string => {
    if (value === '') return say(words, 'parity.nothing');
    if (kind === 'obligation') return say(words, `modality.${value}`);
    return kind === 'status' ? say(words, `status.${value}`) : value;
  };
  return say(words, `parity.${kind}`, { a: spelled(a), b: spelled(b) });
};

const texts = ({ a, b }: Difference, { mirrored }: Pick<Compared, 'mirrored'>, width: number): string[] => {
  const quoted = (place: Place | null): string => (place === null ? '—' : printable(place.text.length > QUOTED ? `${place.text.slice(0, QUOTED)}…` : place.text));
  if (mirrored || width < BESIDE) return [...wrap(quoted(a), width, '   | '), '   |', ...wrap(quoted(b), width, '   | ')];
  const column = Math.floor((width - 6) / 2);
  const [left, right] = [wrap(quoted(a), column), wrap(quoted(b), column)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => `   ${pad(left[i] ?? '', column)} | ${right[i] ?? ''}`.trimEnd()).filter((line) => displayWidth(line) <= width);
};

/** One row for each clause that differs. */
export const parityCsv = (compared: readonly Compared[], words: Words): string =>
  csv(compared.flatMap(({ a, b, parity }) => parity.differences.map((difference) => ({ a, b, difference }))), [
    { header: say(words, 'parity.column.versions'), cell: ({ a, b }) => `${a} / ${b}` },
    { header: `${say(words, 'column.article')} 1`, cell: ({ difference }) => difference.a?.label ?? null },
    { header: `${say(words, 'column.article')} 2`, cell: ({ difference }) => difference.b?.label ?? null },
    { header: say(words, 'parity.column.what'), cell: ({ a, b, difference }) => tell(difference, { a, b }, words) },
    { header: say(words, 'parity.column.sure'), cell: ({ difference }) => Math.round(100 * difference.confidence) },
    { header: say(words, 'parity.column.text', { n: 1 }), cell: ({ difference }) => difference.a?.text ?? null },
    { header: say(words, 'parity.column.text', { n: 2 }), cell: ({ difference }) => difference.b?.text ?? null },
  ]);

/** What a draft has not agreed, in words: passages counted, the span of the total, the decisions that read otherwise by side, the wordings that move none. */
import type { Analysis } from '../analysis.ts';
import { printable } from '../failure.ts';
import { glyphsFor } from './bar.ts';
import { cite } from './cite.ts';
import { comma, inQuotes, say, type Words } from './words.ts';
import { cut } from './wrap.ts';

const SHOWN = 8;
const QUOTED = 60;

interface Told {
  readonly about: string;
  readonly lines: readonly string[];
  /** How many decisions read otherwise beyond those of `lines`; empty for none. */
  readonly more: string;
}

interface Page {
  readonly analysis: Analysis;
  readonly words: Words;
  readonly ascii: boolean;
}

/** Null for a text without disputed passages. */
export const contestedTold = (page: Page): Told | null => {
  const { analysis: { contested: passages, score, decisions }, words } = page;
  if (passages === undefined) return null;
  const blanks = passages.filter(({ kind }) => kind === 'blank').length;
  const span = score.contested;
  const [low, high] = [Math.round(span?.low ?? 0), Math.round(span?.high ?? 0)];
  const disputed = decisions.filter(({ contested: readings, applicable }) => readings !== undefined && applicable).toSorted((a, b) => b.weight - a.weight);
  return {
    about: [
      say(words, 'contested.count', { disputed: passages.length - blanks, blanks }),
      ...(span === undefined || span.low === null ? [] : [say(words, low === high ? 'contested.span.same' : 'contested.span', { low, high })]),
    ].join(' '),
    lines: [
      ...disputed.slice(0, SHOWN).map(({ question, provisions, contested: readings = [] }) =>
        say(words, 'contested.decision', { question, readings: readings.map((reading, way) => oneReading(reading, wordsOf(provisions, way, page), page)).join('; ') })),
      ...wordings(page, new Set(disputed.flatMap(({ provisions }) => provisions))),
    ],
    more: disputed.length > SHOWN ? say(words, 'contested.more', { n: disputed.length - SHOWN }) : '',
  };
};

type Passage = NonNullable<Analysis['contested']>[number];

const quoted = (text: string, { ascii, words }: Page): string =>
  text === '' ? say(words, 'contested.variant.none') : inQuotes(printable(cut(text, QUOTED, glyphsFor(ascii).ellipsis)), words, ascii);

/** The wording that one reading of a decision takes, where a single passage without a party decides it. */
const wordsOf = (proofs: readonly string[], way: number, page: Page): string[] => {
  const { provisions, contested: passages = [] } = page.analysis;
  const near = new Set(provisions.filter(({ id }) => proofs.includes(id)).flatMap(({ contested: ids = [] }) => ids));
  const [passage, second] = passages.filter(({ id, variants }) => near.has(id) && variants.length > 1);
  return passage === undefined || second !== undefined ? [] : [quoted(passage.variants[way % passage.variants.length]!.text, page)];
};

/** Passages in clauses that bear on decisions and move none, with their variants: a figure on which the parties differ is disputed although either would settle it. */
const wordings = (page: Page, told: ReadonlySet<string>): string[] => {
  const { analysis: { contested: passages = [], provisions, clauses }, words } = page;
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  const touched = (which: (id: string) => boolean): Set<string> => new Set(provisions.filter(({ id }) => which(id)).flatMap(({ contested: ids = [] }) => ids));
  const [near, moving] = [touched((id) => byId.get(id)!.decisions.length > 0), touched((id) => told.has(id))];
  const placeOf = ({ start, end }: Passage): string => {
    const clause = clauses.findLast((each) => each.start <= start && end <= each.end) ?? clauses.findLast((each) => each.start <= start);
    return clause === undefined ? '' : cite(clause, words);
  };
  return passages
    .filter(({ id, variants }) => variants.length > 1 && near.has(id) && !moving.has(id))
    .slice(0, SHOWN)
    .map((passage) => say(words, 'contested.wording', {
      place: placeOf(passage),
      variants: passage.variants.map(({ by, text }) => (by === null ? quoted(text, page) : say(words, 'contested.variant.by', { by: printable(by), text: quoted(text, page) }))).join('; '),
    }));
};

const oneReading = ({ status, openness, by }: { status: string; openness: number | null; by: string[] }, wording: readonly string[], { words }: Page): string => {
  const named = by.length > 0 ? by : wording;
  const values = { reading: say(words, `compare.read.${status}`), openness: openness === null ? say(words, 'contested.unseen') : Math.round(100 * openness), by: named.join(comma(words)) };
  return say(words, named.length === 0 ? 'contested.reading' : 'contested.reading.by', values);
};

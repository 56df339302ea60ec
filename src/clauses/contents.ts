/** Which lines are a table of contents: they repeat later as headings, or point to pages with leaders. */
import type { Line } from './lines.ts';
import { fold, isHeadingWord, type Vocabulary } from './vocabulary.ts';

export interface Contents {
  /** Per line: true when it belongs to a table of contents. */
  readonly lines: readonly boolean[];
  /** Keys of the entries with the number of components of their label: a line with this key elsewhere is a heading. */
  readonly entries: ReadonlyMap<string, number>;
  /** Fewest components that a numbered entry has. */
  readonly depth: number;
}

const LEADERS = /(?:(?:\.[ \t]?){4,}|…{2,})[ \t]*(?:\p{Nd}{1,4}|[ivxl]{1,6})$/u;
const LONGEST_ENTRY = 300;

/** What an entry and its heading share: letters and digits, without leaders and page number. Empty for long lines. */
export const lineKey = (line: string): string => {
  if (line.length > LONGEST_ENTRY) return '';
  let bare = line;
  if (/\p{Nd}$/u.test(line)) {
    const words = line.split(/[\s.…]+/u);
    if (words.length > 3 && /^\p{Nd}{1,3}$/u.test(words.at(-1)!)) bare = words.slice(0, -1).join('');
  }
  const key = fold(bare);
  // the same for plain letters, without the tables of Unicode, which cost three times as much
  return /[^\0-\x7f]/.test(key) ? key.replace(/[^\p{L}\p{Nd}]+/gu, '') : key.replace(/[^a-z\d]+/g, '');
};

const hasLeaders = (line: string): boolean => LEADERS.test(line.slice(-120));

/** End (exclusive) of the block under a contents heading at `from`; -1 when nothing shows where it ends. */
const blockEnd = (from: number, texts: readonly string[], keys: readonly string[], last: ReadonlyMap<string, number>, words: Vocabulary): number => {
  const seen = new Set<string>();
  for (let i = from + 1; i < keys.length; i++) {
    const key = keys[i]!;
    const text = texts[i]!;
    if (key === keys[from] || hasLeaders(text)) continue;
    if (key !== '' && seen.has(key)) return i;
    const repeats = (last.get(key) ?? i) > i;
    if (!repeats && (isHeadingWord(words.preamble, text) || isHeadingWord(words.definitions, text))) return i;
    if (!repeats && (text.length > 160 || (text.length > 60 && /[.;]$/u.test(text)))) return i;
    if (key.length > 3) seen.add(key);
  }
  return -1;
};

/** End (exclusive) of the run of lines from `from` that all come again behind it, in the same order. */
const runEnd = (from: number, next: readonly number[]): number => {
  let end = from + 1;
  while (end < next[from]! && next[end]! > next[end - 1]!) end++;
  return end;
};

const markBlocks = (marked: boolean[], lines: readonly Line[], texts: readonly string[], keys: readonly string[], words: Vocabulary): void => {
  const last = new Map(keys.map((key, i) => [key, i]));
  const later = new Map<string, number>();
  const next = keys.map(() => -1);
  for (let i = keys.length - 1; i >= 0; i--) {
    if (keys[i] === '') continue;
    next[i] = later.get(keys[i]!) ?? -1;
    later.set(keys[i]!, i);
  }
  let headingsLeft = true;
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    if (headingsLeft && isHeadingWord(words.contents, texts[i]!)) {
      const found = blockEnd(i, texts, keys, last, words);
      headingsLeft = found > 0;
      end = Math.max(end, found);
      marked.fill(true, i, end);
    } else if (next[i]! > 0) {
      end = runEnd(i, next);
      const labelled = lines.slice(i, end).filter((l) => l.label?.form === 'part' || l.label?.form === 'decimal').length;
      if (end - i >= 5 && labelled * 2 >= end - i) marked.fill(true, i, end);
    }
    i = end;
  }
};

/** Finds the tables of contents. Linear in the text. */
export const findContents = (text: string, lines: readonly Line[], words: Vocabulary): Contents => {
  const texts = lines.map((l) => text.slice(l.at, Math.min(l.end, l.at + LONGEST_ENTRY + 1)));
  const keys = texts.map(lineKey);
  const marked = texts.map(hasLeaders);
  for (let i = 0; i + 2 < marked.length; i++) {
    // the first line of an entry that runs over two lines has no leaders of its own
    if (marked[i] && !marked[i + 1] && marked[i + 2] && texts[i + 1]!.length < 160) marked[i + 1] = true;
  }
  markBlocks(marked, lines, texts, keys, words);
  const entries = new Map<string, number>();
  marked.forEach((is, i) => {
    const label = lines[i]!.label;
    if (is && keys[i]!.length > 3) entries.set(keys[i]!, label?.form === 'decimal' ? label.readings[0]!.trail.length : 0);
  });
  const depth = [...entries.values()].reduce((least, d) => (d > 0 && d < least ? d : least), Infinity);
  return { lines: marked, entries, depth };
};

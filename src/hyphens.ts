/**
 * Mends words that a line end, or a slip, has cut at a hyphen: "imple- mentation", "Commanders-in- Chief".
 * Whether the hyphen belongs to the word is asked of the document itself, so it works in any language.
 */

/** Cased letters only: scripts without case (Arabic) do not hyphenate, and "أ- " there is a list label. */
const LETTER = /[\p{Lu}\p{Ll}\p{M}]/u;
const WORD = /[\p{Lu}\p{Ll}\p{M}]+(?:-[\p{Lu}\p{Ll}\p{M}]+)*/gu;
/** The same in a line of plain letters, without the tables of Unicode. */
const PLAIN_WORD = /[A-Za-z]+(?:-[A-Za-z]+)*/g;
/** No word is longer; keeps the scan linear on a megabyte without spaces. */
const LONGEST = 60;
/** In a text with this many different words every conjunction stands whole somewhere. */
const TELLING = 200;

/** Words that stand whole somewhere in the lines, in lower case, with how often. */
const wholeWords = (lines: readonly string[]): Map<string, number> => {
  const seen = new Map<string, number>();
  for (const line of lines) {
    for (const match of line.matchAll(/[^\0-\x7f]/.test(line) ? WORD : PLAIN_WORD)) {
      const after = line[match.index + match[0].length];
      const before = line.slice(Math.max(0, match.index - 2), match.index);
      if (after === '-' || before === '- ') continue;
      const word = match[0].toLowerCase();
      seen.set(word, (seen.get(word) ?? 0) + 1);
    }
  }
  return seen;
};

/** What stands between the two halves of a cut word: nothing, a hyphen, or what the text has ("short- and long-term"). */
const jointOf = (left: string, right: string, words: () => Map<string, number>): '' | '-' | '- ' => {
  const lastPart = left.slice(left.lastIndexOf('-') + 1);
  const [first, second] = [lastPart.toLowerCase(), right.toLowerCase()];
  const known = words();
  const count = (word: string): number => known.get(word) ?? 0;
  const hyphenated = `${left.toLowerCase()}-${second}`;
  if (count(first + second) > count(hyphenated)) return '';
  if (/^\p{Lu}/u.test(right) || known.has(hyphenated)) return '-';
  if (right.length <= 3 && (known.has(second) || known.size < TELLING)) return '- ';
  // A half that is a word by itself speaks for a compound: "two- thirds", "vice- president".
  return left !== lastPart || known.has(second) || (first.length >= 3 && known.has(first)) ? '-' : '';
};

const mendLine = (line: string, words: () => Map<string, number>): string => {
  const parts: string[] = [];
  let done = 0;
  for (let at = line.indexOf('- '); at !== -1; at = line.indexOf('- ', at + 2)) {
    let from = at;
    while (from > done && at - from < LONGEST && (LETTER.test(line[from - 1]!) || line[from - 1] === '-')) from--;
    let to = at + 2;
    while (to < line.length && to - at < LONGEST && LETTER.test(line[to]!)) to++;
    const [left, right] = [line.slice(from, at), line.slice(at + 2, to)];
    // "a- text" opens a list item.
    if (left === '' || right === '' || left.endsWith('-') || (from === 0 && left.length === 1)) continue;
    parts.push(line.slice(done, at), jointOf(left, right, words));
    done = at + 2;
  }
  return done === 0 ? line : parts.join('') + line.slice(done);
};

/** The lines with cut words mended; lines without a cut come back as they are. */
export const mendHyphens = (lines: readonly string[]): string[] => {
  let cache: Map<string, number> | undefined;
  const words = (): Map<string, number> => (cache ??= wholeWords(lines));
  return lines.map((line) => (line.includes('- ') ? mendLine(line, words) : line));
};

/** Decides whether what looks like a label is one here, and which way of counting it is meant. */
import type { Label, Reading } from './labels.ts';
import { readLabel } from './labels.ts';
import { startsSmall } from './lines.ts';
import type { Outline } from './outline.ts';
import { fold, type Vocabulary } from './vocabulary.ts';

/**
 * The reading in which a label at the start of a line counts, or null when it is only a reference or a number.
 * `rest`: the text after it (a stretch is enough); `ended`: false when the line before breaks off in a sentence.
 */
export const acceptLabel = (label: Label, rest: string, restLength: number, ended: boolean, outline: Outline): Reading | null => {
  const exact = outline.carriesOn(label);
  if (exact) return label.tie === 'weak' && label.form === 'part' && !ended ? null : exact;
  const short = restLength <= 120 && !/[.;:]$/u.test(rest);
  const first = label.readings.find((r) => r.value === 1 && r.trail.length === 1);
  const open = label.readings.find((r) => outline.isOpen(r.style));
  if (label.form === 'bullet') return label.readings[0]!;
  if (label.form === 'part') {
    const whole = rest === '';
    if (label.unnumbered) return (label.part === 'annex' || label.part === 'appendix' || label.part === 'schedule') && short ? label.readings[0]! : null;
    if (label.tie === 'firm') return ended || whole || first || short ? label.readings[0]! : null;
    if (label.tie === 'plain') return ended && (short || first || label.readings[0]!.trail.length > 1) ? label.readings[0]! : null;
    return label.part === 'annex' && ended && short && restLength <= 80 ? label.readings[0]! : null;
  }
  // a sentence may break off before the first letter of a list, but a bracketed number in it is only a number
  if (!ended && !open && !(first && label.form === 'letter') && (startsSmall(rest) || label.bracketed)) return null;
  if (label.form === 'decimal') {
    if (label.tie === 'weak') return null;
    return ended || first || open || label.readings[0]!.trail.length > 2 ? label.readings[0]! : null;
  }
  if (first) return first;
  if (open) return open;
  // "B." alone may be an initial
  return ended && (label.bracketed || label.text.length > 1 || /^\p{Ll}/u.test(label.text)) ? label.readings[0]! : null;
};

/** What stands before a label inside a line: the end of a sentence or of a list member. */
const breaksBefore = (text: string, from: number, at: number, label: Label, words: Vocabulary): boolean => {
  let i = at;
  while (i > from && at - i < 4 && /\s/u.test(text[i - 1]!)) i--;
  const before = text.slice(Math.max(from, i - 24), i);
  const dotted = label.form === 'decimal' && label.readings[0]!.trail.length > 1;
  if (i === at && /\p{L}$/u.test(before)) return dotted && label.readings[0]!.trail.length > 2 && label.tie === 'firm';
  if (/[;؛:)\]!?؟”"»]$/u.test(before)) return dotted || /[;؛:]$/u.test(before);
  if (/[,،]$/u.test(before)) return label.bracketed;
  if ((label.bracketed || dotted) && /[;؛,،]\s?\p{L}{1,4}$/u.test(before)) return true;
  const word = /([\p{L}\p{M}]{3,}|[)\]”"»])\.$/u.exec(before)?.[1];
  return word !== undefined && !words.parts.has(fold(word));
};

const CLOSER = /[.)\]]/gu;
const isLetter = (c: string): boolean => /\p{L}/u.test(c);
const isCount = (c: string): boolean => (c >= '0' && c <= '9') || c === '.' || c === '-' || c === '–' || (c > '\u007f' && /\p{Nd}/u.test(c));

/** Start of what may be a label that the mark at `closer` ends: a dotted number, or up to four letters; -1 when none. */
const labelStart = (body: string, from: number, closer: number): number => {
  let at = closer;
  while (at > from && closer - at < 40 && isCount(body[at - 1]!)) at--;
  while (at < closer && /[.–-]/u.test(body[at]!)) at++;
  if (at === closer) {
    while (at > from && closer - at < 5 && isLetter(body[at - 1]!)) at--;
    if (at === closer || closer - at > 4) return -1;
  }
  return at > from && (body[at - 1] === '(' || body[at - 1] === '[') ? at - 1 : at;
};

/**
 * Offset of the first label in `body` behind `from` that `counts` takes for the next of an open list, or its length.
 * Decimals, dates, sums and references do not count: the number must be the one that comes next.
 */
export const findInside = (body: string, from: number, words: Vocabulary, counts: (label: Label) => boolean): number => {
  CLOSER.lastIndex = from;
  for (let m = CLOSER.exec(body); m; m = CLOSER.exec(body)) {
    const at = labelStart(body, from, m.index);
    if (at <= from) continue;
    const label = readLabel(body, at, words);
    if (!label || label.form === 'part' || label.form === 'bullet' || label.end >= body.length || !counts(label)) continue;
    if (breaksBefore(body, from, at, label, words)) return at;
  }
  return body.length;
};

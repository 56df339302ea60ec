/** The passages of a live draft that are not agreed, from its marks. A final text with brackets of its editor has none. */
import type { Document } from '../document.ts';
import type { DraftMarks } from '../rules/drafts.ts';
import { byPosition, contains, type Span } from '../span.ts';
import { bracketsIn, INSERTED, type MarkReader, markReader, type Passage, STRUCK, type Variant } from './marks.ts';

/** A draft says so in one of its first lines. */
const TITLE_LINES = 12;
const TITLE_LENGTH = 120;
/** An option goes on for at most so many lines. */
const OPTION_LINES = 12;

/** All passages, outermost only, in reading order; none when nothing shows that the text is still a draft. */
export const findPassages = ({ text, lines }: Pick<Document, 'text' | 'lines'>, marks: DraftMarks): Passage[] => {
  const reader = markReader(marks);
  const changes = changesIn(text);
  const options = optionsIn(text, lines, reader);
  const brackets = bracketsIn(text).map((bracket) => ({ bracket, ...reader.read(text, bracket) }));
  const blanks = [...text.matchAll(/_{3,200}|\u25cf{1,20}/gu)].map(({ index, 0: found }): Passage => ({ start: index, end: index + found.length, kind: 'blank', variants: [] }));
  const titled = lines.slice(0, TITLE_LINES).some(({ start, end }) => end - start <= TITLE_LENGTH && reader.isTitle(text.slice(start, end)));
  const live = titled || options.length + changes.length > 0 || brackets.some(({ sure }) => sure);
  if (!live) return [];
  const found = [...changes, ...options, ...joinBrackets(text, brackets, reader), ...blanks].toSorted(byPosition);
  const outer: Passage[] = [];
  for (const passage of found) if (outer.length === 0 || !contains(outer.at(-1)!, passage)) outer.push(passage);
  return outer.filter((passage, at) => at === 0 || passage.start >= outer[at - 1]!.end);
};

/** Brackets of different parties side by side, or with "or" between, are variants of one passage; one alone may stay or go. */
const joinBrackets = (text: string, brackets: readonly (ReturnType<MarkReader['read']> & { bracket: Span })[], reader: MarkReader): Passage[] => {
  const passages: Passage[] = [];
  for (const { bracket, kind, variants } of brackets) {
    if (kind === 'ordinary') continue;
    if (kind === 'blank') {
      passages.push({ ...bracket, kind: 'blank', variants: [] });
      continue;
    }
    const last = passages.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, bracket.start);
    const joins = last?.kind === 'bracket' && reader.between.test(gap) && (/\S/u.test(gap) || (last.variants[0]!.by !== null && variants[0]!.by !== null) || [...last.variants, ...variants].every((variant) => isFigure(text, variant)));
    if (joins) passages[passages.length - 1] = { start: last.start, end: bracket.end, kind: 'bracket', variants: [...last.variants, ...variants] };
    else passages.push({ ...bracket, kind: 'bracket', variants });
  }
  return passages.map((passage) => (passage.variants.length === 1 ? { ...passage, variants: [...passage.variants, nothing(passage, passage.variants[0]!)] } : passage));
};

const isFigure = (text: string, { start, end }: Span): boolean => /^\s*\d[\d.,]*\s*%?\s*$/u.test(text.slice(start, end));

/** The variant by which the passage goes. */
const nothing = ({ end }: Span, _kept: Variant): Variant => ({ start: end, end, by: null });

/** Runs of lines that open with "Option 1", "Option 2" and so on; a first one begins another run. */
const optionsIn = (text: string, lines: Document['lines'], reader: MarkReader): Passage[] => {
  const opens = lines.map(({ start, end }) => reader.optionIn(text.slice(start, end)));
  const passages: Passage[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (opens[at] === null) continue;
    const heads = [at];
    for (let next = at + 1; next < lines.length && next - heads.at(-1)! <= OPTION_LINES && opens[next]?.first !== true; next++) {
      if (opens[next] !== null) heads.push(next);
    }
    if (heads.length < 2) continue;
    const longest = Math.max(...heads.slice(1).map((head, i) => head - heads[i]!));
    const lastHead = heads.at(-1)!;
    const bare = opens[lastHead]!.end >= lines[lastHead]!.end - lines[lastHead]!.start;
    const lastLine = Math.min(lines.length - 1, lastHead + (bare ? Math.max(1, longest - 1) : longest - 1));
    const ends = [...heads.slice(1).map((head) => lines[head - 1]!.end), lines[lastLine]!.end];
    passages.push({
      start: lines[at]!.start + opens[at]!.start,
      end: ends.at(-1)!,
      kind: 'options',
      variants: heads.map((head, i) => {
        const [from, name] = [lines[head]!.start, opens[head]!];
        return { start: Math.min(ends[i]!, from + name.end), end: ends[i]!, by: text.slice(from + name.start, from + name.end).replace(/[\p{P}\s]+$/u, '') };
      }),
    });
    at = lastLine;
  }
  return passages;
};

/** Words struck and words inserted, as the source marks them; the one right behind the other is one change. */
const changesIn = (text: string): Passage[] => {
  if (!text.includes(STRUCK[0]) && !text.includes(INSERTED[0])) return [];
  const passages: Passage[] = [];
  for (const match of text.matchAll(/\u27e6([-+])([^\u27e7]{0,20000}?)[-+]\u27e7/gu)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const kept: Variant = { start: start + STRUCK[0].length, end: end - STRUCK[1].length, by: null };
    const last = passages.at(-1);
    const isStruck = match[1] === '-';
    if (last !== undefined && last.variants.length === 2 && last.variants[1]!.start === last.variants[1]!.end && /^\s?$/u.test(text.slice(last.end, start)) && !isStruck) {
      passages[passages.length - 1] = { ...last, end, variants: [last.variants[0]!, kept] };
    } else passages.push({ start, end, kind: 'change', variants: isStruck ? [kept, { start: end, end, by: null }] : [{ start, end: start, by: null }, kept] });
  }
  return passages;
};

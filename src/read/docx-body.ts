/** The body of a Word file (word/document.xml) to blocks: paragraphs with their numbers, tables as rows. */
import type { Block, Source } from '../document.ts';
import type { Numbering } from './docx-numbering.ts';
import type { ResolvedStyle } from './docx-styles.ts';
import { rowBlocks } from './gather.ts';
import { type Change, signsFor, toldChanges } from './changes.ts';
import type { Tracked } from './index.ts';
import { walkXml } from './xml.ts';

/** Elements whose content is not the text: an older state, field codes, the stand-in for old readers. */
const NO_TEXT = ['w:instrText', 'w:delInstrText', 'w:pPrChange', 'w:rPrChange', 'w:sectPr', 'mc:Fallback'];
/** Tracked changes: words that came and words that went. */
const CHANGES: Readonly<Record<string, Change>> = { 'w:ins': 'inserted', 'w:moveTo': 'inserted', 'w:del': 'struck', 'w:moveFrom': 'struck' };
const PICTURES = new Set(['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds', 'o:OLEObject']);
const OFF = new Set(['0', 'false', 'off', 'none']);
const WHERE_LETTERS = 60;

interface OpenParagraph {
  readonly parts: string[];
  readonly page: number;
  readonly number: number;
  style?: string;
  numId?: string;
  level?: number;
  outline?: number;
  /** Its mark is deleted: the text runs on in the next paragraph. */
  runsOn: boolean;
}

interface Row {
  readonly cells: Block[][];
}

/** Texts of notes by the id that the body refers to. */
export type Notes = Readonly<Record<'footnotes' | 'endnotes' | 'comments', ReadonlyMap<string, string>>>;

/** Blocks, number of pages as last saved, and what was left out. A note follows the paragraph that refers to it and is part of no clause. */
export const readBody = (
  xml: string,
  styleOf: (id: string | undefined) => ResolvedStyle,
  numbering: Numbering,
  where: string,
  notes: Notes,
  tracked: Tracked,
): { blocks: Block[]; pages: number; limits: Source['limits'] } => {
  const blocks: Block[] = [];
  const paragraphs: OpenParagraph[] = [];
  const rows: Row[] = [];
  const pictures = new Set<string>();
  const found = { footnotes: 0, comments: 0, told: 0, changes: 0, hidden: 0 };
  const skips = new Set([...NO_TEXT, ...Object.keys(CHANGES).filter((name) => signsFor(CHANGES[name]!, tracked) === null)]);
  const pending: string[] = [];
  // Word notes where pages ended when it last laid the text out; without that only hard page breaks are known.
  const breakAt = xml.includes('<w:lastRenderedPageBreak') ? 'w:lastRenderedPageBreak' : 'w:br';
  let page = 1;
  let seen = 0;
  let skipped = 0;
  let properties = 0;
  let isText = false;
  let isHidden = false;
  let isStruck = false;
  let carried = '';

  const target = (): Block[] => rows.at(-1)?.cells.at(-1) ?? blocks;
  const place = (): string => (blocks.findLast(({ hint }) => hint === 'heading') ?? blocks.at(-1))?.text.slice(0, WHERE_LETTERS) ?? 'the top';

  const closeParagraph = ({ parts, page: at, number, ...own }: OpenParagraph): void => {
    const text = carried + parts.join('');
    carried = '';
    if (own.runsOn) {
      carried = text;
      return;
    }
    const style = styleOf(own.style);
    const numId = own.numId ?? style.numId;
    const level = own.level ?? style.level ?? (numId && style.numberedBy ? numbering.levelOf(numId, style.numberedBy) : undefined) ?? 0;
    const label = numId && numId !== '0' ? numbering.next(numId, level) : '';
    if (!/\S/u.test(text)) return flushNotes();
    const outline = own.outline ?? style.outline ?? (style.isTitle ? 0 : 9);
    const shown = { text: label === '' ? text : `${label} ${text}`, page: at, paragraph: number };
    if (outline < 9) target().push({ ...shown, hint: 'heading', level: outline + 1 });
    else target().push(label === '' ? shown : { ...shown, hint: 'item' });
    flushNotes();
  };

  /** Notes stand outside tables: a row is one block. */
  const flushNotes = (): void => {
    if (rows.length === 0) for (const text of pending.splice(0)) blocks.push({ text, page, hint: 'note' });
  };
  const refer = (kind: keyof Notes, id: string | undefined): void => {
    const note = notes[kind].get(id ?? '');
    if (note === undefined) found[kind === 'comments' ? 'comments' : 'footnotes']++;
    else {
      pending.push(note);
      found.told++;
    }
  };
  /** Signs of a change around what follows or ends here. */
  const sign = (name: string, end: 0 | 1): void => {
    const change = CHANGES[name];
    if (change !== undefined) paragraphs.at(-1)?.parts.push(signsFor(change, tracked)?.[end] ?? '');
  };

  const closeRow = (): void => {
    const row = rowBlocks(rows.pop()!.cells);
    target().push(...row);
    flushNotes();
  };

  const openProperty = (name: string, value: string, paragraph: OpenParagraph): void => {
    if (name === 'w:pStyle') paragraph.style = value;
    if (name === 'w:numId') paragraph.numId = value;
    if (name === 'w:ilvl') paragraph.level = Number(value);
    if (name === 'w:outlineLvl') paragraph.outline = Number(value);
  };

  walkXml(xml, {
    open(name, attributes) {
      const paragraph = paragraphs.at(-1);
      // In the properties of a paragraph <w:del/> marks its end as deleted, <w:ins/> as new, and holds nothing.
      if (properties > 0 && CHANGES[name] !== undefined) {
        if (paragraph && signsFor(CHANGES[name], tracked) === null) paragraph.runsOn = true;
      } else if (CHANGES[name] !== undefined) found.changes++;
      if (name === 'w:p') seen++;
      if (skips.has(name)) skipped++;
      if (skipped > 0) return;
      const value = attributes['w:val'] ?? '';
      if (name === 'w:pPr') properties++;
      if (properties > 0) {
        if (paragraph) openProperty(name, value, paragraph);
        return;
      }
      if (PICTURES.has(name)) pictures.add(place());
      sign(name, 0);
      switch (name) {
        case 'w:p': paragraphs.push({ parts: [], page, number: seen - 1, runsOn: false }); break;
        case 'w:tr': rows.push({ cells: [] }); break;
        case 'w:tc': rows.at(-1)?.cells.push([]); break;
        case 'w:r': isHidden = isStruck = false; break;
        case 'w:vanish': isHidden = !OFF.has(value); break;
        case 'w:strike': case 'w:dstrike': isStruck = !OFF.has(value); break;
        case 'w:t': case 'm:t': case 'w:delText': isText = true; break;
        case 'w:tab': case 'w:ptab': case 'w:cr': paragraph?.parts.push(' '); break;
        case 'w:br': paragraph?.parts.push(' '); break;
        case 'w:noBreakHyphen': paragraph?.parts.push('-'); break;
        case 'w:sym': paragraph?.parts.push(String.fromCodePoint(Number.parseInt(attributes['w:char'] ?? '2022', 16) || 0x2022)); break;
        case 'w:footnoteReference': refer('footnotes', attributes['w:id']); break;
        case 'w:endnoteReference': refer('endnotes', attributes['w:id']); break;
        case 'w:commentReference': refer('comments', attributes['w:id']); break;
        default:
      }
      if (name === breakAt && (name !== 'w:br' || attributes['w:type'] === 'page')) page++;
    },
    close(name) {
      if (skips.has(name)) skipped--;
      if (skipped > 0) return;
      if (name === 'w:pPr') properties--;
      else if (properties === 0) sign(name, 1);
      if (name === 'w:t' || name === 'm:t' || name === 'w:delText') isText = false;
      if (name === 'w:r') isHidden = isStruck = false;
      if (name === 'w:p') closeParagraph(paragraphs.pop()!);
      if (name === 'w:tr') closeRow();
    },
    text(text) {
      if (!isText || skipped > 0) return;
      if (isHidden) found.hidden++;
      else if (!isStruck) paragraphs.at(-1)?.parts.push(text);
      else {
        found.changes++;
        const signs = signsFor('struck', tracked);
        if (signs !== null) paragraphs.at(-1)?.parts.push(signs[0], text, signs[1]);
      }
    },
  }, where);

  const limits = [
    ...(found.footnotes > 0 ? [{ what: `${found.footnotes} footnotes are not read`, where: null }] : []),
    ...(found.comments > 0 ? [{ what: `${found.comments} comments are not read`, where: null }] : []),
    ...(found.told > 0 ? [{ what: `${found.told} notes or comments stand beside the text and are not scored`, where: null }] : []),
    ...toldChanges(found.changes > 0, tracked),
    ...(found.hidden > 0 ? [{ what: 'hidden text is not read', where: null }] : []),
    ...[...pictures].map((near) => ({ what: 'a picture cannot be read', where: near })),
  ];
  return { blocks, pages: page, limits };
};

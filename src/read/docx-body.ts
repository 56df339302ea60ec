/** The body of a Word file (word/document.xml) to blocks: paragraphs with their numbers, tables as rows. */
import type { Block, Source } from '../document.ts';
import type { Numbering } from './docx-numbering.ts';
import type { ResolvedStyle } from './docx-styles.ts';
import { rowBlocks } from './gather.ts';
import { walkXml } from './xml.ts';

/** Elements whose content is not the text: deleted or moved away, an older state, field codes, the stand-in for old readers. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:pPrChange', 'w:rPrChange', 'w:sectPr', 'mc:Fallback']);
const PICTURES = new Set(['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds', 'o:OLEObject']);
const OFF = new Set(['0', 'false', 'off', 'none']);
const WHERE_LETTERS = 60;

interface OpenParagraph {
  readonly parts: string[];
  readonly page: number;
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

/** Blocks, number of pages as last saved, and what was left out. */
export const readBody = (
  xml: string,
  styleOf: (id: string | undefined) => ResolvedStyle,
  numbering: Numbering,
  where: string,
): { blocks: Block[]; pages: number; limits: Source['limits'] } => {
  const blocks: Block[] = [];
  const paragraphs: OpenParagraph[] = [];
  const rows: Row[] = [];
  const pictures = new Set<string>();
  const found = { footnotes: 0, comments: 0, deletions: 0, hidden: 0 };
  // Word notes where pages ended when it last laid the text out; without that only hard page breaks are known.
  const breakAt = xml.includes('<w:lastRenderedPageBreak') ? 'w:lastRenderedPageBreak' : 'w:br';
  let page = 1;
  let skipped = 0;
  let properties = 0;
  let isText = false;
  let isHidden = false;
  let carried = '';

  const target = (): Block[] => rows.at(-1)?.cells.at(-1) ?? blocks;
  const place = (): string => (blocks.findLast(({ hint }) => hint === 'heading') ?? blocks.at(-1))?.text.slice(0, WHERE_LETTERS) ?? 'the top';

  const closeParagraph = ({ parts, page: at, ...own }: OpenParagraph): void => {
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
    if (!/\S/u.test(text)) return;
    const outline = own.outline ?? style.outline ?? (style.isTitle ? 0 : 9);
    const shown = { text: label === '' ? text : `${label} ${text}`, page: at };
    if (outline < 9) target().push({ ...shown, hint: 'heading', level: outline + 1 });
    else target().push(label === '' ? shown : { ...shown, hint: 'item' });
  };

  const closeRow = (): void => {
    const row = rowBlocks(rows.pop()!.cells);
    target().push(...row);
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
      // In the properties of a paragraph <w:del/> marks its end as deleted and holds nothing.
      if (properties > 0 && name === 'w:del') {
        if (paragraph) paragraph.runsOn = true;
      } else if (name === 'w:del') found.deletions++;
      if (SKIPPED.has(name)) skipped++;
      if (skipped > 0) return;
      const value = attributes['w:val'] ?? '';
      if (name === 'w:pPr') properties++;
      if (properties > 0) {
        if (paragraph) openProperty(name, value, paragraph);
        return;
      }
      if (PICTURES.has(name)) pictures.add(place());
      switch (name) {
        case 'w:p': paragraphs.push({ parts: [], page, runsOn: false }); break;
        case 'w:tr': rows.push({ cells: [] }); break;
        case 'w:tc': rows.at(-1)?.cells.push([]); break;
        case 'w:r': isHidden = false; break;
        case 'w:vanish': isHidden = !OFF.has(value); break;
        case 'w:t': case 'm:t': isText = true; break;
        case 'w:tab': case 'w:ptab': case 'w:cr': paragraph?.parts.push(' '); break;
        case 'w:br': paragraph?.parts.push(' '); break;
        case 'w:noBreakHyphen': paragraph?.parts.push('-'); break;
        case 'w:sym': paragraph?.parts.push(String.fromCodePoint(Number.parseInt(attributes['w:char'] ?? '2022', 16) || 0x2022)); break;
        case 'w:footnoteReference': case 'w:endnoteReference': found.footnotes++; break;
        case 'w:commentReference': found.comments++; break;
        default:
      }
      if (name === breakAt && (name !== 'w:br' || attributes['w:type'] === 'page')) page++;
    },
    close(name) {
      if (SKIPPED.has(name)) skipped--;
      if (skipped > 0) return;
      if (name === 'w:pPr') properties--;
      if (name === 'w:t' || name === 'm:t') isText = false;
      if (name === 'w:r') isHidden = false;
      if (name === 'w:p') closeParagraph(paragraphs.pop()!);
      if (name === 'w:tr') closeRow();
    },
    text(text) {
      if (!isText || skipped > 0) return;
      if (isHidden) found.hidden++;
      else paragraphs.at(-1)?.parts.push(text);
    },
  }, where);

  const limits = [
    ...(found.footnotes > 0 ? [{ what: `${found.footnotes} footnotes are not read`, where: null }] : []),
    ...(found.comments > 0 ? [{ what: `${found.comments} comments are not read`, where: null }] : []),
    ...(found.deletions > 0 ? [{ what: 'tracked changes: insertions are read as text, deletions are left out', where: null }] : []),
    ...(found.hidden > 0 ? [{ what: 'hidden text is not read', where: null }] : []),
    ...[...pictures].map((near) => ({ what: 'a picture cannot be read', where: near })),
  ];
  return { blocks, pages: page, limits };
};

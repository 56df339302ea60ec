/** HTML: the text as a browser would show it, with headings, list numbers and table rows. */
import { HTMLElement, NodeType, parse, type Node } from 'node-html-parser';
import type { Block } from '../document.ts';
import type { Failure } from '../failure.ts';
import { limits, pastLimit } from '../limits.ts';
import { decode } from './encoding.ts';
import { rowBlocks, splitBreaks } from './gather.ts';
import { type Change, signsFor, toldChanges } from './changes.ts';
import type { Reading, Tracked } from './index.ts';
import { ordinal } from './ordinal.ts';
import { textBlocks } from './text.ts';

/** Never part of the text: code, forms, and what the page itself marks as its navigation. */
const DROPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'NAV', 'SVG', 'BUTTON', 'SELECT', 'IFRAME', 'OBJECT', 'TEXTAREA']);
const INLINE = new Set([
  'A', 'ABBR', 'ACRONYM', 'B', 'BDI', 'BDO', 'BIG', 'CITE', 'CODE', 'DEL', 'DFN', 'EM', 'FONT', 'I', 'INS', 'KBD', 'LABEL', 'MARK', 'O:P',
  'Q', 'S', 'SAMP', 'SMALL', 'SPAN', 'STRIKE', 'STRONG', 'SUB', 'SUP', 'TIME', 'TT', 'U', 'VAR', 'WBR',
]);
const CHANGES: Readonly<Record<string, Change>> = { DEL: 'struck', S: 'struck', STRIKE: 'struck', INS: 'inserted' };
const STYLES: Readonly<Record<string, string>> = {
  a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman', 'lower-alpha': 'lowerLetter', 'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter', 'upper-latin': 'upperLetter', 'lower-roman': 'lowerRoman', 'upper-roman': 'upperRoman', none: 'none',
};

const isHidden = (element: HTMLElement): boolean =>
  element.hasAttribute('hidden') || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute('style') ?? '');

/** Labels for the items of one list, in turn: "1." or "a)", a bullet, or nothing where the list shows none. */
const labeller = (list: HTMLElement): ((item: HTMLElement) => string) => {
  const css = /list-style(?:-type)?\s*:[^;]*?\b(none|(?:lower|upper)-(?:alpha|latin|roman))\b/iu.exec(list.getAttribute('style') ?? '')?.[1];
  const style = STYLES[css?.toLowerCase() ?? list.getAttribute('type') ?? ''] ?? 'decimal';
  if (style === 'none') return () => '';
  if (list.tagName !== 'OL') return () => '\u2022';
  let next = Number(list.getAttribute('start') ?? 1) || 1;
  return (item) => {
    next = Number(item.getAttribute('value') ?? next) || next;
    return `${ordinal(next++, style)}${style === 'decimal' ? '.' : ')'}`;
  };
};

/** Charset named by the file itself. */
const declaredCharset = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(4096, bytes.length)).toString('latin1');
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)/iu.exec(head)?.[1];
};

/** Elements that a page may leave open: the parser closes them by itself. */
const SELF_CLOSING = /^(?:p|li|dt|dd|t[dhr]|tbody|thead|option|br|hr|img|input|meta|link|col|area|base|wbr|source)$/u;
/** Slips of an old editor leave some elements open; the parser takes time that grows with their square. */
const mostOpen = (): number => 5 * limits.nesting;

/** True when some element is left open more often than any page does by mistake. */
const isRunaway = (source: string): boolean => {
  const open = new Map<string, number>();
  for (const match of source.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/giu)) {
    const tag = match[2]!.toLowerCase();
    if (SELF_CLOSING.test(tag)) continue;
    const count = (open.get(tag) ?? 0) + (match[1] === '' ? 1 : -1);
    if (count > mostOpen()) return true;
    open.set(tag, count);
  }
  return false;
};

/** Without the signs that open a comment or CDATA which never ends: for each of them the parser would search the rest of the page. */
const withoutUnclosed = (source: string): string =>
  [['<!--', '-->'], ['<![CDATA[', ']]>']].reduce((text, [open, close]) => {
    const after = text.lastIndexOf(close!) + 1;
    return text.slice(0, after) + text.slice(after).replaceAll(open!, '');
  }, source);

/** Reads an HTML page. Throws a Failure when elements nest deeper than any page does. */
export const readHtml = async (bytes: Uint8Array, where: string, _onStep?: () => void, tracked: Tracked = 'accepted'): Promise<Reading> => {
  const { text: source, limits: decodingLimits } = await decode(bytes, declaredCharset(bytes));
  const tooDeep = (): Failure => pastLimit('nesting', 'elements are nested too deep', where, 'Save the page as plain text');
  if (isRunaway(source)) throw tooDeep();
  const root = parse(withoutUnclosed(source), { blockTextElements: { script: false, style: false, noscript: false } });
  let blocks: Block[] = [];
  let lines = [''];
  let heading = 0;
  let label: string | undefined;
  let pictures = 0;
  let changes = 0;

  const flush = (): void => {
    for (const text of splitBreaks(lines)) {
      const shown = label ? `${label} ${text}` : text;
      if (heading > 0) blocks.push({ text: shown, page: 1, hint: 'heading', level: heading });
      else blocks.push({ text: shown, page: 1, ...(label !== undefined && { hint: 'item' as const }) });
      label = undefined;
    }
    lines = [''];
  };

  /** The blocks that `walk` adds, apart from those before. */
  const apart = (walk: () => void): Block[] => {
    flush();
    const outer = blocks;
    blocks = [];
    walk();
    flush();
    const inner = blocks;
    blocks = outer;
    return inner;
  };

  const children = (element: HTMLElement, depth: number): void => {
    for (const child of element.childNodes) visit(child, depth + 1);
  };

  const list = (element: HTMLElement, depth: number): void => {
    const labelOf = labeller(element);
    for (const child of element.childNodes) {
      if (child instanceof HTMLElement && child.tagName === 'LI' && !isHidden(child)) {
        flush();
        label = labelOf(child);
        children(child, depth + 1);
        flush();
        label = undefined;
      } else visit(child, depth + 1);
    }
  };

  const block = (element: HTMLElement, depth: number): void => {
    const tag = element.tagName;
    const outer = heading;
    heading = /^H[1-6]$/u.test(tag) ? Number(tag[1]) : outer;
    if (tag === 'OL' || tag === 'UL') list(element, depth);
    else if (tag === 'PRE') blocks.push(...textBlocks(element.text).blocks.map(({ text }) => ({ text, page: 1 })));
    else if (tag === 'TR') {
      const cells = element.childNodes.filter((child): child is HTMLElement => child instanceof HTMLElement && /^T[DH]$/u.test(child.tagName) && !isHidden(child));
      blocks.push(...rowBlocks(cells.map((cell) => apart(() => children(cell, depth + 1)))));
    } else children(element, depth);
    flush();
    heading = outer;
  };

  const changed = (element: HTMLElement, change: Change, depth: number): void => {
    changes++;
    const signs = signsFor(change, tracked);
    if (signs === null) return;
    lines[lines.length - 1] += signs[0];
    children(element, depth);
    lines[lines.length - 1] += signs[1];
  };

  const visit = (node: Node, depth: number): void => {
    if (depth > limits.nesting) throw tooDeep();
    if (node.nodeType === NodeType.TEXT_NODE) lines[lines.length - 1] += node.text.replace(/\s+/gu, ' ');
    if (!(node instanceof HTMLElement)) return;
    const tag = node.tagName ?? '';
    if (DROPPED.has(tag) || isHidden(node)) return;
    if (tag === 'BR') lines.push('');
    else if (tag === 'IMG') pictures++;
    else if (Object.hasOwn(CHANGES, tag)) changed(node, CHANGES[tag]!, depth);
    else if (INLINE.has(tag)) children(node, depth);
    else {
      flush();
      block(node, depth);
    }
  };

  for (const child of root.childNodes) visit(child, 1);
  flush();
  const title = root.querySelector('title')?.text ?? '';
  return { blocks, pages: 1, title, limits: [...decodingLimits, ...toldChanges(changes > 0, tracked), ...(pictures > 0 ? [{ what: `${pictures} pictures cannot be read`, where: null }] : [])] };
};

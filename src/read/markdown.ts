/** Markdown: headings, lists with the numbers as written, table rows, paragraphs; the signs of emphasis and links removed. */
import type { Block } from '../document.ts';
import { decode } from './encoding.ts';
import { splitBreaks } from './gather.ts';
import { signsFor, toldChanges } from './changes.ts';
import type { Reading, Tracked } from './index.ts';

const HEADING = /^ {0,3}(#{1,6})[ \t]*([^#\s].*)$/u;
const ITEM = /^\s*(?:[-*+•]|\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}{1,4})[.)])\s+\S/u;
const RULE = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/u;
const TABLE_RULE = /^[\s|:-]*-[\s|:-]*$/u;

/** Text without inline signs. Forms that fill in blanks ("____") stay. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^[\]\n]{0,1000})\]\([^()\n]{0,2000}\)/gu, '$1')
    .replace(/<\/?[a-z][^<>\n]{0,500}>/giu, ' ')
    .replaceAll('**', '')
    .replace(/(?<!_)__(?!_)/gu, '')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])|(?<=[^\s*\\])\*(?![\p{L}\p{N}*])/gu, '')
    .replace(/(?<![\p{L}\p{N}_\\])_(?=[^\s_])|(?<=[^\s_\\])_(?![\p{L}\p{N}_])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll('`', '');

const withoutComments = (text: string): string => {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open);
    parts.push(text.slice(at, open));
    if (close === -1) return parts.join('');
    at = close + 3;
  }
  return parts.join('') + text.slice(at);
};

/** Text between two pairs of tildes is struck through; <del> and <ins> say the same. */
const changed = (text: string, tracked: Tracked): string =>
  /~~|<(?:del|ins)>/u.test(text)
    ? text.replace(/~~(?=\S)([^~\n]{1,5000})~~|<(del|ins)>([^<\n]{0,5000})<\/\2>/gu, (_, struck: string | undefined, tag: string, inner: string) => {
        const signs = signsFor(tag === 'ins' ? 'inserted' : 'struck', tracked);
        return signs === null ? '' : signs[0] + (struck ?? inner) + signs[1];
      })
    : text;

/** Reads Markdown. Front matter is dropped, except its title. */
export const readMarkdown = async (bytes: Uint8Array, _where = '', _onStep?: () => void, tracked: Tracked = 'accepted'): Promise<Reading> => {
  const { text: written, limits } = await decode(bytes);
  const source = changed(written, tracked);
  const front = /^---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(source);
  const lines = withoutComments(front ? source.slice(front[0].length) : source).split(/\r\n|[\r\n]/u);
  const blocks: Block[] = [];
  /** Lines of the open paragraph, gathered up to each break that the author asked for. */
  let open: string[][] = [];
  let isBroken = false;
  let hint: 'item' | undefined;
  let isFenced = false;

  const close = (): void => {
    for (const part of splitBreaks(open.map((parts) => parts.join(' ')))) {
      blocks.push({ text: plain(part), page: 1, ...(hint && { hint }) });
      hint = undefined;
    }
    open = [];
    hint = undefined;
    isBroken = false;
  };
  const addHeading = (title: string, level: number): void => void blocks.push({ text: plain(title), page: 1, hint: 'heading', level });

  for (const raw of lines) {
    const line = raw.replace(/^(?: {0,3}> ?)+/u, '');
    const heading = HEADING.exec(line);
    if (/^ {0,3}(?:```|~~~)/u.test(line)) {
      close();
      isFenced = !isFenced;
    } else if (isFenced) blocks.push({ text: line, page: 1 });
    else if (!/\S/u.test(line)) close();
    else if (heading) {
      close();
      addHeading(heading[2]!.replace(/\s+#+\s*$/u, ''), heading[1]!.length);
    } else if (open.length === 1 && open[0]!.length === 1 && hint === undefined && /^ {0,3}(?:=+|-+)\s*$/u.test(line)) {
      addHeading(open[0]![0]!, line.includes('=') ? 1 : 2);
      open = [];
    } else if (RULE.test(line)) close();
    else if (/^\s*\|/u.test(line)) {
      close();
      const cells = line.trim().replace(/^\||\|$/gu, '').split('|').map((cell) => plain(cell.trim()));
      if (!TABLE_RULE.test(line)) blocks.push({ text: cells.join(' | '), page: 1, hint: 'table' });
    } else {
      if (ITEM.test(line)) {
        close();
        hint = 'item';
      }
      const shown = line.replace(/^(\s*)[*+]\s+/u, '$1\u2022 ');
      const text = shown.replace(/\\$/u, '').trim();
      if (isBroken || open.length === 0) open.push([text]);
      else open.at(-1)!.push(text);
      isBroken = / {2}$|\\$/u.test(line);
    }
  }
  close();
  const title = /^title:\s*["']?(.*?)["']?\s*$/mu.exec(front?.[1] ?? '')?.[1] ?? '';
  return { blocks, pages: 1, title, limits: [...limits, ...toldChanges(source !== written, tracked)] };
};

/** A query as people write it, as a query of the full-text index. */
import { Failure } from '../failure.ts';

const PIECE = /"[^"]*"|\(|\)|[^\s()"]+/gu;
const NEAR = /NEAR(?:\/(\d{1,3}))?/uy;

/**
 * Words, "phrases", AND, OR, NOT, NEAR or NEAR/5 between two of them, and parentheses; words side by side must all occur.
 * Operators are in capitals. A word that ends in * stands for all that begin so. Throws a Failure for what cannot be read.
 */
export const queryOf = (written: string): string => {
  const pieces = written.match(PIECE) ?? [];
  const out: string[] = [];
  let wantsTerm = true;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece === '(') {
      if (!wantsTerm) out.push('AND');
      out.push('(');
      wantsTerm = true;
    } else if (piece === ')') {
      out.push(')');
      wantsTerm = false;
    } else if (piece === 'AND' && pieces[at + 1] === 'NOT') {
      // said so by many; NOT alone means the same
      continue;
    } else if (/^(?:AND|OR|NOT)$/u.test(piece)) {
      if (wantsTerm) throw bad(written, `${piece} needs something before it`);
      out.push(piece);
      wantsTerm = true;
    } else if (isNear(piece)) {
      const [before, after] = [out.pop(), pieces[++at]];
      if (before === undefined || after === undefined || !before.startsWith('"')) throw bad(written, 'NEAR stands between two words or phrases');
      out.push(`NEAR(${before} ${term(after, written)}, ${/\d+/u.exec(piece)?.[0] ?? 10})`);
      wantsTerm = false;
    } else {
      if (!wantsTerm) out.push('AND');
      out.push(term(piece, written));
      wantsTerm = false;
    }
  }
  if (out.length === 0) throw bad(written, 'there is no word in it');
  if (wantsTerm) throw bad(written, `${out.at(-1)} needs something after it`);
  let depth = 0;
  for (const piece of out) {
    depth += piece === '(' ? 1 : piece === ')' ? -1 : 0;
    if (depth < 0) break;
  }
  if (depth !== 0) throw bad(written, 'the parentheses do not match');
  return out.join(' ');
};

const isNear = (piece: string): boolean => {
  NEAR.lastIndex = 0;
  const match = NEAR.exec(piece);
  return match !== null && match[0].length === piece.length;
};

const term = (piece: string, written: string): string => {
  const bare = piece.replaceAll('"', ' ').trim();
  const prefix = bare.endsWith('*');
  const words = bare.replace(/\*+$/u, '');
  if (!/[\p{L}\p{N}]/u.test(words)) throw bad(written, `"${piece}" holds no word`);
  return `"${words}"${prefix ? '*' : ''}`;
};

const bad = (written: string, why: string): Failure => new Failure(`cannot read this search: ${why}`, { where: written, next: 'Write words, "phrases", AND, OR, NOT, NEAR/5 and parentheses' });

/**
 * The pattern language of the rules: a flat sequence of token tests, so that matching is linear by construction.
 *
 *     word        a word in any form (stem)            =word       exactly this form
 *     {name}      a list of the vocabulary             <kind>      <num> <cap> <body> <date> <duration> <ref>
 *     (a|b c|{d}) one of these                         ..4         up to four tokens of anything
 *     x?          may be missing                       ^ $         start, end of the sentence
 *     [name: x y] what x y matched is captured
 */

export type Element =
  | { readonly type: 'phrases'; readonly phrases: readonly string[]; readonly optional: boolean }
  | { readonly type: 'gap'; readonly max: number }
  | { readonly type: 'start' }
  | { readonly type: 'end' };

export interface Pattern {
  readonly source: string;
  readonly elements: readonly Element[];
  /** Captures as ranges of elements, end-exclusive. */
  readonly captures: readonly { name: string; from: number; to: number }[];
}

/** Longest gap a rule may ask for: the window in which a rule is verified stays bounded. */
export const MAX_GAP = 20;
const MAX_ELEMENTS = 24;

/** An alternative that is more than words or one list is written out as a pattern of its own; at most so many. */
const MAX_VARIANTS = 48;
const MAX_STEPS = 20 * MAX_VARIANTS;
const tooMany = (): Error => new Error(`stands for more than ${MAX_VARIANTS} patterns; write fewer alternatives`);
const GROUP = /\(([^()]*)\)(\?)?/gu;
const SIMPLE = /^(?:[=\p{L}\p{M}\p{N}%'’\s-]+|\{[\w-]+\}|<[a-z]+>)$/u;

/**
 * The patterns that a source stands for: one, or several where an alternative in brackets holds gaps or lists among
 * words. Throws an Error with a plain sentence; the loader adds file, line and column.
 */
export const parsePatterns = (source: string): Pattern[] => {
  return writeOut(source, { left: MAX_STEPS }).map((variant) => ({ ...parsePattern(variant), source }));
};

const writeOut = (source: string, budget: { left: number }): string[] => {
  // Counted on the way: what brackets inside brackets stand for grows with every one.
  if (--budget.left < 0) throw tooMany();
  for (const group of source.matchAll(GROUP)) {
    const alternatives = group[1]!.split('|').map((phrase) => phrase.trim());
    const inside = nested(source, group.index);
    const complex = alternatives.filter((phrase) => phrase !== '' && (inside || !SIMPLE.test(phrase)));
    if (complex.length === 0) continue;
    const simple = alternatives.filter((phrase) => phrase === '' || (!inside && SIMPLE.test(phrase)));
    const choices = [...complex, ...(simple.length > 0 ? [`(${simple.join('|')})`] : []), ...(group[2] === undefined ? [] : [''])];
    const before = source.slice(0, group.index);
    const after = source.slice(group.index + group[0].length);
    const variants = choices.flatMap((choice) => writeOut(`${before} ${choice} ${after}`, budget));
    if (variants.length > MAX_VARIANTS) throw tooMany();
    return variants;
  }
  return [source];
};

/** True when the bracket at `index` stands inside another. */
const nested = (source: string, index: number): boolean => {
  const before = source.slice(0, index);
  return before.split('(').length > before.split(')').length;
};

/** Parses one pattern without complex alternatives. Throws an Error with a plain sentence; the loader adds file, line and column. */
const parsePattern = (source: string): Pattern => {
  const elements: Element[] = [];
  const captures: { name: string; from: number; to: number }[] = [];
  const open: { name: string; from: number }[] = [];
  const lexer = /\s*(?:(\[\s*([a-z]+)\s*:)|(\])|\.\.(\d+)|(\^)|(\$)|\(([^()]*)\)(\?)?|(=?[\p{L}\p{M}\p{N}%'’-]+|\{[\w-]+\}|<[a-z]+>)(\?)?)/uy;
  let at = 0;
  while (at < source.length && source.slice(at).trim() !== '') {
    lexer.lastIndex = at;
    const match = lexer.exec(source);
    if (match === null) throw new Error(`cannot read the pattern at "${source.slice(at, at + 20).trim()}"`);
    const [, , name, close, gap, start, end, group, groupOptional, atom, atomOptional] = match;
    if (name !== undefined) open.push({ name, from: elements.length });
    else if (close !== undefined) {
      const opened = open.pop();
      if (opened === undefined) throw new Error('a "]" without its "[name:"');
      captures.push({ ...opened, to: elements.length });
    } else if (gap !== undefined) elements.push(gapOf(Number(gap)));
    else if (start !== undefined) elements.push({ type: 'start' });
    else if (end !== undefined) elements.push({ type: 'end' });
    else if (group !== undefined) elements.push({ type: 'phrases', phrases: alternatives(group), optional: groupOptional !== undefined });
    else elements.push({ type: 'phrases', phrases: [atom!], optional: atomOptional !== undefined });
    at = lexer.lastIndex;
  }
  if (open.length > 0) throw new Error(`"[${open[0]!.name}:" is never closed`);
  if (elements.length > MAX_ELEMENTS) throw new Error(`more than ${MAX_ELEMENTS} elements; write two patterns`);
  if (!elements.some((element) => element.type === 'phrases' && !element.optional)) throw new Error('no word that must be there; a rule needs an anchor to be found by');
  return { source, elements, captures };
};

const gapOf = (max: number): Element => {
  if (max < 1 || max > MAX_GAP) throw new Error(`a gap is 1 to ${MAX_GAP} words`);
  return { type: 'gap', max };
};

const alternatives = (group: string): string[] => {
  const phrases = group.split('|').map((phrase) => phrase.trim().replace(/\s+/gu, ' '));
  if (phrases.includes('')) throw new Error('an empty alternative in "( | )"');
  return phrases;
};

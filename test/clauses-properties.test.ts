/** Properties of the clause tree on generated texts: cover, order, unique ids, nesting, and trees that come back as they were written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../src/analysis.ts';
import { splitClauses } from '../src/clauses.ts';
import { documentOf, english } from './clauses-helper.ts';

const split = (text: string): Clause[] => splitClauses(documentOf(text), english);

const labels = ['1.', '2.', '3.', '12.', '(1)', '(2)', '2)', 'a.', 'b.', '(a)', '(c)', 'i.', '(ii)', 'iv)', 'h)', 'A.', 'I.', 'II.', '1.1', '1.2.', '2.1.10.3', '2 .1.3', '5-1-2.', 'Article 5', 'Article 6.', 'Art. 5(2)(b)', 'ARTICLE 240', 'Article One', 'CHAPTER II:', 'Part III', 'TITLE X.', 'Section 2', 'Annex C', 'FIRST SCHEDULE.', 'Annex', '-', '•', '##', '####'];
const bodies = ['', 'The Army', 'CEASEFIRE', 'Definitions', 'Preamble', 'Contents', 'Acronyms', 'Whereas the Parties met,', 'the Parties shall agree on:', 'The Parties shall:', 'a list of sites;', 'a list of sites; and', 'The army is dissolved.', 'of this Agreement shall apply.', 'half of it; 2. the rest; 3. nothing', '1.1. water; 1.2. roads', '3.5 million crowns on 12.09.2031.', 'Security ........ 12', 'Done at Kesh.', 'Mira Halle (signed)', 'three', '(3) members', 'and', '"Site" means a place.', 'القوات المسلحة', '\t ', 'x'.repeat(400)];
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom('', '', ...labels), fc.constantFrom(' ', '', '  '), fc.constantFrom(...bodies)).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }).map((s) => s.replace(/[\r\n]/gu, ' ')) },
  { weight: 1, arbitrary: fc.constant('') },
);
const anyText = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));

describe('any text', () => {
  it('is covered once, in order, by clauses with ids of their own', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clauses = split(text);
        expect(clauses.map((c) => text.slice(c.start, c.end)).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        clauses.forEach((c, i) => {
          expect(c.start).toBeLessThan(c.end);
          if (i > 0) expect(c.start).toBeGreaterThanOrEqual(clauses[i - 1]!.end);
        });
        expect(new Set(clauses.map((c) => c.id)).size).toBe(clauses.length);
      }),
      { numRuns: 400 },
    );
  });

  it('nests: parents and chapeaus come before, paths grow from the parent down', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clauses = split(text);
        const at = new Map(clauses.map((c, i) => [c.id, i]));
        clauses.forEach((c, i) => {
          const parent = c.parent === null ? null : clauses[at.get(c.parent)!]!;
          if (c.parent !== null) expect(at.get(c.parent)).toBeLessThan(i);
          if (c.chapeau !== null) expect(at.get(c.chapeau)).toBeLessThan(i);
          if (parent) expect(c.path.slice(0, parent.path.length)).toEqual(parent.path);
          expect(c.path.length - (parent?.path.length ?? 0)).toBe(c.label === '' ? 0 : 1);
          if (c.label !== '') expect(c.path.at(-1)).toBe(c.label);
          if (c.kind === 'contents') expect(c).toMatchObject({ label: '', path: [], parent: null });
        });
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same clauses twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(split(text)).toEqual(split(text));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves the ids before an added line alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), (n) => {
        const text = Array.from({ length: n }, (_, i) => `${i + 1}. The Parties shall keep rule ${i + 1}.`).join('\n');
        const ids = split(text).map((c) => c.id);
        expect(split(`${text}\n${n + 1}. The Parties shall meet.`).map((c) => c.id).slice(0, n)).toEqual(ids);
      }),
    );
  });
});

interface Tree { readonly children: readonly Tree[] }
const trees = (depth: number): fc.Arbitrary<Tree[]> =>
  depth === 0 ? fc.constant([]) : fc.array(trees(depth - 1).map((children) => ({ children })), { maxLength: 4 });
const roots = trees(4).filter((nodes) => nodes.length > 0);

/** Styles from the top down; each writes the label of the nth member. */
const styles: readonly ((n: number) => string)[] = [
  (n) => `Article ${n}`,
  (n) => `${n}.`,
  (n) => `(${String.fromCharCode(96 + n)})`,
  (n) => `(${['i', 'ii', 'iii', 'iv', 'v'][n - 1]})`,
];

describe('a text written from a tree', () => {
  it('comes back as the tree, dotted numbers', () => {
    fc.assert(
      fc.property(roots, (nodes) => {
        const paths: string[][] = [];
        const write = (members: readonly Tree[], above: string[]): void =>
          members.forEach((node, i) => {
            const label = above.length === 0 ? String(i + 1) : `${above.at(-1)}.${i + 1}`;
            paths.push([...above, label]);
            write(node.children, [...above, label]);
          });
        write(nodes, []);
        const text = paths.map((path) => `${path.at(-1)}. The Parties shall keep this rule at all times.`).join('\n');
        expect(split(text).map((c) => c.path)).toEqual(paths);
      }),
    );
  });

  it('comes back as the tree, changing styles', () => {
    fc.assert(
      fc.property(roots, (nodes) => {
        const paths: string[][] = [];
        const lines: string[] = [];
        const write = (members: readonly Tree[], above: string[]): void => {
          if (above.length >= styles.length) return;
          members.forEach((node, i) => {
            const label = styles[above.length]!(i + 1);
            const path = [...above, label.replace(/[().]/gu, '')];
            const ending = node.children.length > 0 && path.length < styles.length ? 'shall do the following:' : 'shall keep this rule.';
            paths.push(path);
            lines.push(`${label}${path.length === 1 ? '.' : ''} The Parties ${ending}`);
            write(node.children, path);
          });
        };
        write(nodes, []);
        expect(split(lines.join('\n')).map((c) => c.path)).toEqual(paths);
      }),
    );
  });
});

/** The forms of a report beside the page and the summary: each holds what it promises, and is the same from the same input. */
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { analysisSchema, sharedAnalysisSchema } from '../src/analysis.ts';
import { renderAnnotations } from '../src/report/annotations.ts';
import { renderMemo } from '../src/report/docx/memo.ts';
import { renderJson } from '../src/report/json.ts';
import { renderMarkdown } from '../src/report/markdown.ts';
import { quoteSelectors } from '../src/report/quotes.ts';
import { shareable } from '../src/report/share.ts';
import { renderCsv, tables } from '../src/report/tables.ts';
import { renderText } from '../src/report/text.ts';
import { prepare } from './cli-run.ts';
import { read, type Read } from './report-run.ts';

let valdora: Read;
let hostile: Read;
beforeAll(async () => {
  await prepare();
  valdora = await read('corpus/valdora-accord.en.txt');
  hostile = await read('fixtures/report/hostile.txt');
});

describe('tables', () => {
  const rows = ({ analysis, document, options }: Read, table: string, share = false): string[][] =>
    parseCsv(renderCsv(analysis, document, { ...options, table, share }) as string, { bom: true }) as string[][];

  it.each(['decisions', 'provisions', 'bodies', 'deadlines', 'warnings', 'clauses'] as const)('%s: one row for each', (table) => {
    expect(rows(valdora, table)).toHaveLength(valdora.analysis[table].length + 1);
  });
  it('are all there are', () => expect(Object.keys(tables)).toEqual(['decisions', 'provisions', 'bodies', 'deadlines', 'warnings', 'clauses']));
  it.each(Object.keys(tables))('%s: no cell begins like a formula', (table) => {
    expect(rows(hostile, table).flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell) && !/^-?\d/u.test(cell))).toEqual([]);
  });
  it('to be shared: without openness', () => {
    expect(rows(valdora, 'decisions')[0]).toContain('Openness, 0 to 100');
    expect(rows(valdora, 'decisions', true)[0]).not.toContain('Openness, 0 to 100');
  });
});

describe('annotations', () => {
  interface Selector { type: string; exact: string; prefix: string; suffix: string; start: number; end: number }
  interface Collection { '@context': string; id: string; type: string; total: number; first: { id: string; type: string; startIndex: number; items: { id: string; type: string; motivation: string; body: { type: string; value: string }[]; target: { source: string; selector: [Selector, Selector] } }[] } }
  const collection = ({ analysis, document, options }: Read): Collection => JSON.parse(renderAnnotations(analysis, document, options)) as Collection;

  it('are a collection as the W3C model has it', () => {
    const { '@context': context, id, type, total, first } = collection(valdora);
    expect([context, type, first.type, first.startIndex]).toEqual(['http://www.w3.org/ns/anno.jsonld', 'AnnotationCollection', 'AnnotationPage', 0]);
    expect(total).toBe(valdora.analysis.provisions.length);
    expect(first.items).toHaveLength(total);
    const ids = [id, first.id, ...first.items.map((item) => item.id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((iri) => /^urn:[a-z]+:\S+$/u.test(iri))).toBe(true);
    expect(first.items.every((item) => item.type === 'Annotation' && item.motivation === 'classifying' && item.body.length > 0 && item.body.every((body) => body.type === 'TextualBody' && body.value !== ''))).toBe(true);
  });
  it('every one finds its place again by its quotation, and by its position in characters', () => {
    for (const each of [valdora, hostile]) {
      const { text } = each.document;
      const points = Array.from(text);
      for (const [i, { target: { selector: [quote, position] } }] of collection(each).first.items.entries()) {
        const { start, end } = each.analysis.provisions[i]!;
        const quoted = quote.prefix + quote.exact + quote.suffix;
        expect(text.split(quoted)).toHaveLength(2);
        expect(text.indexOf(quoted) + quote.prefix.length).toBe(start);
        expect(quote.exact).toBe(text.slice(start, end));
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
      }
    }
  });
  it('quotations of what stands in several places take as much around them as tells them apart', () => {
    const text = `Kesh\n${'The force moves.\n'.repeat(9)}Orlund`;
    const spans = Array.from(text.matchAll(/The force moves\./gu), ({ index }) => ({ start: index, end: index + 16 }));
    for (const [i, { prefix, exact, suffix }] of quoteSelectors(text, spans).entries()) {
      expect(text.split(prefix + exact + suffix)).toHaveLength(2);
      expect(text.indexOf(prefix + exact + suffix) + prefix.length).toBe(spans[i]!.start);
    }
  });
  it('quotations never cut a character in two', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % text.length, b % text.length].toSorted((x, y) => x - y) as [number, number];
      const [quote] = quoteSelectors(text, [{ start, end: end + 1 }]);
      return !/^[\udc00-\udfff]/.test(quote!.prefix) || start < 32;
    }));
  });
});

describe('the memo', () => {
  it('is a Word file with the same bytes on every run, and bears no time', async () => {
    const [one, two] = [await renderMemo(valdora.analysis, valdora.document, valdora.options), await renderMemo(valdora.analysis, valdora.document, valdora.options)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    const parts = unzipSync(one);
    expect(strFromU8(parts['docProps/core.xml']!)).not.toMatch(/\d{4}-\d\d-\d\dT/u);
    expect(strFromU8(parts['word/document.xml']!)).toContain('Decisions left open');
  });
  it('to be shared: has no number', async () => {
    const parts = unzipSync(await renderMemo(valdora.analysis, valdora.document, { ...valdora.options, share: true }));
    expect(strFromU8(parts['word/document.xml']!)).not.toMatch(/of 100 left open|reads as/u);
  });
});

describe('Markdown', () => {
  it('holds no HTML and no link that a text brings', () => {
    const source = renderMarkdown(hostile.analysis, hostile.document, hostile.options);
    expect(source).not.toMatch(/(?<!\\)<[a-z/!]/iu);
    expect(source).not.toMatch(/(?<!\\)\]\(/u);
  });
  it('begins with the title and ends with the fingerprint', () => {
    const lines = renderMarkdown(valdora.analysis, valdora.document, valdora.options).trimEnd().split('\n');
    expect(lines[0]).toBe(`# ${valdora.analysis.document.title}`);
    expect(lines.at(-1)).toContain(valdora.analysis.document.textSha256);
  });
});

describe('to be shared', () => {
  it('the data keep a contract of their own', () => {
    expect(analysisSchema.safeParse(JSON.parse(renderJson(valdora.analysis))).error).toBeUndefined();
    const shared = JSON.parse(renderJson(valdora.analysis, valdora.document, { share: true })) as object;
    expect(sharedAnalysisSchema.safeParse(shared).error).toBeUndefined();
    expect(shared).not.toHaveProperty('score');
    expect(JSON.stringify(shared)).not.toMatch(/"(?:openness|boundScore|total)"/u);
  });
  it('files that are read as one are told by number', () => {
    const files = ['secret-draft.docx', 'annex-of-b.pdf'].map((name, i) => ({ name, title: '', kind: 'main' as const, pages: 1, fileSha256: '0'.repeat(64), start: i, end: i + 1 }));
    const clauses = valdora.analysis.clauses.map((clause) => ({ ...clause, file: 'annex-of-b.pdf' }));
    const told = JSON.stringify(shareable({ ...valdora.analysis, clauses, document: { ...valdora.analysis.document, files } }));
    expect(told).not.toMatch(/secret-draft|annex-of-b/u);
  });
  it('the summary has no number', () => {
    const told = renderText(valdora.analysis, valdora.document, { ...valdora.options, share: true });
    expect(told).not.toMatch(/of 100|reads as|ISSUE BY ISSUE/u);
    expect(told).toContain('WHAT IS LEFT OPEN');
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'node-html-parser';
import { escape, html } from '../src/report/html/markup.ts';
import { renderHtml } from '../src/report/html/page.ts';
import { prepare } from './cli-run.ts';
import { read, type Read } from './report-run.ts';

beforeAll(prepare);

const page = ({ analysis, document, options }: Read, changed: Partial<Read['options']> = {}): string => renderHtml(analysis, document, { ...options, ...changed });

describe('escaping', () => {
  it('leaves nothing that opens an element or ends an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/u.test(escape(text))));
  });
  it('gives the text back', () => {
    fc.assert(fc.property(fc.string(), (text) => parse(`<p>${escape(text)}</p>`).text === text.replaceAll('\u007f', '\ufffd')));
  });
  it('escapes every hole of a template but HTML itself', () => {
    expect(html`<a title="${'"<'}">${['&', html`<b>${"'"}</b>`, null]}</a>`.source).toBe('<a title="&quot;&lt;">&amp;<b>&#39;</b></a>');
  });
});

describe('the page', () => {
  let valdora: Read;
  beforeAll(async () => {
    valdora = await read('corpus/valdora-accord.en.txt');
  });

  it('is one file without script, and asks nobody for anything', () => {
    const source = page(valdora);
    expect(source).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;`);
    expect(source).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|url\(|@import|https?:/iu);
    expect([...source.matchAll(/href="([^"]*)"/gu)].filter(([, target]) => !target!.startsWith('#'))).toEqual([]);
  });
  it('has every anchor that it points to, each once', () => {
    const root = parse(page(valdora));
    const ids = root.querySelectorAll('[id]').map((node) => node.id);
    expect(ids.length).toBe(new Set(ids).size);
    const targets = new Set(root.querySelectorAll('a').map((node) => node.getAttribute('href')!.slice(1)));
    expect([...targets].filter((target) => !ids.includes(target))).toEqual([]);
  });
  it('shows every clause of the text as a cell, and every decision in the matrix', () => {
    const root = parse(page(valdora));
    const text = valdora.analysis.clauses.filter(({ kind }) => kind !== 'contents' && kind !== 'signature');
    expect(root.querySelectorAll('.strip .cell')).toHaveLength(text.length);
    expect(root.querySelectorAll('.matrix tbody td .key')).toHaveLength(valdora.analysis.decisions.filter(({ applicable }) => applicable).length);
  });
  it('tells the words before the number, and what is open before both', () => {
    const ids = parse(page(valdora)).querySelectorAll('section').map((node) => node.id);
    expect(ids).toEqual(['open', 'settled', 'score', 'strip', 'matrix', 'bodies', 'timeline', 'warnings', 'limits', 'method', 'text']);
  });
  it('to be shared: has no number', () => {
    const source = page(valdora, { share: true });
    expect(parse(source).querySelectorAll('section').map((node) => node.id)).not.toContain('score');
    expect(source).not.toContain('of 100 left open');
    expect(source).not.toContain('reads as ');
  });
  it('in a language written from the right: is mirrored', () => {
    const source = page(valdora, { language: 'ar', direction: 'rtl' });
    expect(source).toContain('<html lang="ar" dir="rtl">');
    expect(source).toContain('lang="en" dir="auto"');
    expect(source).not.toMatch(/[{;](?:margin|padding|border)-(?:left|right)|[{;](?:left|right):|text-align:(?:left|right)/u);
  });
  it('of a text in a language without rules: shows the text and no findings', async () => {
    const ids = parse(page(await read('fixtures/cli/harbour-pact.nl.txt'))).querySelectorAll('section').map((node) => node.id);
    expect(ids).toEqual(['limits', 'method', 'text']);
  });
  it('stays whole whatever a text holds', async () => {
    const hostile = await read('fixtures/report/hostile.txt');
    const source = page(hostile);
    expect(source).not.toMatch(/<(?:script|img|iframe|object|base|form|link|math)\b/iu);
    expect(source.match(/<\/style>/giu)).toHaveLength(1);
    expect(source.match(/<style>/giu)).toHaveLength(1);
    const root = parse(source);
    expect(root.querySelectorAll('*').flatMap((node) => Object.keys(node.attributes)).filter((name) => /^on|^src|^srcdoc|^action|^autofocus/u.test(name))).toEqual([]);
    expect(root.querySelector('.document')!.text).toContain('</style><script>window.broken=5</script>');
  });
});

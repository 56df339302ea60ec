/** The draft itself with comments: nothing of the original changes but that markers stand in it. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'node-html-parser';
import { Failure } from '../src/failure.ts';
import { renderComments } from '../src/report/docx/comments.ts';
import { paragraphTags } from '../src/report/docx/paragraph-tags.ts';
import { remarksOn } from '../src/report/docx/remarks.ts';
import { prepare } from './cli-run.ts';
import { docx, level, numbered, p } from './docx-builder.ts';
import { read } from './report-run.ts';

beforeAll(prepare);

const NUMBERING = `<w:abstractNum w:abstractNumId="7">${level(0, 'Article %1')}${level(1, '%1.%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
const BODY = [
  p('ACCORD ON SECURITY IN KESH'),
  p('Ceasefire', numbered(1)),
  p('All Parties shall cease fire at noon on the day of signature throughout Kesh.', numbered(1, 1)),
  '<w:p/>',
  p('The Joint Security Committee (JSC) shall determine the number of combatants who join the army.', `${numbered(1, 1)}<w:rPr><w:ins w:id="5" w:author="a"/></w:rPr>`),
  `<w:p><w:pPr>${numbered(1, 1)}</w:pPr><w:ins w:id="6" w:author="a"><w:r><w:t>The JSC shall determine the criteria </w:t></w:r></w:ins><w:del w:id="7" w:author="b"><w:r><w:delText>and ranks </w:delText></w:r></w:del><w:r><w:t>for service in the army.</w:t></w:r></w:p>`,
  `<w:tbl><w:tr><w:tc>${p('The command of the army')}</w:tc><w:tc>${p('shall be agreed later by the Parties.')}</w:tc></w:tr></w:tbl>`,
].join('');
const RELATIONS = '<Relationships xmlns="x"><Relationship Id="lacuna1" Type="y" Target="z.xml"/></Relationships>';
const MARKS = /<w:commentRangeStart w:id="\d+"\/>|<w:commentRangeEnd w:id="\d+"\/><w:r><w:commentReference w:id="\d+"\/><\/w:r>/gu;

const commented = async (bytes: Uint8Array): Promise<{ before: Record<string, Uint8Array>; after: Record<string, Uint8Array>; remarks: number; copy: Uint8Array }> => {
  const { analysis, document, options } = await read({ bytes, name: 'draft.docx' });
  const copy = await renderComments(analysis, document, options, async () => bytes);
  return { before: unzipSync(bytes), after: unzipSync(copy), remarks: remarksOn(analysis, options).length, copy };
};

describe('the draft with comments', () => {
  const draft = (raw: Record<string, string> = {}): Uint8Array => docx(BODY, { numbering: NUMBERING, raw: { 'word/_rels/document.xml.rels': RELATIONS, 'word/media/a.bin': 'xyz', ...raw } });

  it('has the text, numbers and changes of the original byte for byte, once its marks are taken away', async () => {
    const { before, after } = await commented(draft());
    expect(strFromU8(after['word/document.xml']!).replace(MARKS, '')).toBe(strFromU8(before['word/document.xml']!));
    const others = Object.keys(before).filter((name) => !['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'].includes(name));
    for (const name of others) expect(Buffer.from(after[name]!).equals(Buffer.from(before[name]!))).toBe(true);
  });
  it('has one comment for each open decision and warning that has a place, each marked once', async () => {
    const { after, remarks } = await commented(draft());
    const body = strFromU8(after['word/document.xml']!);
    const comments = strFromU8(after['word/comments.xml']!);
    expect(remarks).toBeGreaterThan(2);
    for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) expect(body.split(`<w:${mark} `)).toHaveLength(remarks + 1);
    expect(comments.split('<w:comment ')).toHaveLength(remarks + 1);
    expect(comments).not.toContain('w:date');
    expect(strFromU8(after['word/_rels/document.xml.rels']!)).toContain('Id="lacuna2"');
    expect(strFromU8(after['[Content_Types].xml']!)).toContain('PartName="/word/comments.xml"');
  });
  it('puts a comment at the clause it speaks of', async () => {
    const { after } = await commented(draft());
    const body = strFromU8(after['word/document.xml']!);
    const id = /w:id="(\d+)"[^>]*><w:p><w:r><w:t[^>]*>[^<]*How many fighters join/u.exec(strFromU8(after['word/comments.xml']!))![1]!;
    const range = body.slice(body.indexOf(`<w:commentRangeStart w:id="${id}"/>`), body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`));
    expect(parse(range).text).toBe('The Joint Security Committee (JSC) shall determine the number of combatants who join the army.');
  });
  it('adds to comments that are there already', async () => {
    const old = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="41" w:author="Mediator"><w:p><w:r><w:t>Keep.</w:t></w:r></w:p></w:comment></w:comments>';
    const relations = RELATIONS.replace('</Rel', '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Rel');
    const { after, remarks } = await commented(draft({ 'word/comments.xml': old, 'word/_rels/document.xml.rels': relations }));
    const comments = strFromU8(after['word/comments.xml']!);
    expect(comments).toContain('<w:comment w:id="41" w:author="Mediator"><w:p><w:r><w:t>Keep.</w:t></w:r></w:p></w:comment><w:comment w:id="42"');
    expect(comments.split('<w:comment ')).toHaveLength(remarks + 2);
    expect(strFromU8(after['word/_rels/document.xml.rels']!)).toBe(relations);
  });
  it('is read again with the same text, and is the same on every run', async () => {
    const { copy } = await commented(draft());
    expect(Buffer.from((await commented(draft())).copy).equals(Buffer.from(copy))).toBe(true);
    const [one, two] = [await read({ bytes: draft(), name: 'a.docx' }), await read({ bytes: copy, name: 'b.docx' })];
    expect(two.document.lines.filter(({ hint }) => hint !== 'note').map(({ start, end }) => two.document.text.slice(start, end))).toEqual(one.document.text.split('\n'));
  });
  it('is refused for what is no Word file', async () => {
    const { analysis, document, options } = await read('corpus/kesh-framework.en.txt');
    await expect(renderComments(analysis, document, options, async () => strToU8('x'))).rejects.toThrow(Failure);
  });
});

describe('paragraphs in markup', () => {
  it('are counted as they open, nested ones too, and end where they end', () => {
    const xml = '<w:body><w:p a=">"><w:pPr><w:x/></w:pPr><w:r><w:p><w:pPr/>in</w:p></w:r></w:p><!-- <w:p> --><w:p/><w:p><![CDATA[<w:p>]]></w:p></w:body>';
    expect(paragraphTags(xml).map(({ inside, close, empty }) => [xml.slice(inside, close), empty])).toEqual([['<w:r><w:p><w:pPr/>in</w:p></w:r>', false], ['in', false], ['', true], ['<![CDATA[<w:p>]]>', false]]);
  });
  it('need linear time', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), (n) => paragraphTags('<w:p>'.repeat(n) + '</w:p>'.repeat(n)).length === n));
  });
});

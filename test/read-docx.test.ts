import { describe, expect, it } from 'vitest';
import { readSource } from '../src/read/index.ts';
import type { Source } from '../src/document.ts';
import { docx, level, numbered, p } from './docx-builder.ts';

const read = (...parts: Parameters<typeof docx>): Promise<Source> => readSource({ bytes: docx(...parts), name: 'a.docx' });
const texts = async (...parts: Parameters<typeof docx>): Promise<string[]> => (await read(...parts)).blocks.map(({ text }) => text);

/** Blocks without the numbers of their paragraphs. */
const shown = ({ blocks }: Source): object[] => blocks.map(({ paragraph: _, ...block }) => block);

const LEGAL = `<w:abstractNum w:abstractNumId="7">${level(0, 'Article %1')}${level(1, '%1.%2.')}${level(2, '(%3)', 'lowerLetter')}</w:abstractNum>`;
const num = (id: number, list: number, inside = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${inside}</w:num>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

const list = (id: number, ...levels: string[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;

const style = (id: string, inside: string): string => `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;

const of = (id: string): string => `<w:pStyle w:val="${id}"/>`;

describe('numbering', () => {
  it('counts levels and restarts the lower ones', async () => {
    const body = [p('Aims', numbered(1)), p('one', numbered(1, 1)), p('two', numbered(1, 1)), p('x', numbered(1, 2)), p('y', numbered(1, 2)), p('plain'),
      p('Forces', numbered(1)), p('three', numbered(1, 1)), p('z', numbered(1, 2))].join('');
    expect(await texts(body, { numbering: LEGAL + num(1, 7) })).toEqual([
      'Article 1 Aims', '1.1. one', '1.2. two', '(a) x', '(b) y', 'plain', 'Article 2 Forces', '2.1. three', '(a) z',
    ]);
  });

  it('goes on through another list of the same family, unless that one starts afresh', async () => {
    const numbering = LEGAL + num(1, 7) + num(2, 7) + num(3, 7, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = [p('a', numbered(1)), p('b', numbered(2)), p('c', numbered(3)), p('d', numbered(3))].join('');
    expect(await texts(body, { numbering })).toEqual(['Article 1 a', 'Article 2 b', 'Article 5 c', 'Article 6 d']);
  });

  it('knows the formats, levels that never restart, legal numbering and redefined levels', async () => {
    const numbering = [
      list(1, level(0, '%1)', 'upperRoman'), level(1, '%1.%2', 'decimal', '<w:isLgl/>'), level(2, '%3.', 'decimal', '<w:lvlRestart w:val="0"/>')),
      list(2, level(0, '%1-', 'arabicAbjad')), list(3, level(0, '\uf0b7', 'bullet')), list(4, level(0, '%1.', 'lowerRoman')),
      num(1, 1), num(2, 2), num(3, 3), num(4, 4, `<w:lvlOverride w:ilvl="0">${level(0, '[%1]', 'upperLetter')}</w:lvlOverride>`),
    ].join('');
    const body = [p('a', numbered(1)), p('b', numbered(1, 1)), p('c', numbered(1, 2)), p('d', numbered(1)), p('e', numbered(1, 2)),
      p('f', numbered(2)), p('g', numbered(2)), p('h', numbered(2)), p('i', numbered(3)), p('j', numbered(4)), p('k', numbered(9))].join('');
    expect(await texts(body, { numbering })).toEqual(['I) a', '1.1 b', '1. c', 'II) d', '2. e', 'أ- f', 'ب- g', 'ج- h', '• i', '[A] j', 'k']);
  });

  it('takes numbers and outline levels from styles and their ancestors', async () => {
    const styles = [
      style('H1', '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'),
      style('H2', '<w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>'),
      style('Own', '<w:name w:val="Mine"/><w:basedOn w:val="H2"/>'),
    ].join('');
    const body = [p('One', of('H1')), p('Two', of('H2')), p('Three', of('Own')), p('Four', `${of('H2')}<w:numPr><w:numId w:val="0"/></w:numPr>`)].join('');
    expect(shown(await read(body, { styles, numbering: LEGAL + num(1, 7) }))).toEqual([
      { text: 'Article 1 One', page: 1, hint: 'heading', level: 1 }, { text: '1.1. Two', page: 1, hint: 'heading', level: 2 },
      { text: '1.2. Three', page: 1, hint: 'heading', level: 2 }, { text: 'Four', page: 1, hint: 'heading', level: 2 },
    ]);
  });
});

const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`;

describe('body', () => {
  it('joins runs, tabs, breaks and special hyphens', async () => {
    const body = `<w:p>${run('cease')}<w:r><w:noBreakHyphen/></w:r>${run('fire')}<w:r><w:tab/><w:t>of</w:t><w:br/><w:t>Kesh</w:t></w:r></w:p>`;
    expect(await texts(body)).toEqual(['cease-fire of Kesh']);
  });

  it('makes a table row one block, and lets a frame of one cell flow', async () => {
    const body = `<w:tbl><w:tr>${cell(p('Body'))}${cell(p('Task') + p('Date'))}</w:tr><w:tr>${cell(p('One') + p('Two'))}</w:tr></w:tbl>`;
    expect((await read(body)).blocks.map(({ paragraph }) => paragraph)).toEqual([0, 3, 4]);
    expect(shown(await read(body))).toEqual([{ text: 'Body | Task Date', page: 1, hint: 'table' }, { text: 'One', page: 1 }, { text: 'Two', page: 1 }]);
  });

  it('reads tracked changes as accepted and says so', async () => {
    const body = `<w:p>${run('The JMC ')}<w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:ins>${run('shall')}</w:ins>${run(' meet')}</w:p>`
      + `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Joined ')}</w:p>${p('to this.')}`;
    const source = await read(body);
    expect(source.blocks.map(({ text }) => text)).toEqual(['The JMC shall meet', 'Joined to this.']);
    expect(source.limits).toEqual([{ what: 'tracked changes: insertions are read as text, deletions are left out', where: null }]);
  });

  it('leaves out field codes, hidden text and the copy for old readers, and names what it cannot see', async () => {
    const body = p('Annex C', '<w:outlineLvl w:val="0"/>')
      + `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>`
      + `<mc:AlternateContent><mc:Choice><w:r><w:t>shown</w:t><a:blip/></w:r></mc:Choice><mc:Fallback>${run('shown')}</mc:Fallback></mc:AlternateContent></w:p>`;
    const source = await read(body);
    expect(source.blocks.map(({ text }) => text)).toEqual(['Annex C', 'shown']);
    expect(source.limits).toEqual([
      { what: '1 footnotes are not read', where: null }, { what: '1 comments are not read', where: null },
      { what: 'hidden text is not read', where: null }, { what: 'a picture cannot be read', where: 'Annex C' },
    ]);
  });

  it('counts pages and gives the title', async () => {
    const body = `${p('one')}<w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>${p('three')}`;
    const source = await read(body, { core: 'Orlund Accord' });
    expect([source.pages, source.title, source.blocks.map(({ page }) => page)]).toEqual([2, 'Orlund Accord', [1, 1, 2]]);
  });

  it('finds the main part under another name', async () => {
    const raw = {
      '_rels/.rels': '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>',
      'word/document2.xml': '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>here</w:t></w:r></w:p></w:body></w:document>',
    };
    expect(await texts(p('not here'), { raw })).toEqual(['here']);
  });

  it('refuses broken XML and endless nesting', async () => {
    await expect(read('<w:p>')).rejects.toThrow('the document is damaged (broken XML)');
    await expect(read('<w:x>'.repeat(1000) + '</w:x>'.repeat(1000))).rejects.toThrow('elements are nested too deep');
  });
});

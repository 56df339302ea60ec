import { describe, expect, it } from 'vitest';
import type { Block } from '../src/document.ts';
import { readSource } from '../src/read/index.ts';

const read = async (name: string, text: string | Uint8Array): Promise<Block[]> => [...(await readSource({ bytes: Buffer.from(text), name })).blocks];
const texts = async (name: string, text: string): Promise<string[]> => (await read(name, text)).map((block) => block.text.trim());

describe('HTML', () => {
  it('gives headings their level and paragraphs their text', async () => {
    expect(await read('a.html', '<html><head><title>T</title></head><body><h2>Article 1 &amp; 2</h2><p>The <b>Joint</b> Commission\n meets.</p>Loose text</body></html>')).toEqual([
      { text: 'Article 1 & 2', page: 1, hint: 'heading', level: 2 }, { text: 'The Joint Commission meets.', page: 1 }, { text: 'Loose text', page: 1 },
    ]);
  });

  it('gives lists their numbers back', async () => {
    const html = '<ol start="3"><li>one<ol type="a"><li>x</li><li value="5">y</li></ol></li><li>two</li></ol><ul><li>z</ul><ol style="list-style-type: lower-roman"><li>i</li></ol><ul style="list-style:none"><li>1.2 own</li></ul>';
    expect(await texts('a.html', html)).toEqual(['3. one', 'a) x', 'e) y', '4. two', '• z', 'i) i', '1.2 own']);
    expect((await read('a.html', html)).every(({ hint }) => hint === 'item')).toBe(true);
  });

  it('makes table rows one block each, and lets layout tables flow', async () => {
    expect(await read('a.html', '<table><tr><th>Body</th><th>Task</th></tr><tr><td>JMC</td><td>watch <p>report</p></td></tr></table><table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toEqual([
      { text: 'Body | Task', page: 1, hint: 'table' }, { text: 'JMC | watch report', page: 1, hint: 'table' }, { text: 'One', page: 1 }, { text: 'Two', page: 1 },
    ]);
  });

  it('drops scripts, styles, navigation and what is hidden', async () => {
    expect(await texts('a.html', '<script>x()</script><style>p{}</style><nav>Menu</nav><p hidden>h</p><p style="display: none">n</p><template>t</template><p>seen<!-- c --></p>')).toEqual(['seen']);
  });

  it('parts lines at <br> only where a line opens an item or a sentence ended', async () => {
    expect(await texts('a.html', '<p>The Parties<br>agree:<br>(a) one;<br>(b) two</p>')).toEqual(['The Parties agree:', '(a) one;', '(b) two']);
  });

  it('believes the charset that the page names', async () => {
    const page = Buffer.concat([Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'), Buffer.from([0xcc, 0xe8, 0xf0])]);
    expect((await read('a.html', page)).map(({ text }) => text)).toEqual(['Мир']);
  });

  it.each(['<!--', '<![CDATA['])('keeps what stands behind a %s that never ends, however many there are', async (sign) => {
    expect(await texts('a.html', `<p>one</p><!-- c -->${`${sign} `.repeat(150_000)}<p>two</p>`)).toEqual(['one', 'two']);
  });

  it('refuses endless nesting', async () => {
    await expect(read('a.html', `${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}`)).rejects.toThrow('elements are nested too deep');
  });
});

describe('Markdown', () => {
  it('reads headings, paragraphs, lists, quotes, tables and code', async () => {
    const text = [
      '---', 'title: "Orlund Accord"', '---', '# Orlund *Accord* #', '', 'The **Parties**', 'agree [here](http://x.y).', '', 'Second heading', '---', '',
      '1. one', '   goes on', '2. two', '- dash', '* star', '(a) letter', '', '> quoted', '> text', '', '| Body | Task |', '|---|:-:|', '| JMC | `watch` |', '', '***', '```', 'code', '```', '<!-- gone', 'too --> Left ____ blank, a\\_b.',
    ].join('\n');
    const source = await readSource({ bytes: Buffer.from(text), name: 'a.md' });
    expect(source.title).toBe('Orlund Accord');
    expect(source.blocks.map(({ text: shown, hint, level }) => [shown.trim(), hint, level])).toEqual([
      ['Orlund Accord', 'heading', 1], ['The Parties agree here.', undefined, undefined], ['Second heading', 'heading', 2],
      ['1. one goes on', 'item', undefined], ['2. two', 'item', undefined], ['- dash', 'item', undefined], ['• star', 'item', undefined], ['(a) letter', 'item', undefined],
      ['quoted text', undefined, undefined], ['Body | Task', 'table', undefined], ['JMC | watch', 'table', undefined], ['code', undefined, undefined],
      ['Left ____ blank, a_b.', undefined, undefined],
    ]);
  });

  it('reads headings without a space after the signs', async () => {
    expect(await read('a.md', '###DEEL V')).toEqual([{ text: 'DEEL V', page: 1, hint: 'heading', level: 3 }]);
  });
});

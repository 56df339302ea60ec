/** Live drafts: what is contested, what is blank, and brackets of final texts that are neither. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../src/analysis.ts';
import { type Analyzer, createAnalyzer } from '../src/analyze.ts';
import { makeDocument } from '../src/document.ts';
import { bracketsIn } from '../src/drafts/marks.ts';
import { findPassages } from '../src/drafts/passages.ts';
import { resolved } from '../src/drafts/resolve.ts';
import { readSource, type Tracked } from '../src/read/index.ts';
import type { Ruleset } from '../src/rules/ruleset.ts';
import { loadFolder } from '../src/ruleset-file.ts';
import { docx, p } from './docx-builder.ts';

let ruleset: Ruleset;
let analyze: Analyzer;
beforeAll(async () => {
  ({ ruleset } = await loadFolder('rules'));
  analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
});

const documentOf = (...lines: string[]) => makeDocument({ kind: 'text', blocks: lines.map((text) => ({ text, page: 1 })), pages: 1, title: '', fileSha256: '', limits: [] });
const passages = (...lines: string[]) => {
  const document = documentOf(...lines);
  return findPassages(document, ruleset.languages['en']!.drafts).map(({ kind, variants, start, end }) => [kind, document.text.slice(start, end), ...variants.map(({ by, start: from, end: to }) => (by === null ? '' : `${by}: `) + document.text.slice(from, to).trim())]);
};

describe('marks of a draft', () => {
  it('reads wording of two parties as variants of one passage', () => {
    expect(passages('The force has [Govt: 5,000] [Front: 8,000] men.')).toEqual([['bracket', '[Govt: 5,000] [Front: 8,000]', 'Govt: 5,000', 'Front: 8,000']]);
  });

  it('reads brackets alone as wording that stays or goes', () => {
    expect(passages('DRAFT 2', 'The Parties [shall not] recruit.')).toEqual([['bracket', '[shall not]', 'shall not', '']]);
  });

  it('reads slashes and "or" between brackets as alternatives', () => {
    expect(passages('DRAFT 2', 'within [30/60] days; [the army] or [the police] moves; children [and/or] women')).toEqual([
      ['bracket', '[30/60]', '30', '60'], ['bracket', '[the army] or [the police]', 'the army', 'the police'], ['bracket', '[and/or]', 'and/or', ''],
    ]);
  });

  it('reads options line by line, with or without the text on the line of their label', () => {
    expect(passages('Option 1: Ranks stand.', 'Option 2: Ranks are reviewed.', '3. Next.')).toEqual([['options', 'Option 1: Ranks stand.\nOption 2: Ranks are reviewed.', 'Option 1: Ranks stand.', 'Option 2: Ranks are reviewed.']]);
    expect(passages('Alternative A', 'Ranks stand.', 'Alternative B', 'Ranks are reviewed.', '3. Next.').map(([kind, , ...variants]) => [kind, ...variants])).toEqual([['options', 'Alternative A: Ranks stand.', 'Alternative B: Ranks are reviewed.']]);
  });

  it('reads options behind the number of their clause, and other options as another passage', () => {
    expect(passages('2.2. Option 1: Ranks stand.', 'Option 2: Ranks are reviewed.', '2.3. Next.', '3.1. Alternative A: The army moves.', 'Alternative B: The police moves.').map(([kind, , ...variants]) => [kind, ...variants])).toEqual([
      ['options', 'Option 1: Ranks stand.', 'Option 2: Ranks are reviewed.'], ['options', 'Alternative A: The army moves.', 'Alternative B: The police moves.'],
    ]);
    expect(passages('3. Option to renew is open.')).toEqual([]);
  });

  it('reads figures in brackets side by side as one choice', () => {
    expect(passages('within [30] [60] days of signing')).toEqual([['bracket', '[30] [60]', '30', '60']]);
    expect(passages('as held in [12] [13].')).toEqual([]);
  });

  it('reads what is to be filled in as blank', () => {
    expect(passages('within [X] days, by ____, at [●], for [TBD]').map(([kind, text]) => [kind, text])).toEqual([['blank', '[X]'], ['blank', '____'], ['blank', '[●]'], ['blank', '[TBD]']]);
  });

  it('finds the outer of nested brackets, over lines too', () => {
    expect(passages('DRAFT', '[3. The army [of Kesh]', 'moves.] It rests.').map(([, text]) => text)).toEqual(['[3. The army [of Kesh]\nmoves.]']);
  });

  it.each([
    'The Parties agreed [sic] to this.', 'As held in the report [12], it stands.', '[T]he army stays.', 'The Part[s] remain.', 'See above [...] and below.', 'under the Act [Chapter 10:07], or any law',
    'a vote on [the] matter of peace', '[See pdf for table]', 'Option to renew is open.', 'The President [or solemnly affirm] swears.', 'Definitions: "Council" [the Joint Council] means all.',
  ])('leaves a final text alone: %s', (line) => {
    expect(passages('AGREEMENT ON PEACE IN KESH', line)).toEqual([]);
  });
});

describe('properties', () => {
  const text = fc.array(fc.constantFrom('[', ']', '[X]', 'a', ' ', 'Govt: ', '/', '5', '\n', 'Option 1: ', '____', '⟦-', '-⟧', '⟦+', '+⟧'), { maxLength: 40 }).map((parts) => parts.join(''));

  it('brackets match and never overlap', () => {
    fc.assert(fc.property(text, (drawn) => {
      let end = 0;
      for (const bracket of bracketsIn(drawn)) {
        expect(bracket.start).toBeGreaterThanOrEqual(end);
        expect(drawn[bracket.start]! + drawn[bracket.end - 1]!).toBe('[]');
        end = bracket.end;
      }
    }));
  });

  it('passages follow each other, variants lie inside, and a reading only takes away', () => {
    fc.assert(fc.property(text, (drawn) => {
      const document = documentOf('DRAFT', ...drawn.split('\n'));
      const found = findPassages(document, ruleset.languages['en']!.drafts);
      found.forEach((passage, at) => {
        if (at > 0) expect(passage.start).toBeGreaterThanOrEqual(found[at - 1]!.end);
        for (const variant of passage.variants) expect(passage.start <= variant.start && variant.start <= variant.end && variant.end <= passage.end).toBe(true);
      });
      const source = { kind: 'text', blocks: [], pages: 1, title: '', fileSha256: '', limits: [] } as const;
      for (const way of [0, 1]) for (const [i, { text: line }] of resolved(document, source, found, way).blocks.entries()) expect(document.text.slice(document.lines[i]!.start, document.lines[i]!.end).length).toBeGreaterThanOrEqual(line.length);
    }));
  });
});

describe('a draft with everything open', () => {
  let analysis: Analysis;
  beforeAll(async () => {
    ({ analysis } = await analyze(await readSource({ path: 'fixtures/drafts/live.txt' })));
  });

  it('gives each decision as each side would have it', () => {
    const by = new Map(analysis.decisions.map((decision) => [decision.id, decision.contested]));
    expect(by.get('n1')!.map(({ status, by: parties }) => [status, parties])).toEqual([['SETTLED', ['Govt']], ['DELEGATED', ['Front']]]);
    expect(by.get('d3')!.map(({ status }) => status)).toEqual(['SETTLED', 'SILENT']);
    expect(by.get('f1')).toBeUndefined();
  });

  it('spans the total between the variants', () => {
    const { low, high, readings } = analysis.score.contested!;
    for (const total of readings) expect(total! >= low! - 1e-9 && total! <= high! + 1e-9).toBe(true);
    expect(low!).toBeLessThan(high!);
  });

  it('marks the provisions in a passage, and takes a blank for no number', () => {
    const marked = analysis.provisions.filter(({ contested }) => contested !== undefined).map(({ label }) => label);
    expect(marked).toEqual(expect.arrayContaining(['1.2', '1.3', '2.1', '2.3', '2.4']));
    expect(marked).not.toContain('1.1');
    expect(analysis.deadlines.find(({ text }) => text.includes('[X]'))?.days ?? null).toBeNull();
  });

  it('changes nothing in a text without marks', async () => {
    const { analysis: plain } = await analyze(await readSource({ bytes: Buffer.from(readFileSync('fixtures/compare/draft-3.txt')), name: 'x.txt' }));
    expect(JSON.stringify(plain)).not.toContain('contested');
  });
});

describe('struck and inserted words', () => {
  const run = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const word = docx(`<w:p>${run('The JMC ')}<w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:ins>${run('shall')}</w:ins>${run(' meet')}${run(' often', '<w:strike/>')}.</w:p>`
    + `<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>${run('One')}</w:p>${p(' two.')}`);
  const texts = async (bytes: Uint8Array, name: string, tracked: Tracked) => (await readSource({ bytes, name }, tracked)).blocks.map(({ text }) => text);

  it.each([
    ['accepted', ['The JMC shall meet', 'One', ' two.']], ['rejected', ['The JMC may meet often', 'One two.']], ['marked', ['The JMC ⟦-may-⟧⟦+shall+⟧ meet⟦- often-⟧', 'One', ' two.']],
  ] as const)('reads a Word file as %s', async (tracked, expected) => {
    expect(await texts(word, 'a.docx', tracked)).toEqual(expected);
  });

  it.each([['accepted', 'It shall go.'], ['rejected', 'It may go.'], ['marked', 'It ⟦-may-⟧⟦+shall+⟧ go.']] as const)('reads HTML and Markdown as %s', async (tracked, expected) => {
    expect(await texts(Buffer.from('<html><p>It <s>may</s><ins>shall</ins> go.</p></html>'), 'a.html', tracked)).toEqual([expected]);
    expect(await texts(Buffer.from('It ~~may~~<ins>shall</ins> go.'), 'a.md', tracked)).toEqual([expected]);
  });

  it('takes a marked change for contested, with both wordings', async () => {
    const { analysis: { contested } } = await analyze(await readSource({ bytes: word, name: 'a.docx' }, 'marked'), { lang: 'en' });
    expect(contested!.map(({ kind, variants }) => [kind, ...variants.map(({ text }) => text)])).toEqual([['change', 'may', 'shall'], ['change', 'often', '']]);
  });

  it('puts footnotes and comments beside the text, in no clause', async () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const bytes = docx(`<w:p>${run('The army stays')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>`, { raw: {
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p>${run('Until June.')}</w:p></w:footnote></w:footnotes>`,
      'word/comments.xml': `<w:comments ${W}><w:comment w:id="7" w:author="Ada"><w:p>${run('Too long?')}</w:p></w:comment></w:comments>`,
    } });
    const source = await readSource({ bytes, name: 'a.docx' });
    expect(source.blocks.map(({ text, hint }) => [text, hint])).toEqual([['The army stays', undefined], ['Until June.', 'note'], ['Ada: Too long?', 'note']]);
    expect(source.limits.map(({ what }) => what)).toEqual(['2 notes or comments stand beside the text and are not scored']);
    const { analysis: { clauses }, document } = await analyze(source, { lang: 'en' });
    expect(clauses.map(({ start, end }) => document.text.slice(start, end))).toEqual(['The army stays']);
  });
});

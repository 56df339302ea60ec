import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDocument, type Block, type Source } from '../src/document.ts';

const source = (...blocks: (string | Block)[]): Source => ({
  kind: 'text',
  blocks: blocks.map((block) => (typeof block === 'string' ? { text: block, page: 1 } : block)),
  pages: 1,
  title: '',
  fileSha256: '',
  limits: [],
});

const clean = (...blocks: string[]): string => makeDocument(source(...blocks)).text;

describe('makeDocument', () => {
  it('makes each block one line and drops those that hold nothing visible', () => {
    const document = makeDocument(source('  First\r\nblock ', '\u200b\ufeff ', { text: 'Second', page: 3, hint: 'heading', level: 2 }));
    expect(document.text).toBe('First block\nSecond');
    expect(document.lines).toEqual([{ start: 0, end: 11, page: 1 }, { start: 12, end: 18, page: 3, hint: 'heading', level: 2 }]);
    expect(document.language).toBe('und');
  });

  it('freezes what it gives', () => {
    const document = makeDocument(source('x'));
    expect(Object.isFrozen(document) && Object.isFrozen(document.lines) && Object.isFrozen(document.lines[0])).toBe(true);
  });

  it('takes the language it is told', () => expect(makeDocument(source('x'), 'fr').language).toBe('fr'));

  it.each([
    ['a\u00a0b\u2003\u202f c\td', 'a b c d'],
    ['e\u0301tat', 'état'],
    ['\ufb01nal con\ufb02ict', 'final conflict'],
    ['\ufee3\ufe8e\ufe93', 'ماة'],
    ['\u202eevil\u202c \u2066x\u2069', 'evil x'],
    ['\u0007bell\u001b[31m', 'bell[31m'],
    ['imple\u00ad mentation and soft\u00adness', 'implementation and softness'],
    ['\uf0b7 first', '\u2022 first'],
    ['cease\u2011fire', 'cease-fire'],
    ['half \ud800 pair', 'half \ufffd pair'],
  ])('cleans %j', (raw, expected) => expect(clean(raw)).toBe(expected));

  it.each([
    ['a word that nobody else has: imple- mentation', 'a word that nobody else has: implementation'],
    ['the Commanders-in- Chief met', 'the Commanders-in-Chief met'],
    ['the R- ARCSS', 'the R-ARCSS'],
    ['short- and long-term aims', 'short- and long-term aims'],
    ['a- the first item', 'a- the first item'],
    ['أ- تشكيل اللجنة', 'أ- تشكيل اللجنة'],
    ['Valdora - a state', 'Valdora - a state'],
  ])('mends %j', (raw, expected) => expect(clean(raw)).toBe(expected));

  it('keeps the hyphen of a compound that the text writes elsewhere, or whose halves stand alone', () => {
    expect(clean('The cease- fire holds.', 'A cease-fire is needed.').split('\n')[0]).toBe('The cease-fire holds.');
    expect(clean('The cease- fire holds.', 'They cease to fire.').split('\n')[0]).toBe('The cease-fire holds.');
    expect(clean('The cease- fire holds.', 'A ceasefire is needed.').split('\n')[0]).toBe('The ceasefire holds.');
  });

  it('is the same whatever cleaning came before (property)', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 8 }), (texts) => {
      const once = makeDocument(source(...texts));
      for (const { start, end } of once.lines) expect(once.text.slice(start, end)).toMatch(/^\S(?:[^\n]*\S)?$/u);
      expect(once.text.split('\n').length).toBe(Math.max(1, once.lines.length));
      expect(makeDocument(source(...once.text.split('\n'))).text).toBe(once.text);
    }));
  });

  it('takes a megabyte without spaces', () => {
    const long = 'a-'.repeat(500_000);
    expect(clean(`${long} ${long}`).length).toBe(2_000_001);
  });
});

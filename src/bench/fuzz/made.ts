/** Files that are made rather than found: PDFs, Word files and review logs about one sample text. */
import { strToU8, zipSync } from 'fflate';
import { docx, level, numbered, p } from '../../../test/docx-builder.ts';
import { column, pdf } from '../../../test/pdf-builder.ts';
import type { Analysis } from '../../analysis.ts';
import type { Entry } from '../../review/ledger.ts';
import { keysOf } from '../../verdicts.ts';

const logOf = (analysis: Analysis, text: string): string => {
  const keys = keysOf(analysis, text);
  const stamp = { who: 'ada', at: '2030-01-01T00:00:00.000Z', tool: 'lacuna 0', rules: '0', document: analysis.document.textSha256 };
  const entries = analysis.provisions.flatMap(({ id, label, status, leaves, start, end }, i): Entry[] => {
    const key = keys.get(id);
    if (key === undefined) return [];
    const machine = { status, leaves };
    const after = { reading: i % 3 === 0 ? ('rejected' as const) : machine, parked: i % 5 === 0 ? 'on purpose' : null, note: 'note', basis: '', document: stamp.document, from: null };
    return [{ ...stamp, n: 0, do: 'verdict', what: 'edit', changes: [{ key, target: 'provision', label, quote: text.slice(start, end), machine, before: null, after }] }];
  });
  const undone: Entry[] = [{ ...stamp, n: 0, do: 'undo', of: entries.length }, { ...stamp, n: 0, do: 'redo', of: entries.length }];
  return [...entries, ...undone].map((entry, i) => `${JSON.stringify({ ...entry, n: i + 1 })}\n`).join('');
};

/** Seeds for the kinds that cannot be cut out of a text. */
export const madeFiles = (analysis: Analysis, text: string): Record<'docx' | 'pdf' | 'log', Uint8Array[]> => {
  const lines = text.split('\n').slice(0, 60).map((line) => line.slice(0, 90).replace(/[^ -~]/gu, ''));
  const body = lines.map((line, i) => p(line.replace(/[<&]/gu, ''), i % 3 === 0 ? numbered(1, i % 2) : i % 7 === 0 ? '<w:pStyle w:val="H1"/>' : '')).join('');
  const table = `<w:tbl><w:tr><w:tc>${p('Body')}</w:tc><w:tc>${p('Seats')}</w:tc></w:tr></w:tbl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'Article %1')}${level(1, '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  return {
    docx: [docx(body + table, { numbering, styles: '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>', core: 'Pact' }), zipSync({ 'word/document.xml': strToU8('<x/>') })],
    pdf: [pdf([column(lines.slice(0, 40), { x: 60, y: 60 }), column(lines.slice(40), { x: 60, y: 60 })], { title: 'Pact' }), pdf([[{ text: 'cease', x: 60, y: 100 }, { text: '#', x: 90, y: 100, actual: 'fi' }, { text: 'DRAFT', x: 9, y: 9, tilted: true }]])],
    log: [Buffer.from(logOf(analysis, text))],
  };
};

/** Report formats by name. A renderer turns one finished Analysis into text and computes nothing; it loads when it is asked for. */
import type { Analysis } from '../analysis.ts';
import type { Document } from '../document.ts';
import type { TextOptions } from './text.ts';

/** What a report is written in and for. */
export interface ReportOptions extends TextOptions {
  /** ISO 639-1 code of the language that the report is written in. */
  language: string;
  direction: 'ltr' | 'rtl';
  share: boolean;
  /** Which table, for CSV. */
  table: string;
}

/** `original` gives the bytes of the file that was read. */
export type Renderer = (analysis: Analysis, document: Document, options: ReportOptions, original?: () => Promise<Uint8Array>) => string | Uint8Array | Promise<Uint8Array>;

export interface Format {
  readonly load: () => Promise<Renderer>;
  /** Ending of the names of its files. */
  readonly ending: string;
  /** What stands before, between and after the reports when several texts go into one file; null where each needs a file of its own. */
  readonly several: { readonly before: string; readonly between: string; readonly after: string } | null;
  /** True when a report does not tell which text it is about, so that several need the names of their files. */
  readonly named?: true;
  /** True for a form that no terminal can show. */
  readonly binary?: true;
  /** What of a report stands in a file with others before it. */
  readonly continued?: (report: string) => string;
}

const plain = { before: '', between: '\n', after: '' };
const list = { before: '[\n', between: ',\n', after: ']\n' };
const joined = { ...plain, between: '' };
/** A table without the line of its headers, which stands at its top once. */
const withoutHeader = (table: string): string => table.slice(table.indexOf('\r\n') + 2);

export const formats: Readonly<Record<string, Format>> = {
  text: { load: async () => (await import('./text.ts')).renderText, ending: 'txt', several: plain, named: true },
  ledger: { load: async () => (await import('./text/desk.ts')).renderLedger, ending: 'ledger.txt', several: plain, named: true },
  html: { load: async () => (await import('./html/page.ts')).renderHtml, ending: 'html', several: null },
  md: { load: async () => (await import('./markdown.ts')).renderMarkdown, ending: 'md', several: plain },
  docx: { load: async () => (await import('./docx/memo.ts')).renderMemo, ending: 'docx', several: null, binary: true },
  comments: { load: async () => (await import('./docx/comments.ts')).renderComments, ending: 'comments.docx', several: null, binary: true },
  csv: { load: async () => (await import('./tables.ts')).renderCsv, ending: 'csv', several: joined, continued: withoutHeader },
  annotations: { load: async () => (await import('./annotations.ts')).renderAnnotations, ending: 'annotations.json', several: list },
  json: { load: async () => (await import('./json.ts')).renderJson, ending: 'json', several: list },
  ndjson: { load: async () => (await import('./json.ts')).renderNdjson, ending: 'ndjson', several: joined },
  'text-layer': { load: async () => (_analysis, { text }) => `${text}\n`, ending: 'layer.txt', several: plain, named: true },
};

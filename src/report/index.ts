/** Report formats by name. A renderer turns one finished Analysis into text and computes nothing; it loads when it is asked for. */
import type { Analysis } from '../analysis.ts';
import type { Document } from '../document.ts';
import type { TextOptions } from './text.ts';

export type Renderer = (analysis: Analysis, document: Document, options: TextOptions) => string;

export interface Format {
  readonly load: () => Promise<Renderer>;
  /** What stands before, between and after the reports when several texts are asked for. */
  readonly several: { readonly before: string; readonly between: string; readonly after: string };
  /** True when a report does not tell which text it is about, so that several need the names of their files. */
  readonly named: boolean;
}

const plain = { before: '', between: '\n', after: '' };

export const formats: Readonly<Record<string, Format>> = {
  text: { load: async () => (await import('./text.ts')).renderText, several: plain, named: true },
  json: { load: async () => (await import('./json.ts')).renderJson, several: { before: '[\n', between: ',\n', after: ']\n' }, named: false },
  ndjson: { load: async () => (await import('./json.ts')).renderNdjson, several: { ...plain, between: '' }, named: false },
  'text-layer': { load: async () => (_analysis, { text }) => `${text}\n`, several: plain, named: true },
};

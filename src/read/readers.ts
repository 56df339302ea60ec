/** The readers by kind. They load when their kind turns up: a PDF library costs more than reading most texts. */
import type { Source } from '../document.ts';
import type { Reader } from './index.ts';

const readers: Readonly<Record<Source['kind'], () => Promise<Reader>>> = {
  text: async () => (await import('./text.ts')).readText,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html.ts')).readHtml,
  docx: async () => (await import('./docx.ts')).readDocx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
};

export const loadReader = (kind: Source['kind']): Promise<Reader> => readers[kind]();

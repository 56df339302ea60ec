/** PDF: every page's placed text, through pdf.js, then laid out into blocks. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Failure } from '../failure.ts';
import { holdTo } from '../limits.ts';
import type { Cell } from './cell.ts';
import type { Reading } from './index.ts';
import { layOut } from './layout.ts';
import { actualTexts } from './pdf-actual-text.ts';
import { cellsOf, type Piece } from './pdf-cells.ts';

type Pdfjs = typeof import('pdfjs-dist');
type Limit = Reading['limits'][number];

/** Stands in for a drawing class: pdf.js looks for some at start, but nothing is ever drawn. */
function Blank(): void {}

/** pdf.js as a library in this process: its worker is handed over so that it starts no other. */
const loadPdfjs = async (): Promise<Pdfjs> => {
  const world = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= Blank;
  // While it loads, before its verbosity can be set, it complains when no canvas is installed.
  /* oxlint-disable no-console -- silenced, not used */
  const { warn } = console;
  console.warn = () => {};
  try {
    // @ts-expect-error the worker module has no types; it is only passed on
    world['pdfjsWorker'] ??= await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    // @ts-expect-error the types stand beside the build that is not minified
    return (await import('pdfjs-dist/legacy/build/pdf.min.mjs')) as Pdfjs;
  } finally {
    console.warn = warn;
  }
  /* oxlint-enable no-console */
};

/** Objects that lie open in the file. */
const countObjects = (bytes: Uint8Array): number => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = file.indexOf(' obj'); at !== -1; at = file.indexOf(' obj', at + 4)) count++;
  return count;
};

const open = async (bytes: Uint8Array, where: string): Promise<PDFDocumentProxy> => {
  // Without its last line a PDF is cut short; pdf.js would read what is left without a word.
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', Math.max(0, bytes.length - 4096));
  if (!tail.includes('%%EOF')) throw new Failure('the PDF is cut short', { where, next: 'Download or copy it again' });
  holdTo('pdf-objects', countObjects(bytes), 'objects', where, 'Print it to a new PDF');
  const pdfjs = await loadPdfjs();
  try {
    return await pdfjs.getDocument({
      // A copy, because pdf.js takes the memory over; and no Buffer, which it refuses.
      data: new Uint8Array(bytes),
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    const { name } = error as Error;
    if (name === 'PasswordException') throw new Failure('the PDF is protected by a password', { where, next: 'Save a copy without the password' });
    if (!name.endsWith('Exception')) throw error;
    throw new Failure('the PDF is damaged', { where, next: 'Download it again, or print it to a new PDF' });
  }
};

/** Numbers as "3", "3 and 4", "3-9, 12". */
const ranges = (numbers: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
};

const limitFor = (what: string, pages: readonly number[]): Limit[] =>
  pages.length === 0 ? [] : [{ what, where: `page${pages.length > 1 ? 's' : ''} ${ranges(pages)}` }];

/** Reads a PDF with a text layer. Throws a Failure for a damaged, locked or image-only one. */
export const readPdf = async (bytes: Uint8Array, where: string, onStep?: () => void): Promise<Reading> => {
  const pdf = await open(bytes, where);
  try {
    holdTo('pages', pdf.numPages, 'pages', where, 'Split the file');
    const spans = actualTexts(bytes);
    const pages: Cell[][] = [];
    const found = { empty: [] as number[], unreadable: [] as number[], tilted: [] as number[], broken: [] as number[] };
    for (let number = 1; number <= pdf.numPages; number++) {
      try {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
        const { cells, tilted } = cellsOf(items as Piece[], page.getViewport({ scale: 1 }).transform as number[], spans(page.ref?.num));
        pages.push(cells);
        if (tilted) found.tilted.push(number);
        if (cells.length === 0) found.empty.push(number);
        if (cells.some(({ text }) => /[\0\ufffd]/u.test(text))) found.unreadable.push(number);
        page.cleanup();
        onStep?.();
      } catch {
        pages.push([]);
        found.broken.push(number);
      }
    }
    if (found.broken.length === pdf.numPages) throw new Failure('the PDF is damaged', { where, next: 'Download it again, or print it to a new PDF' });
    if (pages.every((cells) => cells.length === 0)) {
      throw new Failure('no text layer (pictures of pages)', { where, next: 'Run text recognition (OCR) on it and give the result' });
    }
    const info = (await pdf.getMetadata().catch(() => undefined))?.info as { Title?: unknown } | undefined;
    return {
      blocks: layOut(pages, 'points'),
      pages: pdf.numPages,
      title: typeof info?.Title === 'string' ? info.Title : '',
      limits: [
        ...limitFor('no text layer (an image?)', found.empty),
        ...limitFor('damaged, not read', found.broken),
        ...limitFor('letters that the file gives no text for', found.unreadable),
        ...limitFor('text set at an angle left out', found.tilted),
      ],
    };
  } finally {
    await pdf.destroy();
  }
};

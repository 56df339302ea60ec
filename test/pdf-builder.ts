/** Writes small PDFs by hand for tests: text at places, nothing else. */

/** Text at a place: points from the left and from the top of a page of 595 by 842; Latin-1 letters only. */
export interface Put {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Turned by 45 degrees, like a watermark. */
  readonly tilted?: boolean;
  /** What the file states the text to be (/ActualText). */
  readonly actual?: string;
}

const HEIGHT = 842;

const escaped = (text: string): string => text.replace(/[\\()]/gu, String.raw`\$&`);

const hex = (text: string): string => `feff${[...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}`;

const draw = ({ text, x, y, size = 10, tilted, actual }: Put): string => {
  const matrix = tilted ? '0.7 0.7 -0.7 0.7' : '1 0 0 1';
  const shown = `BT /F1 ${size} Tf ${matrix} ${x} ${HEIGHT - y} Tm (${escaped(text)}) Tj ET`;
  return actual === undefined ? shown : `/Span <</ActualText <${hex(actual)}>>> BDC ${shown} EMC`;
};

/** Bytes of a PDF with these pages. Courier, so every letter is 0.6 of its size wide. */
export const pdf = (pages: readonly (readonly Put[])[], info: { title?: string } = {}): Uint8Array => {
  const objects: string[] = [
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Kids [${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}] /Count ${pages.length}>>`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding>>',
    `<</Title (${escaped(info.title ?? '')})>>`,
  ];
  for (const [at, page] of pages.entries()) {
    const content = page.map(draw).join('\n');
    objects.push(
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Resources <</Font <</F1 3 0 R>>>> /Contents ${6 + 2 * at} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
};

/** Lines of text set one under the other. */
export const column = (lines: readonly string[], at: { x: number; y: number; leading?: number; size?: number }): Put[] =>
  lines.map((text, index) => ({ text, x: at.x, y: at.y + index * (at.leading ?? 12), ...(at.size && { size: at.size }) }));

/** Builds small Word files for tests: only the parts that a reader looks at. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const M = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** A paragraph; `properties` is the inside of w:pPr. */
export const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Properties of a paragraph numbered by hand. */
export const numbered = (numId: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** A level of a list: "%1." and so on. */
export const level = (at: number, text: string, format = 'decimal', more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const documentXml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${M}><w:body>${body}</w:body></w:document>`;

/** Bytes of a .docx with this body and, where given, these insides of styles.xml and numbering.xml. */
export const docx = (body: string, parts: { styles?: string; numbering?: string; core?: string; raw?: Record<string, string> } = {}): Uint8Array => {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(documentXml(body)),
  };
  if (parts.styles !== undefined) files['word/styles.xml'] = strToU8(`<w:styles ${W}>${parts.styles}</w:styles>`);
  if (parts.numbering !== undefined) files['word/numbering.xml'] = strToU8(`<w:numbering ${W}>${parts.numbering}</w:numbering>`);
  if (parts.core !== undefined) files['docProps/core.xml'] = strToU8(`<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>${parts.core}</dc:title></cp:coreProperties>`);
  for (const [name, content] of Object.entries(parts.raw ?? {})) files[name] = strToU8(content);
  return zipSync(files);
};

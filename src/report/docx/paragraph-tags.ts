/** Where the paragraphs of word/document.xml begin and end, as offsets into the markup. Nothing is parsed anew: only tags are found. */

export interface ParagraphTags {
  /** Just behind <w:p ...> and the properties of the paragraph. */
  readonly inside: number;
  /** Just before </w:p>; the same for a paragraph without content. */
  readonly close: number;
  /** <w:p/>: there is nothing inside. */
  readonly empty: boolean;
}

/** Paragraphs in the order in which they open, the order that the reader counts them in. The markup must be well-formed. */
export const paragraphTags = (xml: string): ParagraphTags[] => {
  const found: { inside: number; close: number; empty: boolean }[] = [];
  const open: number[] = [];
  for (const { name, end, start, closes, empty } of tags(xml)) {
    if (name === 'w:p' && !closes) {
      found.push({ inside: end, close: end, empty });
      if (!empty) open.push(found.length - 1);
    } else if (name === 'w:p') found[open.pop()!]!.close = start;
    // The properties stand first in a paragraph, so those that end while it has no other content are its own.
    else if (name === 'w:pPr' && open.length > 0 && (closes || empty)) {
      const paragraph = found[open.at(-1)!]!;
      if (paragraph.inside === paragraph.close) paragraph.inside = paragraph.close = end;
    }
  }
  return found;
};

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly closes: boolean;
  readonly empty: boolean;
}

/** Tags one after the other; comments, CDATA and processing instructions are skipped, and ">" in an attribute ends none. */
function* tags(xml: string): Generator<Tag> {
  let at = 0;
  while ((at = xml.indexOf('<', at)) >= 0) {
    const skip = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']].find(([opening]) => xml.startsWith(opening!, at));
    if (skip !== undefined) {
      at = xml.indexOf(skip[1]!, at) + skip[1]!.length;
      continue;
    }
    const start = at;
    let quote = '';
    for (at++; at < xml.length; at++) {
      const c = xml[at]!;
      if (quote === '' && c === '>') break;
      if (quote === '' ? c === '"' || c === "'" : c === quote) quote = quote === '' ? c : '';
    }
    at++;
    const closes = xml[start + 1] === '/';
    const name = /[^\s/>]*/uy;
    name.lastIndex = start + (closes ? 2 : 1);
    yield { name: name.exec(xml)![0], start, end: at, closes, empty: xml[at - 2] === '/' };
  }
}

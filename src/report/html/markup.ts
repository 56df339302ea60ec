/** HTML as a value of its own type: whatever is put into a template and is not HTML already is escaped. */

/** HTML that may stand in a page as it is; made by `html`, and from nothing that a text holds. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Part = Markup | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for an element or a quoted attribute. Control characters and bidirectional overrides become visible. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/gu, (c) => ENTITIES[c]!).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

const sourceOf = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Markup) return part.source;
  return typeof part === 'object' ? part.map(sourceOf).join('') : escape(String(part));
};

/** A template whose holes are escaped; null and empty lists leave nothing. Attributes in it must be quoted. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.reduce((before, string, i) => before + sourceOf(parts[i - 1] ?? null) + string));

/** Pieces with the same thing between them. */
export const join = (parts: readonly Part[], between: Part): Part[] => parts.flatMap((part, i) => (i === 0 ? [part] : [between, part]));

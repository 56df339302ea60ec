/** Paragraph styles of a Word file: outline level and numbering, each inherited along the chain of styles. */
import { walkXml } from './xml.ts';

interface Style {
  name: string;
  basedOn?: string;
  outline?: number;
  numId?: string;
  level?: number;
}

/** What a style comes to once its ancestors are asked. */
export interface ResolvedStyle {
  readonly outline: number | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  /** Id of the style that brings the numbering: levels without a number are looked up by it. */
  readonly numberedBy: string | undefined;
  readonly isTitle: boolean;
}

const parse = (xml: string, where: string): { styles: Map<string, Style>; normal: string | undefined } => {
  const styles = new Map<string, Style>();
  let normal: string | undefined;
  let style: Style | undefined;
  let changed = 0;
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:pPrChange') changed++;
      if (name === 'w:style') {
        style = { name: '' };
        styles.set(attributes['w:styleId'] ?? '', style);
        if (attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['w:default'] ?? '')) normal = attributes['w:styleId'];
      }
      if (!style || changed > 0) return;
      if (name === 'w:name') style.name = value;
      if (name === 'w:basedOn') style.basedOn = value;
      if (name === 'w:outlineLvl') style.outline = Number(value);
      if (name === 'w:numId') style.numId = value;
      if (name === 'w:ilvl') style.level = Number(value);
    },
    close(name) {
      if (name === 'w:pPrChange') changed--;
      if (name === 'w:style') style = undefined;
    },
  }, where);
  return { styles, normal };
};

/** A lookup from style id (undefined: the default style) to what it means for a paragraph. `xml` is word/styles.xml, or empty. */
export const readStyles = (xml: string, where: string): ((id: string | undefined) => ResolvedStyle) => {
  const { styles, normal } = xml === '' ? { styles: new Map<string, Style>(), normal: undefined } : parse(xml, where);
  const cache = new Map<string, ResolvedStyle>();
  return (id) => {
    const first = id ?? normal ?? '';
    const known = cache.get(first);
    if (known) return known;
    const chain: [string, Style][] = [];
    for (let at: string | undefined = first; at !== undefined && styles.has(at) && chain.length < 64; at = styles.get(at)!.basedOn) chain.push([at, styles.get(at)!]);
    const numbered = chain.find(([, style]) => style.numId !== undefined);
    // Built-in styles keep their English names in the file whatever the language of Word.
    const byName = chain.map(([, style]) => /^heading ([1-9])$/iu.exec(style.name)?.[1]).find(Boolean);
    const resolved: ResolvedStyle = {
      outline: chain.find(([, style]) => style.outline !== undefined)?.[1].outline ?? (byName === undefined ? undefined : Number(byName) - 1),
      numId: numbered?.[1].numId,
      level: chain.find(([, style]) => style.level !== undefined)?.[1].level,
      numberedBy: numbered?.[0],
      isTitle: chain[0]?.[1].name.toLowerCase() === 'title',
    };
    cache.set(first, resolved);
    return resolved;
  };
};

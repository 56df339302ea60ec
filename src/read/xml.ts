/** XML as a walk over its elements. A document type is refused, so no entity of the file's own is ever expanded. */
import { SaxesParser } from 'saxes';
import { Failure } from '../failure.ts';
import { limits, pastLimit } from '../limits.ts';

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Walks `xml`; throws a Failure when it is broken, nested too deep, or brings a document type. */
export const walkXml = (xml: string, handlers: XmlHandlers, where: string): void => {
  const damaged = (what: string): Failure => new Failure(what, { where, next: 'Open it in a word processor and save it again' });
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw damaged('it brings a document type (DOCTYPE), which no Word file has');
  });
  parser.on('error', () => {
    throw damaged('the document is damaged (broken XML)');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > limits.nesting) throw pastLimit('nesting', 'elements are nested too deep', where, 'Open it in a word processor and save it again');
    handlers.open(name, attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close?.(name);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.write(xml).close();
};

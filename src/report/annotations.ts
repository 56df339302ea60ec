/**
 * W3C Web Annotations (Recommendation of 23 February 2017), so that other tools can mark the text: one for each provision, with
 * the words themselves and enough of their surroundings to find the place again, and its position in the frozen text.
 */
import type { Analysis, Provision } from '../analysis.ts';
import type { Document } from '../document.ts';
import type { ReportOptions } from './index.ts';
import { quoteSelectors } from './quotes.ts';
import { shownReading } from './readings.ts';
import { say } from './words.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** An AnnotationCollection with one page in it, as indented JSON-LD. */
export const renderAnnotations = (analysis: Analysis, { text }: Document, { words, language }: ReportOptions): string => {
  const { textSha256, title } = analysis.document;
  const source = `urn:lacuna:text:${textSha256}`;
  const decisions = new Map(analysis.decisions.map((decision) => [decision.id, decision]));
  const positions = codePoints(text);
  const selectors = quoteSelectors(text, analysis.provisions);
  const bodiesOf = ({ status, leaves, decisions: own }: Provision): object[] => [
    { type: 'TextualBody', purpose: 'classifying', value: say(words, 'annotation.provision', { status: say(words, `status.${status}`), topics: leaves.join(' ') }), format: 'text/plain', language },
    ...own.flatMap((id) => decisions.get(id) ?? []).map((decision) => ({
      type: 'TextualBody', purpose: 'commenting', value: say(words, 'annotation.decision', { question: decision.question, reading: say(words, `reading.${shownReading(decision)}`) }), format: 'text/plain', language,
    })),
  ];
  const items = analysis.provisions.map((provision, i) => ({
    id: `${source}:${provision.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: bodiesOf(provision),
    target: { source, selector: [selectors[i], { type: 'TextPositionSelector', start: positions(provision.start), end: positions(provision.end) }] },
  }));
  return `${JSON.stringify({
    '@context': CONTEXT,
    id: `${source}:annotations`,
    type: 'AnnotationCollection',
    label: say(words, 'annotation.label', { title: title === '' ? say(words, 'title.none') : title }),
    generator: { id: 'urn:lacuna:program', type: 'Software', name: `${analysis.tool.name} ${analysis.tool.version}` },
    total: items.length,
    first: { id: `${source}:annotations:1`, type: 'AnnotationPage', startIndex: 0, items },
  }, null, 1)}\n`;
};

/** From UTF-16 offsets, asked for in any order, to code points, in which the model counts. */
const codePoints = (text: string): ((offset: number) => number) => {
  const pairs = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
};

/**
 * List markers that a browser prints again where a page break cuts an item: "2. shall nominate ..." continues
 * item 2, "1. b. ..." opens item b inside an item 1 that began a page before. Only a page's first line is looked at.
 */
import type { Line } from './cell.ts';
import { endsSentence } from './marker.ts';

const LABEL = /^\(?([\p{L}\d]{1,4})[.)]\s+/u;

/** The list labels a line opens with, outermost first, and where the text behind each begins. */
const labelsOf = (text: string): { label: string; from: number }[] => {
  const labels: { label: string; from: number }[] = [];
  let at = 0;
  for (let match = LABEL.exec(text); match && labels.length < 3; match = LABEL.exec(text.slice(at, at + 10))) {
    labels.push({ label: match[1]!, from: at });
    at += match[0].length;
  }
  return labels.concat({ label: '', from: at });
};

const follows = (label: string, before: string): boolean =>
  /^\d+$/u.test(label) ? Number(label) === Number(before) + 1 : label.length === 1 && before.length === 1 && label.charCodeAt(0) === before.charCodeAt(0) + 1;

/** The lines without the markers repeated at page tops. */
export const withoutRepeatedMarkers = (lines: readonly Line[]): Line[] => {
  let open = '';
  return lines.map((line, at) => {
    const before = lines[at - 1];
    const labels = labelsOf(line.text);
    const inner = labels.at(-2)?.label ?? '';
    let from = 0;
    if (before && before.page !== line.page && inner !== '') {
      if (inner === open && !endsSentence(before.text)) from = labels.at(-1)!.from;
      else if (labels.length > 2 && follows(inner, open)) from = labels.at(-2)!.from;
    }
    open = inner || open;
    return from === 0 ? line : { ...line, text: line.text.slice(from) };
  });
};

/**
 * Signs at the start of a line that open an item of their own whatever the language: bullets, "(a)", "2.1.3", "iv)".
 * Used only to undo line wrapping; what the labels mean is told by the numbering styles under `rules/`.
 */
const MARKER = new RegExp(
  [
    String.raw`[•●○◦▪■□‣⁃∙·*➢➤✓–—−\-\p{Co}]\s*\S`,
    String.raw`\(?(?:\d{1,3}|[\p{Ll}]{1,2}|\p{Lu}|[ivxlc]{1,6}|[IVXLC]{1,6}|[\u0621-\u064a]{1,2})\)\s*\S`,
    String.raw`\d{1,3}(?:[.\-]\d{1,3}){0,6}(?:\.[ \t]*\S|[ \t]*[-–—][ \t]+\S)`,
    String.raw`\d{1,3}(?:\.\d{1,3}){1,6}[ \t]+\S`,
    String.raw`(?:\p{Ll}|\p{Lu}|[ivxlc]{2,6}|[IVXLC]{2,6})\.\s+\S`,
    String.raw`[\u0621-\u064a][ \t]*[.\-–][ \t]+\S`,
  ].map((form) => `(?:${form})`).join('|'),
  'uy',
);

/** True when the text opens with a bullet or a list label that something follows. */
export const startsItem = (text: string): boolean => {
  MARKER.lastIndex = 0;
  return MARKER.test(text);
};

/** True when the text ends a sentence, or a list item that another follows. */
export const endsSentence = (text: string): boolean => /[.;:!?؛؟۔。][\p{Pe}\p{Pf}\p{Po}"']*$/u.test(text.slice(-6).trimEnd());

/** Dot leaders up to the page number, as in a table of contents. */
export const hasLeaders = (text: string): boolean => /(?:\.{5}|(?:\. ){5}|…{2}|_{5})[.\s…_]*[\d\s,ivxlc]{0,40}$/u.test(text.slice(-160));

/** True for a list label with nothing behind it: its text stands on the next line. */
export const isLoneLabel = (text: string): boolean => /^\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{Ll}{1,2})[.)]$/u.test(text);

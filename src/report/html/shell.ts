/** What every page stands in: one file that runs nothing and asks nobody for anything. */
import { html, Markup, type Part } from './markup.ts';

/** No script, no picture, no font, no address is loaded, whatever a text may hold. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface Shell {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly generator: string;
  readonly style: string;
  /** Words of the link that skips to `main`. */
  readonly skip: string;
  readonly main: Part;
}

/** The whole page, ending in a line break. */
export const pageOf = ({ language, direction, title, generator, style, skip, main }: Shell): string => html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${generator}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
<main id="main">
${main}</main>
</body>
</html>
`.source;

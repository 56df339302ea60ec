/** A comparison as one HTML page that needs nothing beside itself. */
import type { ComparisonPage } from './sections.ts';

const STYLE = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:start;vertical-align:top}h1{font-size:1.5rem}h2{font-size:1.15rem}';

export const renderComparisonHtml = ({ title, sections }: ComparisonPage, language: string): string => {
  const body = sections.flatMap(({ heading, paragraphs, items, table }) => [
    ...(heading === '' ? [] : [`<h2>${safe(heading)}</h2>`]),
    ...(items.length === 0 ? [] : [`<ul>\n${items.map((item) => `<li>${safe(item)}</li>`).join('\n')}\n</ul>`]),
    ...(table === null ? [] : [`<table>\n<thead><tr>${table[0]!.map((cell) => `<th scope="col">${safe(cell)}</th>`).join('')}</tr></thead>\n<tbody>\n${table.slice(1).map((row) => `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`).join('\n')}\n</tbody>\n</table>`]),
    ...paragraphs.map((text) => `<p>${safe(text)}</p>`),
  ]);
  return `<!doctype html>\n<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${safe(title)}</title><style>${STYLE}</style></head>\n<body>\n<main>\n<h1>${safe(title)}</h1>\n${body.join('\n')}\n</main>\n</body>\n</html>\n`;
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign]!);

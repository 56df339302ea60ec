/** The sections that come before the number: what is open, and who holds most of it. */
import { printable } from '../../failure.ts';
import { nameBody } from '../cite.ts';
import { ledgerEntry, openDecisions, type Entry } from '../ledger.ts';
import { heading, paragraph, quoted, type Line, type Page } from './page.ts';
import { say , comma } from '../words.ts';
import { cut, displayWidth } from '../wrap.ts';

/** As many as one screen holds; the rest is in the other formats. */
const ENTRIES = 8;
const PLACES = 4;
const HOLDERS = 5;

export const ledger = (page: Page): Line[] => {
  const { analysis, index, options: { words, askBelow, names } } = page;
  const open = openDecisions(analysis);
  if (open.length === 0) return paragraph(say(words, 'ledger.none'), page);
  const entries = open.slice(0, ENTRIES).map((decision) => ledgerEntry(decision, index, words, askBelow, names.decisions[decision.id]?.parameters));
  const more = open.length - entries.length;
  return [
    ...heading('ledger.heading', page),
    ...entries.flatMap((entry, i) => entryLines(entry, i + 1, page)),
    ...(more > 0 ? paragraph(say(words, 'ledger.more', { n: more }), page, { first: ' '.repeat(4) }) : []),
  ];
};

const entryLines = ({ decision, told, places, quoted: span }: Entry, number: number, page: Page): Line[] => {
  const { document, glyphs, options: { words, width } } = page;
  const indent = ' '.repeat(4);
  const where = places.length === 0 ? [] : [say(words, 'ledger.places', { places: listOf(places, page) })];
  const room = width - indent.length - displayWidth(quoted('', page));
  const quote = span === null ? '' : cut(printable(document.text.slice(span.start, span.end).replace(/\s+/gu, ' ')), room, glyphs.ellipsis);
  return [
    ...paragraph(decision.question, page, { first: `${String(number).padStart(2)}. `, rest: indent, style: 'strong' }),
    ...paragraph([...told, ...where].join(' '), page, { first: indent }),
    ...(quote === '' ? [] : [{ text: indent + quoted(quote, page) }]),
  ];
};

const listOf = (places: readonly string[], { glyphs: { ellipsis }, options: { words } }: Page): string =>
  places.length > PLACES ? `${places.slice(0, PLACES).join(comma(words))}${comma(words)}${ellipsis}` : places.join(comma(words));

export const holders = (page: Page): Line[] => {
  const { analysis: { decisions, score }, index, options: { words, names } } = page;
  const issueOf = new Map(decisions.map(({ id, issue }) => [id, issue]));
  const rows = score.holders.slice(0, HOLDERS).flatMap(({ body, share, decisions: held }) => {
    const issues = [...new Set(held.flatMap((id) => issueOf.get(id) ?? []))].map((issue) => names.issues[issue] ?? issue);
    const line = say(words, 'holders.line', { body: nameBody(body, index), n: held.length, issues: issues.join(comma(words)) });
    return paragraph(line, page, { first: `  ${say(words, 'holders.share', { share: String(Math.round(100 * share)).padStart(3) })}  `, rest: ' '.repeat(9) });
  });
  return [...heading('holders.heading', page), ...(rows.length > 0 ? rows : paragraph(say(words, 'holders.none'), page, { first: '  ' }))];
};

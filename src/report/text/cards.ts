/** Body cards on paper: a line for each thing that a mandate needs, and "not said" where the text has none. */
import type { Analysis, Body, Cited } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import { cardsOf, FIELDS, type Card, type Field } from '../bodies.ts';
import { cite, nameBody } from '../cite.ts';
import { say , comma } from '../words.ts';
import { cut, pad } from '../wrap.ts';
import { heading, paragraph, quoted, type Line, type Page, type TextOptions } from './page.ts';
import { renderSections } from './render.ts';

/** A label stands beside its text from this width on, else above it. */
const WIDE = 60;
const LABEL = 19;
/** The longest quotation, and how many places or members a line lists. */
const QUOTE = 140;
const LISTED = 6;
const MEMBERS = 30;

export const renderCards = (analysis: Analysis, document: Document, options: TextOptions): string => {
  const { cards, others } = cardsOf(analysis);
  const head = (page: Page): Line[] => [
    ...paragraph(analysis.document.title, page, { style: 'strong' }),
    ...heading('bodies.title', page),
    ...(cards.length === 0 ? paragraph(say(page.options.words, 'bodies.none'), page) : []),
  ];
  const rest = (page: Page): Line[] => {
    const names = others.slice(0, MEMBERS).map(({ id }) => nameBody(id, page.index));
    const more = others.length - names.length;
    if (names.length === 0) return [];
    return paragraph(say(page.options.words, 'bodies.others', { names: [...names, ...(more > 0 ? [say(page.options.words, 'card.more', { n: more })] : [])].join('; ') }), page);
  };
  return renderSections([head, ...cards.map((card) => (page: Page) => cardLines(card, page)), rest], analysis, document, options);
};

const cardLines = ({ body, orphan, holds, gaps }: Card, page: Page): Line[] => {
  const { index, options: { words, names } } = page;
  return [
    ...paragraph(nameBody(body.id, index), page, { style: 'strong' }),
    ...paragraph(say(words, 'bodies.kind', { kind: say(words, `kind.${body.kind}`) }) + (orphan ? ` ${say(words, 'bodies.orphan')}` : ''), page, { first: '  ' }),
    ...(holds.length === 0 ? [] : paragraph(say(words, 'bodies.holds', { n: holds.length, issues: [...new Set(holds.map(({ issue }) => names.issues[issue] ?? issue))].join(comma(words)) }), page, { first: '  ' })),
    ...FIELDS.flatMap((field) => fieldLines(field, body, gaps.includes(field), page)),
  ];
};

const fieldLines = (field: Field, body: Body, isGap: boolean, page: Page): Line[] => {
  const { options: { words, width } } = page;
  const label = `${say(words, `card.${field}`)}:`;
  const told = tell(field, body, page);
  const lines = told.length > 0 ? told : isGap ? [say(words, 'card.gap')] : [];
  if (lines.length === 0) return [];
  if (width < WIDE) return [...paragraph(label, page, { first: '  ' }), ...lines.flatMap((line) => paragraph(line, page, { first: '    ' }))];
  return lines.flatMap((line, i) => paragraph(line, page, { first: `  ${pad(i === 0 ? label : '', LABEL)}`, rest: ' '.repeat(LABEL + 2) }));
};

const tell = (field: Field, body: Body, page: Page): string[] => {
  const { options: { words } } = page;
  switch (field) {
    case 'created': return body.created.length === 0 ? [] : [placesOf(body.created, page)];
    case 'powers': return powers(body, page);
    case 'members': return members(body, page);
    case 'seats': return seats(body, words);
    case 'deadline': return several(body.deadline.map((cited) => say(words, 'card.place', { text: cited.text, place: placesOf([cited], page) })), page);
    case 'chair': case 'quorum': case 'rule': case 'deadlock': case 'funding': case 'reports': return quotes(body[field], page);
  }
};

/** "choice: set, plan (2.2.6)", the weightiest class first. */
const powers = ({ powers: own }: Body, page: Page): string[] => {
  const { options: { words } } = page;
  return (['A', "A'", 'B', 'C', 'D', 'E'] as const).flatMap((kind) => {
    const held = own.filter(({ mandate }) => mandate.class === kind);
    const verbs = [...new Set(held.map(({ mandate }) => mandate.verb.toLowerCase()))];
    return held.length === 0 ? [] : [say(words, 'card.power', { class: `${say(words, `mandate.${kind}`).toLowerCase()}: ${verbs.slice(0, LISTED).join(comma(words))}`, places: placesOf(held, page) })];
  });
};

const members = ({ seating, members: own }: Body, page: Page): string[] => {
  const rows = seating.map((row) => quote(row, page));
  const shown = rows.length > 0 ? rows.slice(0, MEMBERS) : quotes(own, page);
  return [...shown, ...(rows.length > shown.length ? [say(page.options.words, 'card.more', { n: rows.length - shown.length })] : [])];
};

const seats = ({ seats: total, women, seating }: Body, words: Page['options']['words']): string[] => {
  if (total === null) return seating.length === 0 ? [] : [say(words, 'card.seats.unknown', { women: women ?? 0 })];
  return [say(words, (women ?? 0) > 0 ? 'card.seats.women' : 'card.seats.no-women', { seats: total, women: women ?? 0 })];
};

const quotes = (places: readonly Cited[], page: Page): string[] => several(places.map((place) => quote(place, page)), page);

const several = (lines: readonly string[], { options: { words } }: Page): string[] => {
  const all = [...new Set(lines)];
  return all.length > LISTED ? [...all.slice(0, LISTED), say(words, 'card.more', { n: all.length - LISTED })] : all;
};

/** The passage from its first word to the end of the sentence, and where it stands. */
const quote = (place: Cited, page: Page): string => {
  const { document, index, glyphs, options: { words } } = page;
  const clause = index.clauses.get(place.clause);
  const stop = document.text.slice(place.end, clause?.end ?? place.end).search(/[.;](?:\s|$)/u);
  const end = stop < 0 ? (clause?.end ?? place.end) : place.end + stop;
  const told = cut(document.text.slice(place.start, Math.max(end, place.end)).replace(/\s+/gu, ' ').replace(/[.;,]$/u, ''), QUOTE, glyphs.ellipsis);
  return say(words, 'card.place', { text: quoted(told, page), place: placesOf([place], page) });
};

const placesOf = (places: readonly Pick<Cited, 'clause'>[], { index, glyphs, options: { words } }: Page): string => {
  const all = [...new Set(places.flatMap(({ clause }) => index.clauses.get(clause) ?? []).map((clause) => cite(clause, words)))];
  return all.length > LISTED ? `${all.slice(0, LISTED).join(comma(words))}${comma(words)}${glyphs.ellipsis}` : all.join(comma(words));
};

/** Clauses on security that lean on a text, an annex or an article that is not at hand. */
import type { RuleOf } from '../rules/warnings.ts';
import { emptyAnnexes } from '../symbols/annexes.ts';
import { cite, clausesOf, type Finding, type Material } from './material.ts';

/** Between "in accordance with" and the name of the text stands at most an article. */
const NEXT_TO = 6;

/** A number so far behind the last of this text is that of another. */
const BEYOND = 10;

/** The one figure in "Article 112". */
const numberIn = (text: string): number => Number(/^\D*(\d+)\D*$/u.exec(text)?.[1] ?? 0);

/** One finding for all such texts together: those whose content is elsewhere, and parts that the text does not have. Beside an annex that is missed, other annexes without content are told too. */
export const findReferences = ({ states, kinds, leaning }: RuleOf<'reference'>, material: Material): Finding[] => {
  const secure = new Set(material.provisions.map(({ clause }) => clause));
  const leans = leaning === null ? null : material.places(leaning);
  const last = Math.max(0, ...material.clauses.map(({ label }) => Number(/^\D*(\d{1,4})$/u.exec(label)?.[1] ?? 0)));
  const cited = material.references.filter(
    ({ kind, state, clause, start, text }) =>
      kinds.includes(kind) &&
      states.some((wanted) => wanted === state) &&
      secure.has(clause) &&
      !(state === 'dangling' && numberIn(text) > last + BEYOND) &&
      (leans === null || leans.some((place) => place.cited.clause === clause && Math.abs(start - place.cited.end) <= NEXT_TO)),
  );
  if (cited.length === 0) return [];
  const names = shortened(cited.map(({ text }) => text)).toSorted(byName);
  const shown = cited.filter(({ text }) => names.includes(text));
  const absent = new Set(shown.flatMap(({ kind, state, text }) => (state === 'dangling' && kind !== 'annex' ? [text] : [])));
  const known = new Set(names.map((text) => text.toLowerCase()));
  const empty = states.includes('empty') ? [...emptyAnnexes(material.text, material.clauses)].filter((annex) => !known.has(annex.toLowerCase())) : [];
  const headings = empty.flatMap((label) => material.clauses.find(({ annex, kind, path }) => kind === 'heading' && annex === label && path.length === 1) ?? []);
  return [{
    evidence: [...shown, ...headings.map((heading) => ({ ...heading, clause: heading.id }))].map((row) => cite(row, material)),
    values: {},
    rows: { texts: names.filter((name) => !absent.has(name)), lost: [...absent], others: empty.map(titled).toSorted(byName) },
    cited: { places: placesOf(names.filter((name) => !absent.has(name)), shown), absent: placesOf([...absent], shown) },
  }];
};

const placesOf = (names: readonly string[], cited: Material['references']): { name: string; clauses: string[] }[] =>
  names.map((name) => ({ name, clauses: clausesOf(cited.filter(({ text }) => text === name)) }));

/** Each text once, and not the bare name of an agreement beside one of its articles. */
const shortened = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text, _, all) => !all.some((other) => other !== text && other.includes(text)));

/** "ANNEX A" as it stands inside a sentence. */
const titled = (label: string): string => label.replace(/^(\p{Lu})(\p{Lu}+)(?= )/u, (_, first: string, rest: string) => first + rest.toLowerCase());

const byName = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);

/**
 * What the source report asks of a security settlement, held against a finished analysis: is it present, partly, absent, or
 * out of sight. Pure lookups; the text is not read again.
 */
import type { Check } from './analysis.ts';
import { decisionsIn, test, type Place } from './checks/conditions.ts';
import { tableOf, type Findings, type Table } from './checks/table.ts';
import type { CheckRule, ChecksData, CheckTexts } from './rules/checks.ts';
import { byPosition, slice } from './span.ts';

/** So many places show a check; the rest is in the provisions. */
const PLACES = 8;

/** Every requirement in the order of the report. `text` is the frozen text. */
export const runChecks = (findings: Findings, text: string, { groups, checks, unshown }: ChecksData, texts: CheckTexts): Check[] => {
  const table = tableOf(findings);
  const told = checks.map((rule) => runCheck(rule, table, text, texts));
  const untold = unshown.map(({ id, group }): Check => {
    const { title, why } = texts.unshown[id]!;
    return { id, group, title, result: 'cannot-see', reason: why, clauses: [], evidence: [] };
  });
  const number = ({ id }: Check): number => Number(id.slice(1));
  return [...told, ...untold].toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || number(a) - number(b));
};

const runCheck = ({ id, group, when, need, parts }: CheckRule, table: Table, text: string, texts: CheckTexts): Check => {
  const words = texts.checks[id]!;
  const row = (result: Check['result'], reason: string, places: readonly Place[]): Check => {
    const shown = [...new Map(places.map((place) => [`${place.clause} ${place.start}`, place])).values()].toSorted(byPosition).slice(0, PLACES);
    return { id, group, title: words.title, result, reason, clauses: [...new Set(shown.map(({ clause }) => clause))], evidence: shown.map(({ clause, start, end }) => ({ clause, start, end, text: slice(text, { start, end }) })) };
  };
  if (when !== undefined && !test(when, table).holds) return row('cannot-see', words.unless!, []);
  const outcomes = Object.entries(parts).map(([part, condition]) => ({ part, condition, ...test(condition, table) }));
  const found = outcomes.filter(({ holds }) => holds);
  const missing = outcomes.filter(({ holds }) => !holds);
  // the first of all are among the first of each part
  const places = found.flatMap((outcome) => outcome.places.toSorted(byPosition).slice(0, PLACES));
  const list = (rows: readonly { part: string; counts?: readonly string[] }[]): string => rows.map(({ part, counts = [] }) => words.parts[part]!.replace('{counts}', counts.join(', '))).join(texts.and).replace(/ \(\)/gu, '');
  const veils = new Map(missing.map((outcome) => [outcome, veilOf(decisionsIn(outcome.condition), table)]));
  const unseen = missing.filter((outcome) => veils.get(outcome) === 'unseen');
  const lacking = missing.filter((outcome) => veils.get(outcome) !== 'unseen');
  const told = ([['found', found], ['missing', lacking], ['unseen', unseen]] as const).flatMap(([key, rows]) => (rows.length === 0 ? [] : [texts[key].replace('{parts}', list(rows))])).join(' ');
  if (found.length >= (need ?? outcomes.length)) return row('present', told, places);
  if (found.length === 0 && lacking.length === 0) return row('cannot-see', told, []);
  if (found.length === 0 && missing.every((outcome) => veils.get(outcome) === 'not-asked')) return row('cannot-see', texts.notAsked, []);
  return row(found.length > 0 ? 'partly' : 'absent', told, places);
};

/** Why nothing can be said: the decisions asked about lie in a text that is not at hand, or are not asked of this type of text. */
const veilOf = (ids: readonly string[], { decisions }: Table): 'unseen' | 'not-asked' | null => {
  const asked = decisions.filter(({ id }) => ids.includes(id));
  if (asked.length === 0) return null;
  if (asked.every(({ applicable }) => !applicable)) return 'not-asked';
  return asked.filter(({ applicable }) => applicable).every(({ status }) => status === 'UNSEEN') ? 'unseen' : null;
};

/** Both drafts as two columns, clause beside clause; words that went are struck out, words that came are marked. */
import { type Change, diffWordsWithSpace } from 'diff';
import type { Group } from '../../compare/align.ts';
import { readClauses, type ClauseReading } from '../clause-reading.ts';
import { cite } from '../cite.ts';
import { html, type Markup, type Part } from '../html/markup.ts';
import { say } from '../words.ts';
import type { About, Told } from './about.ts';

/** Runs of unchanged clauses longer than this are folded. */
const FOLDED = 2;
/** Beyond so many edits the two wordings have little in common, and words are not marked one by one. */
const MOST_EDITS = 400;

/** `groups` in the order of the new draft. */
export const sideBySide = (groups: readonly Group[], about: About): Markup => {
  const { old, fresh, words } = about;
  const [before, now] = [readClauses(old.analysis), readClauses(fresh.analysis)];
  const drawnRow = (group: Group): Markup => row(pick(before, group.old), pick(now, group.fresh), group, about);
  const head = (key: string, { name }: Told): Markup => html`<th scope="col">${say(words, key)}: <bdi>${name}</bdi></th>`;
  return html`<table class="side"><thead><tr>${head('compare.column.before', old)}${head('compare.column.now', fresh)}</tr></thead>
<tbody>${runsOf(groups).map((run) => (run.length <= FOLDED || !run[0]!.same ? run.map(drawnRow) : html`<tr><td colspan="2"><details><summary>${span(pick(now, [run[0]!.fresh[0]!, run.at(-1)!.fresh[0]!]), about)}: ${say(words, 'page.show-clauses')} (${run.length})</summary><table class="side" role="presentation"><tbody>${run.map(drawnRow)}</tbody></table></details></td></tr>
`))}</tbody></table>`;
};

const pick = (readings: readonly ClauseReading[], indexes: readonly number[]): ClauseReading[] => indexes.map((index) => readings[index]!);

/** Neighbours that stand unchanged in one run, the others each in their own. */
const runsOf = (groups: readonly Group[]): Group[][] => {
  const runs: Group[][] = [];
  for (const group of groups) {
    const last = runs.at(-1);
    if (isStill(group) && last !== undefined && isStill(last[0]!)) last.push(group);
    else runs.push([group]);
  }
  return runs;
};

const isStill = ({ same, moved }: Group): boolean => same && !moved;

const span = (ends: readonly ClauseReading[], { words }: About): string => [...new Set(ends.map(({ clause }) => cite(clause, words)))].join(' – ');

const row = (before: readonly ClauseReading[], now: readonly ClauseReading[], { same }: Group, about: About): Markup => {
  const changed = same || before.length === 0 || now.length === 0 ? undefined : diffWordsWithSpace(textOf(before, about.old), textOf(now, about.fresh), { maxEditLength: MOST_EDITS });
  return html`<tr${same ? null : html` class="changed"`}>${cell(before, about.old, now.length === 0 ? 'all' : (changed ?? []).filter(({ added }) => !added), 'del', about)}${cell(now, about.fresh, before.length === 0 ? 'all' : (changed ?? []).filter(({ removed }) => !removed), 'ins', about)}</tr>
`;
};

const textOf = (readings: readonly ClauseReading[], { text }: Told): string => readings.map(({ clause: { start, end } }) => text.slice(start, end)).join('\n');

/** The words on one side, those marked that the other side lacks; with what the clauses were read as. */
const cell = (readings: readonly ClauseReading[], told: Told, changes: readonly Change[] | 'all', mark: 'ins' | 'del', { words }: About): Markup => {
  const marked = (part: string): Part => (mark === 'ins' ? html`<ins>${part}</ins>` : html`<del>${part}</del>`);
  const text = textOf(readings, told);
  const shown: Part = text === '' ? null : changes === 'all' ? marked(text) : changes.length === 0 ? text : changes.map(({ value, added, removed }) => (added || removed ? marked(value) : value));
  const statuses = [...new Set(readings.flatMap(({ status }) => status ?? []))];
  return html`<td lang="${told.analysis.document.language}" dir="auto">${text === '' ? null : html`<p>${shown}</p>`}${statuses.map((status) => html`<span class="tag"><i class="key s-${status}"></i>${say(words, `status.${status}`)}</span>`)}</td>`;
};

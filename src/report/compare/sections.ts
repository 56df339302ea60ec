/** A comparison as headed sections, words first and the table after them: what every form of it is drawn from. Pure. */
import type { Score } from '../../analysis.ts';
import type { DecisionState } from '../../compare/decisions.ts';
import { say, sayOneOf } from '../words.ts';
import { type About, clausesOf, placesOf, sentence, shortName, subject, type Told } from './about.ts';
import { tellClause, tellMove } from './clause.ts';
import { tellDecision } from './decision.ts';

export interface Section {
  /** Empty for the lead. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  /** Header first; null where there is none. */
  readonly table: readonly (readonly string[])[] | null;
}

export interface ComparisonPage {
  readonly title: string;
  readonly sections: readonly Section[];
}

const DASH = '–';

export const comparisonPage = (about: About): ComparisonPage => {
  const { comparison: { decisions, clauses, moves, shifted }, words, old, fresh } = about;
  const title = say(words, 'compare.title', { old: old.name, fresh: fresh.name });
  const section = (key: string, given: Partial<Section>): Section => ({ heading: say(words, key), paragraphs: [], items: [], table: null, ...given });
  if (decisions.length + clauses.length + moves.length + shifted.length === 0) return { title, sections: [{ heading: '', paragraphs: [say(words, 'compare.same')], items: [], table: null }] };
  const security = clauses.filter((change) => change.security);
  const rest = clauses.length - security.length;
  const lead = [
    say(words, 'compare.lead', { old: old.name, n: decisions.length, clauses: clauses.length, moves: moves.reduce((sum, move) => sum + move.clauses, 0) }),
    scores(about),
    ...(old.analysis.score.type.name === fresh.analysis.score.type.name ? [] : [say(words, 'compare.types', { old: typeName(old, about), fresh: typeName(fresh, about) })]),
    ...(shifted.length === 0 ? [] : [say(words, 'compare.shifted', { subjects: shifted.map(({ decision }) => subject(decision, words)).join('; ') })]),
  ];
  return {
    title,
    sections: [
      { heading: '', paragraphs: lead, items: [], table: null },
      section('compare.decisions.heading', decisions.length === 0 ? { paragraphs: [say(words, 'compare.none')] } : { items: decisions.map((change) => tellDecision(change, about)) }),
      ...(decisions.length === 0 ? [] : [section('compare.table.heading', { table: table(about) })]),
      ...(clauses.length === 0 ? [] : [section('compare.clauses.heading', { items: security.map((change) => tellClause(change, about)), paragraphs: rest === 0 ? [] : [say(words, 'compare.clauses.more', { n: rest })] })]),
      ...(moves.length === 0 ? [] : [section('compare.moves.heading', { items: moves.map((move) => tellMove(move, about)) })]),
    ],
  };
};

const typeName = ({ analysis }: Told, { words }: About): string => sayOneOf(words, 'type', analysis.score.type.name);

const scores = ({ comparison: { score }, words }: About): string => {
  if (score.old.total === null || score.fresh.total === null) return say(words, 'compare.score.unscored');
  const range = ({ low, high }: Score): string => (low === null || high === null ? say(words, 'compare.score.none') : say(words, 'compare.score.range', { low: Math.round(low), high: Math.round(high), to: DASH }));
  return say(words, 'compare.score', { old: Math.round(score.old.total), oldRange: range(score.old), fresh: Math.round(score.fresh.total), freshRange: range(score.fresh) });
};

const table = (about: About): string[][] => {
  const { comparison: { decisions }, words } = about;
  const header = ['decision', 'before', 'now', 'open', 'where'].map((column) => say(words, `compare.column.${column}`));
  const state = (told: Told, { reading, holder }: DecisionState): string => `${say(words, `compare.read.${reading}`)}${holder === null ? '' : `: ${shortName(told, holder)}`}`;
  const points = (openness: number | null): string => (openness === null ? '?' : String(Math.round(100 * openness)));
  return [
    header,
    ...decisions.map(({ decision, old, fresh }) => [
      sentence(subject(decision, words)),
      state(about.old, old),
      state(about.fresh, fresh),
      `${points(old.openness)} → ${points(fresh.openness)}`,
      placesOf(about.fresh, clausesOf(about.fresh, fresh.provisions).slice(0, 3), words) || placesOf(about.old, clausesOf(about.old, old.provisions).slice(0, 3), words),
    ]),
  ];
};

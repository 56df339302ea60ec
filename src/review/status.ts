/** How far a review has come, as a page. Pure. */
import { printable } from '../failure.ts';
import { isDecided } from '../verdicts.ts';
import { sayVerdict } from './detail.ts';
import type { ReadLog } from './log.ts';
import { scoreOf } from './weigh.ts';
import { inForce, type World } from './world.ts';

const LOST_SHOWN = 10;

export const statusPage = (world: World, { ledger, entries, torn }: ReadLog): string => {
  const { items, analysis, offers, carried, lost } = world;
  const verdicts = inForce(world, ledger);
  const part = (target: 'provision' | 'decision'): string => {
    const all = items.filter((item) => item.target === target);
    return `${all.filter(({ id }) => isDecided(verdicts.get(id))).length} of ${all.length}`;
  };
  const who = [...new Set(entries.map((entry) => entry.who))];
  const score = scoreOf(ledger, world);
  const points = (value: number | null): string => (value === null ? '-' : value.toFixed(0));
  const lines = [
    analysis.document.title,
    `Provisions  ${part('provision')} decided`,
    `Decisions   ${part('decision')} decided`,
    `Left open   ${points(score.total)} of 100 as reviewed so far (machine ${points(analysis.score.total)}, range ${points(score.low)} to ${points(score.high)}${score.withoutParked === score.total ? '' : `, without parked ${points(score.withoutParked)}`})`,
    `Earlier     ${carried.size} carried over, ${offers.size} to look at again, ${lost.length} no longer here`,
    `Log         ${entries.length} entries${who.length === 0 ? '' : ` by ${who.join(', ')}`}${torn === 0 ? '' : `; ${torn} bytes of an unfinished entry at its end`}`,
    ...lost.slice(0, LOST_SHOWN).map(({ about, verdict }) => `  gone: ${about.label} ${sayVerdict(verdict)}: ${about.quote.slice(0, 80)}`),
    ...(lost.length > LOST_SHOWN ? [`  and ${lost.length - LOST_SHOWN} more`] : []),
  ];
  return `${lines.map(printable).join('\n')}\n`;
};

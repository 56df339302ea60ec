/** One frame of a review session of an invented agreement as text, for the README. Development only. */
import { fileURLToPath } from 'node:url';
import type { ReviewOptions } from '../commands/review-session.ts';
import { readHere } from '../commands/review-session.ts';
import { frameOf } from '../review/frame.ts';
import { EMPTY } from '../review/ledger.ts';
import { press } from '../review/press.ts';
import { start } from '../review/state.ts';
import { scoreOf, totalsOf } from '../review/weigh.ts';
import { createWorld } from '../review/world.ts';
import { openRuleset } from '../ruleset-file.ts';

const TEXT = 'corpus/valdora-accord.en.txt';
const SCREEN = { columns: 80, rows: 24, bidi: 'terminal', marks: true } as const;
/** Looks for a clause, judges it and some after it, and stands on the next. */
const KEYS = ['/', ...'cantonment', 'return', 'escape', 'y', 'n', 'y'];

/** The frame after `KEYS`, without trailing spaces. */
export const reviewScreen = async (): Promise<string> => {
  const ruleset = await openRuleset(undefined);
  const { analysis, document } = await readHere(TEXT, {} as ReviewOptions, ruleset);
  const world = createWorld(analysis, document.text, EMPTY, ruleset);
  const stamp = { who: 'reader', at: '2030-01-01T00:00:00.000Z', tool: 'lacuna', rules: ruleset.sha256, document: document.textSha256 };
  const state = KEYS.reduce((before, key) => press(before, key, { world, stamp, page: 10 }).state, start(world, EMPTY, false));
  const told = { totals: totalsOf(state.ledger, world), score: scoreOf(state.ledger, world), explanations: null };
  return frameOf(state, world, told, SCREEN).map((line) => line.map(({ text }) => text).join('').trimEnd()).join('\n');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await reviewScreen()}\n`);

/** The review screen as an Ink component: it hands keys to the reducer, writes entries down before they count, and draws lines. */
import { Box, Text, useInput, type Key } from 'ink';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Score } from '../analysis.ts';
import type { Explanation } from '../explain.ts';
import { Failure } from '../failure.ts';
import type { Line, Segment, Style } from './flow.ts';
import { frameOf, pageOf, type Screen } from './frame.ts';
import { keysIn } from './keys.ts';
import type { Entry, Stamp } from './ledger.ts';
import { press } from './press.ts';
import { arrive, LIST, type State } from './state.ts';
import { scoreOf, totalsOf } from './weigh.ts';
import type { World } from './world.ts';

export interface Session {
  world: World;
  first: State;
  /** Puts an entry on disk, or throws a Failure. */
  append(entry: Entry): void;
  stamp(): Stamp;
  explain(clause: string): Promise<Explanation[]>;
}

export interface AppProps {
  session: Session;
  screen: Screen;
  /** Draws nothing: Ink writes a frame only when it differs from the last, so that a wiped screen needs one between. */
  blank?: boolean;
  leave(how: 'leave' | 'suspend'): void;
}

/** Rest after the last verdict before the range is drawn anew, in milliseconds. */
const REST = 250;

export const App = ({ session, screen, blank = false, leave }: AppProps) => {
  const { world, append, stamp } = session;
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const latest = useRef(session.first);
  const shown = useRef(session);
  if (shown.current !== session) {
    latest.current = arrive(latest.current, shown.current.world, session.first, world);
    shown.current = session;
  }
  const state = latest.current;
  const totals = useMemo(() => totalsOf(state.ledger, world), [state.ledger, world]);
  const score = useScore(state, world);
  const explanations = useExplanations(state, session);

  useInput((input, key) => {
    for (const name of namesOf(input, key)) {
      const step = press(latest.current, name, { world, stamp: stamp(), page: pageOf(screen) });
      try {
        if (step.entry !== null) append(step.entry);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        latest.current = { ...latest.current, mode: LIST, message: `not saved: ${error.line}` };
        break;
      }
      latest.current = step.state;
      if (step.leave !== undefined) {
        leave(step.leave);
        break;
      }
    }
    redraw();
  });

  return <Lines lines={blank ? [] : frameOf(state, world, { totals, score, explanations }, screen)} colours={!screen.marks} />;
};

/** The score with its range, drawn anew when the keys rest; until then the last one without it. */
const useScore = (state: State, world: World): Score | null => {
  const [known, setKnown] = useState<{ of: State['ledger']; score: Score } | null>(null);
  useEffect(() => {
    if (world.unread !== '') return undefined;
    const timer = setTimeout(() => setKnown({ of: state.ledger, score: scoreOf(state.ledger, world) }), REST);
    return () => clearTimeout(timer);
  }, [state.ledger, world]);
  return known?.of === state.ledger && world.unread === '' ? known.score : null;
};

const useExplanations = (state: State, { world, explain }: Session): readonly Explanation[] | null => {
  const [known, setKnown] = useState<{ of: string; explanations: readonly Explanation[] } | null>(null);
  const clause = state.mode.kind === 'why' ? (world.items[state.at]?.clause?.id ?? null) : null;
  useEffect(() => {
    if (clause === null) return undefined;
    let wanted = true;
    void explain(clause).then((explanations) => wanted && setKnown({ of: clause, explanations }));
    return () => {
      wanted = false;
    };
  }, [clause, explain]);
  return known !== null && known.of === clause ? known.explanations : null;
};

const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'], ['downArrow', 'down'], ['pageUp', 'pageup'], ['pageDown', 'pagedown'], ['home', 'home'], ['end', 'end'],
  ['return', 'return'], ['escape', 'escape'], ['tab', 'tab'], ['backspace', 'backspace'], ['delete', 'backspace'],
];

/** Names of the keys in one report of Ink, as the key table writes them. */
const namesOf = (input: string, key: Key): string[] => {
  const named = NAMED.find(([flag]) => key[flag] === true);
  if (named !== undefined) return [named[1]];
  if (key.ctrl) return input.length === 1 ? [`ctrl-${input}`] : [];
  return key.meta ? [] : keysIn(input);
};

interface Look {
  bold?: boolean;
  dimColor?: boolean;
  inverse?: boolean;
  underline?: boolean;
  color?: string;
}

const LOOKS: Readonly<Record<Style, Look>> = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  cursor: { inverse: true },
  evidence: { bold: true, underline: true, color: 'yellow' },
  removed: { color: 'red' },
  added: { color: 'green' },
};
/** The looks of a terminal whose user wants no colour; signs in the words tell what colour would. */
const COLOURLESS: Readonly<Record<Style, Look>> = { ...LOOKS, evidence: { bold: true, underline: true }, removed: {}, added: {} };

const Lines = ({ lines, colours }: { lines: readonly Line[]; colours: boolean }) => (
  <Box flexDirection="column">
    {lines.map((line, i) => (
      // eslint-disable-next-line react/no-array-index-key -- a line is its place on the screen
      <Text key={i} wrap="truncate-end">{line.length === 0 ? ' ' : line.map((segment, at) => piece(segment, at, colours))}</Text>
    ))}
  </Box>
);

// eslint-disable-next-line react/no-array-index-key
const piece = ({ text, style }: Segment, i: number, colours: boolean) => <Text key={i} {...(colours ? LOOKS : COLOURLESS)[style]}>{text}</Text>;

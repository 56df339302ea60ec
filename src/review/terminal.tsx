/** Runs the screen on a real terminal: its own page, clean on every way out, asleep and awake again. */
import { render } from 'ink';
import { App, type Session } from './app.tsx';
import type { Bidi } from './bidi.ts';

const OWN_PAGE = '\u001b[?1049h\u001b[H';
const BACK = '\u001b[?1049l\u001b[?25h';
const BLANK = '\u001b[2J\u001b[H';

/** Resolves when the reviewer leaves; a signal leaves too, with its exit code. `later` takes the place of `now` when it is there. */
export const runOnTerminal = async (now: Session, later: Promise<Session> | null, settings: { bidi: Bidi; marks: boolean }, close: () => void): Promise<void> => {
  const { stdin, stdout } = process;
  let session = now;
  const draw = (blank = false) => (
    <App session={session} blank={blank} screen={{ ...settings, columns: stdout.columns, rows: stdout.rows }} leave={(how) => (how === 'leave' ? leave() : suspend())} />
  );
  const onResize = (): void => {
    app.rerender(draw(true));
    app.clear();
    stdout.write(BLANK);
    app.rerender(draw());
  };
  const leave = (): void => {
    app.unmount();
  };
  const suspend = (): void => {
    stdin.setRawMode(false);
    stdout.write(BACK);
    process.once('SIGCONT', () => {
      stdin.setRawMode(true);
      stdout.write(OWN_PAGE);
      onResize();
    });
    process.kill(process.pid, 'SIGTSTP');
  };
  const stop = (code: number) => () => {
    // The log first: the terminal may be gone already.
    close();
    leave();
    stdout.write(BACK);
    process.exit(code);
  };
  const signals = { SIGINT: stop(130), SIGTERM: stop(143), SIGHUP: stop(129) };
  for (const [signal, act] of Object.entries(signals)) process.on(signal, act);

  stdout.write(OWN_PAGE);
  // Ours must come before Ink's, which would draw the old frame into the new size.
  stdout.prependListener('resize', onResize);
  const app = render(draw(), { exitOnCtrlC: false, patchConsole: false, maxFps: 60 });
  later?.then(
    (arrived) => {
      session = arrived;
      app.rerender(draw());
    },
    (error: Error) => app.unmount(error),
  );
  try {
    await app.waitUntilExit();
  } finally {
    stdout.off('resize', onResize);
    for (const [signal, act] of Object.entries(signals)) process.off(signal, act);
    stdout.write(BACK);
  }
};

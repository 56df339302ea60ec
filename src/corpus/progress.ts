/** How far an import has come, on stderr, while that is a terminal; nothing at all when it is not. */

export interface Progress {
  /** `bytes` of the input that are done with. */
  step(bytes: number): void;
  clear(): void;
}

const REFRESH = 100;
const CELLS = 24;

export const createProgress = (total: number, stream: NodeJS.WriteStream, now: () => number = Date.now): Progress => {
  const start = now();
  let done = 0;
  let shown = 0;
  if (stream.isTTY !== true) return { step: () => {}, clear: () => {} };
  return {
    step: (bytes) => {
      done += bytes;
      if (now() - shown < REFRESH) return;
      shown = now();
      stream.write(`\r\u001b[2K${progressLine(done, total, (shown - start) / 1000)}`);
    },
    clear: () => void stream.write('\r\u001b[2K'),
  };
};

/** "████····  42 %  3.1 MB/s  0:12 left". */
export const progressLine = (done: number, total: number, seconds: number): string => {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * CELLS);
  const rate = seconds > 0 ? done / 1e6 / seconds : 0;
  const left = rate > 0 ? Math.ceil((total - done) / 1e6 / rate) : 0;
  return `${'█'.repeat(filled)}${'·'.repeat(CELLS - filled)} ${String(Math.round(100 * share)).padStart(3)} %  ${rate.toFixed(1)} MB/s  ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`;
};

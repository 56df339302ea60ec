/** A file beside its target, where a rename is one step. It is on the disk before it takes the name; what a killed run left is cleared. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../lock.ts';

export interface Temporary {
  write(data: string | Uint8Array): Promise<void>;
  /** Gives the file the name of its target. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Opens a file that is to become `target`. Throws what the system throws. */
export const openTemporary = async (target: string, mode: number): Promise<Temporary> => {
  const folder = dirname(target);
  const stem = `.${basename(target).slice(0, 200)}.lacuna-`;
  await clear(folder, stem);
  const path = join(folder, `${stem}${process.pid}-${randomUUID().slice(0, 8)}`);
  const file = await open(path, 'wx', mode);
  // Whoever stops the program leaves no half of a report behind.
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(path, { force: true });
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return {
    write: (data) => file.writeFile(data),
    finish: async () => {
      await file.sync();
      await rename(path, target);
      await syncFolder(folder);
      forget();
      await file.close();
    },
    discard: async () => {
      forget();
      await file.close();
      await rm(path, { force: true });
    },
  };
};

/** Files on the way to the same target whose process is no more: a kill left them, perhaps with words of the text. */
const clear = async (folder: string, stem: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(stem) ? /^(\d+)-[\da-f]{8}$/u.exec(name.slice(stem.length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(folder, name), { force: true });
  }
};

/** The new name is on the disk too. Where a folder cannot be opened (Windows), the system sees to it. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
};

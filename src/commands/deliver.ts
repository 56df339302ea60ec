/** Brings reports to where they are wanted: one file or standard output for all, or a folder with a file for each. */
import { mkdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Failure, printable } from '../failure.ts';
import type { Format } from '../report/index.ts';
import { complain, tell } from './outcome.ts';
import { openProduct, unwritable } from './product.ts';

/** How much is said on stderr beside the reports. */
export type Voice = 'quiet' | 'usual' | 'verbose';

export interface Delivery {
  readonly name: string;
  readonly format: Format;
  readonly out: string | undefined;
  readonly voice: Voice;
  /** It makes several files of one text. */
  readonly folder: boolean;
  /** Names of the texts are not to be told. */
  readonly share: boolean;
}

/** A report as it is written, and the ending of its file. */
export interface Page {
  readonly ending: string;
  readonly page: string | Uint8Array;
}

/** The reports on one text, mostly one, and what can be said of the reading of it. */
export type Report = (files: readonly string[]) => Promise<{ pages: readonly Page[]; told: string }>;

/** Reports on texts of one or several files each; a text that cannot be read does not stop the others. */
export const deliver = async (texts: readonly (readonly string[])[], report: Report, delivery: Delivery): Promise<void> => {
  const { out, format, name } = delivery;
  if (out !== undefined && out !== '-' && (/[\\/]$/u.test(out) || (await stat(out).catch(() => null))?.isDirectory())) return intoFolder(texts, report, delivery, out);
  if (delivery.folder || (texts.length > 1 && format.several === null)) {
    throw new Failure('this makes more than one file', { where: `--format ${name}`, next: 'Name a folder with --out, such as --out reports/' });
  }
  if (format.binary === true && (out === undefined || out === '-') && process.stdout.isTTY === true) {
    throw new Failure('a terminal cannot show this form', { where: `--format ${name}`, next: 'Name a file with --out' });
  }
  return intoOne(texts, report, delivery);
};

const intoOne = async (texts: readonly (readonly string[])[], report: Report, { out, format: { several, named, continued }, voice, share }: Delivery): Promise<void> => {
  const around = texts.length > 1 ? several : null;
  const product = await openProduct(out, texts.flat());
  let done = 0;
  try {
    for await (const { pages, text, number } of each(texts, report, voice)) {
      const read = pages[0]!.page;
      const heading = around !== null && named === true ? `==> ${share ? number : printable(text[0]!)} <==\n` : '';
      const before = around === null ? '' : done === 0 ? around.before : around.between;
      if (typeof read !== 'string') await product.write(read);
      else await product.write(before + heading + (done > 0 && continued !== undefined ? continued(read) : read));
      done++;
    }
    if (around !== null && done > 0) await product.write(around.after);
    await (done > 0 ? product.finish() : product.discard());
  } catch (error) {
    await product.discard();
    throw error;
  }
};

const intoFolder = async (texts: readonly (readonly string[])[], report: Report, { voice, share }: Delivery, folder: string): Promise<void> => {
  const taken = new Map<string, number>();
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw unwritable(error, printable(folder));
  });
  for await (const { pages, text, number } of each(texts, report, voice)) {
    const stem = share ? String(number) : text[0] === '-' ? 'text' : basename(text[0]!, extname(text[0]!));
    const again = taken.get(stem) ?? 0;
    taken.set(stem, again + 1);
    for (const { ending, page } of pages) {
      const path = join(folder, `${stem}${again === 0 ? '' : `-${again + 1}`}.${ending}`);
      const product = await openProduct(path, texts.flat());
      await product.write(page);
      await product.finish();
      if (voice !== 'quiet') tell(printable(path));
    }
  }
};

/** The texts that could be read, one after the other, each told of as loud as wanted. */
async function* each(texts: readonly (readonly string[])[], report: Report, voice: Voice): AsyncGenerator<{ pages: readonly Page[]; text: readonly string[]; number: number }> {
  const progress = voice === 'verbose' || (voice === 'usual' && texts.length > 1 && process.stderr.isTTY === true);
  for (const [i, text] of texts.entries()) {
    if (progress) tell(`${i + 1}/${texts.length} ${printable(text[0]!)}`);
    try {
      const { pages, told } = await report(text);
      if (voice === 'verbose') tell(`  ${told}`);
      yield { pages, text, number: i + 1 };
    } catch (error) {
      complain(error, text[0]);
    }
  }
}

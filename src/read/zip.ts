/** Parts of a ZIP container, refused before anything is inflated when the sizes it declares are those of a bomb. */
import { unzipSync } from 'fflate';
import { Failure } from '../failure.ts';
import { holdTo, limits, pastLimit, type LimitName } from '../limits.ts';

/** Names of all entries, and the contents of those that `wanted` picks. */
export interface Container {
  readonly names: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

const ADVICE = 'Save it again in a word processor';

/** What deflate can add to data that it cannot pack; an entry that is larger than this lies about what it unpacks to. */
const mostPacked = (inflated: number): number => inflated * 1.01 + 1024;

/** Opens the container. Inflating never writes past the declared size, so an entry that lies about it comes out short, not large. */
export const unzip = (bytes: Uint8Array, wanted: (name: string) => boolean, where: string): Container => {
  const bomb = (limit: LimitName): Failure => pastLimit(limit, 'the file unpacks to far more than a document holds', where, ADVICE);
  const damaged = (): Failure => new Failure('the ZIP container is damaged', { where, next: 'Download or copy the file again' });
  const names: string[] = [];
  let inflated = 0;
  const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }): boolean => {
    names.push(name);
    holdTo('zip-entries', names.length, 'entries in the container', where, ADVICE);
    if (!wanted(name)) return false;
    inflated += originalSize;
    if (inflated > limits['zip-megabytes'] * 2 ** 20) throw bomb('zip-megabytes');
    if (originalSize > limits['zip-ratio'] * Math.max(size, 1024)) throw bomb('zip-ratio');
    if (size > mostPacked(originalSize)) throw damaged();
    return true;
  };
  try {
    return { parts: new Map(Object.entries(unzipSync(bytes, { filter }))), names };
  } catch (error) {
    throw error instanceof Failure ? error : damaged();
  }
};

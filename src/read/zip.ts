/** Parts of a ZIP container, refused before anything is inflated when the sizes it declares are those of a bomb. */
import { unzipSync } from 'fflate';
import { Failure } from '../failure.ts';
import { limits } from '../limits.ts';

/** Names of all entries, and the contents of those that `wanted` picks. */
export interface Container {
  readonly names: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Opens the container. Inflating never writes past the declared size, so an entry that lies about it comes out short, not large. */
export const unzip = (bytes: Uint8Array, wanted: (name: string) => boolean, where: string): Container => {
  const bomb = (): Failure => new Failure('the file unpacks to far more than a document holds', { where, next: 'Save it again in a word processor' });
  const names: string[] = [];
  let inflated = 0;
  const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }): boolean => {
    names.push(name);
    if (names.length > limits.zipEntries) throw bomb();
    if (!wanted(name)) return false;
    inflated += originalSize;
    if (inflated > limits.zipInflatedBytes || originalSize > limits.zipRatio * Math.max(size, 1024)) throw bomb();
    return true;
  };
  try {
    return { parts: new Map(Object.entries(unzipSync(bytes, { filter }))), names };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('the ZIP container is damaged', { where, next: 'Download or copy the file again' });
  }
};

/** Which text a gold file is about, when only names can tell. */
import { Failure } from '../failure.ts';

/** A name reduced to its lower-case letters and digits. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The one name that goes with `gold-<text>[-<part>].tsv`: it holds the words of the gold's name, the last ones left out
 * until a name does. `gold-segments-dev.tsv` goes with `segments-dev.tsv`. Throws a Failure when none or several do.
 */
export const partnerOf = (gold: string, names: readonly string[]): string => {
  const words = gold.replace(/^gold-/u, '').replace(/\.tsv$/u, '').split('-');
  for (let kept = words.length; kept > 0; kept--) {
    const wanted = bare(words.slice(0, kept).join(''));
    const found = names.filter((name) => name !== gold && bare(name).includes(wanted));
    if (found.length === 1) return found[0]!;
    if (found.length > 1) break;
  }
  throw new Failure('cannot tell which text this gold is about', { where: gold, next: 'Name the text with --document' });
};

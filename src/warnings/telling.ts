/** The words of a sentence that tell what is to be done. */
import { NUMBER } from '../tokens.ts';
import type { Material } from './material.ts';

export interface Telling {
  readonly stem: string;
  /** Words of one stretch belong together; a number, a time, the name of a body or a word of form parts two stretches. */
  readonly stretch: number;
  readonly start: number;
  readonly end: number;
}

/** Whoever has read so many telling words of a sentence knows its task; sentences are compared word by word with each other. */
const MOST = 400;

/** A reader of sentences by their index; small words are skipped. */
export const tellingReader = (formal: readonly string[], { reading: { tokens, sentences, mentions, vocabulary }, deadlines, places }: Material): ((sentence: number) => Telling[]) => {
  const small = new Set(vocabulary.language.stop);
  const named = new Uint8Array(tokens.count);
  for (const { first, last } of mentions) named.fill(1, first, last);
  for (const { match } of formal.flatMap((fact) => places(fact))) named.fill(1, match.start, match.end);
  const times = new Set<number>();
  for (const { start, end } of deadlines) for (let at = start; at < end; at++) times.add(at);
  return (sentence) => {
    const { own, last } = sentences[sentence]!;
    const words: Telling[] = [];
    let stretch = 0;
    for (let i = own; i < last && words.length < MOST; i++) {
      const word = tokens.word[i]!;
      if (small.has(vocabulary.keys[word]!)) continue;
      const [start, end] = [tokens.start[i]!, tokens.end[i]!];
      if (named[i] === 1 || times.has(start) || (vocabulary.flags[word]! & NUMBER) !== 0) stretch++;
      else words.push({ stem: vocabulary.stems[word]!, stretch, start, end });
    }
    return words;
  };
};

/** Damage to bytes: what bad disks, bad programs and bad people do to a file. Seeded, so that every input can be made again. */
import type { Random } from '../../random.ts';

const ODD = [
  '\0', '\u001b[31m', '\u202e', '\u2028', '\ufeff', '\u00ad', '\ufffd', '\u0301', '\ud83d\ude00', '\r', '\f', '\t', ' ', '\n', '\n\n', '(', ')', '[', ']', '<', '>', '&', '%', '"', '“', '…', '.....', '|', '||', ';', ':', '- ',
  'Article ', 'Article 1', 'Annex ', '1.', '1.1.1.1.1.1.1.1', '(a)', '(iv)', 'MMMMMM.', '999999999999999999999', '-1', '0', '1e309', 'NaN', '__proto__', 'constructor', 'null', '{}', '*a', '&a', '!!js/function', '..20', '{list}', '<num>',
  ' within ninety (90) days ', ' See Article 99 (2)(b) and Annex Z.', ' the Commission shall determine the number of ', 'القوات المسلحة', '/Length 99999999', ' 0 R', 'endstream', 'endobj', '<w:p>', '</w:p>', '<w:tbl><w:tr><w:tc>', '<ol><li>', '<table><tr><td>', '<!--', ']]>',
].map((text) => Buffer.from(text));

const below = (random: Random, most: number): number => Math.floor(random() * most);

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const cut = (bytes: Buffer, random: Random): [number, number] => {
  const at = below(random, bytes.length + 1);
  return [at, Math.min(bytes.length, at + below(random, random() < 0.8 ? 64 : bytes.length + 1))];
};

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let i = below(random, 8); i >= 0 && changed.length > 0; i--) changed[below(random, changed.length)] = below(random, 256);
    return changed;
  },
  (bytes, random) => {
    const [from, to] = cut(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = cut(bytes, random);
    const times = random() < 0.9 ? 1 + below(random, 4) : below(random, 300);
    return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: Math.min(times, Math.floor(100_000 / (to - from + 1))) }, () => bytes.subarray(from, to)), bytes.subarray(from)]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    const odd = ODD[below(random, ODD.length)]!;
    const times = random() < 0.9 ? 1 : below(random, 2000);
    return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: times }, () => odd), bytes.subarray(at)]);
  },
  (bytes, random, other) => {
    const [from, to] = cut(other, random);
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    for (let i = 0; i < 5; i++) {
      const [a, b] = [below(random, lines.length), below(random, lines.length)];
      [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    }
    return Buffer.from(lines.join(random() < 0.1 ? ' ' : '\n'), 'latin1');
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
];

/** One to four mutations, one after the other. */
export const mutate = (bytes: Uint8Array, random: Random, other: Uint8Array): Buffer => {
  let mutated = Buffer.from(bytes);
  for (let i = below(random, 4); i >= 0; i--) mutated = Buffer.from(MUTATIONS[below(random, MUTATIONS.length)]!(mutated, random, Buffer.from(other)));
  return mutated;
};

/** Two clauses that date one task differently. The same task: so many telling words in a row, in the same order. */
import type { Provision } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { overlaps } from '../span.ts';
import { SIGNATURE } from '../symbols/anchors.ts';
import { NUMBER } from '../tokens.ts';
import { cite, type Due, type Finding, type Material } from './material.ts';

interface Dated {
  readonly provision: Provision;
  readonly due: Due;
}

/** One finding for each pair of dates. Linear in the words of dated provisions. */
export const findConflicts = ({ words, formal, starting }: RuleOf<'conflict'>, material: Material): Finding[] => {
  const tasks = new Map<string, Dated[]>();
  const runsIn = runReader(words, formal, material);
  material.provisions.forEach((provision, index) => {
    const due = material.dueOf(provision);
    if (due === null || due.days === null) return;
    for (const task of new Set(runsIn(material.sentenceOf[index]!))) {
      const known = tasks.get(task);
      if (known === undefined) tasks.set(task, [{ provision, due }]);
      else known.push({ provision, due });
    }
  });
  // a body that two clauses create is one task too
  for (const body of material.bodies) {
    const made = body.created.flatMap((place) => material.provisionsIn(place.clause).filter((provision) => overlaps(place, provision)));
    tasks.set(body.id, made.flatMap((provision) => (provision.deadline === null ? [] : [{ provision, due: { ...provision.deadline, clause: provision.clause } }])));
  }
  const pairs = new Map<string, Finding>();
  for (const dated of tasks.values()) {
    const [first] = dated;
    const other = first && dated.find((each) => differ(first, each) && material.has(first.provision, starting) === material.has(each.provision, starting));
    if (first !== undefined && other !== undefined) pairs.set(`${first.due.start} ${other.due.start}`, findingOf(first, other, material));
  }
  return [...pairs.values()];
};

const differ = (a: Dated, b: Dated): boolean =>
  a.due.days !== null &&
  b.due.days !== null &&
  a.due.days !== b.due.days &&
  a.due.clause !== b.due.clause &&
  (a.due.anchor || SIGNATURE) === (b.due.anchor || SIGNATURE) &&
  a.provision.leaves.some((leaf) => b.provision.leaves.includes(leaf));

const findingOf = (a: Dated, b: Dated, material: Material): Finding => ({
  evidence: [a, b].flatMap(({ provision, due }) => [cite(provision, material), ...(due.clause === provision.clause ? [] : [cite(due, material)])]),
  values: { first: inSentence(a.due.text), second: inSentence(b.due.text) },
});

/** "Within thirty days" as it stands inside a sentence. */
const inSentence = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text);

/** Runs of telling words of a sentence, stemmed; small words are skipped, and no run crosses a number, a time, the name of a body or a word of form. */
const runReader = (length: number, formal: readonly string[], { reading: { tokens, sentences, mentions, vocabulary }, deadlines, places }: Material): ((sentence: number) => string[]) => {
  const small = new Set(vocabulary.language.stop);
  const named = new Uint8Array(tokens.count);
  for (const { first, last } of mentions) named.fill(1, first, last);
  for (const { match } of formal.flatMap((fact) => places(fact))) named.fill(1, match.start, match.end);
  const times = new Set<number>();
  for (const { start, end } of deadlines) for (let at = start; at < end; at++) times.add(at);
  return (sentence) => {
    const { own, last } = sentences[sentence]!;
    const runs: string[] = [];
    let run: string[] = [];
    for (let i = own; i < last; i++) {
      const word = tokens.word[i]!;
      if (small.has(vocabulary.keys[word]!)) continue;
      const breaks = named[i] === 1 || times.has(tokens.start[i]!) || (vocabulary.flags[word]! & NUMBER) !== 0;
      run = breaks ? [] : [...run.slice(1 - length), vocabulary.stems[word]!];
      if (run.length === length) runs.push(run.join(' '));
    }
    return runs;
  };
};

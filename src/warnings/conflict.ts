/** Two clauses that date one task differently. The same task: so many telling words in a row, in the same order. */
import type { Cited, Provision } from '../analysis.ts';
import type { RuleOf } from '../rules/warnings.ts';
import { overlaps } from '../span.ts';
import { SIGNATURE } from '../symbols/anchors.ts';
import { type Telling, tellingReader } from './telling.ts';
import { cite, type Due, type Finding, inSentence, type Material } from './material.ts';

interface Dated {
  readonly provision: Provision;
  readonly due: Due;
  readonly words: readonly Telling[];
}

/** One finding for each pair of dates. Linear in the words of dated provisions. */
export const findConflicts = ({ words: length, formal, starting, none, shared }: RuleOf<'conflict'>, material: Material): Finding[] => {
  const tellingOf = tellingReader(formal, material);
  const tasks = new Map<string, Dated[]>();
  material.provisions.forEach((provision, index) => {
    const due = material.dueOf(provision);
    if (due === null || due.days === null || none.some((fact) => material.has(provision, fact)) || isStaged(provision, material)) return;
    const words = tellingOf(material.sentenceOf[index]!);
    for (const task of new Set(runsOf(words, length))) {
      const known = tasks.get(task);
      if (known === undefined) tasks.set(task, [{ provision, due, words }]);
      else known.push({ provision, due, words });
    }
  });
  const pairs = new Map<string, Finding>();
  const add = (dated: readonly Dated[], isSame: (first: Dated, other: Dated) => boolean, name: (first: Dated, other: Dated) => string): void => {
    const [first] = dated;
    const other = first && dated.find((each) => differ(first, each) && material.has(first.provision, starting) === material.has(each.provision, starting) && isSame(first, each));
    if (first !== undefined && other !== undefined) pairs.set(`${first.due.start} ${other.due.start}`, findingOf(first, other, name(first, other), material));
  };
  for (const dated of tasks.values()) add(dated, (a, b) => likeness(a.words, b.words) >= shared && commonRun(a.words, b.words).opens, (a, b) => nameOfTask(commonRun(a.words, b.words).run, material));
  // a body that two clauses create is one task too
  for (const body of material.bodies) {
    const made = body.created.flatMap((place) => material.provisionsIn(place.clause).filter((provision) => overlaps(place, provision)));
    add(made.flatMap((provision) => (provision.deadline === null ? [] : [{ provision, due: { ...provision.deadline, clause: provision.clause }, words: [] }])), () => true, () => material.naming.body(body.id));
  }
  return [...pairs.values()];
};

/** Done in stages, each with a time of its own. */
const isStaged = (provision: Provision, material: Material): boolean => new Set(material.timesIn(provision).flatMap(({ kind, days }) => (kind === 'deadline' ? [days] : []))).size > 1;

const differ = (a: Dated, b: Dated): boolean =>
  a.due.days !== null &&
  b.due.days !== null &&
  a.due.days !== b.due.days &&
  a.due.clause !== b.due.clause &&
  (a.due.anchor || SIGNATURE) === (b.due.anchor || SIGNATURE) &&
  a.provision.leaves.some((leaf) => b.provision.leaves.includes(leaf));

const findingOf = (a: Dated, b: Dated, task: string, material: Material): Finding => ({
  evidence: [a, b].flatMap(({ provision, due }) => [cite(provision, material), ...(due.clause === provision.clause ? [] : [sentenceOf(due, material)])]),
  values: { task, first: inSentence(a.due.text), second: inSentence(b.due.text) },
  at: { there: [a.due.clause], back: [b.due.clause] },
});

/** The words around a time that stands in a clause above. */
const sentenceOf = (due: Due, material: Material): Cited => {
  const index = material.reading.sentences.findIndex(({ start, end }) => start <= due.start && due.end <= end);
  return index < 0 ? cite(due, material) : material.sentence(index);
};

const runsOf = (words: readonly Telling[], length: number): string[] =>
  words.flatMap((_, i) => {
    const run = words.slice(i, i + length);
    return run.length === length && run.at(-1)!.stretch === run[0]!.stretch ? [run.map(({ stem }) => stem).join(' ')] : [];
  });

/** How much of the shorter of two sentences stands in the other too. */
const likeness = (a: readonly Telling[], b: readonly Telling[]): number => {
  const [short, long] = [a, b].map((words) => new Set(words.map(({ stem }) => stem))).toSorted((one, other) => one.size - other.size) as [Set<string>, Set<string>];
  return [...short].filter((stem) => long.has(stem)).length / short.size;
};

/** The longest row of words of the first sentence that the second has too; `opens`: in one of them a stretch begins with it, or with one word ("carry out") before it. */
const commonRun = (a: readonly Telling[], b: readonly Telling[]): { run: readonly Telling[]; opens: boolean } => {
  const begins = (words: readonly Telling[], i: number): boolean => words[i - 2]?.stretch !== words[i]!.stretch;
  let best: { run: readonly Telling[]; opens: boolean } = { run: [], opens: false };
  a.forEach((_, i) => {
    b.forEach((__, j) => {
      let n = 0;
      while (a[i + n] !== undefined && a[i + n]!.stem === b[j + n]?.stem && a[i + n]!.stretch === a[i]!.stretch && b[j + n]!.stretch === b[j]!.stretch) n++;
      if (n > best.run.length) best = { run: a.slice(i, i + n), opens: begins(a, i) || begins(b, j) };
    });
  });
  return best;
};

const nameOfTask = (run: readonly Telling[], { text }: Material): string => text.slice(run[0]!.start, run.at(-1)!.end).replace(/\s+/gu, ' ');

/** Which provisions bear on which decisions, and which parameters their words fix. */
import type { Provision } from './analysis.ts';
import type { SentenceFacts } from './facts.ts';
import type { ProvisionTable } from './provisions.ts';
import type { Reading } from './reading.ts';
import type { Links } from './rules/links.ts';
import type { Catalogue } from './rules/scoring.ts';
import type { Linked } from './bounds.ts';

export interface Link extends Linked {
  /** Parameters whose words stand in the provision. */
  readonly parameters: ReadonlySet<string>;
  /** Those of them that are the object of a mandate: what a body is to decide. */
  readonly handedOver: ReadonlySet<string>;
  /** Linked only because a task was given as a whole. */
  readonly whole: boolean;
  readonly index: number;
}

/** Links of every decision, in reading order. */
export const linkDecisions = (table: ProvisionTable, reading: Reading, found: readonly SentenceFacts[], catalogue: Catalogue, links: Links): Map<string, Link[]> => {
  const targets = targetTable(catalogue, links);
  const linked = new Map<string, Link[]>(catalogue.decisions.map(({ id }) => [id, []]));
  table.provisions.forEach((provision, index) => {
    const sentenceIndex = table.sentenceOf[index]!;
    const sentence = found[sentenceIndex]!;
    const own = reading.sentences[sentenceIndex]!.own;
    if (NOT_OPERATIVE.has(sentence.chosen.row.id)) return;
    const takesChapeau = sentence.chosen.row.yields || sharesChapeau(sentenceIndex, reading, found);
    const parameters = new Map<string, Set<string>>();
    const handedOver = new Set<string>();
    const mandate = sentence.chosen.row.tag === undefined ? undefined : sentence.chosen.match?.captures['verb'];
    const whole = new Set<string>();
    for (const match of sentence.matches) {
      if (match.end <= own && !takesChapeau) continue;
      const target = targets.get(match.rule.emits);
      if (target === undefined) continue;
      for (const decision of target.decisions) {
        if (!isAbout(provision, links.about[decision])) continue;
        if (target.whole) {
          whole.add(decision);
          continue;
        }
        const known = parameters.get(decision) ?? new Set();
        if (target.parameter !== null) known.add(target.parameter);
        if (mandate !== undefined && match.start >= mandate.start) handedOver.add(match.rule.emits);
        parameters.set(decision, known);
      }
    }
    for (const decision of new Set([...parameters.keys(), ...whole])) {
      linked.get(decision)!.push({ provision, found: sentence, index, parameters: parameters.get(decision) ?? new Set(), handedOver: new Set([...(parameters.get(decision) ?? [])].filter((name) => handedOver.has(`${decision}.${name}`))), whole: !parameters.has(decision) });
    }
  });
  return linked;
};

const isAbout = ({ leaves }: Provision, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || leaves.some((leaf) => wanted.some((domain) => leaf.startsWith(domain)));

/** Rows of the status table for words that name a question without saying anything about it. */
const NOT_OPERATIVE = new Set(['heading', 'definition', 'recital', 'recital-norm', 'signature', 'titled', 'capitals', 'title-line']);

/** The item took its status from its chapeau, so it says what the chapeau says. */
const sharesChapeau = (index: number, reading: Reading, found: readonly SentenceFacts[]): boolean => {
  const chapeau = reading.sentences[index]!.chapeau;
  return chapeau >= 0 && found[index]!.chosen === found[chapeau]!.chosen;
};

interface Target {
  decisions: string[];
  parameter: string | null;
  whole: boolean;
}

const targetTable = (catalogue: Catalogue, links: Links): Map<string, Target> => {
  const targets = new Map<string, Target>();
  for (const { id, parameters } of catalogue.decisions) {
    targets.set(id, { decisions: [id], parameter: null, whole: false });
    for (const parameter of parameters) targets.set(`${id}.${parameter}`, { decisions: [id], parameter, whole: false });
  }
  for (const [group, decisions] of Object.entries(links.groups)) targets.set(group, { decisions, parameter: null, whole: true });
  return targets;
};

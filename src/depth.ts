/** How deep a text goes, subject by subject: grades on the scale of the PA-X database, from provisions alone. */
import type { Depth, Provision } from './analysis.ts';
import type { CompiledRules } from './rules/compile.ts';
import type { DepthRules } from './rules/depth.ts';

/** What a grade is computed from. */
export interface Substance {
  /** False: the grade is 0 whatever the counts. */
  readonly named: boolean;
  readonly concrete: number;
  readonly firm: number;
  /** Ids, in reading order. */
  readonly provisions: string[];
}

type Variable = DepthRules['variables'][number];

/** Ids of the rules whose words stand for their topic anywhere; a bare weak word names no subject. */
export const strongRules = (compiled: CompiledRules): ReadonlySet<string> => {
  const known = strongOf.get(compiled) ?? new Set(compiled.rules.flatMap(({ id, strength }) => (strength === 'strong' ? [id] : [])));
  strongOf.set(compiled, known);
  return known;
};

const strongOf = new WeakMap<CompiledRules, ReadonlySet<string>>();

/** One grade for each variable of `rules`, in their order. `strong` as of `strongRules`. */
export const gradeDepth = (provisions: readonly Provision[], strong: ReadonlySet<string>, rules: DepthRules): Depth[] =>
  rules.variables.map((variable) => {
    const substance = substanceOf(variable, provisions, strong, rules);
    return { variable: variable.id, grade: gradeOf(substance, variable.top, rules.grades), provisions: substance.provisions };
  });

/** What a text has on one variable. */
export const substanceOf = ({ named, adds }: Variable, provisions: readonly Provision[], strong: ReadonlySet<string>, rules: DepthRules): Substance => {
  const isConcrete = ({ status }: Provision): boolean => rules.concrete.includes(status);
  const isFirm = ({ deadline, evidence }: Provision): boolean => deadline !== null || evidence.some(({ fact }) => rules.firm.includes(fact));
  const surely = ({ leaves, evidence }: Provision, wanted: readonly string[]): boolean =>
    leaves.some((leaf) => wanted.includes(leaf) && evidence.some(({ fact, rule }) => fact === leaf && strong.has(rule)));

  const counted = provisions.filter(({ status }) => !rules.uncounted.includes(status));
  const naming = new Set<Provision>();
  for (const { leaves, facts, least, concrete, beside } of named) {
    const found = counted.filter(
      (provision) =>
        (surely(provision, leaves) || provision.evidence.some(({ fact }) => facts.includes(fact))) &&
        (!concrete || isConcrete(provision) || isFirm(provision)) &&
        (beside.length === 0 || provision.leaves.some((leaf) => beside.some((domain) => leaf.startsWith(`${domain}.`)))),
    );
    if (found.length >= least) for (const provision of found) naming.add(provision);
  }
  if (naming.size === 0) return { named: false, concrete: 0, firm: 0, provisions: [] };
  const telling = counted.filter((provision) => naming.has(provision) || provision.leaves.some((leaf) => adds.includes(leaf)));
  return { named: true, concrete: telling.filter(isConcrete).length, firm: telling.filter(isFirm).length, provisions: telling.map(({ id }) => id) };
};

/** 0 to `top`. */
export const gradeOf = ({ named, concrete, firm }: Substance, top: Variable['top'], { mechanism, detailed }: DepthRules['grades']): Depth['grade'] => {
  if (!named) return 0;
  if (top === 1) return 1;
  if (concrete >= detailed.concrete && firm >= detailed.firm) return 3;
  return concrete >= mechanism.concrete || firm >= mechanism.firm ? 2 : 1;
};

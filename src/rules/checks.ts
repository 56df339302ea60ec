/**
 * `rules/checks.yml`: what the source report asks of a security settlement, each requirement as conditions over a finished
 * analysis, or as one that no text can show. `<lang>/checks.yml`: the words for it.
 */
import { z } from 'zod';
import { boundsSchema, decisionStatusSchema, holderKindSchema, mandateClassSchema, statusSchema } from '../analysis.ts';
import { Failure } from '../failure.ts';

const id = z.string().regex(/^[a-z][a-z-]*$/u);
const many = <T extends z.ZodType>(each: T) => z.array(each).min(1).optional();
const count = z.int().positive().default(1);

const provisionsSchema = z.strictObject({
  leaves: many(z.string()).describe('topic leaves or domains, one of which it is about'),
  also: many(z.string()).describe('and one of these'),
  statuses: many(statusSchema),
  facts: many(z.string()).describe('every one of these facts'),
  any: many(z.string()).describe('at least one of these facts'),
  none: many(z.string()).describe('none of these facts'),
  holders: many(holderKindSchema).describe('kind of the body that has the task'),
  mandates: many(mandateClassSchema),
  actor: z.literal(true).optional().describe('it names who acts'),
  dated: z.literal(true).optional().describe('it has a deadline, a date or a duration'),
  within: z.int().positive().optional().describe('its deadline lies less than so many days after its anchor'),
  count,
});

const decisionsSchema = z.strictObject({
  ids: many(z.string()).describe('none: every decision'),
  statuses: many(decisionStatusSchema),
  holders: many(holderKindSchema).describe('kind of who holds it'),
  fixed: many(z.string()).describe('at least one of these parameters is fixed'),
  bounds: many(boundsSchema.keyof()).describe('at least one of these bounds has credit'),
  exit: many(z.enum(['end', 'trigger', 'successor'])).describe('at least one of these ways out has credit'),
  approver: z.literal(true).optional().describe('somebody approves what others draw up'),
  count,
});

const bodiesSchema = z.strictObject({
  kinds: many(holderKindSchema),
  has: many(z.enum(['created', 'members', 'chair', 'rule', 'deadlock', 'deadline', 'funding', 'reports', 'powers', 'seats', 'women'])).describe('every one of these fields of its card is filled'),
  every: z.literal(true).optional().describe('of the bodies of these kinds that the text creates, none is without'),
  count,
});

export type ProvisionsTest = z.infer<typeof provisionsSchema>;
export type DecisionsTest = z.infer<typeof decisionsSchema>;
export type BodiesTest = z.infer<typeof bodiesSchema>;

export type Condition =
  | { provisions: ProvisionsTest }
  | { decisions: DecisionsTest }
  | { bodies: BodiesTest }
  | { reference: 'resolved' | 'dangling' | 'empty' | 'external' }
  | { warning: string }
  | { flag: string }
  | { score: 'total' | 'technicalBodyShare'; atMost: number }
  | { more: ProvisionsTest; than: ProvisionsTest }
  | { all: Condition[] }
  | { any: Condition[] }
  | { atLeast: number; of: Condition[] }
  | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ provisions: provisionsSchema }),
    z.strictObject({ decisions: decisionsSchema }),
    z.strictObject({ bodies: bodiesSchema }),
    z.strictObject({ reference: z.enum(['resolved', 'dangling', 'empty', 'external']).describe('a reference in this state') }),
    z.strictObject({ warning: id.describe('this warning is raised') }),
    z.strictObject({ flag: id.describe('the score has this flag') }),
    z.strictObject({ score: z.enum(['total', 'technicalBodyShare']), atMost: z.number() }),
    z.strictObject({ more: provisionsSchema, than: provisionsSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ atLeast: z.int().positive(), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const requirement = {
  id: z.string().regex(/^S\d+$/u),
  group: id,
  types: z.array(z.enum(['D', 'S', 'W', 'C'])).min(1).describe('detect, score, warn; C: it tells of cases'),
};

export const checkRuleSchema = z.strictObject({
  ...requirement,
  when: conditionSchema.optional().describe('the question arises only then'),
  need: z.int().positive().optional().describe('so many parts make it present; none: all'),
  parts: z.record(id, conditionSchema),
});

export const checksSchema = z.strictObject({
  format: z.literal(1),
  groups: z.array(id).min(1).describe('in the order of the report'),
  checks: z.array(checkRuleSchema).min(1),
  unshown: z.array(z.strictObject(requirement)).describe('what no text can show'),
  meanwhile: z.record(z.string(), z.array(z.string()).min(1)).describe('decision -> decisions of the meantime that hold until it is taken'),
});

const sentence = z.string().min(1);

export const checkTextsSchema = z.strictObject({
  format: z.literal(1),
  and: z.string(),
  found: sentence,
  missing: sentence,
  unseen: sentence.describe('the answer may stand in a text not at hand'),
  notAsked: sentence.describe('a question that a text of this type is not asked'),
  groups: z.record(id, sentence),
  checks: z.record(z.string(), z.strictObject({ title: sentence, parts: z.record(id, sentence), unless: sentence.optional().describe('why the question does not arise') })),
  unshown: z.record(z.string(), z.strictObject({ title: sentence, why: sentence })),
});

export type CheckRule = z.infer<typeof checkRuleSchema>;
export type ChecksData = z.infer<typeof checksSchema>;
export type CheckTexts = z.infer<typeof checkTextsSchema>;

/** What rules must know of each other: the names that conditions use. */
export interface Known {
  readonly facts: ReadonlySet<string>;
  readonly leaves: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly warnings: ReadonlySet<string>;
}

/** Throws a Failure where a check names what nothing emits, or lacks words in a language. */
export const checkChecks = ({ groups, checks, unshown, meanwhile }: ChecksData, texts: Readonly<Record<string, CheckTexts>>, known: Known): void => {
  const fail = (what: string, where: string, next: string): never => {
    throw new Failure(what, { where, next });
  };
  const seen = new Set<string>();
  for (const { id: name, group } of [...checks, ...unshown]) {
    if (seen.has(name)) fail(`${name} stands twice`, 'rules/checks.yml', 'Keep one');
    if (!groups.includes(group)) fail(`${name} belongs to ${group}, which is no group`, 'rules/checks.yml', 'Use one of groups');
    seen.add(name);
  }
  const stray = Object.entries(meanwhile).flat(2).find((name) => !known.decisions.has(name));
  if (stray !== undefined) fail(`meanwhile names ${stray}, which is none of the decisions`, 'rules/checks.yml', 'Correct the name');
  for (const rule of checks) {
    const unknown = namesIn([...Object.values(rule.parts), ...(rule.when === undefined ? [] : [rule.when])]).find(([kind, name]) => !known[kind].has(name));
    if (unknown !== undefined) fail(`check ${rule.id} names ${unknown[1]}, which is none of the ${unknown[0]}`, 'rules/checks.yml', 'Correct the name');
  }
  for (const [language, words] of Object.entries(texts)) {
    const where = `rules/${language}/checks.yml`;
    const groupless = groups.find((group) => words.groups[group] === undefined);
    if (groupless !== undefined) fail(`the group ${groupless} has no name`, where, 'Add it under groups');
    for (const { id: name, parts, when } of checks) {
      const told = words.checks[name] ?? fail(`check ${name} has no words`, where, 'Add its title and parts');
      const partless = Object.keys(parts).find((part) => told.parts[part] === undefined);
      if (partless !== undefined) fail(`check ${name} has no words for its part ${partless}`, where, 'Add them under parts');
      if (when !== undefined && told.unless === undefined) fail(`check ${name} does not say why it may not arise`, where, 'Add "unless"');
    }
    const untold = unshown.find(({ id: name }) => words.unshown[name] === undefined);
    if (untold !== undefined) fail(`${untold.id} does not say why a text cannot show it`, where, 'Add it under unshown');
  }
};

const namesIn = (conditions: readonly Condition[]): [keyof Known, string][] =>
  conditions.flatMap((condition): [keyof Known, string][] => {
    const named = (kind: keyof Known, names: readonly string[] = []) => names.map((name): [keyof Known, string] => [kind, name]);
    const inProvisions = ({ leaves, also, facts, any, none }: ProvisionsTest) => [...named('leaves', leaves), ...named('leaves', also), ...named('facts', facts), ...named('facts', any), ...named('facts', none)];
    if ('provisions' in condition) return inProvisions(condition.provisions);
    if ('decisions' in condition) return [...named('decisions', condition.decisions.ids), ...named('parameters', condition.decisions.fixed)];
    if ('more' in condition) return [...inProvisions(condition.more), ...inProvisions(condition.than)];
    if ('warning' in condition) return named('warnings', [condition.warning]);
    if ('all' in condition) return namesIn(condition.all);
    if ('any' in condition) return namesIn(condition.any);
    if ('of' in condition) return namesIn(condition.of);
    return 'not' in condition ? namesIn([condition.not]) : [];
  });

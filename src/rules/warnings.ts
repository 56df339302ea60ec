/** `rules/warnings.yml`: what is worth a second look, as patterns over the parts of an agreement. `<lang>/warnings.yml`: the words for it. */
import { z } from 'zod';
import { boundsSchema, decisionStatusSchema, holderKindSchema, mandateClassSchema, statusSchema, warningSchema } from '../analysis.ts';
import { Failure } from '../failure.ts';

const id = z.string().regex(/^[a-z][a-z-]*$/u);
const facts = z.array(z.string()).default([]);
const leaves = z.array(z.string()).default([]).describe('topic leaves or domains; empty: any');
const kinds = z.array(holderKindSchema).min(1);

const common = {
  id,
  severity: warningSchema.shape.severity,
  seed: z.array(z.string().regex(/^S\d+$/u)).min(1).describe('the requirements it serves'),
  asks: boundsSchema.keyof().optional().describe('its question is the one about this bound'),
  scattered: z.boolean().default(false).describe('its places have nothing to do with each other: its question is not repeated at a decision'),
};

export const warningRuleSchema = z.discriminatedUnion('detector', [
  z.strictObject({
    ...common,
    detector: z.literal('body').describe('a body whose card has some things and lacks others'),
    kinds,
    leaves: leaves.describe('of the article in which it stands; empty: any'),
    has: z.array(z.enum(['created', 'dated-creation', 'consensus', 'choice'])).min(1),
    lacks: z.array(z.enum(['task', 'dated-task', 'way-out'])).min(1),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('share').describe('a body that holds more than this part of the weight of all that is open'),
    above: z.number().min(0).max(1),
    atLeast: z.int().positive().describe('and at least so many decisions'),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('conflict').describe('two clauses that date one task differently'),
    words: z.int().positive().describe('so many telling words in a row name the same task'),
    formal: facts.describe('words of these facts tell no task'),
    starting: z.string().describe('a time to begin and a time to be done do not conflict'),
    none: facts.describe('sentences with one of these facts tell what follows when a time is over'),
    shared: z.number().min(0).max(1).describe('and make up at least this part of the telling words of the shorter sentence'),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('reference').describe('clauses that lean on a text that is not at hand'),
    states: z.array(z.enum(['dangling', 'empty', 'external'])).min(1),
    kinds: z.array(z.enum(['article', 'chapter', 'annex', 'agreement', 'law'])).min(1),
    leaning: z.string().nullable().default(null).describe('this fact must stand right before the reference'),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('sentence').describe('sentences that have some marks and lack others'),
    statuses: z.array(statusSchema).default([]).describe('empty: any'),
    leaves,
    all: facts.describe('every one of these facts'),
    none: facts.describe('none of these facts'),
    timeless: z.boolean().default(false).describe('no time of any kind in the sentence'),
    unless: facts.describe('none of these facts stands anywhere in the text'),
    sameLength: leaves.describe('adds sentences on these leaves that run for the same number of days'),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('return').describe('what a body draws up goes for decision to several leaders or parties'),
    kinds,
    approval: z.string().describe('fact of a decision on what others have drawn up'),
    drafters: kinds,
    unless: facts.describe('none of these facts stands in the article'),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('parts').describe('of these facts on one subject some are there and some are not'),
    leaves,
    parts: z.array(z.string()).min(2),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('waits').describe('two processes that each wait for the other'),
    condition: z.string().describe('fact that opens a condition'),
    processes: z.record(id, z.strictObject({ fact: z.string().describe('fact that names it'), leaves: z.array(z.string()).min(1).describe('what a body in charge of it is busy with') })),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('undated').describe('a step with a date that needs a choice without one'),
    step: z.string().describe('fact of a step that applies only once the choice is made'),
    choice: leaves.describe('leaves of the choice'),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('mission').describe('a third party that is to carry out what nobody has decided'),
    kinds,
    mandates: z.array(mandateClassSchema).min(1),
    leaves,
    open: z.array(decisionStatusSchema).min(1),
  }),
  z.strictObject({
    ...common,
    detector: z.literal('absent').describe('a named armed actor that neither signs nor sits'),
    actor: z.string().describe('fact that names it'),
    leaves,
    present: z.array(z.string()).min(1).describe('facts of sentences in which those who sit or undertake are named'),
  }),
]);

export const warningsSchema = z.strictObject({ format: z.literal(1), warnings: z.array(warningRuleSchema).min(1) });

const sentence = z.string().min(1);

export const warningTextsSchema = z.strictObject({
  format: z.literal(1),
  and: z.string().describe('between the last two of a row'),
  comma: z.string().describe('between the others'),
  semicolon: z.string().describe('between phrases that may hold commas'),
  several: z.array(z.string()).min(1).describe('words in the name of a holder that is more than one person, in small letters: principals'),
  names: z.record(z.string(), sentence).describe('words for facts, processes and other things that rules name'),
  warnings: z.record(id, z.strictObject({ message: sentence, question: sentence })),
});

export type WarningRule = z.infer<typeof warningRuleSchema>;
/** The rules of one detector. */
export type RuleOf<D extends WarningRule['detector']> = Extract<WarningRule, { detector: D }>;
export type WarningsData = z.infer<typeof warningsSchema>;
export type WarningTexts = z.infer<typeof warningTextsSchema>;

/** What no single file can tell: each warning has its words in each language, and looks for facts that rules emit. */
export const checkWarnings = ({ warnings }: WarningsData, texts: Readonly<Record<string, WarningTexts>>, known: ReadonlySet<string>): void => {
  for (const rule of warnings) {
    const unknown = factsIn(rule).find((fact) => !known.has(fact));
    if (unknown !== undefined) throw new Failure(`warning ${rule.id} looks for ${unknown}, which no rule emits`, { where: 'rules/warnings.yml', next: 'Use a fact of statuses.yml' });
    for (const [language, { warnings: told, names }] of Object.entries(texts)) {
      const where = `rules/${language}/warnings.yml`;
      if (told[rule.id] === undefined) throw new Failure(`warning ${rule.id} has no words`, { where, next: 'Add its message and question' });
      const nameless = namesIn(rule).find((name) => names[name] === undefined);
      if (nameless !== undefined) throw new Failure(`warning ${rule.id} has no name for ${nameless}`, { where, next: 'Add it under names' });
    }
  }
};

const factsIn = (rule: WarningRule): string[] => {
  switch (rule.detector) {
    case 'sentence': return [...rule.all, ...rule.none, ...rule.unless];
    case 'conflict': return [...rule.formal, rule.starting, ...rule.none];
    case 'reference': return rule.leaning === null ? [] : [rule.leaning];
    case 'return': return [rule.approval, ...rule.unless];
    case 'parts': return rule.parts;
    case 'waits': return [rule.condition, ...Object.values(rule.processes).map(({ fact }) => fact)];
    case 'undated': return [rule.step];
    case 'absent': return [rule.actor, ...rule.present];
    case 'body': case 'share': case 'mission': return [];
  }
};

const namesIn = (rule: WarningRule): string[] => (rule.detector === 'parts' ? rule.parts : rule.detector === 'waits' ? Object.keys(rule.processes) : []);

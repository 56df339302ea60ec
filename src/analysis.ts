/**
 * The contract: everything that leaves the pipeline, as one zod-typed value. Reports, the review screen and
 * other people's systems read this and nothing else. Only types are imported from here at run time;
 * the schema itself is loaded by `lacuna schema` and by tests.
 *
 * `format` stays 1 while fields are only added; renaming or removing a field raises it.
 */
import { z } from 'zod';

/** End-exclusive UTF-16 offsets into the frozen text. */
const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

export const statusSchema = z
  .enum(['SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'PROCEDURAL'])
  .describe('status of a provision, deferral doctrine section 2');

export const decisionStatusSchema = z.enum(['SETTLED', 'PRINCIPLE', 'DELEGATED', 'DEFERRED', 'INTERIM', 'SILENT', 'UNSEEN']);

export const holderKindSchema = z
  .enum(['technical', 'joint', 'ministry', 'leaders', 'parties', 'parliament', 'executive', 'force', 'third', 'law', 'other'])
  .describe('what sort of holder a body is; technical, joint and ministry bodies are delegates, leaders, parties, parliament and executive are political');

export const mandateClassSchema = z
  .enum(['A', "A'", 'B', 'C', 'D', 'E'])
  .describe('what the verb moves: A choice, A\' advice, B detail, C fact and watch, D carry out, E dispute');

export const modalitySchema = z.enum(['shall', 'will', 'may', 'should', 'undertake', 'endeavour', 'none']).describe('strength of obligation');

const evidence = span.extend({ rule: z.string().describe('id of the rule that gave it'), fact: z.string().describe('leaf or fact it gave') });

export const clauseSchema = span.extend({
  id: z.string().describe('unique in the document'),
  label: z.string().describe('as the text writes it, without brackets or closing dot: "2.1.10.3", "Article 5", "a"; empty for unnumbered text'),
  path: z.array(z.string()).describe('labels from the top down to this clause'),
  kind: z.enum(['title', 'contents', 'heading', 'preamble', 'definition', 'clause', 'item', 'paragraph', 'signature', 'table']),
  heading: z.string().describe('nearest heading above, or the heading itself'),
  annex: z.string().nullable().describe('label of the annex it stands in'),
  parent: z.string().nullable(),
  chapeau: z.string().nullable().describe('clause whose sentence this list item completes'),
  page: z.int().positive(),
});

const mandate = z.object({ verb: z.string(), class: mandateClassSchema });

const deadline = z.object({
  text: z.string(),
  days: z.number().nullable().describe('days after the anchor; null when it cannot be resolved'),
  anchor: z.string().describe('signature, D-Day, or the event as written; "date" for a calendar date'),
  date: z.string().nullable().describe('ISO date where the text gives one, or where the anchor date is known'),
  start: z.int(),
  end: z.int(),
});

export const provisionSchema = span.extend({
  id: z.string(),
  clause: z.string(),
  label: z.string(),
  leaves: z.array(z.string()).describe('topic leaves, most specific first, then at most one DM tag'),
  status: statusSchema,
  reason: z.string().describe('row of the status table that decided'),
  actor: z.string().nullable(),
  modality: modalitySchema,
  negated: z.boolean(),
  delegate: z.string().nullable().describe('id of the body that receives or carries the task'),
  mandate: mandate.nullable(),
  deadline: deadline.nullable(),
  decisions: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidence),
});

const cited = z.object({ clause: z.string(), start: z.int(), end: z.int(), text: z.string() });

export const bodySchema = z.object({
  id: z.string(),
  name: z.string(),
  acronyms: z.array(z.string()),
  kind: holderKindSchema,
  mentions: z.int(),
  created: z.array(cited),
  members: z.array(cited),
  seats: z.number().nullable(),
  chair: z.array(cited),
  rule: z.array(cited).describe('decision rule or quorum'),
  deadlock: z.array(cited),
  deadline: z.array(cited),
  funding: z.array(cited),
  reports: z.array(cited),
  powers: z.array(cited.extend({ mandate })),
});

export const deadlineSchema = deadline.extend({ clause: z.string(), kind: z.enum(['deadline', 'duration', 'date', 'floating']) });

export const referenceSchema = span.extend({
  clause: z.string(),
  text: z.string(),
  kind: z.enum(['article', 'chapter', 'annex', 'agreement', 'law']),
  target: z.string().nullable().describe('clause id when it resolves'),
  state: z.enum(['resolved', 'dangling', 'empty', 'external']).describe('empty: the heading of an annex is there, its content is not'),
});

export const boundsSchema = z.object({
  deadline: z.number(), members: z.number(), rule: z.number(), deadlock: z.number(), tor: z.number(),
  criteria: z.number(), funding: z.number(), reporting: z.number(), fallback: z.number(), dispute: z.number(),
}).describe('credit from 0 to 1 for each of the ten bounds; weights are in scoring');

export const decisionSchema = z.object({
  id: z.string(),
  issue: z.string(),
  question: z.string(),
  weight: z.number(),
  applicable: z.boolean(),
  status: decisionStatusSchema,
  openness: z.number().nullable().describe('0 decided, 1 nothing decided; null when unseen'),
  parameters: z.object({
    fixed: z.array(z.object({ name: z.string(), provision: z.string() })),
    open: z.array(z.string()),
  }),
  dated: z.boolean().describe('PRINCIPLE only: has a date and an actor'),
  exit: z.object({ end: z.number(), trigger: z.number(), successor: z.number() }).describe('INTERIM only: credit 0 to 1 for end date, trigger, named successor'),
  detail: z.boolean().describe('DELEGATED only: class-B detail under parameters fixed elsewhere'),
  chain: z.object({
    drafter: z.string().nullable(),
    decider: z.string().nullable(),
    approver: z.string().nullable(),
    kind: holderKindSchema.nullable(),
  }),
  bounds: boundsSchema,
  boundScore: z.number().describe('B: weighted sum of the bounds after the cap'),
  capped: z.boolean(),
  confidence: z.number().min(0).max(1),
  provisions: z.array(z.string()).describe('the provisions that prove it, most telling first'),
  contradictions: z.array(z.string()),
  unseen: z.string().nullable().describe('text that would answer it and is not at hand'),
});

const stack = z.object({
  delegated: z.number(), deferred: z.number(), interim: z.number(), principle: z.number(), silent: z.number(), partlySettled: z.number(),
});

export const scoreSchema = z.object({
  total: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  equalWeights: z.number().nullable(),
  withoutParked: z.number().nullable().describe('total without the decisions that a person has marked as parked on purpose'),
  seen: z.object({ decisions: z.int(), of: z.int(), weight: z.number() }).describe('applicable decisions that could be read, of how many, and their weight'),
  level: z.string().describe('words for the level'),
  stack,
  technicalBodyShare: z.number().nullable(),
  decidedByBodies: z.number().nullable().describe('part of the total weight that bodies decide without approval'),
  issues: z.array(z.object({ issue: z.string(), score: z.number().nullable(), weight: z.number(), settled: z.number() })).describe('weight of what is seen in the issue, and of that what is settled, in part or whole'),
  worst: z.array(z.string()),
  holders: z.array(z.object({ body: z.string(), share: z.number(), decisions: z.array(z.string()) })).describe('share, 0 to 1, of the weight of all decisions not settled'),
  flags: z.array(z.string()),
  type: z.object({ name: z.string(), by: z.enum(['machine', 'user']) }),
  drivers: z.array(z.object({ decision: z.string(), swing: z.number() })).describe('decisions that move the total most in the sensitivity run; swing is the part of the width from low to high, in points, that the decision accounts for'),
  reviewed: z.boolean(),
});

export const depthSchema = z.object({
  variable: z.string().describe('name of the PA-X variable, such as SsrDdr'),
  grade: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).describe('0 absent, 1 named only, 2 a concrete mechanism or process, 3 concrete, detailed and enforceable; some variables are only 0 or 1'),
  provisions: z.array(z.string()).describe('the provisions it is read from, in reading order'),
});

export const warningSchema = z.object({
  id: z.string(),
  severity: z.enum(['low', 'medium', 'high']),
  message: z.string(),
  question: z.string(),
  seed: z.array(z.string()),
  evidence: z.array(cited),
});

export const analysisSchema = z.object({
  format: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  ruleset: z.object({ version: z.string(), sha256: z.string() }),
  document: z.object({
    title: z.string(),
    language: z.string(),
    fileSha256: z.string(),
    textSha256: z.string(),
    characters: z.int(),
    pages: z.int(),
    signed: z.string().nullable(),
    agreementLike: z.boolean().describe('false when the text does not read like an agreement'),
  }),
  clauses: z.array(clauseSchema),
  provisions: z.array(provisionSchema),
  bodies: z.array(bodySchema),
  deadlines: z.array(deadlineSchema),
  references: z.array(referenceSchema),
  decisions: z.array(decisionSchema),
  score: scoreSchema,
  depth: z.array(depthSchema).describe('how much the text says on each subject, whoever decides'),
  warnings: z.array(warningSchema),
  limits: z.array(z.object({ what: z.string(), where: z.string().nullable() })).describe('what the tool could not see'),
});

export type Status = z.infer<typeof statusSchema>;
export type DecisionStatus = z.infer<typeof decisionStatusSchema>;
export type HolderKind = z.infer<typeof holderKindSchema>;
export type MandateClass = z.infer<typeof mandateClassSchema>;
export type Clause = z.infer<typeof clauseSchema>;
export type Provision = z.infer<typeof provisionSchema>;
export type Evidence = Provision['evidence'][number];
export type Body = z.infer<typeof bodySchema>;
export type Cited = z.infer<typeof cited>;
export type Deadline = z.infer<typeof deadlineSchema>;
export type Reference = z.infer<typeof referenceSchema>;
export type Bounds = z.infer<typeof boundsSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Score = z.infer<typeof scoreSchema>;
export type Depth = z.infer<typeof depthSchema>;
export type Warning = z.infer<typeof warningSchema>;
export type Analysis = z.infer<typeof analysisSchema>;

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
  file: z.string().optional().describe('file it stands in, a name of document.files; only when several are read as one'),
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
  contested: z.array(z.string()).optional().describe('ids of the disputed passages in it'),
});

const cited = z.object({ clause: z.string(), start: z.int(), end: z.int(), text: z.string() });

export const bodySchema = z.object({
  id: z.string(),
  name: z.string(),
  acronyms: z.array(z.string()),
  article: z.string().describe('with which the text names it: the, la; empty when it uses none'),
  kind: holderKindSchema,
  mentions: z.int(),
  created: z.array(cited),
  members: z.array(cited),
  seats: z.number().nullable().describe('all seats, as stated or added up; null when the text does not allow a count'),
  women: z.number().nullable().describe('seats kept for women; null when no seats are told'),
  seating: z.array(cited.extend({ seats: z.number().nullable(), women: z.number() })).describe('who sits, with how many seats'),
  chair: z.array(cited),
  quorum: z.array(cited),
  rule: z.array(cited).describe('how it decides'),
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
  contested: z.array(z.object({ status: z.string(), openness: z.number().nullable(), by: z.array(z.string()) })).optional().describe('how it reads under each way to settle the disputed passages, where that differs'),
});

/** Where a draft is not agreed yet: texts without such passages have none of these fields. */
export const passageSchema = span.extend({
  id: z.string(),
  kind: z.enum(['bracket', 'options', 'change', 'blank']).describe('blank: something still to be filled in; change: struck and inserted words of the source'),
  text: z.string(),
  variants: z.array(span.extend({ by: z.string().nullable().describe('who proposes it, in the words of the text'), text: z.string().describe('empty: the passage goes') })),
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
  level: z.string().describe('level of the total, an id of `rules/scoring.yml`; "none" without total'),
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
  contested: z.object({ low: z.number().nullable(), high: z.number().nullable(), readings: z.array(z.number().nullable()) }).optional().describe('span of the total over the variants of disputed passages'),
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

const progress = z.object({ decided: z.int().nonnegative(), of: z.int().nonnegative() });

export const checkSchema = z.object({
  id: z.string().describe('requirement of the source report, S1 to S83'),
  group: z.string().describe('heading it stands under'),
  title: z.string(),
  result: z.enum(['present', 'partly', 'absent', 'cannot-see']),
  reason: z.string(),
  clauses: z.array(z.string()),
  evidence: z.array(cited),
});

export const ledgerSchema = z.object({
  decision: z.string(),
  question: z.string().describe('what is postponed'),
  status: decisionStatusSchema,
  holder: z.string().nullable().describe('id of the body that is to take it'),
  approver: z.string().nullable(),
  by: cited.nullable().describe('the time that binds the decision itself'),
  present: z.array(boundsSchema.keyof()).describe('bounds with credit, heaviest first'),
  missing: z.array(boundsSchema.keyof()).describe('bounds without credit, heaviest first; told only where somebody holds the decision'),
  open: z.array(z.string()).describe('parameters that no clause fixes'),
  meanwhile: z.array(cited).describe('clauses that hold until then; none where the text does not say'),
  questions: z.array(z.string()).describe('to put to the parties'),
  clauses: z.array(z.string()),
});

export const analysisSchema = z.object({
  format: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string(), sha256: z.string().optional().describe('of the sources that the program was built from') }),
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
    files: z
      .array(span.extend({ name: z.string(), title: z.string(), kind: z.enum(['main', 'annex', 'other']), pages: z.int(), fileSha256: z.string() }))
      .optional()
      .describe('only when several files are read as one, the main text first: the stretch of the text that each fills'),
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
  checks: z.array(checkSchema).describe('the requirements of the source report, held against this text'),
  ledger: z.array(ledgerSchema).describe('one row for each open decision, heaviest first'),
  review: z
    .object({ provisions: progress, decisions: progress, machineTotal: z.number().nullable().describe('total before any verdict') })
    .optional()
    .describe('only when a person has reviewed the reading, in part or whole: provisions, decisions, depth and score are then as reviewed; bodies and warnings stay as read by the machine'),
  contested: z.array(passageSchema).optional().describe('passages of a draft that are not agreed, in reading order'),
});

/** What `--share` writes: findings and places, no score, nothing of a review, files by number. */
export const sharedAnalysisSchema = analysisSchema.omit({ score: true, review: true }).extend({
  shared: z.literal(true),
  decisions: z.array(decisionSchema.omit({ openness: true, boundScore: true, contested: true })),
});

export type SharedAnalysis = z.infer<typeof sharedAnalysisSchema>;
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
export type Check = z.infer<typeof checkSchema>;
export type LedgerRow = z.infer<typeof ledgerSchema>;
export type Analysis = z.infer<typeof analysisSchema>;

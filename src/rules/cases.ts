/** The shape of `corpus/cases/*.json`: what is known of how a real agreement answered each decision, in our own words, with its source. */
import { z } from 'zod';
import { boundsSchema, decisionSchema, decisionStatusSchema, holderKindSchema } from '../analysis.ts';

const share = z.number().min(0).max(1);

/** A decision that no source tells of: it is shown as not read, and not scored. */
const unseen = z.strictObject({ decision: z.string(), status: z.literal('UNSEEN'), confidence: share });

const seen = z.strictObject({
  decision: z.string(),
  status: decisionStatusSchema.exclude(['UNSEEN']),
  holder: z.strictObject({ name: z.string().min(1), kind: holderKindSchema }).optional(),
  bounds: boundsSchema.partial().optional().describe('credit for each bound that is there'),
  exit: decisionSchema.shape.exit.partial().optional(),
  open: z.array(z.string()).optional().describe('SETTLED in part: the parameters still open, by their English names'),
  fact: z.string().min(1).describe('what was done with the decision, as the end of a sentence that begins "In <name>, "'),
  sources: z.array(z.string().min(1)).min(1),
  basis: z.enum(['text', 'report', 'press', 'code']).describe('the text itself, a report, the press, or codes of a data set'),
  confidence: share,
});

export const caseSchema = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  name: z.string().describe('country and year, as a table names it'),
  title: z.string(),
  textRead: z.boolean().describe('false: known from other sources only, so that no total is shown'),
  about: z.string(),
  cells: z.array(z.discriminatedUnion('status', [unseen, seen])),
});

export type Case = z.infer<typeof caseSchema>;
export type Cell = Case['cells'][number];

/** The shape of `rules/scoring.yml` and `rules/decisions.yml`. Other stages import the types only. */
import { z } from 'zod';
import { boundsSchema, decisionStatusSchema, holderKindSchema } from '../analysis.ts';

const share = z.number().min(0).max(1);
const readings = [...decisionStatusSchema.exclude(['UNSEEN']).options, 'PARTLY'] as const;
const reading = z.enum(readings);
const eachReading = <T extends z.ZodType>(value: T) => z.record(reading, value);
const eachBound = z.record(z.enum(boundsSchema.keyof().options), share);

export const scoringSchema = z.strictObject({
  format: z.literal(1),
  openness: z.strictObject({
    partly: z.strictObject({ perOpenShare: share, assumed: share }),
    delegated: z.strictObject({ base: share, relief: share, detail: share }),
    deferred: z.strictObject({ base: share, relief: share }),
    interim: z.strictObject({ base: share, relief: share, exit: z.strictObject({ end: share, trigger: share, successor: share }) }),
    principle: z.strictObject({ undated: share, dated: share }),
    silent: share,
  }),
  bounds: z.strictObject({
    weights: eachBound.refine((weights) => Math.abs(Object.values(weights).reduce((a, b) => a + b, 0) - 1) < 1e-9, 'the weights of the bounds must add up to 1'),
    cap: z.strictObject({ limit: share, liftedBy: z.strictObject({ deadlock: share, fallback: share }).describe('credit that a bound needs to count as a way out') }),
  }),
  technicalKinds: z.array(holderKindSchema).min(1),
  overload: share,
  worst: z.int().positive(),
  confidence: z.strictObject({ ask: share }),
  levels: z.array(z.strictObject({ below: z.number(), id: z.string().min(1) })).min(1).describe('words for them are `level.` keys of words.yml'),
  flags: z.strictObject({
    ceasefireOnly: z.strictObject({ issues: z.array(z.string()).min(1), decisions: z.array(z.string()), share }),
    framework: z.strictObject({ promises: z.int().nonnegative(), settledAtMost: share }),
  }),
  genre: z.strictObject({ minimumObliging: share, otherOverAgreement: z.number() }),
  silent: z.strictObject({ confidence: share }),
  types: z.record(z.string(), z.union([z.literal('all'), z.array(z.string()).min(1)])),
  defaultType: z.string(),
  sensitivity: z.strictObject({
    draws: z.int().positive(),
    seed: z.int().nonnegative(),
    interval: z.tuple([share, share]),
    drivers: z.int().nonnegative(),
    gammaShape: z.number().min(1),
    ranges: eachReading(share),
    damp: share,
    neighbours: eachReading(z.array(reading).min(1)),
  }),
});

export const catalogueSchema = z.strictObject({
  format: z.literal(1),
  issues: z.array(z.strictObject({ id: z.string() })).describe('in the order in which they are shown'),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      issue: z.string(),
      weight: z.number().positive(),
      kind: z.enum(['lasting', 'interim']).describe('interim: a temporary arrangement answers the question'),
      parameters: z.array(z.string()).min(1).describe('what must be fixed, by the English name'),
    }),
  ),
});

export type Scoring = z.infer<typeof scoringSchema>;
export type Catalogue = z.infer<typeof catalogueSchema>;
/** A status as the score sees it: settled in part is a reading of its own, unseen is none. */
export type Reading = z.infer<typeof reading>;

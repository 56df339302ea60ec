/** `rules/depth.yml`: which leaves answer which PA-X variable, and what a grade asks for. */
import { z } from 'zod';
import { statusSchema } from '../analysis.ts';

const count = z.int().positive();

const wayToBeNamedSchema = z.strictObject({
  leaves: z.array(z.string()).default([]).describe('provisions about one of these, by words that stand for it anywhere'),
  facts: z.array(z.string()).default([]).describe('provisions with one of these facts'),
  least: count.default(1).describe('how many provisions it takes'),
  concrete: z.boolean().default(false).describe('only provisions that are concrete or firm'),
  beside: z.array(z.string()).default([]).describe('only provisions that also have a leaf of one of these domains; empty: any'),
});

export const depthSchema = z.strictObject({
  format: z.literal(1),
  uncounted: z.array(statusSchema).describe('statuses of provisions that say nothing of depth'),
  concrete: z.array(statusSchema).min(1).describe('statuses by which somebody is to do, decide or stand in for something'),
  firm: z.array(z.string()).describe('facts by which a provision can be checked; a deadline always does'),
  grades: z.strictObject({
    mechanism: z.strictObject({ concrete: count, firm: count }).describe('grade 2: so many concrete provisions, or so many firm ones'),
    detailed: z.strictObject({ concrete: count, firm: count }).describe('grade 3: so many concrete provisions, and so many firm ones'),
  }),
  variables: z
    .array(
      z.strictObject({
        id: z.string(),
        top: z.union([z.literal(1), z.literal(3)]).describe('1: only absent or present'),
        named: z.array(wayToBeNamedSchema).min(1).describe('any one suffices; otherwise the grade is 0'),
        adds: z.array(z.string()).default([]).describe('leaves that count for depth once the variable is named'),
      }),
    )
    .min(1),
});

export type DepthRules = z.infer<typeof depthSchema>;

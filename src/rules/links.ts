/** `rules/links.yml`: how provisions reach decisions. */
import { z } from 'zod';
import { statusSchema } from '../analysis.ts';

export const linksSchema = z.strictObject({
  format: z.literal(1),
  groups: z.record(z.string().regex(/^[a-z-]+$/u), z.array(z.string()).min(1)),
  fixing: z.array(statusSchema),
  fixingInterim: z.array(statusSchema),
});

export type Links = z.infer<typeof linksSchema>;

/** `rules/links.yml`: how provisions reach decisions. */
import { z } from 'zod';
import { statusSchema } from '../analysis.ts';

export const linksSchema = z.strictObject({
  format: z.literal(1),
  groups: z.record(z.string().regex(/^[a-z-]+$/u), z.array(z.string()).min(1)),
  about: z.record(z.string(), z.array(z.string()).min(1)).describe('decision -> leaves or domains, one of which a provision that bears on it is about'),
  adoption: z.array(z.string()).describe('decisions that ask who adopts: a political adopter outweighs the body that drafts'),
  fixing: z.array(statusSchema),
  fixingInterim: z.array(statusSchema),
});

export type Links = z.infer<typeof linksSchema>;

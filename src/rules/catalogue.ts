/** `rules/<lang>/catalogue.yml`: names, questions and reasons for the ids of the shared files, in one language. */
import { z } from 'zod';

const sentence = z.string().min(1);
const named = z.record(z.string(), sentence);

export const catalogueWordsSchema = z.strictObject({
  format: z.literal(1),
  domains: named,
  leaves: z.record(z.string(), z.strictObject({ name: sentence, about: sentence })),
  issues: named,
  decisions: z.record(z.string(), z.strictObject({ question: sentence, parameters: named })),
  reasons: named.describe('why a provision has its status, by row of statuses.yml'),
});

export type CatalogueWords = z.infer<typeof catalogueWordsSchema>;

/** What one language tells the tokenizer: `rules/<lang>/language.yml`. */
import { z } from 'zod';

const words = z.array(z.string().min(1));

export const languageSchema = z.strictObject({
  format: z.literal(1),
  code: z.string().length(2),
  name: z.string(),
  stemmer: z.enum(['porter', 'porter-fr', 'porter-es', 'affixes', 'none']).describe('how word forms are folded together'),
  affixes: z
    .strictObject({ prefixes: words, suffixes: words, keep: z.int().positive().describe('letters that must remain') })
    .optional(),
  fold: z.record(z.string(), z.string()).default({}).describe('characters rewritten before a word is looked up'),
  foldAccents: z.boolean().default(false),
  joinPrefixes: words.default([]).describe('prefixes glued to the word after a hyphen: re-integration is reintegration'),
  elisions: words.default([]).describe("short words ended by an apostrophe that stand as words of their own: l', d'"),
  possessives: words.default([]).describe("endings after an apostrophe that are dropped: 's"),
  abbreviations: words.default([]).describe('words after which a full stop ends no sentence'),
  numbers: z.record(z.string(), z.number()).default({}).describe('number words and their values'),
  stop: words.default([]).describe('words too common to find a rule by'),
});

export type Language = z.infer<typeof languageSchema>;

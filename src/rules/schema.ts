/** Shapes of the rule files. Strict: an unknown key is an error with file, line and column. */
import { z } from 'zod';

const sentence = z.string().min(1);
const patterns = z.array(sentence);

/** One rule: patterns (any one suffices), what cancels them, and the proof that it works. */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, 'lower-case letters, digits and hyphens'),
  emits: sentence.describe('a leaf of the taxonomy or a fact'),
  note: z.string().optional().describe('why, or the source'),
  strength: z
    .enum(['strong', 'weak', 'faint'])
    .default('strong')
    .describe('weak: counts only where the text around is about security; faint: there too, and only when nothing stronger stands in the sentence'),
  patterns: patterns.min(1),
  unless: patterns.default([]).describe('a match here that overlaps cancels the finding'),
  silencedBy: patterns.default([]).describe('a match anywhere in the same sentence cancels the finding'),
  examples: z.strictObject({
    match: z.array(sentence).min(1).describe('the exact spans in double brackets: The ⟦ceasefire⟧ holds.'),
    skip: z.array(sentence).min(1),
    todo: z.array(sentence).default([]).describe('known misses; they must still miss'),
  }),
});

export const ruleFileSchema = z.strictObject({ format: z.literal(1), rules: z.array(ruleSchema).min(1) });

export const vocabularySchema = z.strictObject({
  format: z.literal(1),
  lists: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/u), z.array(sentence).min(1)),
});

export const taxonomySchema = z.strictObject({
  format: z.literal(1),
  domains: z.array(
    z.strictObject({
      id: z.string(),
      leaves: z.array(
        z.strictObject({
          id: z.string().regex(/^[A-Z]{2}\.\d$/u),
              pax: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});

export type Rule = z.infer<typeof ruleSchema>;
export type RuleFile = z.infer<typeof ruleFileSchema>;
export type VocabularyLists = z.infer<typeof vocabularySchema>;
export type Taxonomy = z.infer<typeof taxonomySchema>;

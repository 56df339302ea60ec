/** What one language tells the tokenizer: `rules/<lang>/language.yml`, and its word forms in `rules/<lang>/forms.yml`. */
import { z } from 'zod';

const words = z.array(z.string().min(1));

export const languageSchema = z.strictObject({
  format: z.literal(1),
  code: z.string().length(2),
  name: z.string(),
  stemmer: z.enum(['porter', 'forms', 'none']).default('none').describe('how word forms are folded together; forms: by the affixes of forms.yml'),
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  fold: z.record(z.string(), z.string()).default({}).describe('characters rewritten before a word is looked up'),
  foldAccents: z.boolean().default(false),
  joinPrefixes: words.default([]).describe('prefixes glued to the word after a hyphen: re-integration is reintegration'),
  digitGroups: z.boolean().default(false).describe('figures are written in groups of three with a blank between them: 60 000'),
  elisions: words.default([]).describe("short words ended by an apostrophe that stand as words of their own: l', d'"),
  possessives: words.default([]).describe("endings after an apostrophe that are dropped: 's"),
  abbreviations: words.default([]).describe('words after which a full stop ends no sentence'),
  numbers: z.record(z.string(), z.number()).default({}).describe('number words and their values; also several words: "quatre vingt"'),
  stop: words.default([]).describe('words too common to find a rule by; also what tells the language of a passage'),
});

/** Light stemming: what may stand before and after the part of a word that carries its meaning. Written as folded by language.yml. */
export const formsSchema = z.strictObject({
  format: z.literal(1),
  repairs: z.record(z.string(), z.string()).default({}).describe('letter groups that a text layer gets wrong, and what they stand for; applied before anything else'),
  prefixes: words.default([]),
  suffixes: words.default([]),
  replace: z.record(z.string(), z.string()).default({}).describe('endings that are rewritten rather than dropped: aux -> al'),
  keep: z.strictObject({ prefix: z.int().positive(), suffix: z.int().positive() }).describe('letters that must remain once a prefix or a suffix is gone'),
  rounds: z.int().min(0).max(3).default(1).describe('prefixes that may be taken off one after the other'),
  whole: words.default([]).describe('words, bare of endings, that keep their first letters though these look like a prefix'),
  exceptions: z.record(z.string(), z.string()).default({}).describe('words and the stem they have'),
  rare: z.array(z.string().min(5)).default([]).describe('long stems of the field, with no neighbour of their own, that are known in spite of one wrong letter'),
});

export type Forms = z.infer<typeof formsSchema>;
export type Language = z.infer<typeof languageSchema> & {
  /** Null where the language has no forms.yml. */
  forms?: Forms | null;
};

/** Data by which one language names bodies, times and other texts, and the words of its reports. */
import { z } from 'zod';
import { holderKindSchema } from '../analysis.ts';

const words = z.array(z.string().min(1));

/** `rules/<lang>/bodies.yml` */
export const bodiesSchema = z.strictObject({
  format: z.literal(1),
  heads: z.partialRecord(holderKindSchema, words).describe('nouns that make a name the name of a body, by the kind it then has'),
  modifiers: z.partialRecord(holderKindSchema, words).describe('words in a name that decide its kind whatever its head noun'),
  known: z.partialRecord(holderKindSchema, words).describe('names that need no head noun'),
  links: words.describe('small words that may stand inside a name'),
  articles: words.describe('words before a name that are no part of it'),
  notBodies: words.default([]).describe('phrases with a head noun that name no body'),
});

/** `rules/<lang>/times.yml` */
export const timesSchema = z.strictObject({
  format: z.literal(1),
  months: z.record(z.string(), z.int().min(1).max(12)),
  units: z.record(z.string(), z.number()).describe('unit word -> days'),
  within: words.describe('words before a duration that make it a deadline: within, not later than'),
  after: words.describe('words after a duration that name the anchor: of, after, following'),
  before: words.describe('words that count back from the anchor'),
  signature: words.describe('anchor words that mean the signature of this text'),
  events: z.record(z.string(), words).describe('named anchor events and the phrases for them'),
  immediate: words,
  floating: words.describe('words that sound like a time and bind nobody: regularly, in due course'),
});

/** `rules/<lang>/references.yml` */
export const referencesSchema = z.strictObject({
  format: z.literal(1),
  article: words,
  chapter: words,
  annex: words,
  agreement: words.describe('nouns of other accords'),
  law: words,
  this: words.describe('words that mean the text itself: of this Agreement'),
  of: words.describe('words between a label and the text it belongs to'),
});

/** `rules/<lang>/words.yml`: everything a report says in this language. */
export const wordsSchema = z.strictObject({ format: z.literal(1), words: z.record(z.string(), z.string()) });

export type BodiesData = z.infer<typeof bodiesSchema>;
export type TimesData = z.infer<typeof timesSchema>;
export type ReferencesData = z.infer<typeof referencesSchema>;
export type WordsData = z.infer<typeof wordsSchema>;

/**
 * The schema of `rules/<language>/numbering.yml`: how agreements in one language number and name their parts.
 * Run-time code imports only the type.
 */
import { z } from 'zod';

const words = z.array(z.string().min(1)).default([]);

export const partSchema = z.enum(['annex', 'appendix', 'schedule', 'book', 'title', 'part', 'chapter', 'section', 'article', 'item']);

export const numberingSchema = z.strictObject({
  parts: z.partialRecord(partSchema, words).default({}).describe('words that name a part when a number follows: "Article 5", "Annex C"'),
  ordinals: z.array(words).default([]).describe('number words in order: first entry all words for 1, second for 2, ...'),
  letters: z.array(z.array(z.string()).min(2)).default([]).describe('list alphabets beside the Latin one, in counting order'),
  contents: words.describe('headings of a table of contents'),
  preamble: z
    .strictObject({
      headings: words,
      openers: words.describe('first words of a recital'),
    })
    .default({ headings: [], openers: [] }),
  definitions: words.describe('headings over definitions, acronyms, glossaries'),
  signature: z
    .strictObject({
      openers: words.describe('first words of the signature block'),
      marks: words.describe('words that show a line to be a signature'),
    })
    .default({ openers: [], marks: [] }),
  bullets: words,
  examples: z
    .strictObject({
      labels: z.record(z.string(), z.string()).describe('line: label that must be read at its start'),
      none: words.describe('lines that must not open a labelled clause'),
    })
    .default({ labels: {}, none: [] }),
});

export type Part = z.infer<typeof partSchema>;
export type Numbering = z.infer<typeof numberingSchema>;

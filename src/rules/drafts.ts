/** `rules/<lang>/drafts.yml`: how drafts of this language mark what is not agreed yet. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).default([]);

export const draftsSchema = z.strictObject({
  format: z.literal(1),
  options: words.describe('words that open an alternative at the start of a line, before a number or letter: Option 1, Alternative A'),
  titles: words.describe('words in the first lines by which a text calls itself a draft'),
  ordinary: words.describe('words at the start of brackets that hold a note of the editor and no wording: sic, see, signed'),
  blanks: words.describe('what stands in brackets for something still to be filled in: X, date, number, to be determined'),
  joined: words.describe('words with a slash inside that are no alternatives: and/or'),
  or: words.describe('words between two brackets that are alternatives of each other'),
});

export type DraftMarks = z.infer<typeof draftsSchema>;

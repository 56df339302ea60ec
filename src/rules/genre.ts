/** `rules/<lang>/genre.yml`: phrases that tell what sort of text this is. */
import { z } from 'zod';

const phrases = z.array(z.string().min(1)).default([]);

export const genreSchema = z.strictObject({
  format: z.literal(1),
  types: z.record(z.string(), phrases).default({}).describe('agreement type of scoring.yml -> phrases in the title that show it; the first type that fits counts'),
  agreement: phrases.describe('phrases of a text by which parties bind themselves'),
  other: phrases.describe('phrases of reports, statements and treaties between states'),
  stage: phrases.describe('phrases by which a text calls itself one stage of a longer process'),
});

export type Genre = z.infer<typeof genreSchema>;

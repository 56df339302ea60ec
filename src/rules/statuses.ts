/** `rules/statuses.yml`: the facts that rules may emit, and the table that turns facts into a status. */
import { z } from 'zod';
import { holderKindSchema, mandateClassSchema, modalitySchema, statusSchema } from '../analysis.ts';

const facts = z.array(z.string()).default([]);

export const statusRowSchema = z.strictObject({
  id: z.string(),
  status: statusSchema,
  kinds: z.array(z.string()).default([]).describe('clause kinds; empty: any'),
  any: facts.describe('at least one of these facts'),
  all: facts.describe('every one of these facts'),
  none: facts.describe('none of these facts'),
  own: z.boolean().default(false).describe('a fact of `any` must stand in the sentence itself, not in its chapeau'),
  inherited: z.boolean().default(false).describe('a fact of `any` must stand in the chapeau'),
  holder: z.array(holderKindSchema).default([]).describe('kinds of the holder that a fact of `any` captured; empty: any or none'),
  heading: z.array(holderKindSchema).default([]).describe('kinds of a body that the heading above names; it is then the holder'),
  yields: z.boolean().default(false).describe('a list item that only fits this row takes the status of its chapeau'),
  opens: z.boolean().default(false).describe('only opens a list: its items do not take this status'),
  capitals: z.boolean().default(false).describe('the sentence is written in capitals'),
  titled: z.boolean().default(false).describe('the sentence looks like a title: its words begin with capitals and it has no end mark'),
  names: z.boolean().default(false).describe('only names a text or a part of it: a text that has nothing else says nothing'),
  colon: z.boolean().default(false).describe('the sentence ends with a colon'),
  leaves: z.array(z.string()).default([]).describe('a topic leaf or domain that must be there; empty: any'),
  tag: z.enum(['DM.1', 'DM.2', 'DM.3', 'DM.4']).optional(),
  confidence: z.number().min(0).max(1),
});

export const statusesSchema = z.strictObject({
  format: z.literal(1),
  facts: z.array(z.string()).describe('every fact a rule may emit'),
  mandates: z.record(z.string(), mandateClassSchema).describe('fact -> mandate-verb class'),
  modality: z.record(z.string(), modalitySchema).describe('fact -> modality'),
  telling: z.array(z.string()).describe('facts by which a sentence matters though its own words name no topic: it takes that of its heading'),
  back: z.string().describe('fact of a sentence that goes on about the subject of the one before'),
  seats: z.string().describe('fact of a sentence that opens a list of members'),
  bodies: z.array(z.string()).describe('leaves and domains that are about a body itself: they are all that a list of its members is about'),
  whole: z.array(z.string()).describe('facts that must stand in one piece: a match that runs from a chapeau into its item does not count'),
  rows: z.array(statusRowSchema).min(1),
});

export type StatusRow = z.infer<typeof statusRowSchema>;
export type Statuses = z.infer<typeof statusesSchema>;

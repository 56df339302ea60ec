/** Data by which one language names bodies, times and other texts, and the words of its reports. */
import { z } from 'zod';
import { holderKindSchema } from '../analysis.ts';

/** A list that a language may do without. */
const words = z.array(z.string().min(1)).default([]);

/** `rules/<lang>/bodies.yml` */
export const bodiesSchema = z.strictObject({
  format: z.literal(1),
  heads: z.partialRecord(holderKindSchema, words).default({}).describe('nouns that make a name the name of a body, by the kind it then has'),
  modifiers: z.partialRecord(holderKindSchema, words).default({}).describe('words in a name that decide its kind whatever its head noun'),
  known: z.partialRecord(holderKindSchema, words).default({}).describe('names that need no head noun'),
  links: words.describe('small words that may stand inside a name'),
  between: words.describe('words between two bodies: and'),
  articles: words.describe('words before a name that are no part of it'),
  definite: z.record(z.string(), z.string()).default({}).describe('words before a name -> the definite article in them: del -> el'),
  follow: words.describe('words that carry on a name behind its head though they are in small letters: nationale, technique'),
  before: z.int().min(0).max(8).default(0).describe('how many words before a head noun in small letters may belong to the name: an independent monitoring group'),
  organs: words.describe('nouns of the organ that leads a body: the CTSAMVM Board is the CTSAMVM'),
  capitalOnly: words.describe('head nouns that make a body only with a capital: an Office, not an office'),
  notBodies: words.describe('phrases with a head noun that name no body'),
  glued: words.default([]).describe('conjunctions and prepositions written together with the first word of a name, and no part of it'),
});

/** `rules/<lang>/times.yml` */
export const timesSchema = z.strictObject({
  format: z.literal(1),
  months: z.record(z.string(), z.int().min(1).max(12)).default({}),
  units: z.record(z.string(), z.number()).default({}).describe('unit word -> days; a month counts 30, a year 365'),
  unitWords: words.describe('words between number and unit: working, calendar'),
  unitAfter: words.describe('the same behind the unit: jours ouvrables'),
  whole: z.record(z.string(), z.number()).default({}).describe('words that are a duration by themselves -> days: a dual, a fortnight'),
  unitsFirst: z.boolean().default(false).describe('five and forty: units are said before tens'),
  and: words.describe('words that join parts of a number or duration: one hundred and twenty'),
  single: words.describe('words before a unit that count as one: a month, the first year'),
  ordinals: words.describe('endings written after a figure: 1st, 90th'),
  placeholders: words.describe('letters that stand for a number still open: [X] days'),
  dateWords: words.describe('small words inside a date: 21st day of November'),
  clock: words.describe('words between a date and an hour: at 00:01'),
  endOf: words.describe('phrases before a month or year that mean its last day'),
  within: words.describe('words before a duration that make it a deadline: within, not later than'),
  latest: words.describe('words after a duration that make it a deadline: at the latest'),
  limits: words.describe('words before a duration that only bound its length, unless an anchor follows: not exceeding'),
  leadWords: words.describe('small words between those and the duration: a period of, a maximum of'),
  after: words.describe('words after a duration that name the anchor: after, following, from'),
  of: words.describe('words that name the anchor only of a deadline: within 30 days of'),
  later: words.describe('words after a duration that are the anchor themselves: thereafter'),
  before: words.describe('words that count back from the anchor'),
  until: words.describe('words before an event or date that make it a deadline: by, until'),
  at: words.describe('words before an anchor that mean the day itself: upon, on'),
  from: words.describe('words before a date on which something starts to hold'),
  naming: words.describe('words before a date that tell when a text was made: signed on'),
  future: words.describe('words that undo those: to be signed on'),
  anchorWords: words.describe('small words between a link and the anchor: the date of'),
  anchorEnds: words.describe('words at which an anchor in the words of the text ends: shall'),
  bounds: words.describe('phrases that turn what follows into an event: end of, completion of'),
  signature: words.describe('anchor words that mean the signature of this text'),
  articles: words.describe('words before the name of a text: the'),
  this: words.describe('words that show that the text means itself: this, the present'),
  texts: words.describe('nouns by which a text names itself'),
  events: z.record(z.string(), words).default({}).describe('named anchor events and the phrases for them'),
  periods: z.record(z.string(), words).default({}).describe('periods that an amount of time may be counted into, by the anchor that is meant: three months of the transition'),
  dayZero: words.describe('letters of day counts: D+30'),
  dayZeroName: z.string().default('D-Day').describe('anchor of day counts; may be a key of events'),
  immediate: words,
  floating: words.describe('words that sound like a time and bind nobody: regularly, in due course'),
  notTimes: words.describe('phrases that hold time words and name no time: years old, immediate family'),
});

/** `rules/<lang>/references.yml` */
export const referencesSchema = z.strictObject({
  format: z.literal(1),
  article: words,
  inner: words.describe('words for parts inside an article: paragraph, clause, item'),
  chapter: words,
  annex: words,
  capital: words.describe('those of the words above that name a part only with a capital: Part 2'),
  many: words.describe('those of the words above that announce several labels: articles'),
  and: words.describe('words between several labels: Articles 5 and 7'),
  number: words.describe('words before a figure that mean "number": No.'),
  ordinals: z.record(z.string(), z.int().positive()).default({}).describe('first -> 1: the First Schedule, Article One'),
  smallOrdinals: z.boolean().default(false).describe('number words are labels in small letters too: article premier'),
  agreement: words.describe('nouns of other accords'),
  law: words,
  alone: words.describe('those of the nouns that name a text without any other word: the Constitution'),
  general: words.describe('those of the nouns that also name whole fields and need a number or a subject: Law No. 5, not Humanitarian Law'),
  joins: words.describe('words after such a noun that carry on the name: Agreement on'),
  links: words.describe('small words inside a name'),
  articles: words.describe('words before a name that are no part of it'),
  indefinite: words.describe('those of the articles before a text that is not there yet: an Agreement on'),
  made: words.describe('words between a name and its date: signed on'),
  this: words.describe('words that mean the text itself: of this Agreement'),
  of: words.describe('words between a label and the text it belongs to'),
  other: words.describe('words that mean another text spoken of before: of that Law'),
  relative: words.describe('words after a label that say where it stands: above, below'),
});

/** `rules/<lang>/words.yml`: everything a report says in this language. */
export const wordsSchema = z.strictObject({ format: z.literal(1), words: z.record(z.string(), z.string()) });

export type BodiesData = z.infer<typeof bodiesSchema>;
export type TimesData = z.infer<typeof timesSchema>;
export type ReferencesData = z.infer<typeof referencesSchema>;
export type WordsData = z.infer<typeof wordsSchema>;

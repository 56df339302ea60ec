/**
 * Everything that bounds what lacuna takes in, in one place. The largest text met so far, a national peace agreement, is
 * 2.4 MB as PDF, 297 pages and 0.83 million characters; a limit is several times that. Whoever has a larger text raises
 * one for a run: `--limit pages=6000`.
 */
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { Failure } from './failure.ts';

const DEFAULTS = {
  /** File size. Above this it is a scan or no document at all; the whole file is held in memory. */
  megabytes: 128,
  /** Pages of a PDF. */
  pages: 3_000,
  /** Seconds of work on one page of a PDF, or on a Word file: more is a hang. A page takes about 0.01. */
  'page-seconds': 5,
  /** Seconds by the clock for one PDF or Word file. */
  'file-seconds': 60,
  /** Memory in MB that a PDF or Word file may take while it is read; the largest agreement takes about 100. */
  memory: 600,
  /** Objects that lie open in a PDF: about ten a page. */
  'pdf-objects': 500_000,
  /** Entries in a ZIP container; Word writes a few dozen, plus one for each picture. */
  'zip-entries': 10_000,
  /** Inflated size in MB of what is read from one ZIP container, or of one stream of a PDF. */
  'zip-megabytes': 64,
  /** Inflated to packed size of one part. Deflate reaches 1,032; WordprocessingML with long tables has been seen near 50. */
  'zip-ratio': 200,
  /** Nesting of XML or HTML elements; real documents stay under 60, and walking a tree uses the stack. */
  nesting: 400,
  /** Characters of the whole text. */
  characters: 4_000_000,
  /** Characters of one paragraph: whole agreements on one line do occur. */
  'line-characters': 1_000_000,
  /** Characters without any white space: longer is no word but data. */
  'word-characters': 100_000,
  /** Clauses of the text; the largest agreement has some 10,000. */
  clauses: 100_000,
  /** References from clause to clause. */
  references: 100_000,
  /** Files in a folder of rules, and what they hold in MB; lacuna has about 100 and 2. */
  'rule-files': 2_000,
  'rule-megabytes': 16,
  /** Patterns that the rules of one language stand for when their alternatives are written out. */
  patterns: 50_000,
  /** Phrases in the word lists of one language when lists inside lists are written out. */
  phrases: 1_000_000,
};

export type LimitName = keyof typeof DEFAULTS;

export const LIMIT_NAMES = Object.keys(DEFAULTS) as LimitName[];

/** Threads get the limits of the one that starts them. */
const SHARED = 'lacuna limits';

/** The limits of this run. Only `setLimit` changes them, before anything is read. */
export const limits: Readonly<Record<LimitName, number>> = (getEnvironmentData(SHARED) as Record<LimitName, number> | undefined) ?? { ...DEFAULTS };

export const setLimit = (name: LimitName, value: number): void => {
  (limits as Record<LimitName, number>)[name] = value;
  setEnvironmentData(SHARED, { ...limits });
};

/** What to tell whoever is past a limit: what was found, and how to raise it. */
export const pastLimit = (name: LimitName, what: string, where: string, advice: string): Failure =>
  new Failure(what, { where, next: `${advice}, or raise the limit with --limit ${name}=NUMBER (now ${limits[name]})` });

/** Throws a Failure when `count` is past the limit; `noun` is what is counted, in the plural. */
export const holdTo = (name: LimitName, count: number, noun: string, where: string, advice: string): void => {
  if (count > limits[name]) throw pastLimit(name, `${count.toLocaleString('en')} ${noun}, more than ${limits[name].toLocaleString('en')}`, where, advice);
};

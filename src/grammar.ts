/** Who shall do what, in an English sentence: the parts around its first duty, by the part-of-speech tags of compromise. */
import nlp from 'compromise/two';

/** A sentence that puts a duty on somebody, in three parts that together are the sentence without its modal verb. */
export interface Duty {
  readonly subject: string;
  /** The verb with its adverbs: "carry out", "be established", "not recruit". */
  readonly action: string;
  readonly object: string;
  /** The subject is a pronoun. */
  readonly pronoun: boolean;
  /** What the subject is done to, not what it does. */
  readonly passive: boolean;
}

interface Term {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: readonly string[];
}

const is = (term: Term | undefined, ...tags: string[]): boolean => term !== undefined && tags.some((tag) => term.tags.includes(tag));

/** The words that tell stand at the head of a sentence; what lies behind so many characters is not read. */
const LONGEST = 4000;
/** How many words may stand between "shall" and its verb: "shall, among others, declare". */
const BETWEEN = 5;

/** The duty of a sentence: what somebody shall do; null when it lays no duty on anybody by itself, as the rest of a list may not. */
export const readDuty = (sentence: string): Duty | null => {
  const terms = termsOf(sentence);
  // "the Board, which shall sit weekly, shall decide": the verb of a relative clause is not the duty
  const modal = terms.findIndex((term, i) => is(term, 'Modal') && i > 0 && !is(terms[i - 1], 'QuestionWord', 'Determiner', 'Preposition', 'Conjunction'));
  if (modal >= 0) return dutyAt(terms, modal, modal + 1);
  // "the Government is to provide"
  const bound = terms.findIndex((term, i) => i > 0 && is(term, 'Copula') && is(terms[i + 1], 'Conjunction') && is(terms[i + 2], 'Infinitive', 'Copula', 'Auxiliary'));
  return bound < 0 ? null : dutyAt(terms, bound, bound + 2);
};

/** What a sentence without a verb of duty says: "the Parties agree to ..."; null when there is no verb in it. */
export const readStatement = (sentence: string): Duty | null => {
  const terms = termsOf(sentence);
  const verb = terms.findIndex((term, i) => i > 0 && is(term, 'PresentTense', 'Copula') && !is(term, 'Gerund') && !is(terms[i - 1], 'QuestionWord', 'Preposition', 'Conjunction'));
  return verb < 0 ? null : dutyAt(terms, verb, verb);
};

/** True when something is done in it: what has no verb is a name or a thing. */
export const hasVerb = (text: string): boolean => termsOf(text).some((term) => is(term, 'Verb'));

const termsOf = (sentence: string): Term[] => (nlp(sentence.slice(0, LONGEST).replace(/\s/gu, ' ')).json() as { terms: Term[] }[]).flatMap((part) => part.terms);

/** `end` of the subject, `from` the first word of the action. */
const dutyAt = (terms: readonly Term[], end: number, from: number): Duty => {
  let main = from;
  while (is(terms[main], 'Adverb', 'Negative', 'Auxiliary', 'Copula') && is(terms[main + 1], 'Adverb', 'Negative', 'Auxiliary', 'Copula', 'Verb')) main++;
  if (!is(terms[main], 'Verb')) main += Math.max(0, terms.slice(main, main + BETWEEN).findIndex((term) => is(term, 'Infinitive')));
  // "be securely stored"
  const after = terms.findIndex((term, i) => i > main && !is(term, 'Adverb'));
  const helped = is(terms[main], 'Infinitive') && is(terms[after], 'PastTense');
  if (helped) main = after;
  let last = Math.min(terms.length, main + 1);
  while (is(terms[last], 'Particle')) last++;
  return {
    subject: joined(terms.slice(0, end)),
    action: joined(terms.slice(from, last)),
    object: joined(terms.slice(last)),
    pronoun: end === 1 && is(terms[0], 'Pronoun'),
    passive: helped || (is(terms[main], 'PastTense', 'Participle') && terms.slice(from, main).some((term) => is(term, 'Auxiliary', 'Copula'))),
  };
};

const joined = (terms: readonly Term[]): string =>
  terms.map(({ pre, text, post }) => pre + text + post).join('').replace(/^[\s,.;:]+|[\s,.;:]+$/gu, '');

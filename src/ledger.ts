/** The ledger of deferrals: for each open decision what is put off, to whom, by when, within which bounds, and what holds until then. */
import type { Analysis, Bounds, Decision, LedgerRow, Provision, Warning } from './analysis.ts';
import { openDecisions } from './openness.ts';
import { withArticle } from './report/cite.ts';
import { comma, say, type Words } from './report/words.ts';
import type { Ruleset } from './rules/ruleset.ts';
import type { Wording } from './rules/wording.ts';
import { holderOf } from './score.ts';
import { slice } from './span.ts';

type Reading = Pick<Analysis, 'provisions' | 'decisions' | 'bodies' | 'warnings'>;

/** Missing bounds that are asked about, at most so many to a decision. */
const ASKED = ['criteria', 'deadline', 'deadlock', 'fallback'] as const;
const QUESTIONS = 3;

/** One row for each open decision, heaviest first. `text` is the frozen text. */
export const openLedger = (reading: Reading, text: string, { scoring, checks, warnings: rules }: Pick<Ruleset, 'scoring' | 'checks' | 'warnings'>, { words, catalogue: names }: Pick<Wording, 'words' | 'catalogue'>): LedgerRow[] => {
  const asked = new Map(rules.warnings.map(({ id, asks }) => [id, asks]));
  const scattered = new Set(rules.warnings.filter((rule) => rule.scattered).map(({ id }) => id));
  const telling = reading.warnings.filter(({ id }) => !scattered.has(id));
  const provisions = new Map(reading.provisions.map((provision) => [provision.id, provision]));
  const proofsOf = ({ provisions: ids }: Decision): Provision[] => ids.flatMap((id) => provisions.get(id) ?? []);
  const decisions = new Map(reading.decisions.map((decision) => [decision.id, decision]));
  const standInsOf = ({ id }: Decision): Provision[] => (checks.meanwhile[id] ?? []).flatMap((other) => proofsOf(decisions.get(other)!)).filter(({ status }) => status === 'SETTLED' || status === 'INTERIM');
  const cite = ({ clause, start, end }: Provision) => ({ clause, start, end, text: slice(text, { start, end }) });
  const byWeight = Object.entries(scoring.bounds.weights).toSorted(([, a], [, b]) => b - a).map(([bound]) => bound as keyof Bounds);
  return openDecisions(reading).map((decision): LedgerRow => {
    const proofs = proofsOf(decision);
    const holder = holderOf(decision);
    const held = decision.status === 'DELEGATED' || decision.status === 'DEFERRED';
    const temporary = proofs.filter(({ status, evidence }) => status === 'INTERIM' || evidence.some(({ fact }) => fact === 'fallback'));
    const meanwhile = temporary.length > 0 ? temporary : standInsOf(decision);
    const touched = touching(proofs, telling);
    const answered = new Set(touched.map(({ id }) => asked.get(id)));
    const missing = held ? byWeight.filter((bound) => decision.bounds[bound] === 0) : [];
    return {
      decision: decision.id,
      question: decision.question,
      status: decision.status,
      holder,
      approver: decision.chain.approver === holder ? null : decision.chain.approver,
      by: timeOf(decision, proofs),
      present: held ? byWeight.filter((bound) => decision.bounds[bound] > 0) : [],
      missing,
      open: decision.parameters.open,
      meanwhile: meanwhile.map(cite),
      questions: [...new Set([...questionsOn(decision, missing.filter((bound) => !answered.has(bound)), holder === null ? null : nameOf(holder, reading, words), words, names.decisions[decision.id]?.parameters ?? {}), ...touched.map(({ question }) => question)])],
      clauses: [...new Set(proofs.map(({ clause }) => clause))],
    };
  });
};

/** The time that binds the decision, where the bounds or the way out of a stand-in credit one. */
const timeOf = ({ bounds, exit, dated }: Decision, proofs: readonly Provision[]): LedgerRow['by'] => {
  if (bounds.deadline === 0 && exit.end === 0 && !dated) return null;
  const proof = proofs.find(({ deadline }) => deadline !== null);
  if (proof === undefined) return null;
  const { start, end, text } = proof.deadline!;
  return { clause: proof.clause, start, end, text: text.replace(/\s+/gu, ' ') };
};

const questionsOn = ({ status, parameters }: Decision, missing: readonly (keyof Bounds)[], holder: string | null, words: Words, names: Readonly<Record<string, string>>): string[] => {
  if (status === 'SETTLED') return [say(words, 'ask.partly', { parameters: parameters.open.map((name) => names[name] ?? name).join(comma(words)) })];
  if (status === 'INTERIM') return [say(words, 'ask.lasting')];
  if (status !== 'DELEGATED' && status !== 'DEFERRED') return [say(words, 'ask.text')];
  if (holder === null) return [say(words, 'ask.holder')];
  return ASKED.filter((bound) => missing.includes(bound)).slice(0, QUESTIONS).map((bound) => say(words, `ask.${bound}`, { holder }));
};

const nameOf = (id: string, { bodies }: Reading, words: Words): string => {
  const body = bodies.find((each) => each.id === id);
  return body === undefined ? id : withArticle(body.acronyms[0] ?? body.name, body, words);
};

/** Warnings that rest on a provision of the decision. */
const touching = (proofs: readonly Provision[], warnings: readonly Warning[]): Warning[] =>
  warnings.filter(({ evidence }) => evidence.some((place) => proofs.some((proof) => proof.clause === place.clause && proof.start < place.end && place.start < proof.end)));

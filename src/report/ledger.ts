/** The ledger: which decisions are open, heaviest first, who holds each, by when, and where the text says so. */
import type { Analysis, Decision } from '../analysis.ts';
import { readingOf } from '../openness.ts';
import { holderOf } from '../score.ts';
import { cite, theBody, type Index } from './cite.ts';
import { comma, say, type Words } from './words.ts';

export { openDecisions } from '../openness.ts';

export interface Entry {
  readonly decision: Decision;
  /** Sentences on who holds the decision and by when. */
  readonly told: readonly string[];
  /** Article numbers, most telling first. */
  readonly places: readonly string[];
  /** The most telling provision; null when no clause speaks of the decision. */
  readonly quoted: { start: number; end: number } | null;
}

export const ledgerEntry = (decision: Decision, index: Index, words: Words, askBelow: number, parameters: Readonly<Record<string, string>> = {}): Entry => {
  const proofs = decision.provisions.flatMap((id) => index.provisions.get(id) ?? []);
  const clauses = proofs.flatMap(({ clause }) => index.clauses.get(clause) ?? []);
  return {
    decision,
    told: [
      ...holders(decision, index, words, parameters),
      ...byWhen(decision, proofs, index, words),
      ...(decision.confidence < askBelow ? [say(words, 'ledger.uncertain')] : []),
    ],
    places: [...new Set(clauses.map((clause) => cite(clause, words)))],
    quoted: proofs[0] ?? null,
  };
};

const holders = (decision: Decision, index: Index, words: Words, names: Readonly<Record<string, string>>): string[] => {
  const { status, chain, parameters } = decision;
  const reading = readingOf(decision);
  if (reading === 'PARTLY') return [say(words, 'ledger.partly', { parameters: parameters.open.map((name) => names[name] ?? name).join(comma(words)) })];
  if (status !== 'DELEGATED' && status !== 'DEFERRED') return [say(words, `ledger.${status}`)];
  const holder = holderOf(decision);
  if (holder === null) return [say(words, `ledger.${status}.unnamed`)];
  const kind = chain.kind === null || status === 'DEFERRED' ? '' : say(words, 'ledger.kind', { kind: say(words, `kind.${chain.kind}`) });
  const others = (['decider', 'approver'] as const).filter((role) => chain[role] !== null && chain[role] !== holder);
  return [
    say(words, `ledger.${status}`, { holder: theBody(holder, index, words) + kind }),
    ...others.map((role) => say(words, `ledger.${role}`, { holder: theBody(chain[role]!, index, words) })),
  ];
};

/** The deadline that binds the decision, not that of setting a body up: only where the bounds or the exit credit one. */
const byWhen = (decision: Decision, proofs: readonly Analysis['provisions'][number][], { bodies }: Index, words: Words): string[] => {
  if (decision.status === 'SILENT' || decision.status === 'SETTLED') return [];
  const credited = decision.bounds.deadline > 0 || decision.exit.end > 0 || decision.dated;
  const holder = holderOf(decision);
  const text = proofs.find(({ deadline }) => deadline !== null)?.deadline?.text ?? (holder === null ? undefined : bodies.get(holder)?.deadline[0]?.text);
  if (!credited || text === undefined) return [say(words, 'ledger.undated')];
  return [say(words, decision.bounds.deadline === 1 || decision.bounds.deadline === 0 ? 'ledger.dated' : 'ledger.loosely-dated', { deadline: text.replace(/\s+/gu, ' ') })];
};

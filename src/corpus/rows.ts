/** An analysed text as rows of the corpus: plain values that go from a thread to the writer. */
import { createHash } from 'node:crypto';
import type { Analysis, Decision, Provision } from '../analysis.ts';
import { articleOf } from '../report/cite.ts';
import { holderOf } from '../score.ts';
import { readingNow } from '../verdicts.ts';

export interface AgreementRows {
  title: string;
  language: string;
  type: string;
  characters: number;
  score: [total: number | null, low: number | null, high: number | null, bodyShare: number | null];
  clauses: [label: string, kind: string, text: string][];
  /** `clause` is an index into `clauses`. */
  provisions: { clause: number; status: string; leaves: string[]; body: string | null; kind: string | null; mandate: string | null; deadline: string | null; days: number | null; confidence: number }[];
  decisions: { id: string; applicable: boolean; reading: string; openness: number | null; holder: string | null; kind: string | null; bounds: number; confidence: number; fixed: string; clauses: [clause: number, fixes: string][] }[];
  issues: [issue: string, score: number | null][];
  /** Hex SHA-256 of all the above. */
  digest: string;
}

/** Rows of one text. */
export const rowsOf = (analysis: Analysis, text: string): AgreementRows => {
  const { clauses, provisions, bodies, decisions, score, document } = analysis;
  const at = new Map(clauses.map(({ id }, index) => [id, index]));
  const body = new Map(bodies.map((each) => [each.id, each]));
  const provision = new Map(provisions.map((each) => [each.id, each]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (body.get(id)?.name ?? id));
  const rows: Omit<AgreementRows, 'digest'> = {
    title: document.title,
    language: document.language,
    type: score.type.name,
    characters: document.characters,
    score: [score.total, score.low, score.high, score.technicalBodyShare],
    clauses: clauses.map((clause) => [articleOf(clause), clause.kind, text.slice(clause.start, clause.end)]),
    provisions: provisions.map((each) => ({
      clause: at.get(each.clause)!, status: each.status, leaves: each.leaves, body: nameOf(each.delegate), kind: each.delegate === null ? null : (body.get(each.delegate)?.kind ?? null),
      mandate: each.mandate?.class ?? null, deadline: each.deadline?.text ?? null, days: each.deadline?.days ?? null, confidence: each.confidence,
    })),
    decisions: decisions.map((decision) => {
      const holder = holderOf(decision);
      return {
        id: decision.id, applicable: decision.applicable, reading: readingNow(decision), openness: decision.openness, holder: nameOf(holder), kind: holder === null ? null : decision.chain.kind,
        bounds: decision.boundScore, confidence: decision.confidence, fixed: decision.parameters.fixed.map(({ name }) => name).join('; '),
        clauses: proofsOf(decision, provision, at),
      };
    }),
    issues: score.issues.map(({ issue, score: points }) => [issue, points]),
  };
  return { ...rows, digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex') };
};

/** The clauses that prove a decision, with the parameters that each fixes, most telling first. */
const proofsOf = ({ provisions, parameters }: Decision, provision: ReadonlyMap<string, Provision>, at: ReadonlyMap<string, number>): [number, string][] => {
  const fixes = new Map<number, string[]>();
  for (const id of provisions) fixes.set(at.get(provision.get(id)!.clause)!, []);
  for (const { name, provision: id } of parameters.fixed) {
    const clause = at.get(provision.get(id)!.clause)!;
    fixes.set(clause, [...(fixes.get(clause) ?? []), name]);
  }
  return [...fixes].map(([clause, names]) => [clause, names.join('; ')]);
};

/**
 * What a person says of the tool's reading, and what follows for decisions and score. Pure. A verdict is kept under a key
 * made of the text it was given on, so that it finds its clause again in the next draft and under a newer tool.
 */
import { createHash } from 'node:crypto';
import type { Analysis, Clause, Decision, Provision } from './analysis.ts';
import { NO_BOUNDS } from './bounds.ts';
import { boundScore, openness } from './openness.ts';
import type { Reading, Scoring } from './rules/scoring.ts';
import { scoreOpenness } from './score.ts';
import { slice } from './span.ts';

/** A reading of a provision or a decision. `leaves` is empty for a decision; PARTLY and SILENT are for decisions only. */
export interface Said {
  status: string;
  leaves: readonly string[];
}

export interface Verdict {
  /** `rejected`: wrong, or nothing of security; null: only a note or a parking, the reading still stands to be judged. */
  reading: Said | 'rejected' | null;
  /** Why the decision is left open on purpose; null when it is not. */
  parked: string | null;
  note: string;
  /** Fingerprint of what was judged, and of the text it stood in. */
  basis: string;
  document: string;
  /** Key of an earlier wording whose verdict this one confirms. */
  from: string | null;
}

/** True when nothing is left to say. */
export const isDecided = (verdict: Verdict | undefined): boolean => verdict !== undefined && (verdict.reading !== null || verdict.parked !== null);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20);

const LABEL = /^[\p{P}\p{S}\s]*/u;

/** Text as it is compared: without its number, which moves with the clause, and without differences that nobody reads. */
export const normalise = (text: string, label = ''): string => {
  const bare = text.replace(LABEL, '');
  const numbered = label !== '' && bare.startsWith(label) && !/^[\p{L}\p{N}]/u.test(bare.slice(label.length));
  const unnumbered = numbered ? bare.slice(label.length).replace(LABEL, '') : bare;
  return unnumbered.normalize('NFKC').toLowerCase().replace(/[\u2018\u2019]/gu, "'").replace(/[\u201c\u201d]/gu, '"').replace(/\p{Pd}/gu, '-').replace(/\s+/gu, ' ').trim();
};

/** Keys by id: of a provision the hash of its text, its clause and its chapeau, with the ordinal among equals. */
export const keysOf = ({ clauses, provisions, decisions }: Analysis, text: string): ReadonlyMap<string, string> => {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const whole = new Map<string, string>();
  const normalClause = (clause: Clause): string => {
    const known = whole.get(clause.id) ?? hash(normalise(slice(text, clause), clause.label));
    whole.set(clause.id, known);
    return known;
  };
  const count = new Map<string, number>();
  const keys = new Map<string, string>(decisions.map(({ id }) => [id, `decision:${id}`]));
  for (const provision of provisions) {
    const clause = byId.get(provision.clause)!;
    const chapeau = clause.chapeau === null ? undefined : byId.get(clause.chapeau);
    const digest = hash([chapeau === undefined ? '' : normalClause(chapeau), normalClause(clause), normalise(slice(text, provision), clause.label)].join('\n'));
    const ordinal = count.get(digest) ?? 0;
    count.set(digest, ordinal + 1);
    keys.set(provision.id, `${digest}.${ordinal}`);
  }
  return keys;
};

/** Fingerprint of what a decision rests on: the wording of the provisions that prove it. */
export const basisOf = (decision: Decision, keys: ReadonlyMap<string, string>): string => hash(decision.provisions.map((id) => keys.get(id) ?? '').toSorted().join('\n'));

/** Verdicts in force, by id of provision and decision. */
export type InForce = ReadonlyMap<string, Verdict>;

/** The provision as a person reads it; null when it is rejected. */
export const judge = (provision: Provision, verdict: Verdict | undefined): Provision | null => {
  const said = verdict?.reading ?? null;
  if (said === 'rejected') return null;
  if (said === null) return provision;
  const status = said.status as Provision['status'];
  return { ...provision, status, leaves: [...said.leaves], confidence: 1, reason: status === provision.status ? provision.reason : 'reviewer' };
};

/** Order of the statuses of an open decision: a principle never displaces what hands the choice on (doctrine, section 5). */
const OPEN = ['DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE'] as const;

/** Decisions under verdicts. `byId` holds the provisions as the machine reads them. */
export const judgeDecisions = (decisions: readonly Decision[], byId: ReadonlyMap<string, Provision>, verdicts: InForce, scoring: Scoring): Decision[] =>
  decisions.map((decision) => setStatus(readAgain(decision, byId, verdicts, scoring), verdicts.get(decision.id), scoring));

/** The decision read again from what is left of the provisions that prove it; itself when a person changed none of them. */
const readAgain = (decision: Decision, byId: ReadonlyMap<string, Provision>, verdicts: InForce, scoring: Scoring): Decision => {
  const bearing = [...new Set([...decision.provisions, ...decision.parameters.fixed.map(({ provision }) => provision)])].flatMap((id) => byId.get(id) ?? []);
  const judged = new Map(bearing.map((provision) => [provision.id, judge(provision, verdicts.get(provision.id))]));
  if (bearing.every((provision) => judged.get(provision.id)?.status === provision.status)) return decision;
  const left = [...judged.values()].filter((provision) => provision !== null);
  const fixed = decision.parameters.fixed.filter(({ provision }) => {
    const now = judged.get(provision);
    return now !== undefined && now !== null && (now.status === 'SETTLED' || now.status === byId.get(provision)!.status);
  });
  const names = [...decision.parameters.fixed.map(({ name }) => name), ...decision.parameters.open];
  const status = statusOf(decision, fixed.length, names.length, left);
  const same = status === decision.status;
  return withOpenness({
    ...decision,
    status,
    parameters: { fixed, open: names.filter((name) => !fixed.some((parameter) => parameter.name === name)) },
    ...(!same && { dated: false, exit: { end: 0, trigger: 0, successor: 0 }, detail: false, bounds: NO_BOUNDS, chain: { drafter: null, decider: null, approver: null, kind: null } }),
    confidence: status === 'SILENT' ? scoring.silent.confidence : decision.confidence,
    provisions: decision.provisions.filter((id) => judged.get(id) !== null),
  }, scoring);
};

const statusOf = (decision: Decision, fixed: number, parameters: number, left: readonly Provision[]): Decision['status'] => {
  if (fixed > 0 && fixed * 2 >= parameters) return 'SETTLED';
  const open = OPEN.find((status) => left.some((provision) => provision.status === status));
  if (open !== undefined && open !== 'PRINCIPLE') return open;
  if (decision.status === 'UNSEEN') return 'UNSEEN';
  return open ?? (fixed > 0 || left.some(({ status }) => status === 'SETTLED') ? 'PRINCIPLE' : 'SILENT');
};

/** The status that a person gives a decision is certain; bounds and holders stay what the text gives. */
const setStatus = (decision: Decision, verdict: Verdict | undefined, scoring: Scoring): Decision => {
  const said = verdict?.reading ?? null;
  if (said === null || said === 'rejected') return decision;
  const reading = said.status as Reading | 'UNSEEN';
  return withOpenness({
    ...decision,
    status: reading === 'PARTLY' ? 'SETTLED' : reading,
    parameters: parametersAs(reading, decision),
    confidence: 1,
    unseen: reading === 'UNSEEN' ? (decision.unseen ?? '') : null,
  }, scoring);
};

/** SETTLED means all parameters; PARTLY those that the text fixes, or half of them when it is not known which. */
const parametersAs = (reading: Reading | 'UNSEEN', { parameters, provisions }: Decision): Decision['parameters'] => {
  const { fixed, open } = parameters;
  const settle = (names: readonly string[]): Decision['parameters']['fixed'] => names.map((name) => ({ name, provision: provisions[0] ?? '' }));
  if (reading === 'SETTLED') return { fixed: [...fixed, ...settle(open)], open: [] };
  if (reading !== 'PARTLY' || (fixed.length > 0 && open.length > 0)) return parameters;
  const names = [...fixed.map(({ name }) => name), ...open];
  const half = Math.ceil(names.length / 2);
  return { fixed: settle(names.slice(0, half)), open: names.slice(half) };
};

const withOpenness = (decision: Decision, scoring: Scoring): Decision => {
  const { value, capped } = boundScore(decision.bounds, scoring);
  return { ...decision, openness: openness(decision, scoring), boundScore: value, capped };
};

/** How a decision reads, with SETTLED in part told apart. */
export const readingNow = ({ status, parameters }: Decision): string => (status === 'SETTLED' && parameters.open.length > 0 ? 'PARTLY' : status);

/** Decisions that a person leaves open on purpose. */
export const parkedIn = (decisions: readonly Decision[], verdicts: InForce): Set<string> =>
  new Set(decisions.filter(({ id }) => (verdicts.get(id)?.parked ?? null) !== null).map(({ id }) => id));

/** The Analysis as reviewed: rejected provisions are gone, decisions and score follow from what is left. */
export const applyVerdicts = (analysis: Analysis, verdicts: InForce, scoring: Scoring): Analysis => {
  const byId = new Map(analysis.provisions.map((provision) => [provision.id, provision]));
  const decisions = judgeDecisions(analysis.decisions, byId, verdicts, scoring);
  const proves = new Map<string, string[]>();
  for (const { id, provisions } of decisions) for (const provision of provisions) proves.set(provision, [...(proves.get(provision) ?? []), id]);
  const provisions = analysis.provisions.flatMap((provision) => judge(provision, verdicts.get(provision.id)) ?? []);
  return {
    ...analysis,
    provisions: provisions.map((provision) => ({ ...provision, decisions: proves.get(provision.id) ?? [] })),
    decisions,
    score: scoreOpenness(decisions, scoring, {
      type: analysis.score.type,
      declaredStage: analysis.score.flags.includes('framework'),
      promises: provisions.filter(({ leaves }) => leaves.includes('DM.2')).length,
      parked: parkedIn(decisions, verdicts),
      reviewed: decisions.some(({ applicable }) => applicable) && decisions.every(({ id, applicable }) => !applicable || isDecided(verdicts.get(id))),
    }),
  };
};

/**
 * The 34 decisions of the catalogue, answered by the provisions that bear on them: status first, then openness
 * (deferral doctrine, section 5). A principle never displaces a delegation, a deferral or an interim.
 */
import type { Body, Clause, Decision, DecisionStatus, Provision, Reference } from './analysis.ts';
import { boundsOf, NO_BOUNDS, type AgreementWide } from './bounds.ts';
import type { SentenceFacts } from './facts.ts';
import type { Link } from './links.ts';
import { boundScore, openness } from './openness.ts';
import type { CatalogueWords } from './rules/catalogue.ts';
import type { Links } from './rules/links.ts';
import type { Catalogue, Scoring } from './rules/scoring.ts';
import { isApplicable } from './score.ts';

/** What decisions are read from, beside their links. */
export interface Evidence {
  clauses: readonly Clause[];
  bodies: readonly Body[];
  references: readonly Reference[];
  found: readonly SentenceFacts[];
  /** All provisions in reading order. */
  provisions: readonly Provision[];
  type: string;
}

const OPEN: readonly DecisionStatus[] = ['DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE'];
const POLITICAL = new Set(['leaders', 'parties', 'parliament', 'executive']);

/** Every decision of the catalogue, in its order; `questions` are their words in the language of the report. */
export const decide = (links: ReadonlyMap<string, readonly Link[]>, evidence: Evidence, catalogue: Catalogue, linkRules: Links, scoring: Scoring, questions: CatalogueWords['decisions']): Decision[] => {
  const wide: AgreementWide = {
    dispute: evidence.found.some(({ facts }) => facts.has('settles-disputes')),
    remedy: evidence.found.some(({ facts }) => facts.has('remedy')),
    deadlock: evidence.found.some(({ facts }) => facts.has('any-deadlock') && !facts.has('waits-for')),
  };
  const sections = sectionIndex(evidence.clauses, evidence.provisions);
  const handed = handedOver(evidence.provisions);
  return catalogue.decisions.map((entry): Decision => {
    const linked = links.get(entry.id) ?? [];
    const names = entry.parameters;
    const fixed = fixedParameters(names, linked, [...linkRules.fixing, ...(entry.kind === 'interim' ? linkRules.fixingInterim : [])]);
    const open = names.filter((name) => !fixed.some((parameter) => parameter.name === name));
    const unseen = unseenText(linked, evidence.references);
    const status = statusOf(names.length, fixed.length, linked, unseen, linkRules.adoption.includes(entry.id));
    const proving = provingLinks(status, linked, fixed);
    const holder = holderOf(status, proving, evidence.bodies, handed);
    const bounded = status === 'DELEGATED' || status === 'DEFERRED';
    const bounds = bounded
      ? boundsOf(proving, linked, holder, handed.get(holder?.id ?? '') ?? 0, fixed.length, sections.deadlineAbove(proving), wide)
      : NO_BOUNDS;
    const { value: boundValue, capped } = boundScore(bounds, scoring);
    const decision: Decision = {
      id: entry.id,
      issue: entry.issue,
      question: questions[entry.id]!.question,
      weight: entry.weight,
      applicable: isApplicable(entry.issue, evidence.type, scoring),
      status,
      openness: null,
      parameters: { fixed, open },
      dated: status === 'PRINCIPLE' && proving.some(({ provision }) => provision.deadline !== null && provision.actor !== null),
      exit: status === 'INTERIM' ? exitOf(proving) : { end: 0, trigger: 0, successor: 0 },
      detail: status === 'DELEGATED' && fixed.length * 2 >= names.length && proving.every(({ provision }) => provision.mandate?.class === 'B'),
      chain: chainOf(status, holder, drafterOf(linked, evidence.bodies, handed), proving, sections.approverNear(proving, evidence.bodies)),
      bounds,
      boundScore: boundValue,
      capped,
      confidence: confidenceOf(status, proving, scoring),
      provisions: [...new Set(proving.map(({ provision }) => provision.id))],
      contradictions: [],
      unseen: status === 'UNSEEN' ? unseen : null,
    };
    return { ...decision, openness: openness(decision, scoring) };
  });
};

/** Each parameter with the surest provision that fixes it. */
const fixedParameters = (names: readonly string[], linked: readonly Link[], fixing: readonly string[]): Decision['parameters']['fixed'] =>
  names.flatMap((name) => {
    const naming = linked.filter(({ parameters }) => parameters.has(name));
    // what one clause fixes and another hands over is open
    if (linked.some(({ handedOver }) => handedOver.has(name))) return [];
    const proof = naming.filter(({ provision }) => fixing.includes(provision.status)).toSorted(bySureness)[0];
    return proof === undefined ? [] : [{ name, provision: proof.provision.id }];
  });

const bySureness = (a: Link, b: Link): number => b.provision.confidence - a.provision.confidence || a.index - b.index;

const statusOf = (parameters: number, fixed: number, linked: readonly Link[], unseen: string | null, asksAdopter: boolean): DecisionStatus => {
  if (fixed * 2 >= parameters) return 'SETTLED';
  if (asksAdopter && linked.some(({ provision, found }) => provision.status === 'DEFERRED' && found.facts.has('adopted-by'))) return 'DEFERRED';
  const open = OPEN.find((status) => linked.some(({ provision }) => provision.status === status));
  if (open !== undefined && open !== 'PRINCIPLE') return open;
  if (unseen !== null) return 'UNSEEN';
  // a clause fixes part of the answer, less than half of it, and nothing moves the rest: it stays a direction
  return open ?? (fixed > 0 || linked.some(({ provision, whole }) => !whole && provision.status === 'SETTLED') ? 'PRINCIPLE' : 'SILENT');
};

/** An annex that is cited by a sentence on this question and that the tool does not have. */
const unseenText = (linked: readonly Link[], references: readonly Reference[]): string | null => {
  const missing = references.filter(({ kind, state }) => kind === 'annex' && (state === 'empty' || state === 'dangling'));
  return missing.find(({ start, end }) => linked.some(({ provision }) => provision.start <= start && end <= provision.end))?.text ?? null;
};

const provingLinks = (status: DecisionStatus, linked: readonly Link[], fixed: Decision['parameters']['fixed']): Link[] => {
  const fixing = new Set(fixed.map(({ provision }) => provision));
  const proof = linked.filter(({ provision }) => (status === 'SETTLED' ? fixing.has(provision.id) : provision.status === status));
  const telling = proof.length > 0 ? proof : linked.filter(({ provision }) => provision.status !== 'PROCEDURAL');
  return telling.toSorted((a, b) => Number(a.whole) - Number(b.whole) || bySureness(a, b));
};

/** The body that holds most of the proving provisions; of two the one with the longer task, then the first. `handed` counts what each body is to do. */
const holderOf = (status: DecisionStatus, proving: readonly Link[], bodies: readonly Body[], handed: ReadonlyMap<string, number>): Body | undefined => {
  if (status !== 'DELEGATED' && status !== 'DEFERRED') return undefined;
  const count = new Map<string, number>();
  for (const { provision } of proving) if (provision.delegate !== null) count.set(provision.delegate, (count.get(provision.delegate) ?? 0) + 1);
  const first = [...count].toSorted((a, b) => b[1] - a[1] || (handed.get(b[0]) ?? 0) - (handed.get(a[0]) ?? 0))[0];
  return first === undefined ? undefined : bodies.find(({ id }) => id === first[0]);
};

/** The body that is to write what another adopts. */
const drafterOf = (linked: readonly Link[], bodies: readonly Body[], handed: ReadonlyMap<string, number>): Body | undefined =>
  holderOf('DELEGATED', linked.filter(({ provision }) => provision.status === 'DELEGATED'), bodies, handed);

const chainOf = (status: DecisionStatus, holder: Body | undefined, drafter: Body | undefined, proving: readonly Link[], approver: Body | undefined): Decision['chain'] => {
  if (holder === undefined) return { drafter: null, decider: null, approver: null, kind: status === 'DEFERRED' ? 'law' : null };
  if (status === 'DEFERRED') return { drafter: drafter?.id ?? null, decider: holder.id, approver: null, kind: holder.kind };
  const advisory = proving.every(({ provision }) => provision.mandate?.class === "A'");
  const decider = advisory ? (approver?.id ?? null) : holder.id;
  return { drafter: holder.id, decider, approver: approver?.id ?? null, kind: holder.kind };
};

const exitOf = (proving: readonly Link[]): Decision['exit'] => ({
  end: proving.some(({ provision }) => provision.deadline !== null && (provision.deadline.days !== null || provision.deadline.date !== null)) ? 1 : 0,
  trigger: proving.some(({ found }) => found.facts.has('pending')) ? 1 : 0,
  successor: 0,
});

const confidenceOf = (status: DecisionStatus, proving: readonly Link[], scoring: Scoring): number => {
  if (proving.length === 0) return scoring.silent.confidence;
  const sure = proving.map(({ provision, whole }) => provision.confidence * (whole ? 0.8 : 1));
  return Math.round((status === 'SETTLED' ? Math.min(...sure) : Math.max(...sure)) * 100) / 100;
};

/** How many provisions hand something to each body: the list of its outputs. */
const handedOver = (provisions: readonly Provision[]): Map<string, number> => {
  const count = new Map<string, number>();
  for (const { status, delegate } of provisions) if (status === 'DELEGATED' && delegate !== null) count.set(delegate, (count.get(delegate) ?? 0) + 1);
  return count;
};

/** Looks around a provision: the deadline of the stage it stands in, the political body that approves in its section. */
const sectionIndex = (clauses: readonly Clause[], provisions: readonly Provision[]) => {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const deadlines = new Map<string, NonNullable<Provision['deadline']>>();
  const approvals: { section: string; body: string }[] = [];
  const sectionOf = (clause: string): string => (byId.get(clause)?.path ?? []).slice(0, 2).join('/');
  for (const provision of provisions) {
    if (provision.deadline !== null) deadlines.set(provision.clause, provision.deadline);
    if (provision.delegate !== null && provision.evidence.some(({ fact }) => fact === 'approves')) approvals.push({ section: sectionOf(provision.clause), body: provision.delegate });
  }
  const deadlineAbove = (links: readonly Link[]): Provision['deadline'] => {
    for (const { provision } of links) {
      for (let at = byId.get(provision.clause); at !== undefined; at = at.parent === null ? undefined : byId.get(at.parent)) {
        const found = deadlines.get(at.id);
        if (found !== undefined && at.id !== provision.clause) return found;
      }
    }
    return null;
  };
  const approverNear = (links: readonly Link[], bodies: readonly Body[]): Body | undefined => {
    const near = new Set(links.map(({ provision }) => sectionOf(provision.clause)));
    const political = bodies.filter(({ kind }) => POLITICAL.has(kind));
    const approval = approvals.find(({ section, body }) => near.has(section) && political.some(({ id }) => id === body));
    return political.find(({ id }) => id === approval?.body);
  };
  return { deadlineAbove, approverNear };
};

/** Decisions to score: the catalogue as a blank text, and the expected verdicts of the shared folder. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Bounds, Decision } from '../src/analysis.ts';
import { boundScore, openness } from '../src/openness.ts';
import { catalogueWordsSchema } from '../src/rules/catalogue.ts';
import { catalogueSchema, scoringSchema } from '../src/rules/scoring.ts';
import type { Circumstances } from '../src/score.ts';

export const scoring = scoringSchema.parse(parse(readFileSync('rules/scoring.yml', 'utf8')));
export const catalogue = catalogueSchema.parse(parse(readFileSync('rules/decisions.yml', 'utf8')));
/** Names and questions in English. */
export const named = catalogueWordsSchema.parse(parse(readFileSync('rules/en/catalogue.yml', 'utf8')));

export const EXPECTED = '../shared/domain/expected-verdicts.tsv';
export const haveExpected = existsSync(EXPECTED);

export const noBounds: Bounds = {
  deadline: 0, members: 0, rule: 0, deadlock: 0, tor: 0, criteria: 0, funding: 0, reporting: 0, fallback: 0, dispute: 0,
};

export const circumstances: Circumstances = {
  type: { name: 'comprehensive', by: 'machine' }, declaredStage: false, promises: 0, parked: new Set(), reviewed: false,
};

/** A decision of the catalogue, SILENT unless told otherwise. */
export const decision = (id: string, given: Partial<Decision> = {}): Decision => {
  const entry = catalogue.decisions.find((d) => d.id === id)!;
  const bare: Decision = {
    id, issue: entry.issue, question: named.decisions[id]!.question, weight: entry.weight, applicable: true,
    status: 'SILENT', openness: null, parameters: { fixed: [], open: [...entry.parameters] },
    dated: false, exit: { end: 0, trigger: 0, successor: 0 }, detail: false,
    chain: { drafter: null, decider: null, approver: null, kind: null },
    bounds: noBounds, boundScore: 0, capped: false, confidence: 0.8,
    provisions: [], contradictions: [], unseen: null,
  };
  const whole = { ...bare, ...given };
  const { value, capped } = boundScore(whole.bounds, scoring);
  return { ...whole, openness: openness(whole, scoring), boundScore: value, capped };
};

/** All parameters of a decision fixed but the last `open` ones. */
export const settled = (id: string, open = 0): Decision => {
  const names = catalogue.decisions.find((d) => d.id === id)!.parameters;
  const fixed = names.slice(0, names.length - open).map((name) => ({ name, provision: 'p1' }));
  return decision(id, { status: 'SETTLED', parameters: { fixed, open: names.slice(names.length - open) } });
};

/** The whole catalogue, with some decisions replaced. */
export const text = (...given: Decision[]): Decision[] =>
  catalogue.decisions.map(({ id }) => given.find((d) => d.id === id) ?? decision(id));

const FEATURES: Record<string, keyof Bounds> = { report: 'reporting', enforce: 'dispute' };

/** The coded verdicts as decisions, by agreement, with the openness that the coders computed. */
export const expected = (): Map<string, { decision: Decision; openness: number | null }[]> => {
  const byAgreement = new Map<string, { decision: Decision; openness: number | null }[]>();
  for (const line of readFileSync(EXPECTED, 'utf8').trimEnd().split('\n').slice(1)) {
    const [agreement, id, , , , status, holder, features, open, , confidence] = line.split('\t') as string[];
    const credit = Object.fromEntries(features!.split(' ').filter(Boolean).map((f) => [f.split('=')[0]!, Number(f.split('=')[1] ?? 1)]));
    const bounds = { ...noBounds };
    for (const [name, value] of Object.entries(credit)) if ((FEATURES[name] ?? name) in bounds) bounds[FEATURES[name] ?? (name as keyof Bounds)] = value;
    const base = status === 'SETTLED' ? settled(id!, 'partial' in credit ? 1 : 0) : decision(id!);
    const row = decision(id!, {
      ...base,
      status: status as Decision['status'],
      bounds,
      exit: { end: credit['end'] ?? 0, trigger: credit['trigger'] ?? 0, successor: credit['successor'] ?? 0 },
      chain: { drafter: holder || null, decider: null, approver: null, kind: status === 'DELEGATED' ? 'technical' : status === 'DEFERRED' ? 'leaders' : null },
      confidence: Number(confidence),
    });
    byAgreement.set(agreement!, [...(byAgreement.get(agreement!) ?? []), { decision: row, openness: open ? Number(open) : null }]);
  }
  return byAgreement;
};

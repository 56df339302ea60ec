/** Gathers everything that `lacuna evaluate` measures when no gold is named: reads what lies beside this project. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strongRules } from '../depth.ts';
import { ablate, type GoldText } from '../evaluate/ablation.ts';
import type { Unit } from '../evaluate/align.ts';
import { estimate, estimateOver } from '../evaluate/bootstrap.ts';
import { evaluateVerdicts, parseVerdicts, type VerdictsEvaluation } from '../evaluate/decisions.ts';
import { evaluate, type Evaluation } from '../evaluate/evaluate.ts';
import { headline } from '../evaluate/headline.ts';
import { leaveOut } from '../evaluate/left-out.ts';
import type { LeftOutRow, Overview } from '../evaluate/overview.ts';
import { bare } from '../evaluate/partner.ts';
import { evaluatePax, parsePaxCodes, type PaxEvaluation, type PaxText } from '../evaluate/pax.ts';
import { readSource } from '../read/index.ts';
import { createRuleFinder } from '../rules/coverage.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import type { AlignedGold, Analyze } from './evaluate.ts';

const TEXTS = '../shared/agreements';
const VERDICTS = '../shared/domain/expected-verdicts.tsv';
const CODES = '../shared/codings/pax-codes-for-texts.csv';

export const gatherOverview = async (golds: readonly AlignedGold[], ruleset: Ruleset, analyze: Analyze, readTable: (path: string) => Promise<string>): Promise<Overview> => ({
  golds: golds.map(({ title, fold, units, missing }) => ({ title, fold, units: units.length, missing, ...headline(units, fold, estimate) })),
  overTexts: [true, false].flatMap((fold) => overTexts(golds, fold)),
  documents: pooled(golds, true),
  segments: pooled(golds, false),
  verdicts: await verdicts(analyze, readTable),
  pax: await pax(ruleset, analyze, readTable),
  ablation: await ablate(golds.flatMap(({ texts }) => texts), ruleset),
  leftOut: await leftOut(golds, ruleset),
  coverage: await coverage(ruleset),
});

const pooled = (golds: readonly AlignedGold[], wanted: boolean): Evaluation | null => {
  const own = golds.filter(({ fold }) => fold === wanted);
  return own.length === 0 ? null : evaluate(own.flatMap(({ units }) => units), { title: wanted ? 'all documents' : 'all segments', fold: wanted, missing: own.flatMap(({ missing }) => missing) });
};

/** The pooled figures with intervals over texts: a document is one, and the segments of one agreement are one. */
const overTexts = (golds: readonly AlignedGold[], wanted: boolean): Overview['overTexts'] => {
  const units = golds.filter(({ fold }) => fold === wanted).flatMap(({ title, units: own }) => own.map((unit) => ({ ...unit, text: unit.agreement ?? title })));
  const texts = units.map(({ text }) => text);
  return units.length === 0 ? [] : [{ name: wanted ? 'documents' : 'segments', texts: new Set(texts).size, ...headline(units, wanted, estimateOver(texts)) }];
};

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Plain texts of agreements, in order of names. */
const textNames = (): string[] => (exists(TEXTS) ? readdirSync(TEXTS).filter((name) => name.endsWith('.txt')).toSorted() : []);

/** Verdicts on every agreement whose text is at hand. */
const verdicts = async (analyze: Analyze, readTable: (path: string) => Promise<string>): Promise<VerdictsEvaluation[]> => {
  if (!exists(VERDICTS)) return [];
  const all = parseVerdicts(await readTable(VERDICTS), VERDICTS);
  const found: VerdictsEvaluation[] = [];
  for (const agreement of new Set(all.map((verdict) => verdict.agreement))) {
    const names = textNames().filter((name) => bare(name).includes(bare(agreement)));
    if (names.length !== 1) continue;
    found.push(evaluateVerdicts(all.filter((verdict) => verdict.agreement === agreement), (await analyze({ path: join(TEXTS, names[0]!) })).analysis));
  }
  return found;
};

/** Texts with PA-X codes in a language that has rules. */
const pax = async (ruleset: Ruleset, analyze: Analyze, readTable: (path: string) => Promise<string>): Promise<PaxEvaluation | null> => {
  if (!exists(CODES)) return null;
  const names = new Set(textNames());
  const texts: PaxText[] = [];
  for (const codes of parsePaxCodes(await readTable(CODES), CODES, ruleset.depth.variables.map(({ id }) => id))) {
    const name = `${codes.slug}.${codes.language}.txt`;
    const rules = ruleset.languages[codes.language];
    if (rules === undefined || !names.has(name)) continue;
    const { analysis } = await analyze({ path: join(TEXTS, name) });
    texts.push({ ...codes, provisions: analysis.provisions, strong: strongRules(rules.compiled) });
  }
  return texts.length === 0 ? null : evaluatePax(texts, ruleset.depth);
};

/** Documents by name, segments by the agreement they are taken from. */
const leftOut = async (golds: readonly AlignedGold[], ruleset: Ruleset): Promise<LeftOutRow[]> => {
  const names = new Map(golds.flatMap(({ title, texts }) => texts.map((text): [GoldText, string] => [text, text.fold ? title : (text.align([])[0]?.agreement ?? title)])));
  const found = await leaveOut(golds.flatMap(({ texts }) => texts), (text) => names.get(text)!, ruleset);
  const plain = (units: readonly Unit[], fold: boolean): LeftOutRow['figures'] => headline(units, fold, (sample, figure) => figure(sample)).tool;
  const together = (text: string, fold: boolean): LeftOutRow[] => {
    const units = found.filter((each) => each.fold === fold).flatMap((each) => each.units);
    return units.length === 0 ? [] : [{ text, fired: null, own: null, units: units.length, figures: plain(units, fold) }];
  };
  const documents = found.filter(({ fold }) => fold).map(({ text, fired, own, units }): LeftOutRow => ({ text, fired, own, units: units.length, figures: plain(units, true) }));
  return [...documents, ...together('all documents', true), ...together('all segments', false)];
};

/** In how many texts each rule fires. */
const coverage = async (ruleset: Ruleset): Promise<Overview['coverage']> => {
  const rulesIn = createRuleFinder(ruleset);
  const times = new Map(Object.entries(ruleset.languages).flatMap(([code, { compiled }]) => compiled.rules.map(({ id }): [string, number] => [`${code}/${id}`, 0])));
  let texts = 0;
  for (const name of textNames()) {
    const fired = await rulesIn(await readSource({ path: join(TEXTS, name) }));
    if (fired.size > 0) texts++;
    for (const rule of fired) times.set(rule, (times.get(rule) ?? 0) + 1);
  }
  const firing = (count: number): number => [...times.values()].filter((each) => each === count).length;
  return { texts, rules: times.size, none: firing(0), one: firing(1) };
};

/** Grades of depth against the codes of the PA-X database: presence of each subject, and depth from 0 to 3. */
import type { Provision } from '../analysis.ts';
import { gradeOf, type Substance, substanceOf } from '../depth.ts';
import { Failure } from '../failure.ts';
import type { DepthRules } from '../rules/depth.ts';
import { squared, weightedKappa, type Pair } from './agreement.ts';
import { type Estimate, estimate } from './bootstrap.ts';
import { addUp, found, type Found } from './recall.ts';

/** Codes of one text, by variable. */
export interface PaxCodes {
  slug: string;
  language: string;
  codes: ReadonlyMap<string, number>;
}

/** A text with its codes and what was found in it. */
export interface PaxText extends PaxCodes {
  provisions: readonly Provision[];
  /** Ids of the strong rules of its language. */
  strong: ReadonlySet<string>;
}

export interface PaxEvaluation {
  texts: string[];
  presence: { f1: Estimate; all: Found; /** Every subject called present in every text. */ baseline: Found };
  /** Variables that PA-X grades from 0 to 3, and how far grade and code agree: quadratic kappa. */
  depth: { variables: number; kappa: Estimate; /** Thresholds chosen for each text on the other texts. */ leftOut: number | null; /** Where both see the subject. */ seenByBoth: { cells: number; kappa: number | null } };
  variables: { id: string; presence: Found; /** Code and grade of each text, in the order of `texts`. */ cells: { code: number; grade: number }[] }[];
}

/** CSV with a header, no quoting: columns slug, lang and the variables. Throws a Failure with the line. */
export const parsePaxCodes = (csv: string, file: string, variables: readonly string[]): PaxCodes[] => {
  const [header = '', ...lines] = csv.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const columns = header.split(',');
  const missing = ['slug', 'lang', ...variables].find((name) => !columns.includes(name));
  if (missing !== undefined) throw new Failure(`no column ${missing}`, { where: `${file}:1`, next: 'Add the column to the header' });
  return lines.flatMap((line, i) => {
    if (line === '') return [];
    const cells = line.split(',');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const codes = variables.map((name): [string, number] => {
      if (!/^[0-3]$/u.test(cell(name))) throw new Failure(`${name} is "${cell(name)}"`, { where: `${file}:${i + 2}`, next: 'Write a code from 0 to 3' });
      return [name, Number(cell(name))];
    });
    return [{ slug: cell('slug'), language: cell('lang'), codes: new Map(codes) }];
  });
};

interface Cell {
  text: number;
  code: number;
  substance: Substance;
  variable: DepthRules['variables'][number];
}

/** `texts` must have codes for every variable of `rules`. */
export const evaluatePax = (texts: readonly PaxText[], rules: DepthRules): PaxEvaluation => {
  const byText = texts.map(({ codes, provisions, strong }, text) =>
    rules.variables.map((variable): Cell => ({ text, variable, code: codes.get(variable.id)!, substance: substanceOf(variable, provisions, strong, rules) })),
  );
  const cells = byText.flat();
  const graded = byText.map((row) => row.filter(({ variable }) => variable.top === 3));
  const seen = graded.flat().filter(({ code, substance }) => code > 0 && substance.named);
  return {
    texts: texts.map(({ slug }) => slug),
    presence: {
      f1: estimate(byText.map(presenceOf), (sample) => addUp(sample).f1),
      all: presenceOf(cells),
      baseline: found(cells.filter(({ code }) => code > 0).length, cells.length, cells.filter(({ code }) => code > 0).length),
    },
    depth: {
      variables: graded[0]?.length ?? 0,
      kappa: estimate(graded, (sample) => depthKappa(sample.flat(), rules.grades)),
      leftOut: leftOut(graded),
      seenByBoth: { cells: seen.length, kappa: depthKappa(seen, rules.grades) },
    },
    variables: rules.variables.map(({ id, top }) => {
      const own = cells.filter(({ variable }) => variable.id === id);
      return { id, presence: presenceOf(own), cells: own.map(({ code, substance }) => ({ code, grade: gradeOf(substance, top, rules.grades) })) };
    }),
  };
};

const presenceOf = (cells: readonly Cell[]): Found =>
  found(
    cells.filter(({ code }) => code > 0).length,
    cells.filter(({ substance }) => substance.named).length,
    cells.filter(({ code, substance }) => code > 0 && substance.named).length,
  );

type Grades = DepthRules['grades'];

const QUADRATIC = squared({ 0: 0, 1: 1, 2: 2, 3: 3 });

const pairsOf = (cells: readonly Cell[], grades: Grades): Pair[] =>
  cells.map(({ code, substance, variable }) => [String(code), String(gradeOf(substance, variable.top, grades))]);

const depthKappa = (cells: readonly Cell[], grades: Grades): number | null => weightedKappa(pairsOf(cells, grades), QUADRATIC);

/** Kappa when each text is graded with the thresholds that serve the other texts best; the first of several equals. */
const leftOut = (graded: readonly (readonly Cell[])[]): number | null => {
  const pairs = graded.flatMap((cells, out) => {
    const others = graded.filter((_, text) => text !== out).flat();
    let best: { grades: Grades; kappa: number } | null = null;
    for (const grades of thresholds()) {
      const kappa = depthKappa(others, grades);
      if (kappa !== null && (best === null || kappa > best.kappa)) best = { grades, kappa };
    }
    return best === null ? [] : pairsOf(cells, best.grades);
  });
  return weightedKappa(pairs, QUADRATIC);
};

/** Every set of thresholds that might be chosen. */
function* thresholds(): Generator<Grades> {
  for (const concrete of [1, 2, 3]) {
    for (const firm of [1, 2, 3]) {
      for (const many of [2, 3, 4, 5, 6, 7, 8, 10, 12]) {
        for (const checked of [1, 2, 3, 4]) yield { mechanism: { concrete, firm }, detailed: { concrete: many, firm: checked } };
      }
    }
  }
}

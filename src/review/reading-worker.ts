/** The thread that reads a text for the review screen: its first clauses, then the whole reading, then reasons when they are asked for. */
import '../offline.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer, type Analyzed, type AnalyzeOptions } from '../analyze.ts';
import type { Source } from '../document.ts';
import type { Explanation } from '../explain.ts';
import { Failure } from '../failure.ts';
import { readSource } from '../read/index.ts';
import { openRuleset } from '../ruleset-file.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { tool } from '../tool.ts';
import { createExplainer } from './reasons.ts';
import type { Told } from './background.ts';

/** What the screen hands over when it starts the thread. */
export interface Task {
  file: string;
  rules: string | undefined;
  options: AnalyzeOptions;
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const tell = (told: Told): void => parentPort!.postMessage(told);

/** Characters of a text whose clauses are shown while the whole is read. */
const LEAD = 300_000;
/** No language: only the clauses are found, which takes no time. */
const UNDETERMINED = 'und';

const read = async ({ file, rules, options }: Task): Promise<{ analyzed: Analyzed; ruleset: Ruleset }> => {
  const [ruleset, source] = await Promise.all([openRuleset(rules), readSource({ path: file })]);
  const analyze = createAnalyzer(ruleset, tool);
  const lead = await analyze(leadOf(source), { lang: UNDETERMINED });
  tell({ is: 'lead', analysis: lead.analysis, text: lead.document.text });
  const analyzed = await analyze(source, options);
  tell({ is: 'whole', analysis: analyzed.analysis, text: analyzed.document.text });
  return { analyzed, ruleset };
};

const leadOf = (source: Source): Source => {
  let characters = 0;
  const more = source.blocks.findIndex(({ text }) => (characters += text.length) > LEAD);
  return more < 0 ? source : { ...source, blocks: source.blocks.slice(0, Math.max(1, more)) };
};

try {
  const task = workerData as Task;
  const { analyzed, ruleset } = await read(task);
  const explain: (clause: string) => Promise<Explanation[]> = createExplainer(analyzed, ruleset, task.options.signed ?? null);
  // Read again now, while the reviewer looks at the first item: the first reason then comes as soon as the others.
  if (analyzed.document.text.length <= LEAD && analyzed.analysis.clauses[0] !== undefined) await explain(analyzed.analysis.clauses[0].id);
  parentPort!.on('message', (clause: string) => void explain(clause).then((explanations) => tell({ is: 'reasons', clause, explanations })));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  tell({ is: 'failure', what: error.message, where: error.where, next: error.next });
}

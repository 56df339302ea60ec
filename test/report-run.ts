/** Texts through the pipeline with the rules of the tree, for tests of reports. */
import { readFileSync } from 'node:fs';
import type { Analysis } from '../src/analysis.ts';
import { createAnalyzer } from '../src/analyze.ts';
import { textOptions } from '../src/commands/paper.ts';
import type { Document } from '../src/document.ts';
import { readSource } from '../src/read/index.ts';
import type { ReportOptions } from '../src/report/index.ts';
import { openRuleset } from '../src/ruleset-file.ts';

export interface Read {
  analysis: Analysis;
  document: Document;
  options: ReportOptions;
}

/** Reads a file or bytes; `reportLang` is the language of the report. */
export const read = async (input: string | { bytes: Uint8Array; name: string }, reportLang?: string): Promise<Read> => {
  const ruleset = await openRuleset(undefined);
  const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0.0.0' });
  const source = await readSource(typeof input === 'string' ? { bytes: readFileSync(input), name: input } : input);
  const result = await analyze(source, reportLang === undefined ? {} : { reportLang });
  return { ...result, options: textOptions({ width: 80, color: false, ascii: false }, reportLang ?? result.analysis.document.language, ruleset) };
};

/** One text read and analysed, for the commands that show one thing about it. */
import type { Analyzed } from '../analyze.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { analyzeOptions, checkReportLang, checkType, type ReadingOptions } from './options.ts';
import { readTogether } from './sources.ts';

export interface OneTextOptions extends ReadingOptions {
  /** Files that are read as one with the text. */
  with?: string[];
}

/** The text at a path ("-" is standard input) with the rules it was read by. Throws a Failure for what cannot be read. */
export const readOne = async (path: string, options: OneTextOptions): Promise<Analyzed & { ruleset: Ruleset }> => {
  const [{ createAnalyzer }, { openRuleset }, { tool }] = await Promise.all([
    import('../analyze.ts'), import('../ruleset-file.ts'), import('../tool.ts'),
  ]);
  const ruleset = await openRuleset(options.rules);
  checkType(options.type, ruleset);
  checkReportLang(options.reportLang, ruleset);
  return { ...(await createAnalyzer(ruleset, tool)(await readTogether([path, ...(options.with ?? [])], options.tracked), analyzeOptions(options))), ruleset };
};

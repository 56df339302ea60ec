/** Reading of live drafts around the ordinary reading: a text without marks goes straight through. */
import type { Analyzer } from '../analyze.ts';
import type { DraftMarks } from '../rules/drafts.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { mayBeMarked } from './marks.ts';

/** `analyze`, and for a draft with open passages one more reading for each way to settle them. */
export const readingDrafts = (analyze: Analyzer, { languages, scoring }: Ruleset): Analyzer => async (source, options = {}) => {
  const first = await analyze(source, options);
  const { analysis, document } = first;
  const marks: DraftMarks | undefined = languages[analysis.document.language]?.drafts;
  if (marks === undefined || !mayBeMarked(document.text, marks)) return first;
  const [{ findPassages }, { resolved, ways }, { withContested }] = await Promise.all([import('./passages.ts'), import('./resolve.ts'), import('./contested.ts')]);
  const passages = findPassages(document, marks);
  if (passages.length === 0) return first;
  const how = { ...options, lang: analysis.document.language, type: analysis.score.type.name };
  const readings = [];
  for (let way = 0; way < ways(passages); way++) readings.push((await analyze(resolved(document, source, passages, way), how)).analysis);
  return { document, analysis: withContested(analysis, document, passages, readings, scoring) };
};

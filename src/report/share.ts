/** An Analysis to be passed on: what was found and where, without the number, without what a review says of its maker, without names of files. */
import type { Analysis, SharedAnalysis } from '../analysis.ts';

/** The part of the contract that `sharedAnalysisSchema` describes. */
export const shareable = ({ score: _score, review: _review, ...analysis }: Analysis): SharedAnalysis => {
  const { files, ...document } = analysis.document;
  const nameOf = new Map(files?.map(({ name }, i) => [name, String(i + 1)]));
  return {
    ...analysis,
    shared: true,
    document: { ...document, ...(files && { files: files.map((file) => ({ ...file, name: nameOf.get(file.name)! })) }) },
    clauses: analysis.clauses.map((clause) => (clause.file === undefined ? clause : { ...clause, file: nameOf.get(clause.file) ?? '' })),
    decisions: analysis.decisions.map(({ openness: _openness, boundScore: _boundScore, contested: _contested, ...decision }) => decision),
  };
};

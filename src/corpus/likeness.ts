/** How near texts are in their words. Pure. */
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js';

/** Cosine of the tf-idf weights of each text with those of `context`, 0 to 1. */
export const likenessTo = (context: string, texts: readonly string[]): number[] => {
  const tfidf = new TfIdf();
  for (const text of [context, ...texts]) tfidf.addDocument(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const weights = (index: number): Map<string, number> => new Map(tfidf.listTerms(index).map(({ term, tfidf: weight }) => [term, weight]));
  const length = (own: ReadonlyMap<string, number>): number => Math.sqrt([...own.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  const base = weights(0);
  return texts.map((_, at) => {
    const own = weights(at + 1);
    let product = 0;
    for (const [term, weight] of own) product += weight * (base.get(term) ?? 0);
    return product / (length(base) * length(own));
  });
};

/** natural ships types for its root only; lacuna imports single files. */
declare module 'natural/lib/natural/stemmers/*.js' {
  const stemmer: { stem(token: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    addDocument(document: string[] | string): void;
    listTerms(document: number): { term: string; tfidf: number }[];
  }
}

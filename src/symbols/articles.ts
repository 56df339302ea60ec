/** The definite article with which a text names a body: "the Board", "la Comisión", "IGAD" without any. */
import type { TokenStream } from '../sentences.ts';
import type { Vocabulary } from '../tokens.ts';

/** Between an article and the name: a blank, or the apostrophe of an elision. */
const NEXT_TO = /^(?:['’]\s?|\s{1,2})$/u;

/** Reads the article before a token; '' when none stands there. `definite`: word before a name -> its article ("del": "el"). */
export const articleReader = (text: string, { tokens, sentences }: TokenStream, definite: Readonly<Record<string, string>>, vocabulary: Vocabulary): ((first: number, sentence: number) => string) => {
  const articles = new Map(Object.entries(definite).map(([word, article]) => [vocabulary.keyOf(word), article]));
  return (first, sentence) => {
    if (first <= sentences[sentence]!.own) return '';
    const before = first - 1;
    const gap = text.slice(tokens.end[before]!, tokens.start[first]!);
    return NEXT_TO.test(gap) ? (articles.get(vocabulary.keys[tokens.word[before]!]!) ?? '') : '';
  };
};

/** Counts what stands before the mentions of each body, and tells what is usual for it, or else for bodies with such a head noun. */
export const createArticles = (): { add: (body: number, head: string, article: string) => void; usual: (body: number) => string } => {
  const own = new Map<number, Map<string, number>>();
  const likes = new Map<string, Map<string, number>>();
  const heads = new Map<number, string>();
  const count = <K>(counts: Map<K, Map<string, number>>, key: K, article: string): void => {
    const row = counts.get(key) ?? new Map<string, number>();
    counts.set(key, row.set(article, (row.get(article) ?? 0) + 1));
  };
  const most = (row: ReadonlyMap<string, number> | undefined): string | undefined => [...(row ?? [])].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  return {
    add: (body, head, article) => {
      if (!heads.has(body)) heads.set(body, head);
      if (article === '') return;
      count(own, body, article);
      count(likes, head, article);
    },
    usual: (body) => most(own.get(body)) ?? most(likes.get(heads.get(body) ?? '')) ?? '',
  };
};

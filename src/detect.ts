/** The language of a text: by its commonest words where they leave no doubt, else by letter statistics (franc), loaded only then. */
import { foldedWords } from './clauses/vocabulary.ts';
import type { CommonWords } from './passages.ts';

/** So many letters are plenty for the statistics and keep the cost flat. */
const SAMPLE = 3000;

/** ISO 639-1 code of the language (639-3 where there is no shorter one), or "und". `common` names the languages that have rules. */
export const detectLanguage = async (text: string, common: CommonWords): Promise<string> => {
  const middle = Math.max(0, (text.length - SAMPLE) >> 1);
  const sample = text.slice(middle, middle + SAMPLE);
  return byCommonWords(foldedWords(sample), common) ?? byLetters(sample, Object.keys(common));
};

/**
 * A language that fills this part of all words with its commonest ones, and so many times more than any other, needs no
 * statistics. Neighbours share many (Portuguese and Spanish, Persian and Arabic), so the lead counts for more than the part.
 */
const CLEAR = { share: 0.14, lead: 5, words: 200 };

const byCommonWords = (words: readonly string[], common: CommonWords): string | null => {
  if (words.length < CLEAR.words) return null;
  const shares = Object.entries(common).map(([code, list]) => {
    const known = new Set(list);
    return { code, share: words.filter((word) => known.has(word)).length / words.length };
  });
  const [best, next] = shares.toSorted((a, b) => b.share - a.share);
  return best !== undefined && best.share >= CLEAR.share && best.share >= CLEAR.lead * (next?.share ?? 0) ? best.code : null;
};

/** Short texts full of names confuse the statistics by a little. */
const NEAR = 0.97;

/** `prefer` breaks near ties towards languages that have rules. */
const byLetters = async (sample: string, prefer: readonly string[]): Promise<string> => {
  const { francAll } = await import('franc-min');
  const codes = francAll(sample, { minLength: 10 }).map(([code, score]) => ({ code: code === 'und' ? code : new Intl.Locale(code).language, score }));
  const best = codes[0];
  if (best === undefined) return 'und';
  const close = codes.find(({ code, score }) => prefer.includes(code) && score >= best.score * NEAR);
  return (close ?? best).code;
};

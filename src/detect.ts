/** The language of a text, by letter statistics (franc); loaded only when the user names none. */
import { francAll } from 'franc-min';

/** So many letters are plenty for the statistics and keep the cost flat. */
const SAMPLE = 6000;

/** ISO 639-1 code of the language (639-3 where there is no shorter one), or "und". `prefer` breaks near ties towards languages we have rules for. */
export const detectLanguage = (text: string, prefer: readonly string[]): string => {
  const middle = Math.max(0, (text.length - SAMPLE) >> 1);
  const ranked = francAll(text.slice(middle, middle + SAMPLE), { minLength: 10 });
  const codes = ranked.map(([code, score]) => ({ code: code === 'und' ? code : new Intl.Locale(code).language, score }));
  const best = codes[0];
  if (best === undefined) return 'und';
  const close = codes.find(({ code, score }) => prefer.includes(code) && score >= best.score * NEAR);
  return (close ?? best).code;
};

/** Short texts full of names confuse the statistics by a little. */
const NEAR = 0.97;

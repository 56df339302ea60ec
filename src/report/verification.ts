/** The page of `lacuna verify`: whether a report still holds, and what differs. */
import { holds, type Grounds, type Verification } from '../verify.ts';
import { wrap } from './wrap.ts';

const GROUNDS: Readonly<Record<keyof Grounds, [same: string, other: string]>> = {
  file: ['The file is the same, byte for byte.', 'The file has other bytes.'],
  text: ['The text in it is the same.', 'The text in it is another one.'],
  rules: ['The rules are the same.', 'The rules have changed since.'],
  program: ['The program is the same.', 'The program has changed since.'],
};

/** Lines of at most `width`. */
export const verificationPage = (found: Verification, width: number): string => {
  const { grounds, differences } = found;
  const verdict = holds(found) ? 'The report holds: the text read anew gives the same reading.' : 'The report does not hold for this text as it is read now.';
  const lines = (Object.keys(GROUNDS) as (keyof Grounds)[]).map((ground) => GROUNDS[ground][grounds[ground] ? 0 : 1]);
  const told = differences.map(({ what, was, now }) => (was === now ? `${what}: says something else now` : `${what}: was ${was}, is now ${now}`));
  return [
    ...wrap(verdict, width),
    '',
    ...lines.flatMap((line) => wrap(line, width)),
    ...(told.length === 0 ? [] : ['', 'What differs in the reading:', ...told.flatMap((line) => wrap(line, width, '  - ', '    '))]),
  ].map((line) => `${line}\n`).join('');
};

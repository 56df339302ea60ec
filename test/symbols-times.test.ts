/** Deadlines, durations, dates and words that only sound like a time. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenTimes } from '../src/symbols/times.ts';
import { fixture, readSentence, readText } from './symbols-helper.ts';

const told = (text: string): unknown[][] => readSentence(text).times.map(({ kind, days, anchor, date, text: own }) => [kind, days, anchor, date, own]);
/** Kind, days and anchor of the only time in a sentence. */
const only = (text: string): unknown[] => {
  const times = told(text);
  expect(times).toHaveLength(1);
  return times[0]!.slice(0, 3);
};

describe('deadlines', () => {
  it.each([
    ['The lists shall be exchanged within thirty (30) days of signing.', 30, 'signature'],
    ['They shall withdraw within one hundred and twenty (120) days of the signing of this Agreement.', 120, 'signature'],
    ['It shall end within seventy-two (72) hours after the signature of the present Accord.', 3, 'signature'],
    ['The Board shall meet within two weeks of signing.', 14, 'signature'],
    ['The Bill is due within ninety days (90) days from the date of signature of this Agreement.', 90, 'signature'],
    ['The review ends within the first year of the date of signature of this Agreement.', 365, 'signature'],
    ['It takes force seventy two (72) hours of signing of this Declaration.', 3, 'signature'],
    ['It ends not later than 90 days after D-Day.', 90, 'D-Day'],
    ['The force deploys by day 45.', 45, 'D-Day'],
    ['The force deploys by D+30.', 30, 'D-Day'],
    ['The force deploys at D + 455.', 455, 'D-Day'],
    ['The force arrives at D - 10.', -10, 'D-Day'],
    ['The register closes no later than 60 days before the end of the transition.', -60, 'end of the Transitional Period'],
    ['The register closes six (6) months prior to the holding of elections.', -180, 'holding of elections'],
    ['A council is formed before the end of the Transitional Period.', null, 'end of the Transitional Period'],
    ['A council is formed by the end of the pre-transitional period.', 0, 'end of the Pre-Transitional Period'],
    ['The team reports within fifteen (15) days following its establishment.', 15, 'its establishment'],
    ['The fund opens within nine months of the establishment of the Fund and shall pay.', 270, 'establishment of the Fund'],
    ['The law is amended no later than four months into the Transitional Period.', 120, 'start of the Transitional Period'],
    ['The Board becomes a council on the 90th day of its term.', 90, 'its term'],
    ['The camps close within half a year of signing.', 182.5, 'signature'],
    ['The camps close within one and a half months of signing.', 45, 'signature'],
    ['The camps close within one year and six months of signing.', 545, 'signature'],
    ['The camps close within a month of signing.', 30, 'signature'],
    ['The camps close in a period of 10 working days.', 10, ''],
    ['The camps close within [X] days of signing.', null, 'signature'],
    ['The camps close within [...] days of signing.', null, 'signature'],
    ['The camps close within ___ days of signing.', null, 'signature'],
    ['All detainees shall be released immediately.', 0, 'signature'],
    ['All detainees are released immediately upon completion of the count.', 0, 'completion of the count'],
    ['Fire shall cease upon signature.', 0, 'signature'],
    ['The force shall deploy within 30 days of the signing of the Status of Forces Agreement.', 30, 'signing of the Status of Forces Agreement'],
  ])('%s', (text, days, anchor) => {
    expect(only(text)).toEqual(['deadline', days, anchor]);
  });

  it('that names no anchor counts from the moment its sentence gives', () => {
    expect(told('Upon the signing of this Accord, the Board shall be formed within 15 days.').at(-1)!.slice(0, 3)).toEqual(['deadline', 15, 'signature']);
    expect(only('The Board shall decide within 15 days.')).toEqual(['deadline', 15, '']);
  });

  it('two in one sentence stay two', () => {
    expect(told('It is formed not later than three (3) months after the formation of the Council and starts work not later than a month thereafter.')).toEqual([
      ['deadline', 90, 'formation of the Council', null, 'not later than three (3) months after the formation of the Council'],
      ['deadline', 30, 'thereafter', null, 'not later than a month thereafter'],
    ]);
  });

  it('carries the calendar date where the signature is known', () => {
    const { deadlines } = readSentence('The lists shall be exchanged within thirty (30) days of signing.');
    expect(deadlines('2031-02-01').map(({ date }) => date)).toEqual(['2031-03-03']);
    expect(deadlines(null).map(({ date }) => date)).toEqual([null]);
  });
});

describe('durations, floating times and what is no time', () => {
  it.each([
    ['The truce holds for a period of six months.', ['duration', 180, '']],
    ['The truce shall not exceed eight (8) months.', ['duration', 240, '']],
    ['The term is (36) thirty-six months.', ['duration', 1080, '']],
    ['The term is three / (3) years.', ['duration', 1095, '']],
    ['They report every three (3) months.', ['duration', 90, '']],
    ['They report regularly.', ['floating', null, '']],
    ['They report as soon as possible.', ['floating', null, '']],
  ])('%s', (text, expected) => {
    expect(only(text)).toEqual(expected);
  });

  it.each([
    'Nobody under eighteen (18) years of age, or 16 years old, shall serve.',
    'The immediate family of the victims is heard.',
    'They return as soon as the road is open.',
    'It was founded in 1994.',
    'Section 2.1.10 and Article 5 apply.',
    'The Board may decide.',
  ])('none: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('calendar dates', () => {
  it.each([
    ['12 September 2031', '2031-09-12'],
    ['September 12, 2031', '2031-09-12'],
    ['27th June 2031', '2031-06-27'],
    ['21st day of November 2006', '2006-11-21'],
    ['August the 28th, 2000', '2000-08-28'],
    ['29.04.94', '1994-04-29'],
    ['3/11/2031', '2031-11-03'],
    ['2031-09-12', '2031-09-12'],
    ['5 March 2031 at 00:01 hours', '2031-03-05'],
  ])('%s', (written, date) => {
    expect(told(`Fire shall cease by ${written}.`)).toEqual([['deadline', null, 'date', date, `by ${written}`]]);
    expect(told(`They recall the Orlund Accord of ${written}.`)).toEqual([['date', null, 'date', date, written]]);
  });

  it.each([
    ['by the end of March 2032', '2032-03-31'],
    ['before the end of the year 2019', '2019-12-31'],
    ['by February 2032', '2032-02-29'],
  ])('%s', (written, date) => {
    expect(told(`The mines are cleared ${written}.`)).toEqual([['deadline', null, 'date', date, written]]);
  });

  it('is no deadline where it tells when a text was made, or lies before the signature', () => {
    expect(only('They uphold the truce signed on 21st December 2017.')).toEqual(['date', null, 'date']);
    expect(only('The protocol is to be signed on 21st December 2031.')).toEqual(['deadline', null, 'date']);
    const { deadlines } = readSentence('Forces return to the lines held by 1 January 2030.');
    expect(deadlines('2031-05-04')).toEqual([]);
  });

  it.each(['2.1.10', '32.13.2031', '2031-02-31'])('%s is none', (text) => {
    expect(readSentence(`See ${text} there.`).times.filter(({ kind }) => kind === 'date')).toEqual([]);
  });
});

it('a whole text', () => {
  const { deadlines } = readText(fixture('valdora.txt'));
  expect(deadlines('2031-05-04').map(({ clause, kind, days, anchor, date, text }) => [clause.split('/').slice(-2).join('/'), kind, days, anchor, date, text])).toEqual([
    ['Article 1/1.1', 'deadline', 3, 'signature', '2031-05-07', 'within seventy-two (72) hours of the signing of this Accord'],
    ['Article 1/1.3', 'deadline', 0, 'signature', '2031-05-04', 'immediately'],
    ['Article 1/1.3', 'floating', null, '', null, 'regularly'],
    ['Article 2/2.1', 'deadline', 30, 'D-Day', null, 'not later than thirty (30) days after D-Day'],
    ['Article 2/2.2', 'deadline', null, 'signature', null, 'Within [X] days of the signing'],
    ['Article 2/2.3', 'duration', 240, '', null, 'shall not exceed eight (8) months'],
    ['Article 3/3.1', 'deadline', 0, 'signature', '2031-05-04', 'Upon the signing of this Accord'],
    ['Article 3/3.1', 'deadline', 120, 'signature', '2031-09-01', 'within one hundred and twenty (120) days'],
    ['3.1/a', 'deadline', 30, 'D-Day', null, 'by D + 30'],
    ['3.1/b', 'deadline', null, 'date', '2032-03-31', 'by the end of March 2032'],
    ['Article 3/3.2', 'deadline', -60, 'end of the Transitional Period', null, 'no later than 60 days before the end of the Transitional Period'],
    ['Article 3/3.3', 'duration', 1080, '', null, '(36) thirty-six months'],
  ]);
});

const SMALL = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const below100 = (n: number, hyphen: string): string => (n < 20 ? SMALL[n]! : [TENS[Math.floor(n / 10)]!, SMALL[n % 10]!].filter(Boolean).join(hyphen));
const spell = (n: number, and: string, hyphen: string): string =>
  [n >= 100 ? `${SMALL[Math.floor(n / 100)]!} hundred` : '', n >= 100 && n % 100 > 0 && and ? and : '', below100(n % 100, hyphen)].filter(Boolean).join(' ');

describe('properties', () => {
  it('one number in words, in figures or in both is one value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', 'and'), fc.constantFrom(' ', '-'), (n, and, hyphen) => {
        const words = spell(n, and, hyphen);
        for (const written of [`${words}`, `${n}`, `${words} (${n})`, `(${n}) ${words}`, `${n} (${words})`, `${words} / (${n})`]) {
          expect([written, readSentence(`It ends within ${written} days.`).times.map(({ days }) => days)]).toEqual([written, [n]]);
        }
      }),
      { numRuns: 150 },
    );
  });

  const piece = fc.constantFrom(
    'within', 'by', 'before', 'the', 'end of', 'thirty', '(30)', '30', '[X]', 'days', 'months', 'hours', 'of', 'after', 'signing', 'this Agreement', 'the transition', 'D', '+', '-', 'Day', 'March',
    '2031', '12', '5.3.2031', 'and', 'a', 'first', 'immediately', 'upon', 'regularly', 'at the latest', 'thereafter', 'hundred', 'half', ',', '.', '(', ')', '\n', 'th', 'shall not exceed', 'Board',
  );

  it('spans lie in the text, in order, and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom(' ', ''), (pieces, glue) => {
        const { text, times, stream } = readSentence(pieces.join(glue));
        let end = 0;
        for (const time of times) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          expect(time.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(time.start, time.end)).toBe(time.text);
          expect(stream.sentences[time.sentence]!.first).toBeLessThanOrEqual(time.first);
          expect(stream.sentences[time.sentence]!.last).toBeGreaterThanOrEqual(time.last);
          end = time.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads a line of a megabyte', () => {
    const unit = 'it ends within thirty (30) days of signing, ';
    const count = Math.ceil(1e6 / unit.length);
    expect(readSentence(unit.repeat(count)).times).toHaveLength(count);
    for (const hostile of ['within ', '(', 'one hundred and ', 'D + ', '1 ', 'by the end of ', 'March ', 'of the signing of the ']) {
      expect(readSentence(hostile.repeat(Math.ceil(1e6 / hostile.length))).times.every(({ days }) => days === null || days >= 0)).toBe(true);
    }
  });
});

it('gives the matcher durations and dates without the words around them', () => {
  const { times, stream, text } = readSentence('It ends within thirty (30) days of signing, by 5 May 2031, or at D + 30.');
  const { date, duration } = givenTimes(times);
  const covered = ({ start, end }: { start: number[]; end: number[] }): string[] => start.map((first, i) => text.slice(stream.tokens.start[first]!, stream.tokens.end[end[i]! - 1]!));
  expect([covered(duration), covered(date)]).toEqual([['thirty (30) days'], ['5 May 2031']]);
});

const file = '../shared/agreements/south-sudan-r-arcss-2018.en.txt';
if (!existsSync(file)) console.log(`skipped: ${file} is absent`);

describe.skipIf(!existsSync(file))('R-ARCSS', () => {
  it('Chapter II', () => {
    const { deadlines } = readText(readFileSync(file, 'utf8').replace(/\r\n?/gu, '\n'));
    const found = deadlines('2018-09-12').filter(({ clause, days }) => clause.startsWith('CHAPTER II/') && days !== null && days !== 0);
    expect(found.map(({ clause, kind, days, anchor }) => [clause.split('/').at(-1), kind, days, anchor])).toEqual([
      ['2.1.5', 'deadline', 3, 'signature'],
      ['2.1.11', 'deadline', 14, 'signature'],
      ['2.2.1', 'deadline', 240, ''],
      ['2.2.2', 'deadline', 30, 'signature'],
      ['2.3.1', 'duration', 1080, ''],
      ['2.3.1', 'duration', 240, ''],
      ['2.4.9', 'deadline', 30, 'signature'],
      ['2.4.11', 'deadline', -180, 'end of the Transitional Period'],
      ['2.5.3', 'deadline', 30, 'signature'],
      ['2.5.4.1', 'deadline', 120, ''],
      ['2.5.4.2', 'deadline', 150, ''],
      ['2.5.4.3', 'deadline', 180, ''],
    ]);
  });
});

/** Numbers in the styles that word processors and HTML count lists in. */

const ROMAN: readonly [number, string][] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];
/** Arabic list letters: in the old numeric order (abjad), and in alphabetical order. */
const ABJAD = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const ALPHA = [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

const roman = (number: number): string => {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
};

/** a to z, then aa, bb, cc, as Word counts; HTML would go on with ab, which no list in a treaty reaches. */
const letter = (alphabet: readonly string[], number: number): string =>
  alphabet[(number - 1) % alphabet.length]!.repeat(Math.min(20, Math.ceil(number / alphabet.length)));

/** `number` in a style named as in WordprocessingML (w:numFmt); unknown styles count in digits. */
export const ordinal = (number: number, style: string): string => {
  if (number < 1 || number > 9999) return String(number);
  switch (style) {
    case 'lowerLetter': return letter(LATIN, number);
    case 'upperLetter': return letter(LATIN, number).toUpperCase();
    case 'lowerRoman': return roman(number);
    case 'upperRoman': return roman(number).toUpperCase();
    case 'arabicAbjad': return letter(ABJAD, number);
    case 'arabicAlpha': return letter(ALPHA, number);
    case 'decimalZero': return String(number).padStart(2, '0');
    case 'none': return '';
    default: return String(number);
  }
};

/** Decimal digits of any script as figures 0 to 9: "٣٠" is 30. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** The text with the digits of other scripts rewritten; of the same length. */
export const asciiDigits = (text: string): string =>
  /^[\0-\x7f]*$/.test(text)
    ? text
    : text.replace(/\p{Nd}/gu, (c) => {
        const code = c.codePointAt(0)!;
        const zero = ZEROS.find((z) => code >= z && code < z + 10);
        return zero === undefined ? c : String(code - zero);
      });

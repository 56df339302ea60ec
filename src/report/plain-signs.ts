/** Signs that reports write, in plain letters, for terminals that know no others. */

const PLAIN: Readonly<Record<string, string>> = { '…': '...', '→': '->', '–': '-', '−': '-', '“': '"', '”': '"', '‘': "'", '’': "'", '•': '-' };

/** Letters of other scripts stay: they are what the text says. */
export const plainSigns = (text: string): string => text.replace(/[…→–−“”‘’•]/gu, (sign) => PLAIN[sign]!);

/** The words of reports in one language, and whether a language has all of them: English is the source. */
import type { CatalogueWords } from './catalogue.ts';
import type { CheckTexts } from './checks.ts';
import type { Ruleset } from './ruleset.ts';
import type { WarningTexts } from './warnings.ts';

/** Everything a report says in one language. */
export interface Wording {
  /** ISO 639-1 code. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Words of reports by key. */
  readonly words: Readonly<Record<string, string>>;
  readonly catalogue: CatalogueWords;
  readonly warnings: WarningTexts;
  /** Words of the checks; English where a language has none. */
  readonly checks: CheckTexts;
}

/** The language that all others are translated from, and in which a report is written when there is no other. */
export const SOURCE = 'en';

/** Words for reports on a text in `language`: its own where it has them, else English. */
export const wordingFor = (language: string, { languages }: Pick<Ruleset, 'languages'>): Wording => languages[language]?.wording ?? languages[SOURCE]!.wording!;

/** Codes of the languages that reports can be written in. */
export const reportLanguages = ({ languages }: Pick<Ruleset, 'languages'>): string[] => Object.keys(languages).filter((code) => languages[code]!.speaks);

/** Keys that a wording lacks, as paths: "words.yml: closing", "catalogue.yml: decisions.c1.question". Values of a template are compared too. */
export const missingWords = (wording: Record<string, unknown>, source: Record<string, unknown>, path = ''): string[] =>
  Object.entries(source).flatMap(([key, told]): string[] => {
    const here = path === '' ? key : `${path}.${key}`;
    const own = wording[key];
    if (own === undefined) return [here];
    if (typeof told === 'string') return placeholders(told).filter((name) => !placeholders(String(own)).includes(name)).map((name) => `${here} ({${name}})`);
    return Array.isArray(told) || typeof told !== 'object' || told === null ? [] : missingWords(own as Record<string, unknown>, told as Record<string, unknown>, here);
  });

const placeholders = (template: string): string[] => [...template.matchAll(/\{([\w-]+)\}/gu)].map(([, name]) => name!);

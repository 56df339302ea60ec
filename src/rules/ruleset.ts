/** A compiled ruleset: plain JSON, the only thing of the rules that a normal run loads. */
import type { CompiledRules } from './compile.ts';
import type { DepthRules } from './depth.ts';
import type { Genre } from './genre.ts';
import type { Language } from './language.ts';
import type { Links } from './links.ts';
import type { Numbering } from './numbering.ts';
import type { Taxonomy } from './schema.ts';
import type { Catalogue, Scoring } from './scoring.ts';
import type { Statuses } from './statuses.ts';
import type { BodiesData, ReferencesData, TimesData, WordsData } from './symbols.ts';
import type { WarningsData, WarningTexts } from './warnings.ts';

export interface LanguageRules {
  language: Language;
  numbering: Numbering;
  bodies: BodiesData;
  times: TimesData;
  references: ReferencesData;
  genre: Genre;
  words: WordsData;
  warnings: WarningTexts;
  compiled: CompiledRules;
}

export interface Ruleset {
  /** Hex SHA-256 over names and bytes of all rule files. */
  sha256: string;
  taxonomy: Taxonomy;
  catalogue: Catalogue;
  scoring: Scoring;
  statuses: Statuses;
  links: Links;
  depth: DepthRules;
  warnings: WarningsData;
  languages: Record<string, LanguageRules>;
}

/** A compiled ruleset: plain JSON, the only thing of the rules that a normal run loads. */
import type { ChecksData } from './checks.ts';
import type { CompiledRules } from './compile.ts';
import type { DepthRules } from './depth.ts';
import type { DraftMarks } from './drafts.ts';
import type { Genre } from './genre.ts';
import type { Language } from './language.ts';
import type { Links } from './links.ts';
import type { Numbering } from './numbering.ts';
import type { Taxonomy } from './schema.ts';
import type { Catalogue, Scoring } from './scoring.ts';
import type { Statuses } from './statuses.ts';
import type { BodiesData, ReferencesData, TimesData } from './symbols.ts';
import type { WarningsData } from './warnings.ts';
import type { Wording } from './wording.ts';

export interface LanguageRules {
  language: Language;
  /** Its commonest words, folded: what tells the language of a passage. */
  common: string[];
  numbering: Numbering;
  bodies: BodiesData;
  times: TimesData;
  references: ReferencesData;
  genre: Genre;
  drafts: DraftMarks;
  /** The words of reports; null while a translation is not complete. */
  wording: Wording | null;
  /** True when `wording` is there. */
  speaks: boolean;
  compiled: CompiledRules;
  /** Stems of common words, found when the rules were compiled. */
  stems: Record<string, string>;
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
  checks: ChecksData;
  languages: Record<string, LanguageRules>;
}

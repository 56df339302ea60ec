/** What a mediator works with, drawn from a finished reading: requirements checked, and a ledger of what is open. Pure lookups. */
import type { Analysis } from './analysis.ts';
import { runChecks } from './checks.ts';
import { openLedger } from './ledger.ts';
import type { Ruleset } from './rules/ruleset.ts';
import type { Wording } from './rules/wording.ts';

/** Adds the checks and the ledger; also after a review has changed the reading. `text` is the frozen text. */
export const withDesk = (reading: Omit<Analysis, 'checks' | 'ledger'>, text: string, ruleset: Ruleset, wording: Wording): Analysis => ({
  ...reading,
  checks: runChecks(reading, text, ruleset.checks, wording.checks),
  ledger: openLedger(reading, text, ruleset, wording),
});

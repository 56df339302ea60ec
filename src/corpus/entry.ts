/** One text to import, wherever it comes from. */
import { createHash } from 'node:crypto';

export interface About {
  name: string;
  pax: number | null;
  country: string | null;
  region: string | null;
  /** ISO date. */
  date: string | null;
  year: number | null;
  stage: string | null;
}

/** One text to import. */
export interface Entry {
  /** What makes it the same agreement in the next import: "pax:1234", or the path of its file. */
  key: string;
  /** Hex SHA-256 of all that was given. */
  sha256: string;
  about: About;
  /** PA-X codes that are not zero; asked for only when the text is new or changed. */
  codes(): Record<string, string>;
  bytes: Uint8Array;
  /** How the text is called in messages. */
  where: string;
}

/** Hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

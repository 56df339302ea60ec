/** Name, version and build of this program, as reports give them. */
import manifest from '../package.json' with { type: 'json' };

/** Put in by the build: SHA-256 of all sources and of the list of libraries. Unknown when run from the sources. */
declare const SOURCES_SHA256: string | undefined;

export const tool = { name: manifest.name, version: manifest.version, ...(typeof SOURCES_SHA256 === 'string' && { sha256: SOURCES_SHA256 }) };

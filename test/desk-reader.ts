/** Texts read with the rules of the product, for the commands that show one thing about them. */
import { existsSync } from 'node:fs';
import { createAnalyzer, type Analyzed } from '../src/analyze.ts';
import { readSource } from '../src/read/index.ts';
import { joinSources } from '../src/read/together.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { wordingFor } from '../src/rules/wording.ts';

export const { ruleset } = await loadRuleset('rules');
export const { words } = wordingFor('en', ruleset);

const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });

/** One file, or several as one. */
export const read = async (paths: string | readonly string[], signed?: string): Promise<Analyzed> => {
  const named = typeof paths === 'string' ? [paths] : paths;
  const sources = await Promise.all(named.map(async (path) => ({ path, source: await readSource({ path }) })));
  return analyze(named.length === 1 ? sources[0]!.source : joinSources(sources), { lang: 'en', ...(signed !== undefined && { signed }) });
};

/** Real agreements lie beside a checkout of this project, or not. */
export const SHARED = ['south-sudan-r-arcss-2018', 'sudan-constitutional-charter-2019', 'burundi-constitution-2005', 'nepal-comprehensive-peace-accord-2006'].map((name) => `../shared/agreements/${name}.en.txt`);
export const haveShared = SHARED.every((path) => existsSync(path));
if (!haveShared) console.log('skipped: the real agreements are absent');

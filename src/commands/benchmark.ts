/** `lacuna benchmark`: a draft beside agreements that are known, decision by decision. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import type { Case } from '../rules/cases.ts';
import type { Figures } from '../standing.ts';
import { type PageOptions, pageOptions, readingOptions, withOptions } from './options.ts';
import { paperOf, textOptions } from './paper.ts';
import { openProduct } from './product.ts';
import { type OneTextOptions, readOne } from './read-one.ts';
import { withOption } from './sources.ts';

/** The bundle and the sources are both one folder below the top. */
const CASES = fileURLToPath(new URL('../corpus/cases', import.meta.url));
const PROFILES = fileURLToPath(new URL('../corpus/profiles.json', import.meta.url));

interface Options extends OneTextOptions, PageOptions {
  format: 'text' | 'json';
  corpus?: string;
  stage?: string;
  region?: string;
}

export const benchmarkCommand = (): Command =>
  withOptions(
    new Command('benchmark')
      .summary('a draft beside Mali 2015, South Sudan 2018, Libya 2015 and a corpus')
      .description('Sets a draft beside Mali 2015, South Sudan 2018 and Libya 2015: what each did with every decision, and by which source this is known. What was not read is said to be so. Then counts how many agreements of a corpus leave more open.')
      .argument('<file>', 'the text, "-" for standard input')
      .addOption(new Option('--format <name>', 'a page to read, or data').choices(['text', 'json']).default('text'))
      .option('--corpus <file>', 'a corpus of your own to stand among (default: figures of agreements that come with lacuna)')
      .option('--stage <code>', 'only agreements of this stage, as PA-X codes it: Pre, SubPar, SubComp, Imp, Ren, Cea')
      .option('--region <name>', 'only agreements of this region'),
    [withOption(), ...readingOptions(), ...pageOptions()],
  )
    .addHelpText('after', '\nExamples:\n  lacuna benchmark draft.docx | less\n  lacuna benchmark draft.docx --corpus peace.sqlite --stage Cea')
    .action(async (file: string, options: Options) => {
      const { analysis, ruleset } = await readOne(file, options);
      const [{ scoreCase }, { benchmarkOf }, { renderBenchmark }, { standingOf }] = await Promise.all([import('../cases.ts'), import('../benchmark.ts'), import('../report/benchmark.ts'), import('../standing.ts')]);
      const standing = standingOf(analysis, await readProfiles(options.corpus), options);
      const benchmark = benchmarkOf(analysis, readCases().map((known) => scoreCase(known, ruleset.catalogue, ruleset.scoring)), standing);
      const render = {
        text: () => renderBenchmark(benchmark, analysis, textOptions(paperOf(options), options.reportLang ?? analysis.document.language, ruleset)),
        json: () => `${JSON.stringify(benchmark, null, 1)}\n`,
      }[options.format];
      const product = await openProduct(options.out, [file, ...(options.with ?? [])]);
      await product.write(render());
      await product.finish();
    });

/** The cases that come with lacuna, by name of their files. */
const readCases = (): Case[] =>
  readdirSync(CASES)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(`${CASES}/${name}`, 'utf8')) as Case);

const readProfiles = async (corpus: string | undefined): Promise<Figures[]> => {
  if (corpus === undefined) return JSON.parse(readFileSync(PROFILES, 'utf8')) as Figures[];
  const [{ openStore }, { profilesOf }] = await Promise.all([import('../corpus/store.ts'), import('../corpus/profiles.ts')]);
  const store = openStore(corpus, { create: false });
  try {
    return profilesOf(store.db);
  } finally {
    store.close();
  }
};

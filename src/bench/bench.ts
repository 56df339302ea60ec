/** `npm run bench`: speed and memory, beside what they are measured against. Ratios travel between machines, times do not. */
import { existsSync } from 'node:fs';
import type { Analysis } from '../analysis.ts';
import { createAnalyzer } from '../analyze.ts';
import { buildIfNeeded } from '../build.ts';
import { splitClauses } from '../clauses.ts';
import { makeDocument, type Source } from '../document.ts';
import { createLexicon } from '../lexicon.ts';
import { createMatcher } from '../matcher.ts';
import { readSource } from '../read/index.ts';
import { createReader } from '../reading.ts';
import type { CompiledRules } from '../rules/compile.ts';
import { openRuleset } from '../ruleset-file.ts';
import { tool } from '../tool.ts';
import { corpusTimes } from './corpora.ts';
import { fastest, ratio } from './measure.ts';
import { multiplyRules } from './more-rules.ts';
import { coldTimes, peakMemory } from './process.ts';
import { phrasesOf, ripgrepTimes } from './ripgrep.ts';
import { stageTimes } from './stages.ts';
import { benchTexts, mainText, megabytes, modelTexts } from './texts.ts';

const TIMES_RULES = 10;

const say = (what: string, figure: string, note = ''): void => {
  process.stdout.write(`${what.padEnd(34)}${figure.padStart(10)}  ${note}`.trimEnd() + '\n');
};
const heading = (text: string): void => void process.stdout.write(`\n${text}\n`);

await buildIfNeeded();
const texts = benchTexts();
const main = mainText(texts);

// First of all, because Linux hands the memory of a process down to its children's peak.
heading(`Whole process, lacuna analyze ${main.name} --format json`);
const command = ['dist/cli.js', 'analyze', main.path, '--format', 'json'];
const cold = coldTimes(command);
say('cold, beside node -e 0', `${(cold.run / cold.bare).toFixed(1)} x`, `${cold.run.toFixed(0)} and ${cold.bare.toFixed(0)} ms; at most 6`);
say('peak memory', `${peakMemory(command).toFixed(0)} MB`, 'less than 200');

const ruleset = await openRuleset();
const size = megabytes(texts);
const analyze = createAnalyzer(ruleset, tool);
const sources: Source[] = [];
for (const { bytes, name } of texts) sources.push(await readSource({ bytes, name }));
const mainSource = sources[texts.indexOf(main)]!;
const english = ruleset.languages['en']!;
const numbering = Object.values(ruleset.languages).map((language) => language.numbering);
const documents = sources.map((source) => makeDocument(source, 'en'));
const clauses = documents.map((document) => splitClauses(document, numbering));
const reader = await createReader(english);
const readings = documents.map((document, i) => reader(document, clauses[i]!, null));
const { vocabulary } = readings[0]!;

heading(`Warm, ${texts.length} texts, ${size.toFixed(2)} MB, ${english.compiled.rules.length} rules`);
const whole = await fastest(async () => {
  for (const { bytes, name } of texts) JSON.stringify((await analyze(await readSource({ bytes, name }))).analysis);
});
say('whole pipeline', `${((1000 * size) / whole).toFixed(2)} MB/s`, `${whole.toFixed(0)} ms`);
const phrases = phrasesOf(english.compiled, readings.map(({ tokens }) => tokens), vocabulary);
const rg = await ripgrepTimes(phrases, texts.map(({ path }) => path));
if (rg === null) say('ripgrep', 'skipped', 'rg is not installed');
else {
  const search = rg.whole - rg.start;
  say('rg -ciwF -f phrases, same files', `${((1000 * size) / search).toFixed(2)} MB/s`, `${search.toFixed(0)} ms, and ${rg.start.toFixed(0)} ms to take in ${phrases.length} phrases`);
  say('lacuna, of the speed of rg', `${(search / whole).toFixed(2)} x`);
}

const analyses: Analysis[] = [];
for (const source of sources) analyses.push((await analyze(source)).analysis);
heading('Stages of a warm run, milliseconds over all texts');
for (const { name, time } of await stageTimes(sources, analyses, ruleset)) say(name, time.toFixed(1), `${((1000 * size) / time).toFixed(1)} MB/s`);

heading(`Growth, on ${main.name}`);
const twice: Source = { ...mainSource, blocks: [...mainSource.blocks, ...mainSource.blocks] };
const length = await ratio(() => analyze(mainSource), () => analyze(twice));
say('twice the text', `${(length.b / length.a).toFixed(2)} x`, `${length.a.toFixed(0)} and ${length.b.toFixed(0)} ms; at most 2.2`);

const more = multiplyRules(english.compiled, TIMES_RULES, readings.map(({ tokens }) => tokens), vocabulary);
const runner = (rules: CompiledRules): (() => number) => {
  const lexicon = createLexicon(vocabulary, rules.phrases);
  const matcher = createMatcher(rules);
  return () => readings.reduce((sum, reading) => sum + matcher(reading, lexicon.scan(reading), reading.given).length, 0);
};
const match = { once: runner(english.compiled), more: runner(more) };
const rules = await ratio(match.once, match.more, 5);
const [matches, moreMatches] = [match.once(), match.more()];
const growth = rules.b / rules.a;
// The same tokens with more rules that fire give more matches; what must stay flat is what one of them costs.
say(`${TIMES_RULES} times the rules`, `${((growth * matches) / moreMatches).toFixed(2)} x`, `per token and match; at most 2 (${matches} and ${moreMatches} matches)`);
say('', `${growth.toFixed(2)} x`, `in all, for ${(moreMatches / matches).toFixed(1)} times the matches: ${rules.a.toFixed(0)} and ${rules.b.toFixed(0)} ms`);

heading('The model agreements, the same texts in each language, milliseconds per 100 kB');
const SLOWEST: Readonly<Record<string, number>> = { fr: 1.5, es: 1.5, ar: 2 };
const inLanguage = async (language: string): Promise<{ run: () => Promise<void>; size: number }> => {
  const versions = modelTexts(language);
  const read = await Promise.all(versions.map(({ bytes, name }) => readSource({ bytes, name })));
  return { run: async () => { for (const source of read) await analyze(source); }, size: megabytes(versions) };
};
const model = await inLanguage('en');
for (const [language, bar] of Object.entries(SLOWEST)) {
  const other = await inLanguage(language);
  const { a, b } = await ratio(model.run, other.run);
  say(language, `${(b / other.size / (a / model.size)).toFixed(2)} x`, `${(b / other.size / 10).toFixed(1)}, English ${(a / model.size / 10).toFixed(1)}; at most ${bar}`);
}

const [TEXTS, TABLE] = ['../shared/agreements', '../shared/codings/pax_all_agreements_v10.csv'];
heading('Corpus, shaped like PA-X, whole processes');
if (!existsSync(TABLE)) say('skipped', '', 'the PA-X table is not at hand');
else {
  const { sizes, memory, searches } = await corpusTimes(TEXTS, TABLE);
  const [least, middle, most] = sizes as [(typeof sizes)[number], (typeof sizes)[number], (typeof sizes)[number]];
  for (const { characters, first, second } of sizes) {
    say(`import of ${(characters / 1e6).toFixed(2)} MB`, `${(characters / 1e6 / first).toFixed(2)} MB/s`, `${first.toFixed(1)} s, again ${second.toFixed(2)} s (${(first / second).toFixed(0)} x)`);
  }
  const foretold = least.first + ((middle.first - least.first) / (middle.characters - least.characters)) * (most.characters - least.characters);
  say('the largest, of a straight line', `${(most.first / foretold).toFixed(2)} x`, 'through the other two; at most 1.1');
  say('peak memory of the largest', `${memory.toFixed(0)} MB`, 'less than 600');
  for (const { what, time } of searches) say(`search: ${what}`, `${time.toFixed(0)} ms`, 'less than 200');
}

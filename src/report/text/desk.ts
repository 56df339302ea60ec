/** The mediator's desk on paper: the ledger with its questions and every warning, and the checks under their headings. */
import type { Analysis, Cited, Check, LedgerRow } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import { cite, theBody } from '../cite.ts';
import { orderedWarnings } from '../told.ts';
import { comma, say } from '../words.ts';
import { pad } from '../wrap.ts';
import { heading, paragraph, type Line, type Page, type TextOptions } from './page.ts';
import { renderSections } from './render.ts';

const INDENT = ' '.repeat(4);
const PLACES = 6;

/** One entry for each open decision, heaviest first, then all warnings; each with what may be asked of the parties. */
export const renderLedger = (analysis: Analysis, document: Document, options: TextOptions): string =>
  renderSections([(page) => paragraph(analysis.document.title, page, { style: 'strong' }), rows, warnings, closing], analysis, document, options);

/** The requirements under the headings of the report, each with what was found and where. */
export const renderChecks = (groups: Readonly<Record<string, string>>) => (analysis: Analysis, document: Document, options: TextOptions): string => {
  const sections = [...new Set(analysis.checks.map(({ group }) => group))].map((group) => (page: Page): Line[] => [
    ...paragraph(groups[group]!.toUpperCase(), page, { style: 'strong' }),
    ...analysis.checks.filter((check) => check.group === group).flatMap((check) => checkLines(check, page)),
  ]);
  return renderSections([checksHead, ...sections, closing], analysis, document, options);
};

const closing = (page: Page): Line[] => paragraph(say(page.options.words, 'closing.structure'), page, { style: 'faint' });

const rows = (page: Page): Line[] => {
  const { analysis: { ledger }, options: { words } } = page;
  if (ledger.length === 0) return paragraph(say(words, 'ledger.none'), page);
  return [...heading('desk.title', page), ...ledger.flatMap((row, i) => rowLines(row, i + 1, page))];
};

const rowLines = (row: LedgerRow, number: number, page: Page): Line[] => {
  const { index, options: { words }, analysis: { decisions } } = page;
  const { status, holder, approver, by, present, missing, meanwhile, questions, clauses } = row;
  const held = status === 'DELEGATED' || status === 'DEFERRED';
  const names = page.options.names.decisions[row.decision]?.parameters ?? {};
  const partly = decisions.find(({ id }) => id === row.decision)!.status === 'SETTLED';
  const bounds = (own: readonly string[]): string => own.map((bound) => say(words, `bound.${bound}`).toLowerCase()).join(comma(words));
  const told = [
    held ? say(words, holder === null ? 'desk.holder.none' : 'desk.holder', holder === null ? {} : { holder: theBody(holder, index, words) }) : partly ? say(words, 'ledger.partly', { parameters: row.open.map((name) => names[name] ?? name).join(comma(words)) }) : say(words, `ledger.${status}`),
    ...(approver === null ? [] : [say(words, 'desk.approver', { holder: theBody(approver, index, words) })]),
    ...(status === 'SILENT' || partly ? [] : [by === null ? say(words, 'desk.by.none') : say(words, 'desk.by', { when: by.text, place: placesOf([by], page) })]),
    ...(held ? [present.length === 0 ? say(words, 'desk.bounds.none') : say(words, 'desk.bounds', { bounds: bounds(present) }), ...(missing.length === 0 ? [] : [say(words, 'desk.missing', { bounds: bounds(missing) })])] : []),
    ...(meanwhile.length > 0 ? [say(words, 'desk.meanwhile', { places: placesOf(meanwhile, page) })] : status === 'SILENT' || partly ? [] : [say(words, 'desk.meanwhile.none')]),
    ...(clauses.length === 0 ? [] : [say(words, 'ledger.places', { places: placesOf(clauses.map((clause) => ({ clause })), page) })]),
  ];
  return [
    { text: '' },
    ...paragraph(row.question, page, { first: `${String(number).padStart(2)}. `, rest: INDENT, style: 'strong' }),
    ...told.flatMap((sentence) => paragraph(sentence, page, { first: INDENT, rest: `${INDENT}  ` })),
    ...asked(questions, page),
  ];
};

const asked = (questions: readonly string[], page: Page): Line[] => {
  const { options: { words } } = page;
  if (questions.length === 1) return paragraph(say(words, 'desk.ask.one', { question: questions[0]! }), page, { first: INDENT, rest: `${INDENT}  ` });
  if (questions.length === 0) return [];
  return [
    ...paragraph(say(words, 'desk.ask'), page, { first: INDENT }),
    ...questions.flatMap((question) => paragraph(question, page, { first: `${INDENT}${page.glyphs.bullet} `, rest: `${INDENT}  ` })),
  ];
};

const warnings = (page: Page): Line[] => {
  const { analysis, options: { words } } = page;
  const ordered = orderedWarnings(analysis);
  if (ordered.length === 0) return paragraph(say(words, 'desk.warnings.none'), page);
  return [
    ...heading('desk.warnings', page),
    ...ordered.flatMap(({ message, severity, question }) => [
      { text: '' },
      ...paragraph(say(words, 'warnings.line', { message, severity: say(words, `severity.${severity}`) }), page, { first: `  ${page.glyphs.bullet} `, rest: INDENT }),
      ...paragraph(question, page, { first: INDENT }),
    ]),
  ];
};

/** Article numbers, each once. */
const placesOf = (evidence: readonly Pick<Cited, 'clause'>[], { index, glyphs, options: { words } }: Page): string => {
  const places = [...new Set(evidence.flatMap(({ clause }) => index.clauses.get(clause) ?? []).map((clause) => cite(clause, words)))];
  return places.length > PLACES ? `${places.slice(0, PLACES).join(comma(words))}${comma(words)}${glyphs.ellipsis}` : places.join(comma(words));
};

const checksHead = (page: Page): Line[] => {
  const { analysis: { checks, document }, options: { words } } = page;
  const count = (result: Check['result']): number => checks.filter((check) => check.result === result).length;
  return [
    ...paragraph(document.title, page, { style: 'strong' }),
    ...heading('checks.title', page),
    ...paragraph(say(words, 'checks.count', { present: count('present'), partly: count('partly'), absent: count('absent'), cannot: count('cannot-see') }), page),
  ];
};

/** Narrower pages than this have no room for a column of results. */
const WIDE = 60;

const checkLines = (check: Check, page: Page): Line[] => {
  const { options: { words, width } } = page;
  const column = Math.max(...(['present', 'partly', 'absent', 'cannot-see'] as const).map((result) => say(words, `checks.result.${result}`).length)) + 2;
  const result = say(words, `checks.result.${check.result}`);
  const places = placesOf(check.evidence, page);
  const told = places === '' ? check.reason : `${check.reason} ${say(words, 'ledger.places', { places })}`;
  const rest = ' '.repeat(width < WIDE ? 4 : 2 + column + 5);
  const first = width < WIDE ? `  ${result}  ${check.id} ` : `  ${pad(result, column)}${pad(check.id, 5)}`;
  return [...paragraph(check.title, page, { first, rest }), ...paragraph(told, page, { first: rest })];
};

/** A memo of two pages for a principal with five minutes: the verdict, what is open with whom, what to ask, and the clauses behind it. */
import { AlignmentType, Document as WordDocument, HeadingLevel, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { Analysis } from '../../analysis.ts';
import type { Document } from '../../document.ts';
import { printable } from '../../failure.ts';
import { cite, indexOf } from '../cite.ts';
import type { ReportOptions } from '../index.ts';
import { ledgerEntry, openDecisions } from '../ledger.ts';
import { shownReading } from '../readings.ts';
import { scoreText } from '../score-text.ts';
import { aboutText, orderedWarnings, questionsOn, verdict } from '../told.ts';
import { say , comma } from '../words.ts';
import { cut } from '../wrap.ts';
import { stable } from './package.ts';

/** What fits on two pages of A4. */
const MOST = { open: 13, questions: 5, quotes: 10, letters: 300 };
/** Twentieths of a point, as Word counts. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1134;
const COLUMNS = [2600, 2900, 2838, 1300];
const FONT = 'Calibri';

/** The bytes of the memo; the same for the same Analysis. */
export const renderMemo = async (analysis: Analysis, { text }: Document, options: ReportOptions): Promise<Uint8Array> => {
  const { words, askBelow, names, share, direction } = options;
  const index = indexOf(analysis);
  const bidirectional = direction === 'rtl';
  const run = (told: string, style: { bold?: boolean; italics?: boolean; size?: number; color?: string } = {}): TextRun =>
    new TextRun({ text: printable(told.replace(/\s+/gu, ' ').trim()), rightToLeft: bidirectional, ...style });
  const paragraph = (runs: TextRun[], after = 80): Paragraph => new Paragraph({ children: runs, bidirectional, spacing: { after } });
  const heading = (key: string): Paragraph => new Paragraph({ children: [run(say(words, key))], heading: HeadingLevel.HEADING_2, bidirectional, keepNext: true });
  const cell = (runs: TextRun[], width: number): TableCell => new TableCell({ children: [paragraph(runs, 20)], width: { size: width, type: WidthType.DXA }, margins: { top: 30, bottom: 30, left: 70, right: 70 } });
  const row = (cells: TextRun[][], tableHeader = false): TableRow => new TableRow({ children: cells.map((runs, i) => cell(runs, COLUMNS[i]!)), tableHeader, cantSplit: true });

  const open = openDecisions(analysis);
  const entries = open.slice(0, MOST.open).map((decision) => ledgerEntry(decision, index, words, askBelow, names.decisions[decision.id]?.parameters));
  const settled = analysis.decisions.filter((decision) => decision.applicable && shownReading(decision) === 'SETTLED').map(({ question }) => question);
  const questions = orderedWarnings(analysis).filter(({ question }) => question !== '').slice(0, MOST.questions);
  const quoted = [...new Map(entries.flatMap(({ quoted: span, places }) => (span === null ? [] : [[span.start, { place: places[0] ?? '', words: text.slice(span.start, span.end) }] as const]))).values()];
  const { level, counts } = verdict(analysis, options);
  const scored = analysis.decisions.length > 0;

  const children = [
    new Paragraph({ children: [run(analysis.document.title.trim() === '' ? say(words, 'title.none') : cut(analysis.document.title, 200, '…'))], heading: HeadingLevel.HEADING_1, bidirectional }),
    paragraph([run(say(words, 'memo.title'), { italics: true })]),
    ...(!scored ? [paragraph([run(say(words, 'structure.no-rules'))])] : [...(level === null ? [] : [paragraph([run(level, { bold: true, size: 24 })])]), paragraph([run(counts)])]),
    ...(share || !scored ? [] : [paragraph([run(scoreText(analysis, words).join(' '))])]),
    ...(entries.length === 0 ? [] : [
      heading('memo.open'),
      new Table({
        layout: TableLayoutType.FIXED, columnWidths: COLUMNS, width: { size: PAGE.width - 2 * MARGIN, type: WidthType.DXA }, visuallyRightToLeft: bidirectional, alignment: AlignmentType.START,
        rows: [
          row([[run(say(words, 'page.decision'), { bold: true })], [run(say(words, 'memo.reading'), { bold: true })], [run(say(words, 'column.question'), { bold: true })], [run(say(words, 'column.articles'), { bold: true })]], true),
          ...entries.map(({ decision, told, places }) => row([[run(decision.question)], [run(told.join(' '))], [run(questionsOn(analysis, decision.id, 1).join(' '))], [run(places.slice(0, 3).join(comma(words)))]])),
        ],
      }),
      ...(open.length > entries.length ? [paragraph([run(say(words, 'memo.more', { n: open.length - entries.length }), { italics: true })])] : []),
    ]),
    ...(settled.length === 0 ? [] : [paragraph([run(say(words, 'memo.settled', { decisions: settled.join(' ') }))])]),
    ...(questions.length === 0 ? [] : [heading('memo.questions'), ...questions.map(({ question, evidence }) => {
      const places = [...new Set(evidence.flatMap(({ clause }) => index.clauses.get(clause) ?? []).map((clause) => cite(clause, words)))].slice(0, 4).join(comma(words));
      return new Paragraph({ children: [run(places === '' ? question : `${question} (${places})`)], bullet: { level: 0 }, bidirectional, spacing: { after: 40 } });
    })]),
    ...(quoted.length === 0 ? [] : [heading('memo.evidence'), ...quoted.slice(0, MOST.quotes).map(({ place, words: own }) => paragraph([run(`${place}:`, { bold: true, size: 17 }), new TextRun({ text: ' ', size: 17 }), run(cut(own.replace(/\s+/gu, ' '), MOST.letters, '…'), { size: 17 })], 50))]),
    paragraph([run(`${aboutText(analysis, words).join(' ')} ${say(words, share || !scored ? 'closing.structure' : 'closing')} ${say(words, 'page.print.text')}: ${analysis.document.textSha256}`, { size: 14, color: '57606A' })]),
  ];
  const word = new WordDocument({
    creator: analysis.tool.name, title: printable(analysis.document.title), lastModifiedBy: analysis.tool.name,
    styles: { default: {
      document: { run: { font: FONT, size: 19, language: { value: options.language } } },
      heading1: { run: { font: FONT, size: 28, bold: true }, paragraph: { spacing: { after: 40 } } },
      heading2: { run: { font: FONT, size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 } } },
    } },
    sections: [{ properties: { page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } }, children }],
  });
  return stable(new Uint8Array(await Packer.toBuffer(word)));
};

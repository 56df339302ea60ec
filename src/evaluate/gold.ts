/** Reads gold: units of text whose status and leaves two coders have given. TSV with a header, no quoting. */
import type { Status } from '../analysis.ts';
import { Failure } from '../failure.ts';

/** NONE is a gold label: text without security content. */
export type UnitStatus = Status | 'NONE';

/** Most open first; the order decides which provision speaks for a unit. */
export const STATUSES: readonly UnitStatus[] = ['DELEGATED', 'DEFERRED', 'INTERIM', 'PRINCIPLE', 'SETTLED', 'PROCEDURAL', 'NONE'];

/** What one coder (or the tool) says of a unit. */
export interface Coding {
  status: UnitStatus;
  leaves: string[];
  /** 0 to 1. */
  confidence: number;
}

/** A coded paragraph, item or sentence group of a document. */
export interface GoldUnit {
  /** Label of the clause as the text writes it, with a letter for a part of it; or a running number. */
  article: string;
  /** First 80 characters, white space collapsed. */
  opening: string;
  first: Coding;
  second: Coding;
}

/** A coded segment, which stands alone. */
export interface GoldSegment {
  id: string;
  agreement: string;
  text: string;
  first: Coding;
  second: Coding;
}

export interface Row {
  /** `file:line` */
  where: string;
  get: (column: string) => string;
}

/** Document gold: columns article, clause_first_80, leaves, status, confidence and the second coder's `_2`. Throws `Failure` with the line. */
export const parseDocumentGold = (tsv: string, file: string): GoldUnit[] =>
  rows(tsv, file).map((row) => ({
    article: row.get('article'),
    opening: row.get('clause_first_80'),
    first: coding(row, 'status', 'leaves', 'confidence'),
    second: coding(row, 'status_2', 'leaves_2', 'confidence_2'),
  }));

/** Segment gold, with the texts from a second table (columns seg_id, text). Throws `Failure` with the line. */
export const parseSegmentGold = (tsv: string, file: string, textsTsv: string, textsFile: string): GoldSegment[] => {
  const texts = new Map(rows(textsTsv, textsFile).map((row) => [row.get('seg_id'), row.get('text')]));
  return rows(tsv, file).map((row) => {
    const id = row.get('seg_id');
    const text = texts.get(id);
    if (text === undefined) throw new Failure(`no text for segment ${id}`, { where: row.where, next: `Add its line to ${textsFile}` });
    return {
      id,
      agreement: row.get('pax_agtid'),
      text,
      first: coding(row, 'status_1', 'leaves_1', 'confidence_1'),
      second: coding(row, 'status_2', 'leaves_2', 'confidence_2'),
    };
  });
};

/** Rows of a table; throws a Failure for a line with too few or too many columns. */
export const rows = (tsv: string, file: string): Row[] => {
  const [header = '', ...lines] = tsv.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const columns = header.split('\t');
  return lines.flatMap((line, i) => {
    if (line === '') return [];
    const cells = line.split('\t');
    const where = `${file}:${i + 2}`;
    if (cells.length !== columns.length) {
      throw new Failure(`${cells.length} columns where the header has ${columns.length}`, { where, next: 'Put one tab between two columns' });
    }
    const get = (column: string): string => {
      const at = columns.indexOf(column);
      if (at < 0) throw new Failure(`no column ${column}`, { where: `${file}:1`, next: 'Add the column to the header' });
      return cells[at]!;
    };
    return [{ where, get }];
  });
};

const coding = ({ where, get }: Row, status: string, leaves: string, confidence: string): Coding => ({
  status: statusOf(get(status), where),
  leaves: leavesOf(get(leaves), where),
  confidence: confidenceOf(get(confidence), where),
});

const statusOf = (cell: string, where: string): UnitStatus => {
  const status = STATUSES.find((known) => known === cell);
  if (!status) throw new Failure(`unknown status "${cell}"`, { where, next: `Use one of ${STATUSES.join(', ')}` });
  return status;
};

const leavesOf = (cell: string, where: string): string[] => {
  if (cell === '' || cell === 'NONE') return [];
  const leaves = cell.split(',').map((leaf) => leaf.trim());
  const odd = leaves.find((leaf) => !/^[A-Z]{2}\.\d+$/u.test(leaf));
  if (odd !== undefined) throw new Failure(`unknown leaf "${odd}"`, { where, next: 'Write leaves as CF.1,DM.1 or NONE' });
  return leaves;
};

const confidenceOf = (cell: string, where: string): number => {
  const value = Number(cell);
  if (cell === '' || !(value >= 0 && value <= 1)) throw new Failure(`confidence "${cell}" is not between 0 and 1`, { where, next: 'Write it as 0.85' });
  return value;
};

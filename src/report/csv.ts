/** Tables for spreadsheets: UTF-8 with a byte order mark, so that they open in the right letters, and no cell that a program would run. */
import { stringify } from 'csv-stringify/sync';

export interface Column<Row> {
  readonly header: string;
  /** A number stays a number; null is an empty cell. */
  readonly cell: (row: Row) => string | number | null;
}

/**
 * Rows as CSV (RFC 4180, CRLF). A text that begins like a formula (=, +, -, @, tab, carriage return) is led by an
 * apostrophe: what an agreement says must never be carried out by the program that opens it.
 */
export const csv = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string =>
  stringify([columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ cell }) => cell(row)))], { bom: true, escape_formulas: true, record_delimiter: 'windows' });

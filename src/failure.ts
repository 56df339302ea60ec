/**
 * An error the user can act on: printed as one line (what, where, what to do) and exit code 2.
 * Anything else that is thrown is a bug of ours and keeps its stack.
 */
export class Failure extends Error {
  /** Where it happened: a path, `file:line:column`, an option. */
  readonly where: string;
  /** What the user can do next, as an imperative sentence without a full stop. */
  readonly next: string;

  /** `what` is a short statement without a full stop ("no text layer"). */
  constructor(what: string, place: { where: string; next: string }) {
    super(what);
    this.name = 'Failure';
    this.where = place.where;
    this.next = place.next;
  }

  /** The one line that the user sees. Control characters in names are made visible, never sent to the terminal. */
  get line(): string {
    return printable(`${this.where}: ${this.message}. ${this.next}.`);
  }
}

/** Text with control characters, bidirectional overrides and line breaks shown as symbols: safe on a terminal. */
export const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu, symbolFor);

/** The same for a page of several lines: line ends, tabs and our own colours stay. */
export const printablePage = (page: string): string =>
  page.replace(/\u001b(?!\[[\d;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, symbolFor);

const symbolFor = (c: string): string => (c.charCodeAt(0) < 0x20 ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '\ufffd');

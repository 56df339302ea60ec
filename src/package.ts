/**
 * Several files read as one: each keeps its own clauses and labels, annexes and earlier accords answer the references that
 * point to them, and what an earlier accord counts from its own signature is not counted from that of the main text.
 */
import type { Analysis, Clause, Reference } from './analysis.ts';
import { splitClauses } from './clauses.ts';
import type { Document, FilePart } from './document.ts';
import { findClauses } from './find-clause.ts';
import type { Part } from './parts.ts';
import type { Numbering } from './rules/numbering.ts';
import { slice } from './span.ts';
import { SIGNATURE } from './symbols/anchors.ts';
import { fileNamed, keyOf, type NamedFile } from './symbols/files.ts';
import { groupBy } from './warnings/material.ts';

/** Clauses of a document, file by file where it has several: ids begin with the name of the file, and an annex bears the name that the main text gives it. */
export const splitFiles = (document: Document, numbering: readonly Numbering[]): Clause[] => {
  if (document.files === undefined) return splitClauses(document, numbering);
  const [main, ...others] = document.files.map((file) => splitClauses(partOf(document, file), numbering).map((clause) => placed(clause, file)));
  const known = new Map(main!.flatMap(({ annex }) => (annex === null ? [] : [[keyOf(annex), annex] as const])));
  const prefix = (id: string | null, file: FilePart): string | null => (id === null ? null : `${file.name}#${id}`);
  return [
    ...main!,
    ...others.flatMap((clauses, i) => {
      const file = document.files![i + 1]!;
      const whole = [...known].find(([key]) => keyOf(file.name).startsWith(key))?.[1] ?? null;
      return clauses.map((clause): Clause => {
        const annex = clause.annex ?? whole;
        return { ...clause, id: prefix(clause.id, file)!, parent: prefix(clause.parent, file), chapeau: prefix(clause.chapeau, file), annex: annex === null ? null : (known.get(keyOf(annex)) ?? annex) };
      });
    }),
  ];
};

/** One file as a document of its own. */
const partOf = (document: Document, { start, end }: FilePart): Document => ({
  ...document,
  text: document.text.slice(start, end),
  lines: document.lines.filter((line) => line.start >= start && line.end <= end).map((line) => ({ ...line, start: line.start - start, end: line.end - start })),
});

const placed = (clause: Clause, { name, start }: FilePart): Clause => ({ ...clause, start: clause.start + start, end: clause.end + start, file: name });

/** Resolves across the files and tells their signatures apart. Nothing changes for a document of one file. */
export const linkFiles = (parts: readonly Part[], document: Document, clauses: readonly Clause[]): readonly Part[] => {
  if (document.files === undefined) return parts;
  const files = namedFiles(document, clauses);
  const fileOf = new Map(clauses.map(({ id, file }) => [id, file!]));
  const accords = new Set(files.filter(({ kind }) => kind === 'other').map(({ name }) => name));
  const anchored = <D extends { anchor: string; date: string | null }>(due: D, clause: string): D => {
    const file = fileOf.get(clause)!;
    return due.anchor === SIGNATURE && accords.has(file) ? { ...due, anchor: `${SIGNATURE} (${file})`, date: null } : due;
  };
  return parts.map((part) => ({
    ...part,
    reading: {
      ...part.reading,
      references: part.reading.references.map((reference) => resolve(reference, fileOf.get(reference.clause)!, files)),
      deadlines: part.reading.deadlines.map((deadline) => anchored(deadline, deadline.clause)),
    },
    table: { ...part.table, provisions: part.table.provisions.map((provision) => (provision.deadline === null ? provision : { ...provision, deadline: anchored(provision.deadline, provision.clause) })) },
  }));
};

/** `document.files` of the Analysis. */
export const describeFiles = (document: Document, clauses: readonly Clause[]): Pick<Analysis['document'], 'files'> => {
  const { files } = document;
  if (files === undefined) return {};
  return { files: namedFiles(document, clauses).map(({ name, title, kind }, i) => ({ ...files[i]!, name, title, kind })) };
};

/** A file is named in its first clauses, dated on its first and last pages. */
const TITLES = 6;
const OPENING = 3000;

const namedFiles = (document: Document, clauses: readonly Clause[]): NamedFile[] => {
  const clausesOf = groupBy(clauses, ({ file }) => [file!]);
  return document.files!.map((file, i): NamedFile => {
    const own = clausesOf.get(file.name) ?? [];
    const heads = own.slice(0, TITLES).filter(({ kind }) => kind === 'title' || kind === 'heading').map((clause) => slice(document.text, clause));
    const annexes = new Set(own.flatMap(({ annex }) => annex ?? []));
    const text = slice(document.text, file);
    return {
      name: file.name,
      title: file.title === '' ? (heads[0] ?? '') : file.title,
      kind: i === 0 ? 'main' : annexes.size > 0 ? 'annex' : 'other',
      heads: [file.title, ...heads],
      annexes: [...annexes],
      opening: `${text.slice(0, OPENING)} ${text.slice(-OPENING)}`,
      clauses: own,
    };
  });
};

/** The reference with its target in the file that it names; itself when no file answers to the name. */
const resolve = (reference: Reference, from: string, files: readonly NamedFile[]): Reference => {
  const file = fileNamed(reference, from, files);
  if (file === null) return reference;
  const [label] = reference.kind === 'article' || reference.kind === 'chapter' ? /^(?:\p{L}+\.? )?[\p{N}][\p{N}\p{L}.()-]*/u.exec(reference.text) ?? [] : [];
  if (label !== undefined) {
    const [target] = findClauses(file.clauses, label);
    return { ...reference, target: target?.id ?? null, state: target === undefined ? 'dangling' : 'resolved' };
  }
  const target = file.clauses.find(({ kind, annex }) => kind !== 'contents' && (reference.kind !== 'annex' || annex === null || keyOf(annex) === keyOf(reference.text))) ?? file.clauses[0];
  return target === undefined ? reference : { ...reference, target: target.id, state: 'resolved' };
};

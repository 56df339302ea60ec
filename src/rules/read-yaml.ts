/** One YAML file of rules, checked against its shape. Errors name file, line and column. */
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument, visit, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { Failure, printable } from '../failure.ts';

/** A rule file is small; anything larger is not a rule file. */
const MAX_FILE_BYTES = 1 << 20;

/** True when a text holds nothing that could steer a terminal. */
const isPlain = (text: string): boolean => {
  const shown = text.replace(/[\n\t]/gu, ' ');
  return printable(shown) === shown;
};

/** The content of a file below `folder`. Throws a Failure with `file:line:column` where it is not what `schema` asks for. */
export const readYaml = <T>(folder: string, name: string, schema: z.ZodType<T>): T => {
  const path = join(folder, name);
  const where = relative(process.cwd(), path) || path;
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Failure('the file is missing', { where, next: 'Add it, see rules/README.md' });
  if (size > MAX_FILE_BYTES) throw new Failure('the file is larger than 1 MB', { where, next: 'Split it' });
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${where}:${line}:${col}`;
  };
  const [problem] = document.errors;
  if (problem !== undefined) throw new Failure(firstLine(problem.message), { where: at(problem.pos[0]), next: 'Correct the YAML' });
  visit(document, { Alias: (_, { source, range }) => { throw new Failure(`"*${source}" is an alias to YAML`, { where: at(range?.[0] ?? 0), next: 'Put the text in quotes' }); } });
  visit(document, { Scalar: (_, { value, range }) => { if (typeof value === 'string' && !isPlain(value)) throw new Failure('a control character', { where: at(range?.[0] ?? 0), next: 'Take it out' }); } });
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  // a misspelt key also leaves the right one missing: the key is what the user can see
  const issue = parsed.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? parsed.error.issues[0]!;
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  throw new Failure(firstLine(issue.message), { where: at(offsetOf(document, keys)), next: 'Correct the rule file, see rules/README.md' });
};

/** `file:line:column` of the first place where a text stands in a rule file. */
export const positionOf = (folder: string, file: string, text: string): string => {
  const content = readFileSync(join(folder, file), 'utf8');
  const at = Math.max(0, content.indexOf(text));
  const before = content.slice(0, at).split('\n');
  return `${relative(process.cwd(), join(folder, file))}:${before.length}:${before.at(-1)!.length + 1}`;
};

const firstLine = (message: string): string => message.split('\n')[0]!.replace(/[.:]$/u, '');

/** Offset of the value (or key) at a path, or of the nearest thing above it that exists. */
const offsetOf = (document: YamlDocument, path: readonly PropertyKey[]): number => {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
};

/** Small wrong versions of a source text, each of which its tests should notice: another comparison, a condition turned, a step left out. */
import { parseAst } from 'vitest/node';

/** The text from `start` to `end`, put as `by`. */
export interface Mutant {
  start: number;
  end: number;
  by: string;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'], '===': ['!=='], '!==': ['==='],
  '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '%': ['*'], '<<': ['>>'], '>>': ['<<'], '>>>': ['<<'], '&': ['|'], '|': ['&'],
  '&&': ['||'], '||': ['&&'], '??': ['&&'], '+=': ['-='], '-=': ['+='], '&=': ['|='], '|=': ['&='], '++': ['--'], '--': ['++'],
};

const CALLS: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min', floor: 'ceil' };

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** All mutants of a TypeScript source, in its order. Types, imports and words for people are left as they are. */
export const mutantsOf = (source: string): Mutant[] => {
  const found: Mutant[] = [];
  const put = ({ start, end }: { start: number; end: number }, by: string): void => void found.push({ start, end, by });

  /** The operator stands between two operands, or before or after the only one. */
  const operator = (node: Node, from: number, to: number): void => {
    const sign = node['operator'] as string;
    const start = source.indexOf(sign, from);
    if (start >= 0 && start < to) for (const by of OPERATORS[sign] ?? []) put({ start, end: start + sign.length }, by);
  };
  const condition = (test: unknown): void => {
    if (isNode(test)) for (const by of ['true', 'false']) put(test, by);
  };

  const KINDS: Readonly<Record<string, (node: Node) => void>> = {
    BinaryExpression: (node) => operator(node, (node['left'] as Node).end, (node['right'] as Node).start),
    LogicalExpression: (node) => operator(node, (node['left'] as Node).end, (node['right'] as Node).start),
    AssignmentExpression: (node) => operator(node, (node['left'] as Node).end, (node['right'] as Node).start),
    UpdateExpression: (node) => operator(node, node['prefix'] === true ? node.start : (node['argument'] as Node).end, node.end),
    UnaryExpression: (node) => {
      if (node['operator'] === '!' || node['operator'] === '-') put({ start: node.start, end: node.start + 1 }, '');
    },
    Literal: ({ value, ...node }) => {
      if (typeof value === 'boolean') put(node, String(!value));
      if (typeof value === 'number') put(node, value === 0 ? '1' : value === 1 ? '0' : `${value + 1}`);
      // A name or key; what has a blank in it is told to people.
      if (typeof value === 'string' && value !== '' && !value.includes(' ')) put(node, "''");
    },
    IfStatement: ({ test }) => condition(test),
    ConditionalExpression: ({ test }) => condition(test),
    ExpressionStatement: (node) => put(node, ';'),
    ContinueStatement: (node) => put(node, ';'),
    CallExpression: ({ callee }) => {
      const name = (callee as Node)['property'];
      const by = isNode(name) ? CALLS[name['name'] as string] : undefined;
      if (by !== undefined) put(name as Node, by);
    },
  };

  const visit = (node: Node): void => {
    if (/^(?:TS(?!NonNull|As|Satisfies)|ImportDeclaration|ExportAll)/u.test(node.type)) return;
    KINDS[node.type]?.(node);
    for (const [field, value] of Object.entries(node)) {
      if (field === 'typeAnnotation' || field === 'typeArguments' || (field === 'key' && node['computed'] !== true)) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  };
  visit(parseAst(source, { lang: 'ts' }) as unknown as Node);
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
};

export const apply = (source: string, { start, end, by }: Mutant): string => source.slice(0, start) + by + source.slice(end);

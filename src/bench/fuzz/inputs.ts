/** What is mutated: pieces of real texts where they are at hand, fixtures, files made here, rules and review logs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { mulberry32, type Random } from '../../random.ts';
import { mutate } from './mutate.ts';

export type Kind = 'text' | 'html' | 'markdown' | 'docx' | 'pdf' | 'rules' | 'log';

export interface Input {
  kind: Kind;
  name: string;
  bytes: Uint8Array;
}

const SHARED = '../shared/agreements';
/** How often each kind is tried; reading a folder of rules costs most. */
const WEIGHTS: readonly [Kind, number][] = [['text', 30], ['html', 15], ['markdown', 8], ['docx', 20], ['pdf', 14], ['log', 10], ['rules', 3]];
const ENDINGS: Record<Kind, string> = { text: 'txt', html: 'html', markdown: 'md', docx: 'docx', pdf: 'pdf', rules: 'yml', log: 'jsonl' };

const below = (random: Random, most: number): number => Math.floor(random() * most);
const pick = <T>(items: readonly T[], random: Random): T => items[below(random, items.length)]!;

const filesIn = (folder: string, ending: RegExp): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name)).toSorted().map((name) => join(folder, name)) : [];

/** A source of inputs; `made` are bytes that only a run can give (a PDF, a Word file, a log). */
export const createInputs = (made: Readonly<Record<'docx' | 'pdf' | 'log', readonly Uint8Array[]>>): ((seed: number) => Input) => {
  const texts = [...filesIn(SHARED, /\.txt$/u), ...filesIn('fixtures', /\.txt$/u), ...filesIn('corpus', /\.txt$/u)].map((path) => readFileSync(path));
  const rules = filesIn('rules', /^en.*\.yml$|^[\w-]+\.yml$/u);
  const pdfs = [...made.pdf, ...made.pdf, ...filesIn(`${SHARED}/pdf`, /\.pdf$/u).map((path) => readFileSync(path)).filter(({ length }) => length < 400_000)];

  const piece = (random: Random): string => {
    const text = pick(texts, random);
    const length = 200 + below(random, random() < 0.95 ? 6_000 : 60_000);
    const at = below(random, Math.max(1, text.length - length));
    return text.subarray(at, at + length).toString('utf8');
  };
  const html = (random: Random): string => {
    const tags = ['p', 'li', 'h2', 'td', 'div', 'ol', 'span', 'b', 'blockquote', 'pre'];
    return `<html><body>${piece(random).split('\n').map((line) => `<${pick(tags, random)}>${line}</${pick(tags, random)}>`).join('\n')}</body></html>`;
  };
  const docxOf = (random: Random, other: Uint8Array): Uint8Array => {
    const whole = pick(made.docx, random);
    if (random() < 0.3) return mutate(whole, random, other);
    const parts = unzipSync(whole);
    const name = pick(Object.keys(parts), random);
    parts[name] = Uint8Array.from(mutate(parts[name]!, random, other));
    return zipSync(parts, { level: 1 });
  };
  const bytesOf = (kind: Kind, random: Random): { name?: string; bytes: Uint8Array } => {
    const other = Buffer.from(piece(random));
    if (kind === 'text') return { bytes: mutate(Buffer.from(piece(random)), random, other) };
    if (kind === 'markdown') return { bytes: mutate(Buffer.from(piece(random).replace(/\n(?=\S)/gu, () => pick(['\n# ', '\n- ', '\n| a | ', '\n> ', '\n', '\n\n'], random))), random, other) };
    if (kind === 'html') return { bytes: mutate(Buffer.from(html(random)), random, other) };
    if (kind === 'docx') return { bytes: docxOf(random, other) };
    if (kind === 'pdf') return { bytes: mutate(pick(pdfs, random), random, pick(pdfs, random)) };
    if (kind === 'log') return { bytes: mutate(pick(made.log, random), random, pick(made.log, random)) };
    const path = pick(rules, random);
    return { name: path, bytes: mutate(readFileSync(path), random, readFileSync(pick(rules, random))) };
  };

  return (seed) => {
    const random = mulberry32(seed);
    let at = below(random, WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0));
    const [kind] = WEIGHTS.find(([, weight]) => (at -= weight) < 0)!;
    const { name, bytes } = bytesOf(kind, random);
    return { kind, name: name ?? `${seed}.${ENDINGS[kind]}`, bytes };
  };
};


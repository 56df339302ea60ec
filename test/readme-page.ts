/** The parts of the README that the program makes: commands with what they print, the screen, the figures of accuracy. */
import { lacuna } from './cli-run.ts';

/** "$ command", a command that goes on behind "\", then what it prints. */
const STEP = /^\$ ((?:[^\n]*\\\n)*[^\n]*)((?:\n(?!\$ )[^\n]*)*)/gmu;
const CONSOLE = /```console\n([\s\S]*?)\n```/gu;

export interface Step {
  command: string;
  shown: string;
}

export const stepsOf = (readme: string): Step[] =>
  [...readme.matchAll(CONSOLE)].flatMap(([, block]) => [...block!.matchAll(STEP)].map(([, command, shown]) => ({ command: command!, shown: shown!.replace(/^\n/u, '').trimEnd() })));

/** The README with what `run` prints for each command; null leaves what stands there. */
export const withPrinted = (readme: string, run: (command: string) => string | null): string =>
  readme.replace(CONSOLE, (_, block: string) => {
    const told = block.replace(STEP, (all, command: string) => {
      const printed = run(command);
      return printed === null ? all : `$ ${command}\n${printed}`.trimEnd();
    });
    return `\`\`\`console\n${told}\n\`\`\``;
  });

const between = (name: string): RegExp => new RegExp(`<!-- ${name} -->\\n[\\s\\S]*?\\n<!-- end of ${name} -->`, 'u');

export const partOf = (readme: string, name: string): string => between(name).exec(readme)![0].split('\n').slice(1, -1).join('\n');

export const withPart = (readme: string, name: string, part: string): string => readme.replace(between(name), () => `<!-- ${name} -->\n${part}\n<!-- end of ${name} -->`);

/** The summary to its third open decision, and the number. */
export const screen = (): string => {
  const { stdout } = lacuna(['analyze', '--sample', '--width', '80']);
  const number = stdout.slice(stdout.indexOf('\nTHE NUMBER') + 1);
  const parts = [stdout.slice(0, stdout.indexOf('\n 4. ')), number.slice(0, number.search(/\n\n(?=[A-Z]{3})/u))];
  return parts.map((part) => `\`\`\`text\n${part.trimEnd()}\n\`\`\``).join('\n\n');
};

interface Measured {
  units: number;
  kappa: Value;
  topics: { micro: { f1: number } };
  leftOpen: { gold: number; precision: number | null; recall: number | null; f1: number };
}
interface Value {
  value: number;
  low: number;
  high: number;
}
interface Figures {
  documents: { first: Measured; coders: Measured };
  segments: { first: Measured; coders: Measured };
  verdicts: { compared: number; equal: number }[];
  leftOut: { text: string; units: number; figures: { kappa: number; topics: number } }[];
}

/** The table of accuracy, from `lacuna evaluate --format json`. */
export const accuracy = (): string => {
  const { documents, segments, verdicts, leftOut } = JSON.parse(lacuna(['evaluate', '--format', 'json']).stdout) as Figures;
  const two = (value: number): string => value.toFixed(2);
  const range = ({ value, low, high }: Value): string => `${two(value)} (${two(low)}–${two(high)})`;
  const [whole, alone] = ['all documents', 'all segments'].map((name) => leftOut.find(({ text }) => text === name)!);
  const { leftOpen } = documents.first;
  const [read] = verdicts;
  const rows = [
    ['status of a provision, in whole documents (kappa)', `${documents.first.units} provisions`, range(documents.first.kappa), two(documents.coders.kappa.value)],
    ['status of a provision, in single segments (kappa)', `${segments.first.units} segments`, range(segments.first.kappa), two(segments.coders.kappa.value)],
    ['topics, in whole documents (F1)', `${documents.first.units} provisions`, two(documents.first.topics.micro.f1), two(documents.coders.topics.micro.f1)],
    ['topics, in single segments (F1)', `${segments.first.units} segments`, two(segments.first.topics.micro.f1), two(segments.coders.topics.micro.f1)],
    ['of what it calls left open, how much is (precision)', `${leftOpen.gold} provisions`, two(leftOpen.precision!), '–'],
    ['of what is left open, how much it finds (recall)', `${leftOpen.gold} provisions`, two(leftOpen.recall!), '–'],
    ['decisions of South Sudan 2018 with the status a reader gave', `${read!.compared} decisions`, String(read!.equal), '–'],
    ['status in whole documents, each text without the patterns that fire in no other (kappa)', `${whole!.units} provisions`, two(whole!.figures.kappa), '–'],
    ['the same in single segments (kappa)', `${alone!.units} segments`, two(alone!.figures.kappa), '–'],
  ];
  return ['| what | n | lacuna | the two coders with each other |', '|---|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
};

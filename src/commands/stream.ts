/** `lacuna analyze --texts`: lines of JSON in, lines of JSON out in the same order, so that other engines can spread the work. */
import { availableParallelism } from 'node:os';
import { runPool } from '../corpus/pool.ts';
import type { Task } from '../corpus/worker.ts';
import { Failure } from '../failure.ts';
import { linesOf } from './lines.ts';
import { complain } from './outcome.ts';
import { openProduct } from './product.ts';

interface Options {
  rules?: string;
  out?: string;
  jobs?: number;
}

/** One line for each text, `{"id", "analysis"}` or `{"id", "error"}`; a line that is no text is told and answered too. */
export const analyzeStream = async ({ rules, out, jobs = availableParallelism() }: Options): Promise<void> => {
  const product = await openProduct(out);
  const ready = new Map<number, string>();
  let next = 0;
  const give = async (at: number, line: string): Promise<void> => {
    ready.set(at, line);
    for (let text = ready.get(next); text !== undefined; text = ready.get(next)) {
      ready.delete(next++);
      await product.write(`${text}\n`);
    }
  };
  let order = Promise.resolve();
  const queue = (at: number, line: string): Promise<void> => (order = order.then(() => give(at, line)));
  async function* tasks(): AsyncGenerator<Task & { given: unknown }> {
    let at = 0;
    for await (const line of linesOf(process.stdin)) {
      if (line.trim() === '') continue;
      const here = at++;
      const { id, text } = readLine(line);
      if (text !== null) yield { id: here, bytes: Buffer.from(text), name: `line ${here + 1}.txt`, given: id };
      else {
        complain(new Failure('not a text as JSON', { where: `line ${here + 1}`, next: 'Write {"id": "...", "text": "..."} on one line' }));
        await queue(here, JSON.stringify({ id, error: 'not a text as JSON' }));
      }
    }
  }
  await runPool(tasks(), { rules, wanted: 'analysis' }, jobs, ({ id: at, given, name }, done) => {
    const id = JSON.stringify(given ?? null);
    if ('json' in done) return queue(at, `{"id":${id},"analysis":${done.json}}`);
    const error = 'failure' in done ? new Failure(done.failure.what, done.failure) : new Error('fault' in done ? done.fault : 'no analysis');
    complain(error, name);
    return queue(at, `{"id":${id},"error":${JSON.stringify(error.message)}}`);
  }, () => false);
  await order;
  await product.finish();
};

const readLine = (line: string): { id: unknown; text: string | null } => {
  try {
    const { id = null, text } = JSON.parse(line) as { id?: unknown; text?: unknown };
    return { id, text: typeof text === 'string' ? text : null };
  } catch {
    return { id: null, text: null };
  }
};

/** The lines of a stream of bytes, none longer than any text may be. */
import { limits, pastLimit } from '../limits.ts';

/** Lines without their ends, an empty last one left out. Throws a Failure for a line that is past the limit of a file. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  let length = 0;
  let line = 1;
  const whole = (): string => {
    const text = Buffer.concat(begun).toString('utf8');
    [begun, length] = [[], 0];
    line++;
    return text;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      begun.push(chunk.subarray(from, end));
      yield whole();
      from = end + 1;
    }
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > limits.megabytes * 2 ** 20) throw pastLimit('megabytes', `a line of more than ${limits.megabytes} MB`, `line ${line}`, 'Write each text on a line of its own');
  }
  if (length > 0) yield whole();
}

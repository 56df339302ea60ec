/**
 * A corpus of the size of PA-X (2,257 texts, about 27 MB) as its corpus export, made from the texts of a folder by cutting and
 * shuffling paragraphs; metadata from the real table. For measurements only: `tsx src/bench/pax-sized.ts TEXTS TABLE OUT [PARTS]`.
 */
import { createReadStream, createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { mulberry32 } from '../random.ts';

/** Mean characters of a text in PA-X. */
const MEAN = 11_900;

/** Rows of `table`, every `parts`th of them kept, each with a text; the same for the same input. Returns characters written. */
export const writePaxSized = async (texts: string, table: string, out: string, parts = 1): Promise<number> => {
  const draw = mulberry32(7);
  const paragraphs = readdirSync(texts).filter((name) => name.endsWith('.en.txt')).toSorted().flatMap((name) => readFileSync(join(texts, name), 'utf8').split(/\n+/u).filter((line) => line.trim() !== ''));
  const file = createWriteStream(out);
  let [n, characters] = [0, 0];
  for await (const row of createReadStream(table).pipe(parse({ columns: true, bom: true })) as AsyncIterable<Record<string, string>>) {
    if (n++ % parts !== 0) continue;
    const wanted = MEAN * (0.2 + 1.6 * draw());
    let text = `AGREEMENT ${row['AgtId']} ON PEACE`;
    // runs of paragraphs, so that lists stay with what introduces them
    while (text.length < wanted) {
      const start = Math.floor(draw() * paragraphs.length);
      text += `\n${paragraphs.slice(start, start + 3 + Math.floor(draw() * 12)).join('\n')}`;
    }
    characters += text.length;
    file.write(stringify([{ ...row, 'Agreement text': text }], { header: n === 1 }));
  }
  await new Promise((resolve) => file.end(resolve));
  return characters;
};

if (process.argv[1]?.endsWith('pax-sized.ts') === true) {
  const [texts, table, out, parts] = process.argv.slice(2);
  process.stdout.write(`${await writePaxSized(texts!, table!, out!, Number(parts ?? 1))} characters\n`);
}

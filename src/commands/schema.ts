/** `lacuna schema`: the JSON contract as a JSON Schema. */
import { Command } from 'commander';
import { openProduct } from './product.ts';

export const schemaCommand = (): Command =>
  new Command('schema')
    .summary('print the JSON Schema of "analyze --format json"')
    .description('Prints the JSON Schema of what "lacuna analyze --format json" writes.')
    .option('--out <file>', 'write it to this file')
    .addHelpText('after', '\nExample:\n  lacuna schema --out analysis.schema.json')
    .action(async ({ out }: { out?: string }) => {
      const [{ z }, { analysisSchema }] = await Promise.all([import('zod'), import('../analysis.ts')]);
      const product = await openProduct(out);
      await product.write(`${JSON.stringify(z.toJSONSchema(analysisSchema), null, 2)}\n`);
      await product.finish();
    });
